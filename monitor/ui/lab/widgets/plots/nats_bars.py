"""Bounds on a picture's likelihood as bars above the exact value."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from models.digits.likelihood.closing import KS, Closing
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import apart
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import BODY, SMALL, Theme
from monitor.ui.kit.themed import Themed

HEAD, FOOT = 38.0, 40.0
"""Room above and below the bars, in logical pixels."""

LEAST_NATS = 0.5
"""The axis spans at least so much, so that a gap of nothing is not drawn tall."""


class NatsBars(Themed):
    """A bar each for the ELBO and the bounds, as far as they are known, and a line for the exact value."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.known: Closing | None = None
        self.asked = False
        self.setMinimumSize(220, 150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_known(None)

    def sizeHint(self) -> QSize:
        """Wide enough for four bars."""
        return QSize(460, 320)

    def show_known(self, known: Closing | None, *, asked: bool = False) -> None:
        """Show what is known by now; where that is nothing, say whether it has been asked for."""
        self.known, self.asked = known, asked
        told = (
            []
            if known is None
            else [f"{name} {in_figures(value, '.2f')}" for name, value in self._values(known)]
        )
        if known is not None and known.exact is not None:
            told.append(tr("exact {exact:.2f}").format(exact=known.exact))
        self.setAccessibleName(
            tr("Minus log-likelihood in nats: {figures}").format(figures=apart(told) or tr("not known yet"))
        )
        self.update()

    @property
    def empty(self) -> str:
        """What stands in the place of the bars while there are none."""
        return tr("It is being worked out …") if self.asked else tr("Draw or choose a digit at the left.")

    @staticmethod
    def _values(known: Closing) -> list[tuple[str, float]]:
        names = {1: "−ELBO, k = 1"}
        return [(names.get(k, f"k = {k}"), known.bounds[k]) for k in KS if k in known.bounds]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars from a base a little below the least value known."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self.theme
        font = self.font()
        font.setPixelSize(BODY)
        painter.setFont(font)
        centre = Qt.AlignmentFlag.AlignCenter
        known = self.known
        if known is None:
            painter.setPen(QColor(t.dim))
            painter.drawText(self.rect(), centre, self.empty)
            return
        values = self._values(known)
        numbers = [value for _, value in values] + ([known.exact] if known.exact is not None else [])
        least, most = min(numbers), max(numbers)
        span = max(LEAST_NATS, 1.25 * (most - least))
        base = least - 0.12 * span
        foot = self.height() - FOOT
        tall = (foot - HEAD) / (1.12 * span)
        pitch = self.width() / len(KS)
        for i, (name, value) in enumerate(values):
            left = i * pitch
            bar = QRectF(left + pitch * 0.2, foot - (value - base) * tall, pitch * 0.6, (value - base) * tall)
            painter.fillRect(bar, QColor(t.forecast if i == 0 else t.accent))
            painter.setPen(QColor(t.text))
            painter.drawText(QRectF(left, bar.top() - 20, pitch, 18), centre, in_figures(value, ".2f"))
            painter.drawText(QRectF(left, foot + 2, pitch, 18), centre, name)
            if known.exact is not None:
                painter.setPen(QColor(t.dim))
                gap = in_figures(value - known.exact, "+.2f")
                painter.drawText(QRectF(left, foot + 20, pitch, 16), centre, gap)
        if known.exact is not None:
            at = foot - (known.exact - base) * tall
            painter.setPen(QPen(QColor(t.text), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(0, round(at), self.width(), round(at))
            font.setPixelSize(SMALL)
            painter.setFont(font)
            label = QRectF(0, 0, self.width() - 4, 16)
            painter.drawText(
                label, Qt.AlignmentFlag.AlignRight, tr("dashed: exact {exact:.2f}").format(exact=known.exact)
            )
