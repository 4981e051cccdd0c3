"""The window shows and the trace moves before anything heavy is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]

SCRIPT = """
import sys
from monitor.ui.shell.app import application
from monitor.ui.session import worker
from monitor.ui.session.session import Session
from monitor.ui.pages.settings import Settings
from monitor.ui.shell.window import MainWindow
from PySide6.QtCore import QSettings, QTimer
from assets.sources.open import open_source

worker.FIRST_TRACE_TIMEOUT_S = 200.0  # however slow the machine is
app = application()
window = MainWindow(Session(), Settings(QSettings("", QSettings.Format.IniFormat)))
window.show()
seen = []
def moved():
    if not seen:
        seen.append(sorted({"torch", "scipy", "wfdb", "pandas"} & set(sys.modules)))
window.session.head_moved.connect(moved)
def done():
    if window.session.ready or window.session.failure:
        print("loaded at first trace:", seen[0], "torch later:", "torch" in sys.modules,
              "heavy:", sorted({"wfdb", "pandas", "pyqtgraph", "matplotlib"} & set(sys.modules)))
        window.close()
        app.quit()
timer = QTimer()
timer.timeout.connect(done)
timer.start(20)
window.put_on(open_source("demo"))
app.exec()
"""


@pytest.mark.slow
def test_the_trace_moves_before_torch_and_scipy_are_imported():
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env=env, capture_output=True, text=True, timeout=240
    )
    assert done.stdout.strip() == "loaded at first trace: [] torch later: True heavy: []", done.stderr


REFUSED = """
import sys
from PySide6.QtCore import QTimer
from monitor.__main__ import main
from monitor.ui.records.opening import Records

failed = Records._on_failed
def fail(self, why):
    failed(self, why)
    print(self._context.messages.shown.words, flush=True)
    QTimer.singleShot(0, self._window.close)
Records._on_failed = fail
sys.exit(main(sys.argv[1:]))
"""


def test_a_name_of_the_command_line_that_cannot_be_opened_is_told_in_the_terminal_too(tmp_path):
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", REFUSED, "no-such-record", "--language", "en"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **homes},
        capture_output=True,
        text=True,
        timeout=240,
    )
    said = "'no-such-record' cannot be opened: there is no such record. The demo, record 208, plays instead."
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [said]
    assert f"ecg-monitor: {said}" in done.stderr.splitlines()
