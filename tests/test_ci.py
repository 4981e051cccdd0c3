"""The full check does all its steps, in the environment's folder of each system, and stops at what fails."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(
    BASH is None or os.name == "nt", reason="its programs are stood in for by shell scripts"
)

# Stands in for every program of the environment: notes its name and arguments.
PROGRAM = """#!/bin/sh
echo "$(basename "$0") $*" >> "$NOTES"
case "$(basename "$0")" in "$FAILS") exit 3;; esac
"""

# Stands in for Python: makes an environment of such programs.
PYTHON = """#!/bin/sh
case "$*" in
  "-m venv "*)
    mkdir -p "$3/$BIN"
    for name in pip python ruff mypy ecg-monitor ecg-train lint-imports; do
      cp "$PROGRAM" "$3/$BIN/$name"
    done;;
esac
"""


def run(tmp_path: Path, folder: str, *, name: str = "python3", fails: str = "") -> tuple[int, list[str], str]:
    """Run the check with stand-ins; give its status, what was started, and its last words."""
    tools = tmp_path / "tools"
    tools.mkdir()
    no_python = dict.fromkeys(("python3", "python", "py"), "#!/bin/sh\nexit 9\n")
    for tool, text in {**no_python, name: PYTHON, "program": PROGRAM}.items():
        (tools / tool).write_text(text, encoding="utf-8")
        (tools / tool).chmod(0o755)
    notes = tmp_path / "notes"
    notes.touch()
    given = {
        "PATH": f"{tools}:/usr/bin:/bin",
        "NOTES": str(notes),
        "PROGRAM": str(tools / "program"),
        "BIN": folder,
        "FAILS": fails,
        "TMPDIR": str(tmp_path),
    }
    assert BASH is not None
    done = subprocess.run(
        [BASH, str(ROOT / ".ci" / "run")], env=given, capture_output=True, text=True, check=False
    )
    return done.returncode, notes.read_text(encoding="utf-8").splitlines(), done.stdout + done.stderr


@pytest.mark.parametrize("folder", ["bin", "Scripts"])
def test_every_step_is_taken_in_the_environment_of_its_own(tmp_path: Path, folder: str) -> None:
    status, started, said = run(tmp_path, folder)
    assert status == 0, said
    assert started[0] == "pip install -q -e .[test]"
    assert {"ruff check .", "ruff format --check ."} < set(started)
    assert any(line.startswith("mypy") for line in started)
    assert any(line.startswith("lint-imports") for line in started)
    tests = "python -m pytest -n auto --dist loadfile -m slow or not slow"
    assert any(line.startswith(tests) for line in started)
    assert any(line.startswith("pip wheel -q --no-deps") for line in started)
    assert any(line.startswith("pip install -q") and line.endswith(".whl") for line in started)
    assert sum(line.startswith("ecg-monitor --") for line in started) == 2
    assert started[-1].startswith("ecg-train ")
    assert said.endswith("started from the wheel: headless and with the window\n")
    assert not list(tmp_path.glob("*/venv")), "nothing is left behind"


def test_a_name_that_is_no_python_is_passed_over(tmp_path: Path) -> None:
    status, started, said = run(tmp_path, "Scripts", name="py")
    assert status == 0, said
    assert started


def test_without_a_python_there_is_a_sentence(tmp_path: Path) -> None:
    status, started, said = run(tmp_path, "bin", name="snake")
    assert (status, started) == (1, [])
    assert said == "There is no Python 3.11 or newer on the path.\n"


@pytest.mark.parametrize(
    "fails", ["pip", "ruff", "mypy", "lint-imports", "python", "ecg-monitor", "ecg-train"]
)
def test_it_fails_where_a_step_fails(tmp_path: Path, fails: str) -> None:
    status, started, said = run(tmp_path, "bin", fails=fails)
    assert status == 3
    assert started[-1].split()[0] == fails
    assert "started" not in said
