"""What a new alert costs in a list of thousands, against the time that a frame has."""

import time

import numpy as np

ALERTS, NEW = 5000, 100
WIDTH, HEIGHT = 292, 320


def rows():
    from PySide6.QtCore import QCoreApplication

    from models.alerts.kinds import Kind
    from monitor.alerts.burden import Watched
    from monitor.alerts.log import AlertLog
    from monitor.ui.kit.theme import DARK
    from monitor.ui.live.alerts.list import AlertPanel
    from monitor.ui.live.judged.comparing import Comparing
    from monitor.ui.session.session import Session
    from monitor.ui.shell.app import application
    from monitor.ui.shell.window import FRAME_MS
    from tests.alerts import an_alert

    application()
    kinds = (Kind.ECTOPIC, Kind.PAIR, Kind.PREMATURE)  # in turn: nothing repeats, each has a line of its own
    log = AlertLog()
    panel = AlertPanel(log, DARK, Comparing(Session()))
    panel.resize(WIDTH, HEIGHT)
    panel.show()
    took = []
    for i in range(ALERTS + NEW):
        event = an_alert(kinds[i % 3], 360 + 720 * i)
        log.add(event)
        if i == ALERTS - 1:
            panel.refresh(360.0)
            QCoreApplication.processEvents()
        if i >= ALERTS:
            began = time.perf_counter()
            panel.refresh(360.0)
            panel.show_moment(event.end, Watched("", 0, event.end, event.end / 360, 2 * i))
            took.append(time.perf_counter() - began)
            QCoreApplication.processEvents()
    panel.close()
    share = 1000 * float(np.quantile(took, 0.95)) / FRAME_MS
    yield f"a new alert in a list of {ALERTS}: p95 / frame interval", f"{share:.2f}", "≤ 0.5", share <= 0.5
