"""Normal only: train without one digit, and see whether the error gives it away."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from monitor.ui.lab.pane import Pane, panel, row, small
from monitor.ui.lab.pictures import PictureView, grey, heat, stack
from monitor.ui.lab.state import LabState
from monitor.ui.theme import SMALL, Theme

SIDE = 168
HOTTEST = 0.5
"""Squared error of a pixel at which the heat map is brightest."""


class AurocBars(QWidget):
    """AUROC of each left-out digit, with chance at one half."""

    def __init__(self, theme: Theme, values: dict[int, float]) -> None:
        super().__init__()
        self.theme = theme
        self._values = values
        self.chosen = 0
        self.setMinimumHeight(150)
        self.setAccessibleName("AUROC: " + ", ".join(f"{d} {v:.2f}" for d, v in values.items()))

    def sizeHint(self) -> QSize:
        """Wide enough for ten bars."""
        return QSize(320, 170)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a bar a digit, red below chance."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self.theme
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        foot, head = self.height() - 18.0, 16.0
        tall = foot - head
        pitch = self.width() / 10
        for digit, value in self._values.items():
            left = digit * pitch + pitch * 0.18
            colour = QColor(t.accent if value >= 0.5 else t.forecast)
            if digit != self.chosen:
                colour.setAlphaF(0.45)
            painter.fillRect(QRectF(left, foot - value * tall, pitch * 0.64, value * tall), colour)
            painter.setPen(QColor(t.text if digit == self.chosen else t.dim))
            painter.drawText(
                QRectF(digit * pitch, foot + 2, pitch, 14), Qt.AlignmentFlag.AlignCenter, str(digit)
            )
            number = QRectF(digit * pitch, foot - value * tall - 14, pitch, 14)
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, f"{value:.2f}".lstrip("0"))
        painter.setPen(QColor(t.alert))
        painter.drawLine(0, round(foot - 0.5 * tall), self.width(), round(foot - 0.5 * tall))


class AnomalyPane(Pane):
    """The thread from the digits to the ECG."""

    words = (
        "This network never saw the digit you leave out, so it should rebuild it badly; that error is the "
        "alarm, "
        "exactly as in the ECG tab's autoencoder lane, where “normal only” means normal beats. And it fails "
        "where the "
        "unseen is easy: a 1 is a mere stroke, which every network can draw."
    )
    formula = "score(x) = mean (x − x̂)²;   AUROC = P(score of a left-out digit > score of a known one)"

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits.figures import load_figures

        self.figures = {int(row["digit"]): row for row in load_figures()["anomaly"]}
        self._digits = QButtonGroup(self)
        chosen = QHBoxLayout()
        chosen.setSpacing(4)
        for digit in range(10):
            choice = QPushButton(str(digit))
            choice.setCheckable(True)
            choice.setObjectName("card")
            choice.setFixedSize(34, 34)
            choice.setAccessibleName(f"Leave out the {digit}")
            self._digits.addButton(choice, digit)
            chosen.addWidget(choice)
        self._digits.button(0).setChecked(True)
        self._digits.idClicked.connect(lambda _: self._show_input())
        self._views = {
            "input": PictureView(theme, SIDE, "The input"),
            "rebuilt": PictureView(theme, SIDE, "What the network rebuilds"),
            "error": PictureView(theme, SIDE, "Where it errs"),
        }
        self._score = small()
        self.bars = AurocBars(theme, {d: float(row["auroc"]) for d, row in self.figures.items()})
        self._said = small()
        self._said.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(panel("Train without the digit…", row(chosen, 1)))
        titles = {"input": "Input", "rebuilt": "Rebuilt", "error": "Squared error"}
        left.addLayout(row(*(panel(titles[n], v) for n, v in self._views.items()), 1, spacing=10))
        left.addWidget(self._score)
        left.addStretch(1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addLayout(left, 6)
        right = QVBoxLayout()
        right.addWidget(
            panel(
                "How well the error finds it", self.bars, self._said, note=small("AUROC, 10 000 test digits")
            )
        )
        right.addStretch(1)
        content.addLayout(right, 4)
        self.body.addLayout(content)
        state.input_changed.connect(self._show_input)
        self._show_input()

    def leave_out(self, digit: int) -> None:
        """Leave out a digit."""
        self._digits.button(digit).setChecked(True)
        self._show_input()

    def _show_input(self) -> None:
        from models.digits import catalogue
        from models.digits.anomaly import error_map

        digit = self._digits.checkedId()
        self.bars.chosen = digit
        self.bars.update()
        auroc = float(self.figures[digit]["auroc"])
        verdict = "The error finds it." if auroc >= 0.8 else "The error finds some of them."
        if auroc < 0.5:
            verdict = "<b>Worse than chance:</b> the unseen digit is rebuilt better than the seen ones."
        self._said.setText(f"Left out {digit}: AUROC {auroc:.3f}. {verdict} The line marks chance (0.5).")
        picture = self.state.picture
        if picture is None:
            self.say("Draw a digit, or pick a card.")
            return
        self.say("")
        model = catalogue.load(f"without-{digit}")
        errors = error_map(model, picture)[0]
        self._views["input"].show_image(grey(picture))
        self._views["rebuilt"].show_image(grey(model.reconstruct(picture)[0]))
        self._views["error"].show_image(heat(errors, HOTTEST))
        self._score.setText(f"mean squared error of this input: {float(np.mean(errors)):.4f}")

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        super().restyle(theme)
        self.bars.theme = theme
        self.bars.update()

    def picture(self) -> QImage:
        """Input, reconstruction and error."""
        return stack([(name, view.image) for name, view in self._views.items()], 140, self.theme)
