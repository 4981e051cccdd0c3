"""The house's two rules: packages stand only on those below them, and Qt stays in monitor/ui."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"assets", "models", "training", "monitor"}
MAY_IMPORT = {
    "assets": {"assets"},
    "models": {"models", "assets"},
    "training": {"training", "models", "assets"},
    "monitor": {"monitor", "models", "assets"},
}
FILES = sorted(p for name in OURS for p in (ROOT / name).rglob("*.py"))


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides where it points"
            yield node.module or ""


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_package_stands_only_on_those_below_it(path):
    package = path.relative_to(ROOT).parts[0]
    tops = {name.split(".")[0] for name in imported(path)} & OURS
    assert tops <= MAY_IMPORT[package]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_qt_is_imported_in_the_window_only(path):
    if path.is_relative_to(ROOT / "monitor" / "ui"):
        return
    tops = {name.split(".")[0] for name in imported(path)}
    assert not tops & {"PySide6", "pyqtgraph", "shiboken6"}
    if path.parts[-2:] != ("monitor", "__main__.py"):
        assert not any(name.startswith("monitor.ui") for name in imported(path))
