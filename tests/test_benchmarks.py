"""The benchmarks that there are are those that can be run."""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.__main__ import APART, NAMES

FOLDER = Path(__file__).parent / "benchmarks"


def test_every_benchmark_is_listed():
    there = [path.relative_to(FOLDER.parents[1]).with_suffix("") for path in FOLDER.rglob("[!_]*.py")]
    assert sorted([*NAMES.values(), *APART.values()]) == sorted(".".join(path.parts) for path in there)


def test_an_unknown_benchmark_is_refused_with_those_there_are():
    command = [sys.executable, "-m", "tests.benchmarks", "nothing"]
    done = subprocess.run(command, cwd=FOLDER.parents[1], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "There is no benchmark 'nothing'" in done.stderr
    assert all(name in done.stderr for name in NAMES)
