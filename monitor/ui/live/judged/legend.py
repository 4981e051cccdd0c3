"""What the signs of the comparison mean, and how many there are of each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assets.phrase import phrase
from monitor.alerts.comparison import Compared, Verdict
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.strips.signs.verdicts import SIGN_PX, draw_sign

HEIGHT_PX = 20
"""Height of the row, in logical pixels."""

GAP_PX = 14
"""Between one sign with its words and the next."""

_WORDS = {
    Verdict.HIT: phrase("true"),
    Verdict.FALSE: phrase("false"),
    Verdict.MISSED: phrase("missed"),
}


class Legend(QWidget):
    """The three signs in a row, each with its word and its number: true, false, missed.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts: dict[Verdict, int] | None = None
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_compared(None)

    @property
    def said(self) -> list[str]:
        """The words beside the signs."""
        counts = self._counts
        return [f"{tr(_WORDS[verdict])} {'–' if counts is None else counts[verdict]}" for verdict in Verdict]

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        words = QFontMetrics(self._font())
        wide = sum(SIGN_PX + 5 + words.horizontalAdvance(said) for said in self.said)
        return QSize(wide + GAP_PX * (len(Verdict) - 1), HEIGHT_PX)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.update()

    def show_compared(self, compared: Compared | None) -> None:
        """Count alerts that are true and false, and beats that are missed; None where nothing is compared."""
        counts = None
        if compared is not None:
            total = compared.tally.total
            counts = {
                Verdict.HIT: total.true,
                Verdict.FALSE: total.false,
                Verdict.MISSED: len(compared.missed),
            }
        if counts != self._counts or not self.accessibleName():
            self._counts = counts
            self.setAccessibleName(tr("By the annotations: {join}").format(join=listed(self.said)))
            self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the signs as they are on the strips, with their words."""
        painter = QPainter(self)
        painter.setFont(self._font())
        left = 0
        for verdict, said in zip(Verdict, self.said, strict=True):
            draw_sign(painter, self._theme, verdict, left + SIGN_PX / 2, self.height() / 2, SIGN_PX)
            left += SIGN_PX + 5
            painter.setPen(QColor(self._theme.text))
            wide = painter.fontMetrics().horizontalAdvance(said)
            painter.drawText(left, 0, wide + 2, self.height(), Qt.AlignmentFlag.AlignVCenter, said)
            left += wide + GAP_PX
