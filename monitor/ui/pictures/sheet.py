"""The contact sheet: one page with all pictures, a row a view and a column a size."""

from __future__ import annotations

from html import escape
from pathlib import Path

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>ECG Monitor at every size</title><style>
body {{ font: 14px sans-serif; background: #888; margin: 16px }}
td, th {{ padding: 6px; vertical-align: top; text-align: left }}
img {{ width: 380px; display: block }}
</style></head><body><h1>ECG Monitor at every size</h1><table>
<tr><th></th>{heads}</tr>
{rows}
</table></body></html>
"""


def write(folder: Path) -> Path:
    """Write ``index.html`` over the pictures that lie in `folder`; its path."""
    named = [path.stem.split("--") for path in sorted(folder.glob("*--*--*.png"))]
    views = list(dict.fromkeys((view, theme) for view, _, theme in named))
    sizes = sorted({size for _, size, _ in named}, key=lambda size: int(size.partition("x")[0]))
    there = {(view, size, theme) for view, size, theme in named}
    rows = "\n".join(
        f"<tr><th>{escape(view)}<br>{escape(theme)}</th>"
        + "".join(_cell(view, size, theme) if (view, size, theme) in there else "<td></td>" for size in sizes)
        + "</tr>"
        for view, theme in views
    )
    index = folder / "index.html"
    heads = "".join(f"<th>{escape(size)}</th>" for size in sizes)
    index.write_text(_PAGE.format(heads=heads, rows=rows), encoding="utf-8")
    return index


def _cell(view: str, size: str, theme: str) -> str:
    file = escape(f"{view}--{size}--{theme}.png")
    return f'<td><a href="{file}"><img src="{file}" alt="{file}" loading="lazy"></a></td>'
