"""The monitor's frames while the model view follows the stream."""

import time

import numpy as np

from assets.sources.record import RecordSource

WARM_UP_S = 10.0
SECONDS = 20.0
SIZE = (1280, 800)


def rows():
    from PySide6.QtCore import QEventLoop, QSettings, QTimer

    from assets.records.demo import load_demo
    from monitor.ui.pages.settings import Settings
    from monitor.ui.session.session import Session
    from monitor.ui.shell.app import application
    from monitor.ui.shell.window import FRAME_MS, MainWindow

    application()

    def wait(seconds):
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    window = MainWindow(Session(), Settings(QSettings("", QSettings.Format.IniFormat)))
    window.resize(*SIZE)
    window.show()
    window.put_on(RecordSource(load_demo()))
    window.show_page("model")
    wait(WARM_UP_S)
    began = time.perf_counter()
    wait(SECONDS)
    times = np.array([t for t in window.frame_times if t >= began])
    interval = float(np.quantile(np.diff(times), 0.99)) * 1000 / FRAME_MS
    window.close()
    what = f"the model view follows the stream for {SECONDS:.0f} s: frame interval p99 / timer's"
    yield what, f"{interval:.2f}", "≤ 1.6", interval <= 1.6
