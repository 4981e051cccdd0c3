"""Reproduce the lesson: five epochs with the course's settings, beside the published losses."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout

from assets.phrase import phrase
from models.contract.messages.lab import Kept, Losses
from models.digits import lesson
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import panel, row, small, small_markup
from monitor.ui.kit.plots.curves import CurveView
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.state import LabState
from monitor.ui.lab.work.training_pane import TrainingPane


class LessonPane(TrainingPane):
    """One button, five epochs, two columns of numbers, and the course's figure."""

    words = phrase(
        "The course trained this very network for five epochs and published its losses. Press the button "
        "and your computer does the same from scratch, in about a minute; the numbers differ a little, for "
        "chance draws the first weights."
    )
    formula = pieces_of(
        phrase(
            "{layers}, ReLU, sigmoid",
            layers=r"$784 \rightarrow 400 \rightarrow 2 \rightarrow 400 \rightarrow 784$",
        ),
        phrase("Adam {rate}, batches of 128, 5 epochs, pixels from 0 to 1", rate="$10^{-3}$"),
        phrase(
            "loss per image {equals}",
            equals=r"$= -\sum_i [x_i \log \hat{x}_i + (1 - x_i) \log(1 - \hat{x}_i)]"
            r" + \frac{1}{2} \sum_j (\mu_j^2 + \sigma_j^2 - 1 - \log \sigma_j^2)$",
        ),
    )
    epochs = lesson.EPOCHS

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.start_button.setText(tr("Reproduce the lesson"))
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1000)
        self.where.setText(tr("five epochs over 60,000 digits"))
        self.measured = [PlainLabel("–") for _ in range(lesson.EPOCHS)]
        self.losses: tuple[float, ...] = ()
        self.curve = CurveView(theme, tr("loss by batch, nats per image"), tr("epochs"), "accent")
        self.verdict = small_markup()
        self.verdict.setWordWrap(True)
        self.verdict.setMinimumHeight(48)
        table = self._table = QGridLayout()
        table.setHorizontalSpacing(24)
        for column, text in enumerate((tr("epoch"), tr("published"), tr("measured here"))):
            table.addWidget(small(text), 0, column)
        for i, published in enumerate(lesson.PUBLISHED_LOSSES):
            table.addWidget(PlainLabel(str(i + 1)), i + 1, 0)
            table.addWidget(PlainLabel(in_figures(published, ".2f")), i + 1, 1)
            table.addWidget(self.measured[i], i + 1, 2)
        table.setColumnStretch(3, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(
            panel(
                tr("The run"),
                row(self.start_button, self.stop_button, self.use_button, 1),
                self._progress,
                self.where,
            )
        )
        right.addWidget(panel(tr("Mean training loss, nats per image"), table, self.verdict))
        right.addWidget(self.curve, 1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addWidget(self.map, 5)
        content.addLayout(right, 4)
        self.body.addLayout(content, 1)

    def arrange(self, width: int) -> None:
        """Set the table's rows close in a low window."""
        self._table.setVerticalSpacing(1 if self.low else 6)
        self.verdict.setMinimumHeight(32 if self.low else 48)

    def began(self) -> None:
        """Clear the table."""
        super().began()
        self.losses = ()
        self.curve.clear()
        for label in self.measured:
            label.setText("–")
        self.verdict.setText("")

    def name_of(self, kept: Kept) -> str:
        """The lesson's net, where it is whole."""
        return phrase("the lesson") if kept.epochs >= lesson.EPOCHS else super().name_of(kept)

    def progressed(self, losses: Losses) -> None:
        """Fill the table epoch by epoch."""
        gone = (losses.epoch - 1 + losses.step / losses.steps) / lesson.EPOCHS
        self._progress.setValue(round(1000 * gone))
        whole = np.add(losses.reconstruction, losses.kl, dtype=np.float32)
        self.curve.add(np.array(losses.at, np.float32), whole)
        self.losses = losses.epoch_losses
        for label, loss in zip(self.measured, losses.epoch_losses, strict=False):
            label.setText(in_figures(loss, ".2f"))
        if len(losses.epoch_losses) == lesson.EPOCHS:
            last = losses.epoch_losses[-1]
            held = lesson.reproduced(losses.epoch_losses)
            words = (
                tr(
                    "<b>Reproduced.</b> The last epoch's loss is {last:.2f}; a faithful run ends within "
                    "{target} ± {tolerance}. The map is the course's figure."
                )
                if held
                else tr(
                    "<b>Not reproduced.</b> The last epoch's loss is {last:.2f}; a faithful run ends within "
                    "{target} ± {tolerance}. The map is the course's figure."
                )
            )
            self.verdict.setText(
                words.format(last=last, target=lesson.TARGET_LOSS, tolerance=lesson.TOLERANCE)
            )
