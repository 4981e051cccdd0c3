"""What stands on the screen goes through `tr`: no literal is handed to a widget as it is.

Words with two small letters in a row count, so that ``MSE``, ``z = …`` or ``DS1`` may stand bare.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

FOLDERS = ("monitor/ui",)

NAMES = {
    "name-of-the-scenario": "a file's name, in the letters that it may have",
    "my-scenario": "the same",
    "ECG Monitor": "the program's name",
}
"""Literals that stand as they are in every language, and why."""

SHOWING = {
    *("QLabel", "PlainLabel", "CaptionLabel", "MarkupLabel", "ElidedLabel", "small"),
    *("QPushButton", "QCheckBox", "QRadioButton", "QToolButton", "QGroupBox", "QAction", "button"),
    *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setTitle", "setWindowTitle", "setLabelText"),
    *("setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setPrefix", "setSuffix"),
    *(
        "addAction",
        "addMenu",
        "addTab",
        "addItem",
        "addItems",
        "drawText",
        "panel",
        "titled",
        "invite",
        "say",
    ),
}
"""Calls that show the text given to them."""


def bare(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each literal that is shown as it is."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            shown = call.args[:1] if name == "addItem" else call.args  # behind it stands its key
            for given in shown if name in SHOWING else ():
                for one in literals(given):
                    if re.search("[a-z]{2}", one):
                        yield call.lineno, one


def literals(given: ast.expr) -> Iterator[str]:
    """What is written out of an argument: itself, parts of an f-string, sides of a choice or a sum."""
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value
    elif isinstance(given, ast.JoinedStr):
        yield from (part.value for part in given.values if isinstance(part, ast.Constant))
    elif isinstance(given, ast.IfExp):
        yield from (*literals(given.body), *literals(given.orelse))
    elif isinstance(given, ast.BinOp):
        yield from (*literals(given.left), *literals(given.right))
    elif isinstance(given, ast.List | ast.Tuple):
        for one in given.elts:
            yield from literals(one)


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_literal_is_shown_as_it_is(folder: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text!r}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line, text in bare(path.read_text(encoding="utf-8"))
        if text.strip(" –") not in NAMES
    ]
    assert found == []


def test_a_literal_is_found_wherever_it_hides() -> None:
    source = (
        "small(f'{n} beats'); a.setText('Go' if b else 'Stop it'); panel('One' + x, tr('Two'))"
        "; box.addItem(tr('Three'), 'three'); log('four')"
    )
    assert [text for _, text in bare(source)] == [" beats", "Stop it", "One"]
    assert not list(bare("small(tr('fine').format(n=1)); a.setText('MSE 1'); a.setText(tr(b))"))


JOINS = ("listed", "apart", "labelled", "bracketed")
"""What puts words together with the marks of the language, in `monitor.ui.kit.joins`."""

ENGLISH_ALONE = {
    "monitor/ui/kit/abstract.py": "an error of programming",
    "monitor/ui/lab/registry.py": "the same",
    "monitor/ui/pictures/__main__.py": "the command line",
    "monitor/ui/shell/stage.py": "the command line",
}
"""Files that put names together with English marks, and why."""


def joined_with_english_marks(source: str) -> Iterator[tuple[int, str]]:
    """Line and marks of what joins a list, and what stands between two words, in code."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
            if isinstance(node.func.value, ast.Constant) and node.func.value.value in (", ", "; ", ": "):
                yield node.lineno, node.func.value.value
        elif isinstance(node, ast.JoinedStr):
            parts = node.values
            for before, mark, after in zip(parts, parts[1:], parts[2:], strict=False):
                told = [ast.unparse(one) for one in (before, after) if isinstance(one, ast.FormattedValue)]
                text = mark.value if isinstance(mark, ast.Constant) else None
                if text in (": ", ", ", "; ", " (") and len(told) == 2 and any("tr(" in one for one in told):
                    yield node.lineno, text


def test_no_list_is_joined_with_the_marks_of_english() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {mark!r}; there are {', '.join(JOINS)}"
        for path in sorted((ROOT / "monitor/ui").rglob("*.py"))
        if path.relative_to(ROOT).as_posix() not in ENGLISH_ALONE
        for line, mark in joined_with_english_marks(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_marks_of_english_are_found_in_joins_and_between_words() -> None:
    source = "', '.join(x); f'{tr(a)}: {b}'; f'{a} ({tr(b)})'; f'{a}: {b}'; tr(', ').join(x); ' '.join(x)"
    assert sorted(mark for _, mark in joined_with_english_marks(source)) == [" (", ", ", ": "]
