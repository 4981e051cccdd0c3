"""Pictures of the window: ``python -m monitor.ui.pictures``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from assets.errors import AssetError
from assets.phrase import phrase
from models.contract.children import python, search_path
from monitor.ui.pictures import gallery, readme, sheet
from monitor.ui.pictures.sizes import SIZES, ScreenSize, parse_size


def main(argv: Sequence[str] | None = None) -> int:
    """Draw what is asked for; the exit status is 0, or 2 after a sentence on stderr."""
    options = _parser().parse_args(argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        if options.all is None:
            readme.draw(options.out, options.data_dir)
        else:
            _draw_all(options)
    except (AssetError, OSError) as error:
        sys.stderr.write(f"pictures: {error}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m monitor.ui.pictures",
        description="README's pictures; or, with --all, every page at every size in both themes.",
    )
    parser.add_argument("--out", type=Path, default=readme.PICTURES, help="folder for README's pictures")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="local mirror of the records shown")
    parser.add_argument(
        "--all", type=Path, metavar="FOLDER", help="every page, pane and dialog instead, and an index.html"
    )
    parser.add_argument(
        "--size", type=parse_size, action="append", metavar="WxH[@SCALE]",
        help="only at this size in logical pixels (default: " + ", ".join(map(str, SIZES)) + ")",
    )  # fmt: skip
    parser.add_argument("--page", action="append", metavar="NAME", help="only views that begin with this")
    parser.add_argument(
        "--twelve", metavar="RECORD", help="a record of twelve leads, for a picture of the monitor with it"
    )
    return parser


def _draw_all(options: argparse.Namespace) -> None:
    """Draw each scale in a process of its own, for Qt takes it from the environment once and for all."""
    folder: Path = options.all
    folder.mkdir(parents=True, exist_ok=True)
    sizes = sorted(options.size or SIZES, key=attrgetter("scale"))
    groups = [(scale, list(group)) for scale, group in groupby(sizes, key=attrgetter("scale"))]
    if len(groups) == 1:
        scale, alike = groups[0]
        os.environ["QT_SCALE_FACTOR"] = f"{scale:g}"
        gallery.draw(folder, alike, options.page or [""], options.twelve)
    else:
        for _, alike in groups:
            _draw_elsewhere(folder, alike, options)
    sheet.write(folder)


def _draw_elsewhere(folder: Path, sizes: Sequence[ScreenSize], options: argparse.Namespace) -> None:
    arguments = ["--all", str(folder), *(f"--size={size}" for size in sizes)]
    arguments += [f"--page={name}" for name in options.page or ()]
    arguments += [f"--twelve={options.twelve}"] if options.twelve else []
    done = subprocess.run(
        python("-m", "monitor.ui.pictures", *arguments),
        env={**os.environ, "PYTHONPATH": search_path()},
        check=False,
    )
    if done.returncode:
        raise AssetError(
            phrase("The pictures at {names} could not be drawn.", names=" and ".join(map(str, sizes)))
        )


if __name__ == "__main__":
    sys.exit(main())
