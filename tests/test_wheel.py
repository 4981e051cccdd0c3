"""What is built and sent is whole: every file is in the wheel, and both programs start from it alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from ecg_monitor import PACKAGES

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.slow

MOST_MB = 25
"""The wheel is no larger: it is fetched at each installation."""

NOT_SENT = ("assets/pictures/", "assets/languages/")
"""README's pictures, and the words of languages as they are edited, but what is read, ``*.qm``, is sent."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from a copy: a build leaves folders behind."""
    tree, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("wheel")
    leave_out = shutil.ignore_patterns("__pycache__", "*.egg-info", "build")
    for name in PACKAGES:
        shutil.copytree(ROOT / name, tree / name, ignore=leave_out)
    for name in ("ecg_monitor.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tree)
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(out), str(tree)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = out.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the commands' folder of an environment that has the wheel and, beside it, what it stands on."""
    home = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True, timeout=300)
    paths = sysconfig.get_paths("venv", vars={"base": str(home), "platbase": str(home)})
    command = [sys.executable, "-m", "pip", "--python", str(home), "install", "-q", "--no-deps", str(wheel)]
    done = subprocess.run(command, env=outside(), capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    # Only now: pip would find the program there. They are paths and no places of installations, so that what
    # is installed there for editing is not found.
    others = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    (Path(paths["purelib"]) / "others.pth").write_text("\n".join(others) + "\n", encoding="utf-8")
    return Path(paths["scripts"])


def outside() -> dict[str, str]:
    """Return an environment whose programs do not find the checkout."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def run(command: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {**outside(), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [str(command), *arguments], cwd=cwd, env=env, capture_output=True, text=True, timeout=300, check=False
    )


def test_every_file_of_the_program_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        sent = set(archive.namelist())
    ours = {
        path.relative_to(ROOT).as_posix()
        for name in PACKAGES
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    read = {name for name in ours if name.endswith(".qm") or not name.startswith(NOT_SENT)}
    assert sorted(read - sent) == []
    kinds = {Path(name).suffix for name in read}
    assert {".safetensors", ".toml", ".json", ".svg", ".png", ".dat", ".qm"} <= kinds


def test_the_wheel_is_light_and_has_nothing_else(wheel: Path) -> None:
    assert wheel.stat().st_size < MOST_MB * 2**20
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {*PACKAGES, "ecg_monitor.py"}


def test_both_programs_start_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "ecg-monitor", "--headless", "--duration", "10", "--json", "o.json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "o.json").stat().st_size > 1_000
    done = run(installed / "ecg-monitor", "--screenshot", "o.png", "--page", "lab", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "o.png").stat().st_size > 10_000
    done = run(installed / "ecg-train", "--help", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "evaluate" in done.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktops of Linux")
def test_the_menu_s_entry_starts_the_installed_program(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert run(installed / "ecg-monitor", "--install-desktop", cwd=tmp_path).returncode == 0
    entry = (tmp_path / "applications" / "ecg-monitor.desktop").read_text(encoding="utf-8")
    assert f'Exec="{installed}/ecg-monitor" %f\n' in entry
