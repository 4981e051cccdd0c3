"""The monitor's frames while a retraining runs in its own process."""

import os
import tempfile
import time
from pathlib import Path

import numpy as np

from assets.sources.record import RecordSource

SECONDS = 20.0
MIRROR = Path(os.environ.get("ECG_MONITOR_DATA", Path(__file__).parents[3] / ".." / "shared" / "data"))


def rows():
    from PySide6.QtCore import QEventLoop, QSettings, QTimer

    from assets.records.demo import load_demo
    from monitor.retraining.home import Home
    from monitor.ui.pages.settings import Settings
    from monitor.ui.session.session import Session
    from monitor.ui.shell.app import application
    from monitor.ui.shell.window import FRAME_MS, MainWindow

    if not (MIRROR / "mitdb").is_dir():
        return
    application()

    def wait(seconds):
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings("", QSettings.Format.IniFormat)
        window = MainWindow(Session(), Settings(settings), MIRROR, Home(Path(folder)))
        window.resize(1280, 800)
        window.show()
        window.put_on(RecordSource(load_demo()))
        window.show_page("retraining")
        page = window.pages.need("retraining")
        page.choices.tick({"101", "108", "109"})
        page.choices.quick.setChecked(False)
        page.start()
        while not len(page.loss.values):
            wait(0.2)
        window.show_page("monitor")
        wait(2.0)
        began = time.perf_counter()
        wait(SECONDS)
        times = np.array([t for t in window.frame_times if t >= began])
        window.close()
    interval = float(np.quantile(np.diff(times), 0.99)) * 1000 / FRAME_MS
    yield (
        f"a retraining runs for {SECONDS:.0f} s: frame interval p99 / timer's",
        f"{interval:.2f}",
        "≤ 1.6",
        interval <= 1.6,
    )
