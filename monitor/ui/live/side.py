"""The column beside the strips: why the last alert was raised, and how sensitive the analysis is."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from models.alerts.events import CHANNELS, Event, Reason
from monitor.ui.kit.theme import Theme
from monitor.ui.session.session import SENSITIVITIES, SENSITIVITY_STEP

FULL = 3.0
"""Multiple of the threshold at which a bar is full."""


COLOURS = {
    Reason.FORECAST: "forecast",
    Reason.RECONSTRUCTION: "reconstruction",
    Reason.TEMPLATE: "template",
    Reason.AUTOENCODER: "reconstruction",
    Reason.RHYTHM: "premature",
}
"""Field of the theme in which each reason is drawn."""

WORDS_PX = 60
"""Room for what the sensitivity control says of the thresholds, in pixels."""


class Bar(QWidget):
    """How far a score reached, with a mark at the threshold."""

    def __init__(self, theme: Theme, reason: Reason) -> None:
        super().__init__()
        self.theme = theme
        self._reason = reason
        self._multiple = 0.0

    def show_multiple(self, multiple: float) -> None:
        """Fill the bar to `multiple` of the level that normal beats seldom pass."""
        self._multiple = multiple
        self.setAccessibleName(f"{self._reason.value}: {multiple:.1f} times what normal beats seldom pass")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and thin."""
        return QSize(120, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw groove, filling and threshold mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        y, width = self.height() / 2, float(self.width())
        painter.setBrush(QColor(self.theme.border))
        painter.drawRoundedRect(QRectF(0, y - 3, width, 6), 3, 3)
        painter.setBrush(QColor(getattr(self.theme, COLOURS[self._reason])))
        filled = width * min(max(self._multiple, 0.0) / FULL, 1.0)
        if filled > 0:
            painter.drawRoundedRect(QRectF(0, y - 3, max(filled, 6.0), 6), 3, 3)
        painter.setBrush(QColor(self.theme.alert))
        painter.drawRect(QRectF(width / FULL - 1, y - 6, 2, 12))


def spoken(event: Event) -> dict[Reason, float]:
    """What each model says of an alert, as a multiple of what it seldom says of normal beats."""
    if event.reasons:
        return {r: m for r, m in event.reasons.items() if math.isfinite(m)}
    return {Reason(c.value): event.scores[c] / event.thresholds[c] for c in CHANNELS if c in event.scores}


class WhyPanel(QFrame):
    """What speaks for the last alert; a bar beyond its mark fails."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        title = QLabel("Why this alert")
        title.setObjectName("title")
        self._words = QLabel("No alert so far.")
        self._words.setObjectName("small")
        self._words.setWordWrap(True)
        self._words.setMinimumHeight(28)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(2)
        self._bars: dict[Reason, Bar] = {}
        self._values: dict[Reason, QLabel] = {}
        for row, reason in enumerate(Reason):
            name, value = QLabel(reason.value), QLabel("–")
            name.setObjectName("small")
            value.setObjectName("small")
            value.setMinimumWidth(34)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._bars[reason], self._values[reason] = Bar(theme, reason), value
            grid.addWidget(name, row, 0)
            grid.addWidget(self._bars[reason], row, 1)
            grid.addWidget(value, row, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addWidget(title)
        column.addLayout(grid)
        column.addWidget(self._words)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        for bar in self._bars.values():
            bar.theme = theme
            bar.update()

    def show_event(self, event: Event | None) -> None:
        """Explain an alert, or say that there is none."""
        reasons = spoken(event) if event is not None else {}
        for reason in Reason:
            multiple = reasons.get(reason)
            self._bars[reason].show_multiple(multiple or 0.0)
            self._values[reason].setText("–" if multiple is None else f"{max(multiple, 0.0):.1f}×")
        why = event.why() if event is not None else "no alert so far"
        self._words.setText(why[0].upper() + why[1:] + ".")


class SensitivityPanel(QFrame):
    """One control for all thresholds."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        title, self._words = QLabel("Sensitivity"), QLabel()
        title.setObjectName("small")
        self._words.setObjectName("small")
        self._words.setMinimumWidth(WORDS_PX)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(SENSITIVITIES.start, SENSITIVITIES.stop - 1)
        self._slider.setPageStep(1)
        self._slider.setAccessibleName("Sensitivity: right is more alerts")
        self._slider.setToolTip("Further right: lower thresholds, more alerts")
        self._slider.valueChanged.connect(self.moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(title)
        row.addWidget(self._slider, 1)
        row.addWidget(self._words)
        self.show_step(0)

    def show_step(self, step: int | None) -> None:
        """Show a step of the control; None means that a threshold was dragged by hand."""
        if step is None:
            self._words.setText("set by hand")
            return
        self._slider.blockSignals(True)
        self._slider.setValue(step)
        self._slider.blockSignals(False)
        factor = SENSITIVITY_STEP**-step
        self._words.setText("as shipped" if not step else f"× {factor:.2f}")
