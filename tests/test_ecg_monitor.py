"""Both programs start, or say in one sentence why not."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ecg_monitor import PACKAGES

ROOT = Path(__file__).parents[1]
SCRIPT = "import sys; from ecg_monitor import {start}; sys.exit({start}())"
"""What an installed command does."""

INSTALLED = {
    "ecg-monitor": ["-c", SCRIPT.format(start="monitor"), "--headless", "--duration", "1"],
    "ecg-train": ["-c", SCRIPT.format(start="train"), "card", "absent.safetensors"],
}
MODULES = {
    "ecg-monitor": ["-m", "monitor", "--headless", "--duration", "1"],
    "ecg-train": ["-m", "training", "card", "absent.safetensors"],
}
NOT_EDITABLE = "import sys; sys.meta_path = [f for f in sys.meta_path if 'editable' not in repr(f)]; "
"""An editable installation would find what the copy lacks."""
posix = pytest.mark.skipif(os.name != "posix", reason="Windows has other signals and streams")


def run(arguments, *path, cwd=ROOT):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def sentence(done, program):
    assert done.returncode == 2
    assert done.stderr.startswith(f"{program}: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


def foreign(folder, name):
    (folder / name).mkdir(parents=True)
    (folder / name / "__init__.py").write_text("raise RuntimeError('foreign code was run')\n")
    return folder / name


@pytest.mark.parametrize("program", INSTALLED)
@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_that_hides_ours_is_named_and_not_run(tmp_path, program, name):
    other = foreign(tmp_path, name)
    said = sentence(run(INSTALLED[program], tmp_path, ROOT, cwd=tmp_path), program)
    assert f"its package {name} is hidden by another one of that name, {other}: leave that" in said
    assert "pipx, uv tool" in said


@pytest.mark.parametrize(("program", "name"), [("ecg-monitor", "models"), ("ecg-train", "assets")])
def test_a_package_that_hides_ours_is_named_where_a_module_is_started(tmp_path, program, name):
    other = foreign(tmp_path / "path", name)
    # Started in another folder: Python itself looks into the current one first.
    said = sentence(run(MODULES[program], tmp_path / "path", ROOT, cwd=tmp_path), program)
    assert str(other) in said


def test_a_module_that_hides_a_package_is_named(tmp_path):
    (tmp_path / "models.py").write_text("")
    said = sentence(run(INSTALLED["ecg-train"], tmp_path, ROOT, cwd=tmp_path), "ecg-train")
    assert str(tmp_path / "models.py") in said


def test_a_package_that_another_one_overwrote_is_named(tmp_path):
    for name in PACKAGES:
        leave_out = shutil.ignore_patterns("*.safetensors", "*.png", "__pycache__", "*.md")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=leave_out)
    shutil.copy(ROOT / "ecg_monitor.py", tmp_path)
    shutil.rmtree(tmp_path / "models" / "contract")
    arguments = ["-c", NOT_EDITABLE + SCRIPT.format(start="train"), "card", "absent.safetensors"]
    said = sentence(run(arguments, tmp_path, cwd=tmp_path), "ecg-train")
    assert "its packages do not fit together (No module named 'models.contract" in said


def test_a_missing_package_is_named(tmp_path):
    shutil.copy(ROOT / "ecg_monitor.py", tmp_path)
    arguments = ["-c", NOT_EDITABLE + SCRIPT.format(start="train")]
    said = sentence(run(arguments, tmp_path, cwd=tmp_path), "ecg-train")
    assert f"its package assets is missing from {tmp_path}" in said


@pytest.mark.slow
@pytest.mark.parametrize("start", ["monitor", "train"])
def test_an_installed_command_runs_nothing_of_the_current_folder(tmp_path, start):
    (tmp_path / "bin").mkdir()
    script = (
        tmp_path / "bin" / "command"
    )  # as pip writes one: its own folder is searched, not the current one
    script.write_text(SCRIPT.format(start=start).replace("; ", "\n"))
    current = tmp_path / "current"
    for name in ("numpy", "argparse", "wfdb", "ecg_monitor", *PACKAGES):
        foreign(current, name)
    arguments = {"monitor": INSTALLED["ecg-monitor"][2:], "train": ["card", str(ROOT / "absent.safetensors")]}
    done = run([str(script), *arguments[start]], ROOT, cwd=current)
    assert "foreign code" not in done.stderr
    assert done.returncode == (0 if start == "monitor" else 2), done.stderr


# -- Ctrl-C -------------------------------------------------------------------------------------------

INTERRUPTED_AT = """
import os, signal, sys
class At:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)
at = At()
sys.meta_path.insert(0, at)
"""


@pytest.mark.slow
@posix
@pytest.mark.usefixtures("heard_ctrl_c")
@pytest.mark.parametrize(
    ("program", "module"),
    [
        ("ecg-monitor", "argparse"),
        ("ecg-monitor", "numpy"),
        ("ecg-monitor", "torch"),
        ("ecg-train", "training.__main__"),
        ("ecg-train", "numpy"),
        ("ecg-train", "training.cli.fits.weighing"),
    ],
)
def test_ctrl_c_while_the_program_is_imported_is_one_line(program, module):
    flag, code, *rest = INSTALLED[program]
    done = run([flag, INTERRUPTED_AT.format(module=module) + code, *rest], ROOT)
    assert done.returncode == 130
    assert done.stderr == f"{program}: interrupted.\n"


@posix
@pytest.mark.usefixtures("heard_ctrl_c")
def test_ctrl_c_before_the_window_is_there_is_one_line():
    code = INTERRUPTED_AT.format(module="monitor.ui.shell.window") + SCRIPT.format(start="monitor")
    done = run(["-c", code], ROOT)
    assert done.returncode == 130
    assert done.stderr == "ecg-monitor: interrupted.\n"


@pytest.mark.slow
@posix
def test_ctrl_c_that_is_ignored_stays_ignored():
    code = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    code += INTERRUPTED_AT.format(module="numpy") + SCRIPT.format(start="monitor")
    done = run(["-c", code, *INSTALLED["ecg-monitor"][2:]], ROOT)
    assert done.returncode == 0
    assert done.stderr == ""


@pytest.fixture
def ignored_ctrl_c():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


@posix
def test_ctrl_c_is_heard_where_the_tests_themselves_ignore_it(ignored_ctrl_c, heard_ctrl_c):
    done = run(["-c", "import signal; print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"])
    assert done.stdout == "False\n"


# -- standard streams ---------------------------------------------------------------------------------


@pytest.mark.slow
@posix
@pytest.mark.parametrize("shell", [" > /dev/full", " | true", " >&-"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["-m", "monitor", "--help"],
        ["-m", "training", "card", "assets/weights/qrs.safetensors"],
    ],
)
def test_an_output_that_cannot_be_written_is_a_sentence(arguments, shell):
    line = f"set -o pipefail; {shlex.join([sys.executable, *arguments])}{shell}"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    if "--help" in arguments:
        assert done.stderr.count("\n") <= 1  # argparse itself gives up in silence where writing fails at once
    else:
        assert done.stderr.count("\n") == 1
        assert "ecg-train: Standard output could not be written: " in done.stderr
        assert done.returncode == 2


@pytest.mark.slow
@posix
def test_an_error_stream_that_is_closed_hinders_nothing():
    line = shlex.join([sys.executable, *MODULES["ecg-monitor"]]) + " 2>&- >/dev/null"
    assert subprocess.run(["bash", "-c", line], cwd=ROOT, check=False).returncode == 0
