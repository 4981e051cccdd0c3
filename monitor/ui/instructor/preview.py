"""A scenario's steps on a time axis, and what leads from one to another."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen

from models.scenario.outline import Bar, outline
from models.scenario.script import END, Scenario
from monitor.ui.instructor.naming import step_name
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import apart, labelled, listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.kit.words import clock

ROW_PX = 34
TOP_PX = 24
NAME_PX = 118
"""Height of a step's row, of the axis over them, and width of their names, in logical pixels."""

TICKS_S = (10, 15, 30, 60, 120, 300, 600, 1800, 3600)
TICK_PX = 70
"""Ticks are no nearer to each other, in logical pixels."""


class Preview(Themed):
    """Draws an outline: filled what comes by itself, hollow what someone's deed leads to.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(tr("Preview of the steps"))
        self._scenario: Scenario | None = None
        self._bars: list[Bar] = []

    def show_scenario(self, scenario: Scenario | None) -> None:
        """Show another scenario, or keep what was shown last where there is none now."""
        if scenario is None:
            return
        self._scenario, self._bars = scenario, outline(scenario)
        self.setMinimumHeight(self.sizeHint().height())
        self.setAccessibleDescription(apart(self.lines))
        self.update()

    @property
    def lines(self) -> list[str]:
        """What it shows, a line a step."""
        return [
            labelled(f"{clock(bar.start_s, 0)} {tr(bar.step.name)}", self._ways(bar)) for bar in self._bars
        ]

    def sizeHint(self) -> QSize:
        """As high as its steps need."""
        return QSize(360, TOP_PX + ROW_PX * max(1, len(self._bars)) + 8)

    def _ways(self, bar: Bar) -> str:
        assert self._scenario is not None
        ways = [f"{tr(branch.words)} → {step_name(branch.go)}" for branch in bar.step.on]
        if bar.step.lasts_s is not None:
            ways.append(f"{in_figures(bar.step.lasts_s)} s → {step_name(self._scenario.after(bar.step))}")
        return listed(ways)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axis, bars, and the ways between them."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        painter.setFont(font)
        until = max(bar.stop_s for bar in self._bars)
        scale = (self.width() - NAME_PX - 16) / until
        self._draw_axis(painter, until, scale)
        rows = {bar.step.name: row for row, bar in enumerate(self._bars)}
        for row, bar in enumerate(self._bars):
            self._draw_bar(painter, row, bar, scale)
            self._draw_ways(painter, row, bar, scale, rows)

    def _draw_axis(self, painter: QPainter, until: float, scale: float) -> None:
        step = next((tick for tick in TICKS_S if tick * scale >= TICK_PX), TICKS_S[-1])
        for tick in range(0, int(until) + 1, step):
            x = NAME_PX + tick * scale
            painter.setPen(QPen(QColor(self.theme.border), 1))
            painter.drawLine(QPointF(x, TOP_PX - 4), QPointF(x, self.height()))
            painter.setPen(QColor(self.theme.dim))
            said = clock(tick, 0)
            if x + 3 + painter.fontMetrics().horizontalAdvance(said) <= self.width():
                painter.drawText(QPointF(x + 3, TOP_PX - 8), said)

    def _draw_bar(self, painter: QPainter, row: int, bar: Bar, scale: float) -> None:
        t, metrics = self.theme, painter.fontMetrics()
        top = TOP_PX + row * ROW_PX
        painter.setPen(QColor(t.text))
        name = metrics.elidedText(tr(bar.step.name), Qt.TextElideMode.ElideRight, NAME_PX - 10)
        painter.drawText(QRectF(0, top, NAME_PX - 8, ROW_PX / 2 + 6), Qt.AlignmentFlag.AlignVCenter, name)
        box = QRectF(NAME_PX + bar.start_s * scale, top + 4, max(4.0, bar.length_s * scale), 13)
        ink = QColor(t.leads[1] if bar.step.record is not None else t.accent)
        fill = QColor(ink)
        fill.setAlpha(150 if bar.alone else 0)
        pen = QPen(ink, 1.2)
        if bar.step.lasts_s is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(t.dim))
        words = listed(f"{tr(branch.words)} → {step_name(branch.go)}" for branch in bar.step.on)
        room = self.width() - 8
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - 12)
        # Under its bar where there is room to its right, else as far left as it needs.
        x = max(8.0, min(box.left(), room - metrics.horizontalAdvance(shown)))
        painter.drawText(QPointF(x, top + 29), shown)

    def _draw_ways(self, painter: QPainter, row: int, bar: Bar, scale: float, rows: dict[str, int]) -> None:
        """A thin line from the end of a step to the beginning of the one that follows in its time."""
        assert self._scenario is not None
        if bar.step.lasts_s is None:
            return
        after = self._scenario.after(bar.step)
        if after == END or after not in rows or rows[after] == row + 1:
            return
        x = NAME_PX + bar.stop_s * scale
        painter.setPen(QPen(QColor(self.theme.dim), 1, Qt.PenStyle.DotLine))
        painter.drawLine(
            QPointF(x, TOP_PX + row * ROW_PX + 11), QPointF(x, TOP_PX + rows[after] * ROW_PX + 11)
        )
