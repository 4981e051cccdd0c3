"""A frame of two live strips against the same ten seconds as pyqtgraph curves."""

import time
from functools import partial

import numpy as np

ROUNDS = 9
FRAMES = 60
WIDTH, HEIGHT = 1600, 900
FS = 360.0
NEW = 6
SECONDS = 10.0


def rows():
    strips, curves = _Strips(), _Curves()
    live, plotted = [], []
    # In turn, so that a machine that slows down slows both.
    for _ in range(ROUNDS):
        live.append(_frame_s(strips))
        plotted.append(_frame_s(curves))
    strips.window.close()
    curves.window.close()
    ratio = float(np.median(np.array(live) / np.array(plotted)))
    yield (
        f"live strips: a frame with {NEW} new samples of 2 leads, against `PlotCurveItem.setData` and "
        f"repaint of the same {SECONDS:.0f} s ({WIDTH}×{HEIGHT}, offscreen)",
        f"{ratio:.3f} ({1e3 * np.median(live):.2f} ms against {1e3 * np.median(plotted):.2f} ms)",
        "≤ 0.1",
        ratio <= 0.1,
    )


def _frame_s(shown) -> float:
    """Median seconds of a frame until it is shown; its window is alone on the screen."""
    from PySide6.QtWidgets import QApplication

    shown.window.show()
    QApplication.processEvents()
    times = []
    for _ in range(FRAMES):
        began = time.perf_counter()
        shown.frame()
        times.append(time.perf_counter() - began)
    shown.window.hide()
    QApplication.processEvents()
    return float(np.median(times))


def _signals():
    from assets.records.demo import load_demo

    lead = load_demo().signals[:, 0]
    return np.stack([lead, -0.6 * lead], axis=1)


class _Strips:
    """Two live strips: a frame paints the new columns and shows them."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QVBoxLayout, QWidget

        from assets.records.record import Record
        from assets.sources.record import RecordSource
        from monitor.stream.past.history import SignalHistory
        from monitor.ui.kit.theme import DARK
        from monitor.ui.shell.app import application
        from monitor.ui.strips.scale import PaperScale
        from monitor.ui.strips.strip import Strip
        from monitor.ui.strips.timeline import Timeline

        self._app = application()
        record = Record("demo", FS, ("MLII", "MLII inverted"), np.ascontiguousarray(_signals()))
        history = SignalHistory(RecordSource(record))
        self.window = QWidget()
        self.window.resize(WIDTH, HEIGHT)
        # A paper speed at which ten seconds fill the width.
        self._timeline = Timeline(FS, PaperScale(px_per_mm=WIDTH / SECONDS / 25.0))
        self._timeline.fit(WIDTH)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        self._strips = [
            Strip(self._timeline, DARK, partial(history.lead, i), i, lambda *_: []) for i in range(2)
        ]
        for strip in self._strips:
            column.addWidget(strip)
        self.window.show()
        self._timeline.head = int(SECONDS * FS)
        for strip in self._strips:
            strip.redraw()
        self._app.processEvents()

    def frame(self) -> None:
        self._timeline.head += NEW
        for strip in self._strips:
            strip.catch_up()
        self._app.processEvents()


class _Curves:
    """Two pyqtgraph curves, pens of width 1: a frame sets ten seconds and repaints them."""

    def __init__(self) -> None:
        import pyqtgraph as pg

        from monitor.ui.shell.app import application

        self._app = application()
        self._signals = _signals()
        self.window = pg.GraphicsLayoutWidget()
        self.window.resize(WIDTH, HEIGHT)
        self._curves = []
        for row in range(2):
            plot = self.window.addPlot(row=row, col=0)
            plot.setXRange(0, SECONDS, padding=0)
            plot.setYRange(-2, 3, padding=0)
            plot.hideButtons()
            curve = pg.PlotCurveItem(pen=pg.mkPen("g", width=1))
            plot.addItem(curve)
            self._curves.append(curve)
        self.window.show()
        self._app.processEvents()
        self._x = np.arange(int(SECONDS * FS)) / FS
        self._frame = 0

    def frame(self) -> None:
        at = self._frame % FRAMES * NEW
        self._frame += 1
        for i, curve in enumerate(self._curves):
            curve.setData(self._x, self._signals[at : at + len(self._x), i])
        self._app.processEvents()
