"""Where a picture's code may truly be, and the cloud that the encoder puts there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from models.digits.likelihood.closing import Posterior
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.lab.widgets.digits.pictures import heat


class PosteriorView(Themed):
    """The true posterior as heat, the cloud's one and two standard deviations as ellipses."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: Posterior | None = None
        self._ground = QImage()
        self.setMinimumSize(110, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("True posterior of the code, and the encoder's cloud"))

    def sizeHint(self) -> QSize:
        """Square, and as little as need be: beside words that wrap a layout takes it for the least."""
        return self.minimumSize()

    def show_posterior(self, shown: Posterior | None) -> None:
        """Show one, or nothing."""
        self._shown = shown
        self._ground = QImage() if shown is None else heat(shown.density, 1.0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heat in a square, and the ellipses on it."""
        painter = QPainter(self)
        side = min(self.width(), self.height())
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.fillRect(square, QColor("#0d1314"))
        if self._shown is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(square, self._ground)
        scale = side / (2 * self._shown.reach)
        across, up = (float(one) * scale for one in self._shown.std)
        for deviations in (1, 2):
            painter.setPen(QPen(QColor("#88ccee"), 1.6, Qt.PenStyle.SolidLine))
            painter.drawEllipse(QPointF(square.center()), deviations * across, deviations * up)
