"""No process of our own runs what lies in the current folder."""

import ast
import os
import subprocess
from pathlib import Path

import pytest

from models.contract.children import python, search_path

ROOT = Path(__file__).parents[3]


@pytest.fixture
def trap(tmp_path, monkeypatch):
    """A current folder with modules that leave a mark when they are run."""
    code = f"open({str(tmp_path / 'was run')!r}, 'w').close()\n"
    for name in ("numpy.py", "torch.py", "argparse.py", "training/__init__.py", "training/__main__.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(code)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "was run"


@pytest.mark.slow
def test_a_child_runs_our_packages_and_not_the_current_folders(trap):
    done = subprocess.run(
        python("-m", "training", "card", "absent.safetensors"),
        env={**os.environ, "PYTHONPATH": search_path()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "absent.safetensors" in done.stderr
    assert not trap.exists()


def test_the_trap_is_one(trap):
    """Without the switch the folder's own module would be run."""
    command = [part for part in python("-m", "training", "card", "x") if part != "-P"]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": search_path()}, capture_output=True, check=False)
    assert trap.exists()


def test_the_current_folder_is_on_no_search_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    folders = search_path().split(os.pathsep)
    assert str(tmp_path) not in folders
    assert folders[0] == str(ROOT)


@pytest.mark.slow
def test_every_child_is_started_this_way():
    named = set()
    for package in ("assets", "models", "monitor", "training"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute) and node.attr == "executable":
                    named.add(path.relative_to(ROOT).as_posix())
    assert named == {"models/contract/children.py"}


def test_a_current_folder_that_was_deleted_is_none(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert search_path().split(os.pathsep)[0] == str(ROOT)
