"""The quick check takes the tests of what changed, and tells a failure from a success."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests import quick

EVERY = [f"beats/test_{name}" for name in ("beats", "qrs", "qrs_noise", "templates")]
GIT = ("git", "-c", "user.name=n", "-c", "user.email=e", "-c", "core.autocrlf=false")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small project whose branch ``main`` has one commit, with another branch checked out."""
    files = {
        "pyproject.toml": '[tool.mypy]\nfiles = ["models"]\ndisallow_untyped_defs = true\n',
        ".gitignore": "__pycache__/\n.*_cache/\n",
        "models/beats/qrs.py": "def peaks() -> int:\n    return 1\n",
        "models/beats/other.py": "",
        "models/alone.py": "",
        "tests/test_docs.py": "def test_docs():\n    pass\n",
        "tests/shared.py": "",
        "tests/models/beats/test_beats.py": "def test_beats():\n    pass\n",
        "tests/models/beats/test_qrs_noise.py": "def test_noise():\n    pass\n",
        "tests/models/beats/test_qrs.py": "def test_qrs():\n    pass\n",
        "tests/models/beats/test_templates.py": "def test_templates():\n    pass\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "begin"]):
        subprocess.run([*GIT, *command], cwd=tmp_path, check=True)
    subprocess.run([*GIT, "checkout", "-qb", "work"], cwd=tmp_path, check=True)
    return tmp_path


def test_what_is_changed_is_edited_committed_or_new(checkout: Path) -> None:
    assert quick.changed_files(checkout, "main") == []
    (checkout / "models/alone.py").write_text("A = 1\n", encoding="utf-8")
    subprocess.run([*GIT, "commit", "-qam", "more"], cwd=checkout, check=True)
    (checkout / "models/beats/qrs.py").write_text("", encoding="utf-8")
    (checkout / "models/beats/other.py").unlink()
    (checkout / "models/beats/näw file.py").write_text("", encoding="utf-8")
    expected = ["models/alone.py", "models/beats/näw file.py", "models/beats/qrs.py"]
    assert quick.changed_files(checkout, "main") == expected


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("models/beats/qrs.py", ["beats/test_beats", "beats/test_qrs", "beats/test_qrs_noise"]),
        ("models/beats/other.py", EVERY),
        ("models/alone.py", []),
        ("models/weights.safetensors", []),
        ("tests/models/beats/test_qrs.py", ["beats/test_qrs"]),
        ("tests/models/beats/conftest.py", EVERY),
        ("tests/shared.py", []),
    ],
)
def test_a_file_brings_the_tests_that_mirror_it(checkout: Path, changed: str, tests: list[str]) -> None:
    assert quick.tests_of(checkout, changed) == [f"tests/models/{test}.py" for test in tests]


@pytest.mark.parametrize("changed", ["models/README.md", ".github/workflows/ci.yml"])
def test_a_text_brings_the_tests_of_texts(checkout: Path, changed: str) -> None:
    assert quick.tests_of(checkout, changed) == ["tests/test_docs.py"]


def test_what_no_test_stands_for_is_named(checkout: Path) -> None:
    tests, without = quick.choose(checkout, ["models/alone.py", "tests/models/beats/test_qrs.py"])
    assert tests == ["tests/models/beats/test_qrs.py", "tests/test_docs.py"]
    assert without == ["models/alone.py"]


def test_without_the_branch_there_is_a_sentence(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quick.main(["--base", "nowhere"], checkout) == 2
    assert "--base names another branch." in capsys.readouterr().err


@pytest.mark.slow
def test_each_failure_is_told(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, test = checkout / "models/beats/qrs.py", checkout / "tests/models/beats/test_qrs.py"
    code.write_text("def peaks() -> int:\n    return 2\n", encoding="utf-8")
    assert quick.main([], checkout) == 0
    assert "all is well, after" in capsys.readouterr().out
    code.write_text('import os\ndef peaks() -> int: return "2"\n', encoding="utf-8")
    test.write_text("def test_qrs():\n    raise AssertionError\n", encoding="utf-8")
    assert quick.main([], checkout) == 1
    assert "failed: ruff check ., ruff format --check ., pytest, mypy, after" in capsys.readouterr().out
