"""A program that is asked to end closes its window as the user would."""

import os
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


@pytest.mark.parametrize(("number", "times"), [(signal.SIGINT, 3), (signal.SIGTERM, 1), (signal.SIGHUP, 1)])
def test_a_signal_closes_the_window_and_keeps_the_settings(tmp_path, number, times):
    places = {"HOME": tmp_path, "XDG_CONFIG_HOME": tmp_path / "config", "XDG_DATA_HOME": tmp_path / "data"}
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    environment = {
        **os.environ,
        **{name: str(place) for name, place in places.items()},
        "TMPDIR": str(temporary),
        "QT_QPA_PLATFORM": "offscreen",
    }
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        assert program.stdout.readline() == "shown\n"
        for _ in range(times):
            program.send_signal(number)
            time.sleep(0.02)
        out, err = program.communicate(timeout=60)
    finally:
        program.kill()
    assert program.returncode == 128 + number
    assert out == "closed\n"
    assert "Traceback" not in err
    assert list((tmp_path / "config").rglob("*.ini")), "the settings were stored"
    assert not list(temporary.iterdir())
