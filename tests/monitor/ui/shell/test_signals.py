"""A program that is asked to end closes its window as the user would."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")

PROGRAM = """
import sys
sys.argv = ["ecg-monitor"]
from PySide6.QtCore import QTimer
from monitor.ui.shell import window
shown = window.MainWindow.showEvent
def show(self, event):
    shown(self, event)
    QTimer.singleShot(300, lambda: print("shown", flush=True))
window.MainWindow.showEvent = show
closed = window.MainWindow.closeEvent
def close(self, event):
    closed(self, event)
    print("closed", flush=True)
window.MainWindow.closeEvent = close
from monitor.__main__ import main
sys.exit(main([]))
"""


def environment(folder, **more):
    """A home, and a place for temporary files, of the program's own."""
    places = {"HOME": folder, "XDG_CONFIG_HOME": folder / "config", "XDG_DATA_HOME": folder / "data"}
    (folder / "tmp").mkdir()
    return {
        **os.environ,
        **{name: str(place) for name, place in places.items()},
        "TMPDIR": str(folder / "tmp"),
        **more,
    }


@pytest.mark.usefixtures("heard_ctrl_c")
@pytest.mark.parametrize(
    ("number", "times"),
    [
        (signal.SIGINT, 3),
        (signal.SIGTERM, 1),
        pytest.param(signal.SIGHUP, 1, marks=pytest.mark.slow),
    ],
)
def test_a_signal_closes_the_window_and_keeps_the_settings(tmp_path, number, times):
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(tmp_path, QT_QPA_PLATFORM="offscreen"),
    )
    try:
        assert program.stdout.readline() == "shown\n"
        for _ in range(times):
            program.send_signal(number)
            time.sleep(0.02)
        out, err = program.communicate(timeout=240)
    finally:
        program.kill()
    assert program.returncode == 128 + number
    assert out == "closed\n"
    assert "Traceback" not in err
    assert list((tmp_path / "config").rglob("*.ini")), "the settings were stored"
    assert not list((tmp_path / "tmp").iterdir())


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb to end")
@pytest.mark.parametrize("number", [pytest.param(signal.SIGTERM, marks=pytest.mark.slow), signal.SIGKILL])
def test_the_display_s_end_keeps_the_settings_and_leaves_nothing(tmp_path, number):
    # The server chooses a free number and says which.
    server = subprocess.Popen(["Xvfb", "-displayfd", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    program = None
    try:
        display = f":{server.stdout.readline().decode().strip()}"
        page = 'window.MainWindow.show_page(self, "retraining")'
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM.replace("    QTimer", f"    {page}\n    QTimer")],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=display),
        )
        assert program.stdout.readline() == "shown\n"
        assert list((tmp_path / "tmp").iterdir()), "there is something that could be left behind"
        server.send_signal(number)
        _, err = program.communicate(timeout=240)
    finally:
        server.kill()
        server.communicate()
        if program is not None:
            program.kill()
    assert program.returncode == 1, err
    assert "connection broke" in err
    assert "Traceback" not in err
    assert list((tmp_path / "config").rglob("*.ini")), "the settings were stored"
    assert not list((tmp_path / "tmp").iterdir())
