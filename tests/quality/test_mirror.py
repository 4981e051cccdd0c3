"""Tests stand where their code stands: ``tests/<path>/test_<module>.py`` for ``<path>/<module>.py``.

What a test says about a whole folder stands in that folder, in ``test_<folder>.py``; an aspect may follow the
name, as in ``test_reader_hostile.py``. A test of the whole house stands at the top.
"""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
APART = ("quality", "benchmarks")
"""Folders whose tests are about the whole: what is guarded, and what is measured."""

FILES = [
    path.relative_to(TESTS)
    for path in sorted(TESTS.rglob("test_*.py"))
    if path.parent != TESTS and path.relative_to(TESTS).parts[0] not in APART
]


def misplaced(path: Path) -> bool:
    folder = ROOT / path.parent
    names = {p.stem.strip("_") for p in folder.glob("*.py")} | {folder.name}
    told = path.stem.removeprefix("test_")
    return not folder.is_dir() or not any(told == name or told.startswith(f"{name}_") for name in names)


def test_each_test_stands_where_its_code_stands() -> None:
    assert FILES
    assert [str(path) for path in FILES if misplaced(path)] == []


def test_where_there_is_no_mirror_the_reason_names_the_variable(pytestconfig: pytest.Config) -> None:
    text = (TESTS / "conftest.py").read_text(encoding="utf-8")
    (reason,) = (line for line in text.splitlines() if "pytest.skip(" in line)
    assert "ECG_MONITOR_DATA" in reason
