"""The lowest versions that are declared are listed as they are declared, and the program runs with them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LISTED = ROOT / "tests" / "lowest-versions.txt"

NOT_LOWEST = {"torch"}
"""Listed at a later version than the lowest, for the reason that the list gives."""

TOOLS = {"grimp", "import-linter", "mypy", "pytest-cov", "ruff"}
"""Check the code without running it, or measure the run."""

SMOKE = (
    "tests/assets/records/test_reader.py",
    "tests/training/evaluation/metrics",
    "tests/quality/test_demo_alerts.py",
)
"""Tests that touch what differs most from version to version: wfdb's reader, NumPy and SciPy, torch."""

IMPORT_ALL = """
import importlib, pkgutil
for name in ("assets", "models", "monitor", "training"):
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(module.name)
        print(module.name)
"""


def declared() -> dict[str, Requirement]:
    """Give what the program, the extra [evaluation] and the tests need on every system, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    every = [Requirement(text) for text in project["dependencies"] + extras["evaluation"] + extras["test"]]
    needed = [r for r in every if r.marker is None]
    return {canonicalize_name(r.name): r for r in needed if r.name not in TOOLS}


def listed() -> dict[str, Version]:
    lines = [line for line in LISTED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    pinned = [Requirement(line) for line in lines]
    assert all(str(r.specifier).startswith("==") for r in pinned)
    return {canonicalize_name(r.name): Version(str(r.specifier).removeprefix("==")) for r in pinned}


def test_the_list_is_what_is_declared() -> None:
    assert set(listed()) == set(declared())
    for name, requirement in declared().items():
        (lowest,) = (Version(s.version) for s in requirement.specifier if s.operator == ">=")
        if name in NOT_LOWEST:
            assert lowest < listed()[name]
            assert requirement.specifier.contains(listed()[name])
        else:
            assert listed()[name] == lowest, name


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_program_runs_with_the_lowest_versions(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    python = str(tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python")
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    env |= {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [python, *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{arguments}: {done.stdout[-2000:]} {done.stderr[-2000:]}"
        return done.stdout

    run("-m", "pip", "install", "-q", "-r", str(LISTED))
    run("-m", "pip", "check")
    imported = run("-c", IMPORT_ALL).split()
    assert len(imported) > 200
    report = tmp_path / "report.json"
    run("-m", "monitor", "--headless", "--speed", "max", "--duration", "60", "--json", str(report))
    told = json.loads(report.read_text(encoding="utf-8"))
    assert Version(told["versions"]["numpy"]) == listed()["numpy"]
    assert len(told["events"]) > 15
    run("-m", "monitor", "--screenshot", str(tmp_path / "window.png"), "--at", "2")
    run("-m", "pytest", "-q", "-p", "no:cacheprovider", *SMOKE)
