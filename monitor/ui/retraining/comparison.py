"""Old and new weights on one record, side by side: figures, and both at the same moment."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from assets.records.record import Record
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.plots.axes import time_axes
from monitor.ui.kit.plots.pens import plot_pen
from monitor.ui.kit.text import ElidedLabel, MarkupLabel
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.words import clock

SPAN_S = 6.0
"""Seconds shown at once."""

LOW, HIGH = -0.5, 2.5
"""Scores shown, in thresholds; a line along the edge shows that a score goes on beyond it."""

PLOTS_PX, BAR_PX = 90, 120
"""Least height of the plots, and least width of the bar that moves them; in logical pixels."""

AIR = 0.15
"""Share of the signal's height that is left free above and below it."""

NAMES = ("old", "new")

_ARRAYS = tuple(f"{name}_{field}" for name in NAMES for field in ("index", "score", "expected"))


@dataclass(frozen=True)
class Compared:
    """What a comparison gave.

    Attributes
    ----------
    figures : dict
        By ``old`` and ``new``: auc, average_precision, found, ventricular, alarms_per_minute.
    arrays : dict of str to ndarray
        Index, score (in thresholds) and expected (mV) of both.
    spread : dict or None
        By how much auc, found and alarms_per_minute may differ by chance; None where nothing says which
        weights are better.
    """

    figures: dict[str, dict[str, Any]]
    arrays: dict[str, npt.NDArray[Any]]
    spread: dict[str, Any] | None = None


def read_compared(figures: Path, scores: Path) -> Compared:
    """Read what `ecg-train compare` wrote.

    Raises
    ------
    ValueError
        If it is not what it should be.
    """
    try:
        report = json.loads(figures.read_text(encoding="utf-8"))
        with np.load(scores, allow_pickle=False) as file:
            arrays = {name: file[name] for name in _ARRAYS}
        spread = dict(report["spread"]) if report["spread"] is not None else None
        return Compared({name: dict(report[name]) for name in NAMES}, arrays, spread)
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise ValueError(
            tr("The comparison could not be read ({name}).").format(name=type(error).__name__)
        ) from None


