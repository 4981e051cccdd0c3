"""Normal only: train without one digit, and see whether the error gives it away."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout

from models.contract.messages import Done, Message, Start, Step, TrainWithout
from monitor.ui.kit.parts import panel, row, small, small_markup
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.auroc_bars import CHANCE, AurocBars
from monitor.ui.lab.widgets.digit_chooser import DigitChooser
from monitor.ui.lab.widgets.pictures import PictureView, grey, heat, stack
from monitor.ui.lab.work_pane import WorkPane

if TYPE_CHECKING:
    from models.digits.model import DigitModel

SIDE = 132
HOTTEST = 0.5
"""Squared error of a pixel at which the heat map is brightest."""

FOUND = 0.8
"""From this AUROC on the error is said to find a digit."""

LINES = (("shipped", "shipped"), ("here", "trained here"))


class AnomalyPane(WorkPane):
    """The thread from the digits to the ECG."""

    work = "The training"
    formula = r"""
        error $= \frac{1}{784} \sum_{i=1}^{784} (x_i - \hat{x}_i)^2$
        AUROC $= P($error of a left-out digit $>$ error of a known one$)$
    """

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits.figures import load_figures

        self.figures = {int(row["digit"]): row for row in load_figures()["anomaly"]}
        self.trained: dict[int, DigitModel] = {}
        self._training = 0
        self._seed = 1
        self._epochs = 0
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.digits = DigitChooser("Leave out the", 0)
        self.digits.picked.connect(self.refresh)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1000)
        self._input = PictureView(theme, SIDE, "The input")
        self._rebuilt = {n: PictureView(theme, SIDE, f"What the network {w} rebuilds") for n, w in LINES}
        self._error = {n: PictureView(theme, SIDE, f"Where the network {w} errs") for n, w in LINES}
        self._scores = {name: small() for name, _ in LINES}
        self.bars = AurocBars(theme, {d: float(row["auroc"]) for d, row in self.figures.items()})
        self.said = small_markup()
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setMinimumHeight(48)
        self._build()
        self.changed()

    @property
    def words(self) -> str:
        """What it shows, with what the monitor's own autoencoder does."""
        from models.explain.figures import shipped_figures

        figures = shipped_figures()
        redraws = "" if figures is None else f", and of patients new to it redraws {figures}"
        return (
            "This network never saw the digit you leave out, so it should rebuild it badly; that error is "
            "the alarm, exactly as in the Monitor's autoencoder lane, where “normal only” means normal beats"
            f"{redraws}. And it fails where the unseen is easy: a 1 is a mere stroke, which every network "
            "can draw."
        )

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for column, text in enumerate(("Input", "Rebuilt", "Squared error")):
            grid.addWidget(small(text), 0, column)
        grid.addWidget(self._input, 1, 0)
        for line, (name, _) in enumerate(LINES):
            grid.addWidget(self._rebuilt[name], 1 + 2 * line, 1)
            grid.addWidget(self._error[name], 1 + 2 * line, 2)
            grid.addWidget(self._scores[name], 2 + 2 * line, 1, 1, 2)
        grid.setColumnStretch(3, 1)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column_of in (left, right):
            column_of.setSpacing(10)
        left.addWidget(
            panel(
                "Train without the digit…",
                self.digits,
                row(self.start_button, self.stop_button, self.where, 1, spacing=10),
                self._progress,
            )
        )
        left.addWidget(panel("Normal only", grid))
        left.addStretch(1)
        note = small("AUROC, 10 000 test digits")
        right.addWidget(panel("How well the error finds it", self.bars, self.said, note=note), 1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addLayout(left, 5)
        content.addLayout(right, 5)
        self.body.addLayout(content)

    def leave_out(self, digit: int) -> None:
        """Leave out a digit."""
        self.digits.choose(digit)

    # Training here --------------------------------------------------------------------------------

    def request(self, mnist: Path) -> TrainWithout:
        """Ask for a network that never sees the chosen digit; each training begins from other weights."""
        self._folder = tempfile.TemporaryDirectory(prefix="digit-lab-")
        self._training = self.digits.digit
        self._seed += 1
        self._epochs = 0
        return TrainWithout(str(mnist), self._training, self._seed, self._folder.name)

    def told(self, message: Message) -> str:
        """Show how far the training has come, and what it has brought."""
        if isinstance(message, Done):
            from models.digits import catalogue

            digit = self._training
            self.trained[digit] = catalogue.read(f"without-{digit}", Path(message.file))
            self.bars.measured(digit, message.metrics["auroc"])
            self.figures[digit] = {**self.figures[digit], "here": message.metrics["auroc"]}
            self._progress.setValue(1000)
            self.show_input()
            return f"trained without the {digit}"
        if isinstance(message, Start):
            self._epochs = message.epochs
        if not isinstance(message, Step):
            return ""
        self._progress.setValue(round(1000 * message.done / message.total))
        return f"epoch {message.epoch} of {self._epochs}, loss {message.loss:.1f} nats"

    def changed(self) -> None:
        """Show whether a training runs."""
        super().changed()
        if self.job is None and self._folder is not None:
            self._folder.cleanup()
            self._folder = None
        self.start_button.setText("Train anew" if self.digits.digit in self.trained else "Train it here")

    # The input ------------------------------------------------------------------------------------

    def show_input(self) -> None:
        """Show what becomes of the present input."""
        from models.digits import catalogue

        digit = self.digits.digit
        self.changed()
        self.bars.choose(digit)
        self.said.setText(_verdict(digit, self.figures[digit]))
        picture = self.state.picture
        if picture is None:
            return
        self._input.show_image(grey(picture))
        self._show_line("shipped", catalogue.load(f"without-{digit}"), picture)
        self._show_line("here", self.trained.get(digit), picture)

    def _show_line(self, name: str, model: DigitModel | None, picture: np.ndarray) -> None:
        from models.digits.anomaly import error_map

        if model is None:
            self._rebuilt[name].show_image(None)
            self._error[name].show_image(None)
            self._scores[name].setText("not trained here yet")
            return
        errors = error_map(model, picture)[0]
        self._rebuilt[name].show_image(grey(model.reconstruct(picture)[0]))
        self._error[name].show_image(heat(errors, HOTTEST))
        self._scores[name].setText(f"{dict(LINES)[name]}: mean squared error {float(np.mean(errors)):.4f}")

    def picture(self) -> QImage:
        """Input, reconstruction and error."""
        views = {"input": self._input}
        for name, words in LINES:
            if not self._rebuilt[name].image.isNull():
                views |= {f"rebuilt, {words}": self._rebuilt[name], f"error, {words}": self._error[name]}
        return stack([(name, view.image) for name, view in views.items()], 140, self.theme)


def _verdict(digit: int, figures: dict[str, float]) -> str:
    auroc = figures["auroc"]
    if auroc < CHANCE:
        verdict = (
            "<b>Worse than chance:</b> the unseen digit is rebuilt better than the seen ones. On the Monitor "
            "page the same happens to a beat that is abnormal and yet easy to draw."
        )
    else:
        verdict = "The error finds it." if auroc >= FOUND else "The error finds some of them."
    here = f", trained here {figures['here']:.3f}" if "here" in figures else ""
    return f"Left out {digit}: AUROC {auroc:.3f}{here}. {verdict} Dashed line: chance (0.5)."
