"""The curves of one quantity against time, and the row of alarms: a click goes to the moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal

from models.alarms.alarm import Alarm
from models.alerts.kinds import Priority
from monitor.stream.trends import Floats
from monitor.ui.kit.language import tr
from monitor.ui.kit.plots.axes import time_axes
from monitor.ui.kit.plots.pens import plot_pen
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import Theme

POINTS = 720
"""More points than this are drawn as the means of neighbours."""

AXIS_PX = 44
"""Width of the vertical axes."""

SYMBOLS = {Priority.HIGH: "t1", Priority.MEDIUM: "d", Priority.LOW: "o", Priority.ADVISORY: "o"}
"""An alarm is told apart by its shape, too."""


class TimePlot(pg.PlotWidget):
    """A plot against the source's time.

    Attributes
    ----------
    clicked : Signal of float
        A moment was clicked, s.
    """

    clicked = Signal(float)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(axisItems=time_axes(), enableMenu=False)
        self.theme = theme
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.getAxis("left").setWidth(AXIS_PX)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(38)
        self.setAccessibleName(tr("Trend of {name}").format(name=name))
        self.setToolTip(tr("A click goes to that moment"))
        self._now = pg.InfiniteLine(angle=90, movable=False)
        self.addItem(self._now)
        self.scene().sigMouseClicked.connect(self._on_click)
        self.restyle(theme)

    def show_axis(self, on: bool) -> None:
        """Show the times below, or not: one row's are enough."""
        self.getPlotItem().showAxis("bottom", on)

    def begin_at(self, moment: datetime | None) -> None:
        """Tell times of day, from the moment of second 0; None: times in the source."""
        axis = self.getPlotItem().getAxis("bottom")
        axis.begins = moment
        axis.picture = None  # the ticks are drawn anew
        axis.update()

    def show_now(self, seconds: float, first: float, last: float) -> None:
        """Show from one second to another, with the head at `seconds`."""
        self._now.setValue(seconds)
        self.setXRange(first, max(last, first + 1), padding=0.005)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self.theme = theme
        self.setBackground(theme.window)
        plot = self.getPlotItem()
        plot.showGrid(x=True, y=True, alpha=0.15)
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(plot_pen(theme.border, 1))
            axis.setTextPen(pg.mkPen(theme.dim))
        self._now.setPen(plot_pen(theme.dim, 1))

    def _on_click(self, event: object) -> None:
        place: QPointF = event.scenePos()  # type: ignore[attr-defined]
        box = self.getPlotItem().vb
        if box.sceneBoundingRect().contains(place):
            self.clicked.emit(float(box.mapSceneToView(place).x()))


