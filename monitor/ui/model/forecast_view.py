"""The forecast fan over the signal, and under it the LSTM's gates as heat strips on the same time axis."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assets.phrase import phrase
from models.explain.insight import AHEAD_S, SHOWN_S, Insight
from monitor.ui.kit.language import tr
from monitor.ui.kit.plots.pens import LINE_PX, plot_pen
from monitor.ui.kit.theme import Theme
from monitor.ui.model.plots import Band, Plot, Range

GATES = (
    (
        "forget",
        phrase("forget gate"),
        phrase("Forget gate: how much of its memory each unit keeps from one step (8 ms) to the next."),
    ),
    ("write", phrase("input gate"), phrase("Input gate: how far each unit lets the new sample in.")),
    (
        "output",
        phrase("output gate"),
        phrase("Output gate: how far each unit shows its memory to the forecast."),
    ),
)
"""Field of `models.explain.insight.Gates`, what the gate is called, and what it does."""

FAN_PX, GATE_PX, AXIS_PX = 140, 44, 36
"""Least heights of the fan and of a gate's strip, and what the time axis adds, in logical pixels."""

LEVELS = 64
"""Steps of the heat strips' colour scale."""


def fan_words(seen: Insight) -> str:
    """What the fan shows, and how it came."""
    return tr(
        "Forecast: where the LSTM, at the dashed line, expects the signal 8 to 250 ms ahead: mean, and "
        "bands of one and two standard deviations. {came}"
    ).format(came=_came(seen))


def _came(seen: Insight) -> str:
    """How much of what came lay within the wide band, along the whole curve."""
    if seen.covered is None:
        return tr("What comes is not known yet.")
    if seen.left_at is None:
        return tr("This time all that came lay within the wide band.")
    return tr(
        "This time {covered:.0f} % of what came lay within the wide band (95 % are expected to); it "
        "was first outside {left_at:.0f} ms ahead."
    ).format(covered=100 * seen.covered, left_at=1000 * seen.left_at)


def gate_shades(theme: Theme) -> npt.NDArray[np.uint8]:
    """Colours of a gate from shut, dark, to open, bright, in either theme; shape (LEVELS, 3)."""
    shut, wide = sorted((QColor(theme.paper), QColor(theme.text)), key=QColor.lightnessF)
    table = pg.ColorMap(None, [shut, QColor(theme.forecast), wide]).getLookupTable(nPts=LEVELS)
    return np.asarray(table, np.uint8)


class ForecastView(QWidget):
    """The fan and the gates; a click asks for another moment, in seconds from the one shown."""

    moved = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._order: npt.NDArray[np.intp] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.fan = Plot(theme, tr("Forecast fan over the signal"), "mV", least=FAN_PX)
        column.addWidget(self.fan, 5)
        self._wide = Band(self.fan.item, theme.forecast, 45)
        self._narrow = Band(self.fan.item, theme.forecast, 80)
        self._mean = self.fan.item.plot(symbol="o", symbolSize=5, antialias=True)
        self._signal = self.fan.item.plot(connect="finite", antialias=True)
        self._range = Range(self.fan.item)
        self._plots, self._strips = [self.fan], {}
        for name, title, words in GATES:
            last = name == GATES[-1][0]
            label = tr("seconds from the moment") if last else ""
            strip = Plot(
                theme,
                tr(title),
                tr("unit"),
                label,
                least=GATE_PX + (AXIS_PX if last else 0),
            )
            strip.say(tr("{words} Bright is open, dark is shut.").format(words=tr(words)))
            strip.item.setYRange(0, 1, padding=0)
            strip.item.getAxis("left").setTicks([[]])
            strip.item.showGrid(x=False, y=False)
            strip.item.setXLink(self.fan.item)
            image = pg.ImageItem(axisOrder="row-major")
            strip.item.addItem(image)
            # The strip under the axis' numbers is as high as the others.
            column.addWidget(strip, 3 if last else 2)
            self._strips[name] = image
            self._plots.append(strip)
        self._now = [pg.InfiniteLine(0, angle=90) for _ in self._plots]
        for plot, line in zip(self._plots, self._now, strict=True):
            plot.item.addItem(line)
            plot.clicked.connect(self.moved)
        self.fan.item.setXRange(-SHOWN_S, AHEAD_S, padding=0)
        self.restyle(theme)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        for plot in self._plots:
            plot.restyle(theme, theme.window)
        self._signal.setPen(plot_pen(theme.lead(0)))
        self._mean.setPen(plot_pen(theme.forecast, LINE_PX + 0.4))
        self._mean.setSymbolBrush(QColor(theme.forecast))
        self._mean.setSymbolPen(None)
        for line in self._now:
            line.setPen(plot_pen(theme.text, 1, Qt.PenStyle.DashLine))
        for band in (self._wide, self._narrow):
            band.restyle(theme.forecast)
        shades = gate_shades(theme)
        for image in self._strips.values():
            image.setLookupTable(shades)

    @property
    def plots(self) -> tuple[Plot, ...]:
        """The fan, and the gates under it."""
        return tuple(self._plots)

    def turns(self, seen: Insight) -> list[tuple[Plot, Callable[[], None]]]:
        """What there is to do to show what was seen at a moment, a plot a turn."""
        shows = [
            partial(self._show_fan, seen),
            *(partial(self._show_gate, seen, name) for name in self._strips),
        ]
        return list(zip(self._plots, shows, strict=True))

    def _show_fan(self, seen: Insight) -> None:
        self._signal.setData(seen.time, seen.signal)
        here = seen.signal[seen.time <= 0][-1:]
        start = here if len(here) and np.isfinite(here[0]) else seen.mean[:1]
        x = np.concatenate([[0.0], seen.horizon])
        mean, sigma = np.concatenate([start, seen.mean]), np.concatenate([[0.0], seen.sigma])
        self._mean.setData(x, mean)
        self._narrow.show(x, mean, sigma)
        self._wide.show(x, mean, 2 * sigma)
        self._range.hold(seen.signal, mean + 2 * sigma, mean - 2 * sigma)
        self.fan.say(fan_words(seen))

    def _show_gate(self, seen: Insight, name: str) -> None:
        if self._order is None:
            # Sorted once, so that a unit keeps its row: the longest memories on top.
            self._order = np.argsort(seen.gates.forget.mean(axis=0))
        begin, step = float(seen.gate_time[0]), float(seen.gate_time[1] - seen.gate_time[0])
        span = QRectF(begin, 0.0, step * len(seen.gate_time), 1.0)
        image = self._strips[name]
        image.setImage(getattr(seen.gates, name)[:, self._order].T, levels=(0.0, 1.0), autoLevels=False)
        image.setRect(span)
