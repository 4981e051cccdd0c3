"""How far a lesson has come: a dot a step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import Themed

DOT_PX, APART_PX = 12, 18


class StepDots(Themed):
    """Full in green where it went as predicted, full in amber where it did not, empty where it is to be done.

    Parameters
    ----------
    theme : Theme
        Colours.
    steps : int
        How many steps there are.
    """

    def __init__(self, theme: Theme, steps: int) -> None:
        super().__init__(theme)
        self._steps: list[bool | None] = [None] * steps
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_steps(self._steps)

    def sizeHint(self) -> QSize:
        """Room for all dots."""
        return QSize(APART_PX * len(self._steps), APART_PX)

    def show_steps(self, steps: Sequence[bool | None]) -> None:
        """Show for each step whether it went as predicted; None where it is not done."""
        self._steps = list(steps)
        done = [step for step in steps if step is not None]
        self.setAccessibleName(
            tr("{done} of {steps} steps done, {went} as predicted").format(
                done=len(done), steps=len(steps), went=sum(done)
            )
        )
        self.setToolTip(tr("Green: as predicted. Amber: a surprise. Empty: still to do."))
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i, step in enumerate(self._steps):
            colour = QColor(
                self.theme.border if step is None else self.theme.accent if step else self.theme.alert
            )
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(colour if step is not None else QColor(0, 0, 0, 0))
            painter.drawEllipse(QPointF(APART_PX * (i + 0.5), APART_PX / 2), DOT_PX / 2, DOT_PX / 2)
