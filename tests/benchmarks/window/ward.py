"""Sixteen beds with the window, live: frame intervals, how late the analysis is, share of a core."""

import os
import time

import numpy as np

BEDS = 16
SECONDS = 60.0
WARM_UP_S = 8.0
SIZE = (1600, 900)
CORES = 2


def rows():
    from PySide6.QtCore import QEventLoop, QSettings, QTimer

    from monitor.bedside.ward.lags import Lags
    from monitor.bedside.ward.presets import MIXED
    from monitor.ui.pages.settings import Settings
    from monitor.ui.session.session import Session
    from monitor.ui.shell.app import application
    from monitor.ui.shell.window import FRAME_MS, MainWindow

    application()
    window = MainWindow(Session(), Settings(QSettings("", QSettings.Format.IniFormat)))
    window.resize(*SIZE)
    window.show()
    window.show_page("ward")
    page = window.pages.made["ward"]
    # Electrode motion and muscle noise need a record of noise that may not be at hand.
    page.open_beds([name.split("+")[0] for name in MIXED[:BEDS]])

    def wait(seconds):
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    while not page.ready:
        wait(0.1)
    wait(WARM_UP_S)
    page.ward.lags = Lags()
    before = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
    if before is not None:
        for thread in os.listdir("/proc/self/task"):
            os.sched_setaffinity(int(thread), sorted(before)[:CORES])
    began, cpu = time.perf_counter(), time.process_time()
    wait(SECONDS)
    took, used = time.perf_counter() - began, time.process_time() - cpu
    lags = page.ward.lags
    times = np.array([t for t in window.frame_times if t >= began])
    window.close()
    if before is not None:
        os.sched_setaffinity(0, before)
    interval = float(np.quantile(np.diff(times), 0.99)) * 1000 / FRAME_MS
    lag = lags.quantile(0.99)
    head = f"ward, {BEDS} beds live for {SECONDS:.0f} s, {SIZE[0]}×{SIZE[1]} offscreen, {CORES} cores"
    yield f"{head}: frame interval p99 / timer's", f"{interval:.2f}", "≤ 2", interval <= 2
    yield f"{head}: analysis lag p99, of the first sample of a step", f"{lag:.3f} s", "≤ 0.2 s", lag <= 0.2
    yield f"{head}: process time", f"{used / took:.2f} of a core", "≤ 1", used / took <= 1