class ComparisonView(QWidget):
    """A table of figures over two strips with their scores, moved together along the record.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._record: Record | None = None
        self._compared: Compared | None = None
        self._kind = "forecaster"
        self.figures = MarkupLabel()
        self._plots = pg.GraphicsLayoutWidget()
        self._plots.setMinimumHeight(PLOTS_PX)
        self._plots.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the bar below moves them
        self._plots.ci.setContentsMargins(0, 0, 0, 0)
        self._plots.ci.setSpacing(4)
        self._plots.setAccessibleName(tr("Signal and scores by the old and by the new weights"))
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.bar.setAccessibleName(tr("Place in the record"))
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a scroll bar has none of itself
        self.bar.valueChanged.connect(self._move)
        self._where = ElidedLabel()
        self._where.setObjectName("small")
        self.bar.setMinimumWidth(BAR_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.figures)
        layout.addWidget(self._plots, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._where)
        foot.addWidget(self.bar, 1)
        layout.addLayout(foot)
        self._signals: dict[str, pg.PlotItem] = {}
        self._scores: dict[str, pg.PlotItem] = {}
        self.restyle(theme)

    def restyle(self, theme: Theme) -> None:
        """Change colours and draw anew."""
        self._theme = theme
        self._plots.setBackground(theme.panel)
        if self._record is not None and self._compared is not None:
            at = self.bar.value()
            self.show_compared(self._record, self._compared, self._kind)
            self.bar.setValue(at)

    def show_compared(self, record: Record, compared: Compared, kind: str = "forecaster") -> None:
        """Show a comparison of two models of a kind, from the first place where the two differ most."""
        self._record, self._compared, self._kind = record, compared, kind
        self.figures.setText(_table(compared.figures, self._theme, record.annotations is not None))
        self._plots.clear()
        for column, name in enumerate(NAMES):
            self._plots.addLabel(
                tr("{name} weights").format(name=name),
                row=0,
                col=column,
                color=self._theme.text,
                size=f"{SMALL}px",
            )
            self._signals[name] = self._plot(1, column, "mV")
            self._scores[name] = self._plot(2, column, tr("score"))
        self._plots.ci.layout.setRowStretchFactor(1, 3)
        self._plots.ci.layout.setRowStretchFactor(2, 2)
        seconds = max(0, round(record.duration - SPAN_S))
        self.bar.setRange(0, seconds)
        self.bar.setPageStep(round(SPAN_S))
        self.bar.setValue(self._most_different())
        self._move(self.bar.value())

    def _most_different(self) -> int:
        """Second from which to show: where one alerts and the other does not, by the most."""
        assert self._record is not None
        assert self._compared is not None
        fs, arrays = self._record.fs, self._compared.arrays
        bins = np.arange(0, self._record.n_samples + fs, fs)
        peaks = []
        for name in NAMES:
            score = np.where(np.isfinite(arrays[f"{name}_score"]), arrays[f"{name}_score"], 0.0)
            second = np.clip(np.digitize(arrays[f"{name}_index"], bins) - 1, 0, len(bins) - 1)
            peak = np.zeros(len(bins))
            np.maximum.at(peak, second, score)
            peaks.append(peak)
        apart = np.abs(peaks[0] - peaks[1])
        return max(0, int(apart.argmax()) - round(SPAN_S / 2)) if apart.any() else 0

    def _plot(self, row: int, column: int, label: str) -> pg.PlotItem:
        t = self._theme
        plot = self._plots.addPlot(row=row, col=column, axisItems=time_axes(), enableMenu=False)
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.showGrid(x=True, y=True, alpha=0.12)
        plot.setLabel("left", label, color=t.dim, **{"font-size": f"{SMALL}px"})
        for side in ("left", "bottom"):
            plot.getAxis(side).setPen(plot_pen(t.border, 1))
            plot.getAxis(side).setTextPen(pg.mkPen(t.dim))
        plot.getAxis("left").setWidth(48)
        plot.getAxis("bottom").setStyle(showValues=row == 2)
        plot.getAxis("bottom").setHeight(20 if row == 2 else 4)
        return plot

    def _move(self, second: int) -> None:
        record, compared, t = self._record, self._compared, self._theme
        if record is None or compared is None or not self._signals:
            return
        fs = record.fs
        first, last = round(second * fs), min(record.n_samples, round((second + SPAN_S) * fs))
        signal, x = record.signals[first:last, 0], np.arange(first, last) / fs
        known = signal[np.isfinite(signal)]
        low, high = (float(known.min()), float(known.max())) if len(known) else (-1.0, 1.0)
        air = max(AIR * (high - low), 0.05)
        colour = t.forecast if self._kind == "forecaster" else t.reconstruction
        for name in NAMES:
            strip, lane = self._signals[name], self._scores[name]
            index, score, expected = (compared.arrays[f"{name}_{f}"] for f in ("index", "score", "expected"))
            inside = slice(*np.searchsorted(index, (first, last)).tolist())
            at = index[inside] / fs
            strip.clear()
            lane.clear()
            if np.isfinite(expected[inside]).any():
                strip.plot(at, expected[inside], pen=plot_pen(colour, 1), connect="finite")
            strip.plot(x, signal, pen=plot_pen(t.lead(0), 1), connect="finite")
            if len(at) > 40 * SPAN_S:  # rows; beats are drawn one by one
                shown = np.clip(score[inside], LOW + 0.02, HIGH - 0.02)
                lane.plot(at, shown, pen=plot_pen(colour, 1), connect="finite")
            else:
                lane.addItem(
                    pg.BarGraphItem(
                        x=at,
                        height=np.nan_to_num(score[inside]),
                        width=0.06,
                        brush=colour,
                        pen=None,
                    )
                )
            lane.addItem(pg.InfiniteLine(1.0, angle=0, pen=plot_pen(t.alert, 1, Qt.PenStyle.DashLine)))
            # The same scale on both sides, whatever a model expected.
            strip.setYRange(low - air, high + air, padding=0)
            lane.setYRange(LOW, HIGH, padding=0)
            for plot in (strip, lane):
                plot.setXRange(first / fs, first / fs + SPAN_S, padding=0)
        self._where.setText(
            tr(
                "{name}, {clock} to {clock_2} · scores in units of each one's own threshold, the dashed line"
            ).format(name=record.name, clock=clock(first / fs), clock_2=clock(last / fs))
        )


def _table(figures: dict[str, dict[str, Any]], theme: Theme, annotated: bool) -> str:
    """The figures as a small table; without annotations nobody knows which alarms are false."""

    def share(value: float | None) -> str:
        return "–" if value is None else in_figures(value, ".3f")

    alarms = tr("false alarms a minute") if annotated else tr("alarms a minute")
    head = "".join(
        f"<td style='padding-right:22px;color:{theme.dim}'>{name}</td>"
        for name in ("", "AUC", tr("average precision"), tr("V beats found"), alarms)
    )
    of_them = tr("{found} of {ventricular}") if annotated else "–"
    rows = "".join(
        f"<tr><td style='padding-right:18px'><b>{name}</b></td><td>{share(one['auc'])}</td>"
        f"<td>{share(one['average_precision'])}</td>"
        f"<td>{of_them.format(**one)}</td>"
        f"<td>{in_figures(one['alarms_per_minute'], '.2f')}</td></tr>"
        for name, one in figures.items()
    )
    return f"<table cellspacing='0' cellpadding='2'><tr>{head}</tr>{rows}</table>"
