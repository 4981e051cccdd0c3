"""How far back two networks look: a plain recurrent network and the LSTM on the same beats, on a click.

Forecasting an ECG half a second ahead rewards no long memory, so the two may well come out alike; the digit
lab's pane "Who remembers?" has a task in which memory decides.
"""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from assets.phrase import phrase
from models.explain.memory_comparison import FORGOTTEN, HIDDEN, ROWS, STEPS, Memory
from models.signal.frontend import MODEL_FS
from monitor.ui.kit.language import tr
from monitor.ui.kit.plots.pens import plot_pen
from monitor.ui.kit.text import MarkupCaptionLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.model.plots import Plot

LOWEST = -6
"""Lowest power of ten shown."""

NO_CONTEST = phrase(
    "The next half second of an ECG needs little memory, so the two may come out alike; where memory decides "
    "they part: digit lab (F3), Time, Who remembers?"
)
"""What the picture does not show, and what does."""


class MemoryPanel(QFrame):
    """Gradient norm against lag."""

    compare_asked = Signal()
    """The button: begin, or stop what has begun."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._theme = theme
        title = PlainLabel(tr("How far back do they look?"))
        title.setObjectName("title")
        self._button = QPushButton(tr("Compare"))
        self._button.clicked.connect(self.compare_asked)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._button)
        self._plot = Plot(
            theme, tr("Gradient norm against lag"), tr("log₁₀ gradient"), tr("seconds back"), least=140
        )
        self._plot.item.setXRange(0, ROWS / MODEL_FS, padding=0)
        self._plot.item.setYRange(LOWEST, 0.2, padding=0)
        self._line = pg.InfiniteLine(np.log10(FORGOTTEN), angle=0)
        self._plot.item.addItem(self._line)
        self._curves = [self._plot.item.plot(antialias=True) for _ in range(5)]
        self._words = MarkupCaptionLabel(
            tr(
                "A click fits a plain RNN and an LSTM, {hidden} units each, to the last minute of this "
                "lead and asks how strongly their forecasts still depend on each earlier input. A few "
                "seconds. {no_contest}"
            ).format(hidden=HIDDEN, no_contest=tr(NO_CONTEST))
        )
        self._words.setObjectName("small")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._plot, 1)
        column.addWidget(self._words)
        self._memories: tuple[Memory, ...] = ()
        self._standing = ""
        self.restyle(theme)

    @property
    def words(self) -> str:
        """What stands under the curves."""
        return self._words.text()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._plot.restyle(theme, theme.panel)
        self._line.setPen(plot_pen(theme.alert, 1, Qt.PenStyle.DashLine))
        dashed = Qt.PenStyle.DotLine
        pens = [plot_pen(c, style=dashed) for c in (theme.dim, theme.forecast)]
        pens += [plot_pen(theme.dim, 2), plot_pen(theme.forecast, 2), plot_pen(theme.lead(0))]
        for curve, line in zip(self._curves, pens, strict=True):
            curve.setPen(line)
        if self._memories:
            self._tell()

    def begin(self) -> None:
        """The comparison has begun; from now on the button stops it."""
        self._button.setText(tr("Stop"))

    def show_memories(self, done: float, memories: tuple[Memory, ...]) -> None:
        """Show how far the comparison has come."""
        self._memories = memories
        self._standing = tr("So far: ") if done < 1 else ""
        for curve, memory in zip(self._curves, memories, strict=True):
            with np.errstate(divide="ignore"):
                norm = np.log10(memory.norm)
            curve.setData(np.arange(len(norm)) / MODEL_FS, np.maximum(norm, LOWEST - 1))
        self._button.setText(tr("Stop ({done:.0f} %)").format(done=100 * done))
        self._tell()

    def end(self) -> None:
        """The comparison is over or was stopped."""
        self._button.setText(tr("Compare again"))
        if self._standing:
            self._standing = tr("Stopped early: ")
            self._tell()

    def fail(self, why: str) -> None:
        """The comparison came to nothing."""
        self._standing = ""
        self._words.setText(why)

    def _tell(self) -> None:
        t = self._theme
        colours = (t.dim, t.forecast, t.dim, t.forecast, t.lead(0))
        marks = ("┄", "┄", "━", "━", "━")
        told = " &nbsp; ".join(
            f"<span style='color:{colour}'>{mark}</span>&nbsp;"
            + tr("{name} {reach_s:.0f} ms")
            .format(name=tr(memory.name), reach_s=1000 * memory.reach_s)
            .replace(" ", "&nbsp;")
            for colour, mark, memory in zip(colours, marks, self._memories, strict=True)
        )
        self._words.setText(
            tr(
                "{standing}{told}<br>How far back an input still moves the forecast by {forgotten:.0f} "
                "% of what the most telling one does (dashed). The pair: {hidden} units, same start, "
                "same {steps} batches of this lead. The monitor's LSTM is not of the pair: 64 units, "
                "many patients. {no_contest}"
            ).format(
                standing=self._standing,
                told=told,
                forgotten=100 * FORGOTTEN,
                hidden=HIDDEN,
                steps=STEPS,
                no_contest=tr(NO_CONTEST),
            )
        )
