"""The digit lab: opening, decoding on drag, the map, and the monitor's frames while the lab trains."""

import os
import time
from pathlib import Path

import numpy as np

DRAGS = 200
TRAIN_S = 20.0
MIRROR = Path(os.environ.get("ECG_MONITOR_DATA", Path(__file__).parents[2] / ".." / "shared" / "data"))


def rows():
    from PySide6.QtCore import QEventLoop, QTimer

    from assets.demo import load_demo
    from models.digits import catalogue
    from models.digits.latent import decode_grid
    from monitor.ui.app import Stage, application
    from monitor.ui.lab.page import PANES
    from monitor.ui.window import FRAME_MS

    app = application()

    def wait(seconds):
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    with Stage(load_demo(), size=(1280, 800)) as stage:
        stage.go_to(10)
        window = stage.window
        window.data_dir = MIRROR
        began = time.perf_counter()
        window.show_page("lab")
        app.processEvents()
        opened = time.perf_counter() - began
        yield "digit lab: the tab opens", f"{opened:.2f} s", "≤ 0.3 s", opened <= 0.3
        pane = window.lab.pane
        drags = []
        rng = np.random.default_rng(0)
        for x, y in rng.uniform(-3, 3, (DRAGS, 2)):
            began = time.perf_counter()
            pane.view.point(float(x), float(y))
            app.processEvents()
            drags.append(1000 * (time.perf_counter() - began))
        p95 = float(np.quantile(drags, 0.95))
        yield "digit lab: from mouse to decoded picture, p95", f"{p95:.1f} ms", "≤ 16 ms", p95 <= 16
        network = catalogue.load("vae")
        grids = []
        for _ in range(10):
            began = time.perf_counter()
            decode_grid(network)
            grids.append(1000 * (time.perf_counter() - began))
        grid = float(np.median(grids))
        yield "digit lab: the grid of 400 tiles", f"{grid:.1f} ms", "≤ 100 ms", grid <= 100
        if not (MIRROR / "mnist").is_dir():
            return
        # Real time from here on: the stage's clock stands still, the frame timer does not.
        window.lab.show_pane([name for name, _ in PANES].index("Tug-of-war"))
        window.lab.pane.start()
        while not window.lab.pane.running:
            wait(0.1)
        wait(3.0)
        began = time.perf_counter()
        wait(TRAIN_S)
        times = np.array([t for t in window.frame_times if t >= began])
        interval = float(np.quantile(np.diff(times), 0.99)) * 1000 / FRAME_MS
        yield (
            f"digit lab trains for {TRAIN_S:.0f} s: frame interval p99 / timer's",
            f"{interval:.2f}",
            "≤ 1.6",
            interval <= 1.6,
        )
