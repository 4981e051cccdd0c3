"""A number on the screen takes the decimal mark of the language: none is formatted as Python writes it.

In the window's code a format with a fraction or thousands is `in_figures`'s, or lies in a text of `tr` or
`phrase`, which the window fills; what is told as a `phrase` from elsewhere hands over the number itself.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

WINDOW = "monitor/ui"
PHRASED = ("assets", "models", "monitor", "training")

NEUTRAL = {
    "monitor/ui/shell/app.py": "the command line",
    "monitor/ui/shell/stage.py": "the command line",
    "monitor/ui/pictures/__main__.py": "the command line",
    "monitor/ui/pictures/sizes.py": "names of files",
    "monitor/ui/pages/settings.py": "the settings' file",
    "monitor/ui/records/text/dialog.py": "an answer that is remembered, as the command line has it",
    "monitor/ui/kit/figures.py": "times of day in either of two marks",
}
"""Files of the window with numbers that no window shows, and where they go."""

FORMATTED = re.compile(r"[+\- ]?\d*,?\d*(\.\d+)?[efg%]|\d*,|\.\d+")


def spec_of(value: ast.FormattedValue) -> str:
    """The format of a value in an f-string, with 1 for each figure that is computed."""
    if not isinstance(value.format_spec, ast.JoinedStr):
        return ""
    return "".join(part.value if isinstance(part, ast.Constant) else "1" for part in value.format_spec.values)


def bare(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and format of each number that Python formats, and its text is not read back as a number."""
    read = {
        id(arg)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "float"
        for arg in call.args
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in read:
            for value in node.values:
                if isinstance(value, ast.FormattedValue) and FORMATTED.fullmatch(spec := spec_of(value)):
                    yield node.lineno, spec
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "format" and len(node.args) == 2:
            yield node.lineno, ast.unparse(node.args[1])
        elif (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.Mod)
            and isinstance(node.left, ast.Constant)
            and isinstance(node.left.value, str)
        ):
            yield node.lineno, node.left.value


def handed_over(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and format of each number that is given to a `phrase` as a text."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "phrase":
            for keyword in call.keywords:
                yield from bare(keyword.value)


def test_the_window_formats_no_number_by_itself():
    found = [
        f"{name}:{line}: {spec}"
        for path in sorted((ROOT / WINDOW).rglob("*.py"))
        if (name := path.relative_to(ROOT).as_posix()) not in NEUTRAL
        for line, spec in bare(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == [], (
        "use in_figures of monitor/ui/kit, or a place of the text: tr('{x:.1f} s').format(x=x)"
    )


@pytest.mark.parametrize("package", PHRASED)
def test_a_phrase_is_given_numbers_and_no_text_of_them(package: str):
    found = [
        f"{path.relative_to(ROOT)}:{line}: {spec}"
        for path in sorted((ROOT / package).rglob("*.py"))
        for line, spec in handed_over(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == [], "phrase('{x:.1f} s', x=x)"


def test_what_is_formatted_is_found_and_the_rest_is_not():
    found = bare(ast.parse("a(f'{x:.1f} s', f'{n:,}'); b('%.1f' % x); c(format(x, 'g'), f'{x:.{n}f}')"))
    assert [spec for _, spec in found] == [".1f", ",", "%.1f", "'g'", ".1f"]
    fine = "a(f'{n} {m:02d} {t:%H:%M} {w:>8}'); b(float(f'{x:.2g}')); c(tr('{x:.1f}').format(x=x))"
    assert list(bare(ast.parse(fine))) == []
    assert list(handed_over(ast.parse("phrase('{x}', x=f'{x:.1f}')"))) == [(1, ".1f")]
