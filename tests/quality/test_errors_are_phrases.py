"""What a user may be told is put together with `phrase`, so that the window tells all of it in his words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PACKAGES = ("assets", "models", "monitor", "training/data", "training/engine/runner.py")

TOLD = {
    "AssetError": 0,
    "RecordError": 0,
    "DownloadError": 0,
    "DownloadCancelled": 0,
    "WeightsError": 0,
    "WriteError": 0,
    "AnnotationError": 0,
    "MarksError": 0,
    "MessageError": 0,
    "DrawingError": 0,
    "ScenarioError": 2,
    "ClassFileError": 0,
    "LearnerError": 0,
    "NotYetError": 0,
    "ExportError": 0,
    "ExportCancelled": 0,
    "StripError": 0,
    "PublishError": 0,
    "NoLibraryError": 0,
    "refused": 1,
    "Fault": 1,
}
"""What carries a sentence to the user, and at which place."""

COMMAND_LINE = {
    "StartError": "there is no window",
    "PictureError": "of --screenshot, which ends the program",
    "DesktopError": "of --desktop-entry, which ends the program",
    "Untold": "its sentence is put together in assets/text/answers.py",
    "_NotTheFile": "a DownloadError, checked as one",
    "LargeDownload": "its sentence is put together in assets/databases/physionet/agreed.py",
    "_Missing": "is caught where it is raised",
}
"""Other errors of these families, and why they are not held to it."""


def bare(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each sentence to a user that is no phrase."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        place = TOLD.get(name)
        if place is not None and len(call.args) > place:
            yield from ((call.lineno, ast.unparse(one)) for one in unphrased(call.args[place]))


def unphrased(given: ast.expr) -> Iterator[ast.expr]:
    """What of an argument is written out as it stands, or is made from an error's text without its words."""
    if isinstance(given, ast.IfExp):
        yield from (*unphrased(given.body), *unphrased(given.orelse))
    elif isinstance(given, ast.BinOp):
        yield from (*unphrased(given.left), *unphrased(given.right))
    elif isinstance(given, ast.JoinedStr) or (isinstance(given, ast.Constant) and given.value):
        yield given
    elif isinstance(given, ast.Call) and getattr(given.func, "id", "") == "str":
        yield given


def families() -> Iterator[str]:
    """Name of each class of errors that descends from one whose text is told."""
    known, classes = set(TOLD), []
    for package in ("assets", "models", "monitor"):
        for path in sorted((ROOT / package).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            classes += [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    grown = True
    while grown:
        grown = False
        for node in classes:
            bases = {getattr(base, "id", "") for base in node.bases}
            if node.name not in known and bases & known:
                known.add(node.name)
                grown = True
                yield node.name


@pytest.mark.parametrize("package", PACKAGES)
def test_what_a_user_is_told_is_a_phrase(package: str) -> None:
    place = ROOT / package
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in (sorted(place.rglob("*.py")) if place.is_dir() else [place])
        for line, text in bare(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_error_of_these_families_is_known() -> None:
    assert sorted(set(families()) - set(COMMAND_LINE)) == []


def test_a_bare_sentence_is_found_wherever_it_hides() -> None:
    source = (
        "raise RecordError(f'{n} beats'); refused(a, 'no' if b else phrase('yes')); WriteError(str(error))"
        "; RecordError(phrase('fine')); ScenarioError(f, 1, 'x' + y); RecordError(words_of(error))"
    )
    assert [text for _, text in bare(source)] == ["f'{n} beats'", "'no'", "str(error)", "'x'"]