class CurvePlot(TimePlot):
    """One quantity: a curve, or the systolic, diastolic and mean of a pressure.

    Parameters
    ----------
    theme : Theme
        Colours.
    name : str
        What it is.
    ink : callable
        Gives the curve's colour of a theme.
    least : float
        The scale is no narrower.
    zero : bool
        Whether the scale begins at 0.
    """

    def __init__(
        self, theme: Theme, name: str, ink: Callable[[Theme], str], least: float, zero: bool
    ) -> None:
        self._curves: list[pg.PlotDataItem] = []
        self._ink, self._least, self._zero = ink, least, zero
        super().__init__(theme, name)
        self._scale = (np.nan, np.nan)
        for _ in range(3):
            curve = pg.PlotDataItem(connect="finite")
            self.addItem(curve)
            self._curves.append(curve)
        self.restyle(theme)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        super().restyle(theme)
        for number, curve in enumerate(self._curves):
            curve.setPen(plot_pen(self._ink(theme), 1.6 if number == 2 else 1))

    @property
    def drawn(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """The curves that have points."""
        found = (curve.getData() for curve in self._curves)
        return [(x, y) for x, y in found if x is not None and len(x)]

    def show_curves(self, seconds: np.ndarray, curves: tuple[Floats, ...]) -> None:
        """Draw curves against the same times; NaN is a gap."""
        for number, curve in enumerate(self._curves):
            if number >= len(curves):
                curve.setData([], [])
                continue
            x, y = thinned(seconds, curves[number])
            curve.setData(x, y)
        known = np.concatenate([values[np.isfinite(values)] for values in curves])
        # A scale without a curve would be no quantity's.
        self.getPlotItem().getAxis("left").setStyle(showValues=bool(len(known)))
        if len(known):
            self._fit(float(known.min()), float(known.max()))

    def _fit(self, low: float, high: float) -> None:
        """Round the scale, and keep it while it suits."""
        low = 0.0 if self._zero else low
        room = max(high - low, self._least)
        middle = (low + high) / 2
        if self._zero:
            wanted = (0.0, max(high * 1.1, self._least))
        else:
            step = self._least / 2
            wanted = (
                np.floor((middle - 0.55 * room) / step) * step,
                np.ceil((middle + 0.55 * room) / step) * step,
            )
        if wanted != self._scale:
            self._scale = wanted
            self.setYRange(*wanted, padding=0.02)


class AlarmPlot(TimePlot):
    """A mark for each alarm, by priority."""

    def __init__(self, theme: Theme) -> None:
        self._marks = pg.ScatterPlotItem(hoverable=True, tip=self._tip, pxMode=True)
        super().__init__(theme, tr("alarms"))
        self.addItem(self._marks)
        self.getPlotItem().getAxis("left").setTicks([[(2, "!!!"), (1, "!!"), (0, "!")]])
        self.setYRange(-0.6, 2.6, padding=0)
        self.setMinimumHeight(60)
        self._shown: tuple[object, ...] = ()

    def _tip(self, x: float, y: float, data: object) -> str:
        """When an alarm came, as the axis below tells it, and what it is."""
        (at,) = self.getPlotItem().getAxis("bottom").tickStrings([x], 1.0, 1.0)
        return plain_tip(f"{at}  {data}")

    @property
    def tips(self) -> list[str]:
        """What the marks say to whoever points at them."""
        return [self._tip(point.pos().x(), point.pos().y(), point.data()) for point in self._marks.points()]

    @property
    def marks(self) -> list[str]:
        """What the marks say."""
        return [str(point.data()) for point in self._marks.points()]

    def show_alarms(self, alarms: tuple[Alarm, ...], fs: float) -> None:
        """Draw the alarms at the moments at which they came."""
        shown = (self.theme.name, tuple((a.raised, a.condition) for a in alarms))
        if shown == self._shown:
            return
        self._shown = shown
        rows = {Priority.HIGH: 2, Priority.MEDIUM: 1}
        self._marks.setData(
            [
                {
                    "pos": (alarm.raised / fs, rows.get(alarm.priority, 0)),
                    "symbol": SYMBOLS[alarm.priority],
                    "brush": pg.mkBrush(colour_of(self.theme, alarm.priority)),
                    "pen": None,
                    "size": 10,
                    "data": tr(alarm.title()),
                }
                for alarm in alarms
            ]
        )


def colour_of(theme: Theme, priority: Priority) -> str:
    """Colour of an alarm."""
    return {Priority.HIGH: theme.urgent, Priority.MEDIUM: theme.alert}.get(priority, theme.technical)


def thinned(seconds: np.ndarray, values: Floats) -> tuple[np.ndarray, np.ndarray]:
    """Bring a curve to at most about `POINTS` points by means; a stretch without any value stays a gap."""
    per = -(-len(values) // POINTS)
    if per <= 1:
        return seconds, values
    n = len(values) // per * per
    cut = values[len(values) - n :].reshape(-1, per)
    known = np.isfinite(cut)
    counts = known.sum(axis=1)
    means = np.where(counts > 0, np.where(known, cut, 0.0).sum(axis=1) / np.maximum(counts, 1), np.nan)
    return seconds[len(values) - n :].reshape(-1, per).mean(axis=1), means
