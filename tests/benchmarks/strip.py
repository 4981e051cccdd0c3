"""A frame of two live strips against the same ten seconds as pyqtgraph curves."""

import time

import numpy as np

FRAMES = 120
WIDTH, HEIGHT = 1600, 900
FS = 360.0
NEW = 6
SECONDS = 10.0


def rows():
    live, curves = [], []
    # In turn, so that a machine that slows down slows both.
    for _ in range(3):
        live.append(_strips())
        curves.append(_curves())
    ratio = float(np.median(np.array(live) / np.array(curves)))
    yield (
        f"live strips: a frame with {NEW} new samples of 2 leads, against `PlotCurveItem.setData` and "
        f"repaint of the same {SECONDS:.0f} s ({WIDTH}×{HEIGHT}, offscreen)",
        f"{ratio:.3f} ({1e3 * np.median(live):.2f} ms against {1e3 * np.median(curves):.2f} ms)",
        "≤ 0.1",
        ratio <= 0.1,
    )


def _signals():
    from assets.demo import load_demo

    lead = load_demo().signals[:, 0]
    return np.stack([lead, -0.6 * lead], axis=1)


def _strips() -> float:
    """Median seconds of a frame: columns painted and shown."""
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from monitor.ui.app import application
    from monitor.ui.scale import PaperScale
    from monitor.ui.strip import Strip
    from monitor.ui.theme import DARK
    from monitor.ui.timeline import Timeline

    app = application()
    signals = np.ascontiguousarray(_signals())
    window = QWidget()
    window.resize(WIDTH, HEIGHT)
    # A paper speed at which ten seconds fill the width.
    timeline = Timeline(FS, PaperScale(px_per_mm=WIDTH / SECONDS / 25.0))
    timeline.fit(WIDTH)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    strips = [Strip(timeline, DARK, signals[:, i], i, lambda *_: []) for i in range(2)]
    for strip in strips:
        column.addWidget(strip)
    window.show()
    timeline.head = int(SECONDS * FS)
    for strip in strips:
        strip.redraw()
    app.processEvents()
    times = []
    for _ in range(FRAMES):
        began = time.perf_counter()
        previous = timeline.head
        timeline.head += NEW
        for strip in strips:
            strip.advance(previous)
        app.processEvents()
        times.append(time.perf_counter() - began)
    window.close()
    return float(np.median(times))


def _curves() -> float:
    """Median seconds of `setData` and repaint of ten seconds of two leads, pens of width 1."""
    import pyqtgraph as pg

    from monitor.ui.app import application

    app = application()
    signals = _signals()
    window = pg.GraphicsLayoutWidget()
    window.resize(WIDTH, HEIGHT)
    curves = []
    for row in range(2):
        plot = window.addPlot(row=row, col=0)
        plot.setXRange(0, SECONDS, padding=0)
        plot.setYRange(-2, 3, padding=0)
        plot.hideButtons()
        curve = pg.PlotCurveItem(pen=pg.mkPen("g", width=1))
        plot.addItem(curve)
        curves.append(curve)
    window.show()
    app.processEvents()
    n = int(SECONDS * FS)
    x = np.arange(n) / FS
    times = []
    for frame in range(FRAMES):
        began = time.perf_counter()
        at = frame * NEW
        for i, curve in enumerate(curves):
            curve.setData(x, signals[at : at + n, i])
        app.processEvents()
        times.append(time.perf_counter() - began)
    window.close()
    return float(np.median(times))
