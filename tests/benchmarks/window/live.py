"""Sixty seconds at 1x with everything on: frame intervals, analysis lag, share of a core."""

import time

import numpy as np

from assets.sources.record import RecordSource

SECONDS = 60.0
WARM_UP_S = 6.0
SIZE = (1600, 900)


def rows():
    from PySide6.QtCore import QEventLoop, QSettings, QTimer

    from assets.records.demo import load_demo
    from assets.records.record import Record
    from monitor.ui.pages.settings import Settings
    from monitor.ui.session.session import Session
    from monitor.ui.shell.app import application
    from monitor.ui.shell.window import FRAME_MS, MainWindow

    application()
    demo = load_demo()
    record = Record("two leads", demo.fs, ("MLII", "V1"), np.hstack([demo.signals, -0.6 * demo.signals]))
    settings = QSettings("", QSettings.Format.IniFormat)
    settings.setValue("reconstruction", "true")
    window = MainWindow(Session(), Settings(settings))
    window.resize(*SIZE)
    window.show()
    window.put_on(RecordSource(record))
    lags = []

    def wait(seconds):
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    wait(WARM_UP_S)
    began, cpu = time.perf_counter(), time.process_time()
    sampler = QTimer()
    sampler.timeout.connect(lambda: lags.append(window.session.lag))
    sampler.start(50)
    wait(SECONDS)
    sampler.stop()
    took, used = time.perf_counter() - began, time.process_time() - cpu
    times = np.array([t for t in window.frame_times if t >= began])
    interval = float(np.quantile(np.diff(times), 0.99)) * 1000 / FRAME_MS
    lag = float(np.quantile(lags, 0.99))
    share = used / took
    window.close()
    head = f"{SECONDS:.0f} s at 1×, everything on, {SIZE[0]}×{SIZE[1]} offscreen"
    yield f"{head}: frame interval p99 / timer's", f"{interval:.2f}", "≤ 1.6", interval <= 1.6
    yield f"{head}: analysis lag p99", f"{1000 * lag:.0f} ms", "≤ 100 ms", lag <= 0.1
    yield f"{head}: process time", f"{share:.2f} of a core", "≤ 0.5", share <= 0.5
