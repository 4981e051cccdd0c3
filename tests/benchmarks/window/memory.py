"""Resident memory after 30 minutes of record against after 5, with the window, at maximal speed."""

import os
import subprocess
import sys

# Twelve passes over the five-minute demo would test the loop; one long record tests the histories.
SCRIPT = """
import sys
import numpy as np
from assets.records.demo import load_demo
from assets.records.record import Record
from assets.sources.record import RecordSource
from monitor.stream.replay import MAX_SPEED
from monitor.ui.shell.app import application
from monitor.ui.session.session import Session
from monitor.ui.pages.settings import Settings
from monitor.ui.shell.window import MainWindow
from PySide6.QtCore import QSettings, QTimer

def rss():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024

app = application()
window = MainWindow(Session(), Settings(QSettings("", QSettings.Format.IniFormat)))
window.resize(1280, 800)
window.show()
demo = load_demo()
record = Record("half an hour", demo.fs, demo.leads, np.tile(demo.signals, (6, 1)))
window.context.set_speed(MAX_SPEED)
window.put_on(RecordSource(record))
at = {}
def look():
    minutes = window.session.analysed / record.fs / 60
    for mark in (5, 30):
        if mark not in at and minutes >= mark * 0.999:
            at[mark] = rss()
    if window.session.failure:
        sys.exit(window.session.failure)
    if 30 in at:
        print(at[5], at[30])
        window.close()
        app.quit()
timer = QTimer()
timer.timeout.connect(look)
timer.start(5)
app.exec()
"""


def rows():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        check=True,
        capture_output=True,
        text=True,
        timeout=600,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    early, late = map(float, done.stdout.split())
    ratio = late / early
    yield (
        "resident memory after 30 min of record against after 5 min, with the window",
        f"{ratio:.3f} ({late:.0f} MiB against {early:.0f} MiB)",
        "≤ 1.05",
        ratio <= 1.05,
    )
