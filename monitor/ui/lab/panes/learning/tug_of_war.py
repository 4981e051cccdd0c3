"""The tug-of-war: train a VAE live and turn the weight of the KL divergence while it learns."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSlider, QVBoxLayout

from assets.phrase import phrase
from models.contract.messages.commands import Go, Pause, TakeStep, Turn
from models.contract.messages.lab import Clouds, Losses
from models.contract.messages.message import Message
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row, small, small_markup
from monitor.ui.kit.plots.curves import CurveView
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.plots.loss_sum import LossSum
from monitor.ui.lab.work.training_pane import TrainingPane

BETAS = (0.0, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)

WHAT_BETA_IS = phrase(
    "At β = 1 it is the course's loss, the evidence lower bound. Turn it whenever you like."
)


SAME_TURN = 0.05
"""Turns of beta that follow within so many epochs are one mark: a slider is dragged over others."""


SMOOTHED = 20
"""Batches whose mean is shown as the present value of the two terms."""


LOW_PX = 600
"""A pane less high than this has its curves side by side, in logical pixels."""


class TugOfWarPane(TrainingPane):
    """Reconstruction against KL, with a slider between them."""

    clouds = True
    words = phrase(
        "Two forces pull: the reconstruction wants every digit in a place of its own, the KL divergence "
        "wants every cloud to be the dashed circle. Turn beta while it learns and watch the clouds of 300 "
        "training digits: at 0 they shrink to points and the map grows, at 64 they all become the circle and "
        "the map says nothing any more."
    )
    formula = pieces_of(
        phrase(
            "loss {equals}",
            equals=r"$= -\log p(x \mid z) + \beta \cdot \mathrm{KL}(q(z \mid x) \,\|\, N(0, I))$",
        ),
        r"$\mathrm{KL} = \frac{1}{2} \sum_j (\mu_j^2 + \sigma_j^2 - 1 - \log \sigma_j^2)$",
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.paused = False
        self.pause_button = QPushButton(tr("Pause", "the training"))
        self.pause_button.clicked.connect(self._toggle_pause)
        self._step = button(tr("One step"), self._step_once)
        self.sum = LossSum()
        self._latest = np.zeros((0, 2), np.float32)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, len(BETAS) - 1)
        self._slider.setValue(BETAS.index(1.0))
        self._slider.setAccessibleName(tr("Beta"))
        self._slider.valueChanged.connect(self._turn)
        self._beta_words = small()
        self._beta_words.setFixedWidth(48)
        self.note = small_markup()
        self.note.setText(tr(WHAT_BETA_IS))
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(32)
        self.curves = {
            "reconstruction": CurveView(
                theme, tr("reconstruction, nats"), tr("epochs"), "accent", whole=True
            ),
            "kl": CurveView(theme, tr("KL divergence, nats"), tr("epochs"), "reconstruction", whole=True),
        }
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(
            panel(
                tr("Pull"),
                row(self.start_button, self.pause_button, self._step, self.stop_button, 1),
                row(small(tr("weight of the KL")), self._slider, self._beta_words, spacing=12),
                row(self.where, 1, self.use_button),
                self.sum,
                self.note,
            )
        )
        self._curves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._curves.setSpacing(10)
        for curve in self.curves.values():
            self._curves.addWidget(curve, 1)
        right.addLayout(self._curves, 1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addWidget(self.map, 5)
        content.addLayout(right, 5)
        self.body.addLayout(content, 1)
        self._turn()
        self.changed()

    def arrange(self, width: int) -> None:
        """Set the curves side by side in a low window."""
        direction = QBoxLayout.Direction
        low = self.height() < LOW_PX
        self._curves.setDirection(direction.LeftToRight if low else direction.TopToBottom)

    @property
    def beta(self) -> float:
        """Weight of the KL divergence."""
        return BETAS[self._slider.value()]

    def set_beta(self, beta: float) -> None:
        """Move the slider to one of `BETAS`."""
        self._slider.setValue(BETAS.index(beta))

    def _turn(self) -> None:
        self._beta_words.setText(f"β = {in_figures(self.beta)}")
        if self.job is not None:
            self.job.tell(Turn(self.beta))
            self._mark()

    def _mark(self) -> None:
        """Mark in the curves where beta was turned; the last turn of a drag counts."""
        for curve in self.curves.values():
            at = float(curve.at[-1]) if len(curve.at) else 0.0
            while len(curve.marks) > 1 and at - curve.marks[-1][0] < SAME_TURN:
                curve.marks.pop()
            if not curve.marks or curve.marks[-1][1] != f"β {in_figures(self.beta)}":
                curve.marks.append((at, f"β {in_figures(self.beta)}"))
            curve.update()

    def _toggle_pause(self) -> None:
        if self.job is not None:
            self.paused = not self.paused
            self.job.tell(Pause() if self.paused else Go())
            self.changed()

    def _step_once(self) -> None:
        if self.job is None:
            self.start()
        if self.job is not None:
            self.paused = True
            self.job.tell(TakeStep())
            self.changed()

    def began(self) -> None:
        """Clear the curves."""
        super().began()
        self.paused = False
        for curve in self.curves.values():
            curve.clear()
            curve.marks = [(0.0, f"β {in_figures(self.beta)}")]
        self.sum.clear()
        self._latest = np.zeros((0, 2), np.float32)
        self.note.setText(tr(WHAT_BETA_IS))

    def told(self, message: Message) -> str:
        """Show how large the clouds are too."""
        at = super().told(message)
        if isinstance(message, Clouds):
            stds = np.frombuffer(message.stds, "<f4")
            self.sum.show_size(float(np.median(stds)), message.reach)
        return at

    def changed(self) -> None:
        """Show what can be done now."""
        super().changed()
        self.start_button.setText(tr("Start anew") if self.running else tr("Start"))
        self.pause_button.setText(
            tr("Go on") if self.running and self.paused else tr("Pause", "the training")
        )
        self.pause_button.setEnabled(self.running)

    def progressed(self, losses: Losses) -> None:
        """Draw the curves and the map, and say when the posterior collapses."""
        at, reconstruction, kl = (
            np.array(values, np.float32) for values in (losses.at, losses.reconstruction, losses.kl)
        )
        self.curves["reconstruction"].add(at, reconstruction)
        self.curves["kl"].add(at, kl)
        self._latest = np.concatenate([self._latest, np.stack([reconstruction, kl], 1)])[-SMOOTHED:]
        now = self._latest.mean(0)
        self.sum.show_terms(float(now[0]), float(now[1]), self.beta)
        if losses.collapsed:
            self.note.setText(
                tr(
                    "<b>The posterior has collapsed.</b> All digits share one cloud, and the "
                    "decoder draws the same mean digit everywhere. Lower beta to let them "
                    "apart."
                )
            )
        elif losses.asleep:
            if len(losses.asleep) == 1:
                words = tr("z{first} carries nothing at present: moving along it changes no digit.")
            else:
                words = tr(
                    "z{first} and z{last} carry nothing at present: moving along them changes no digit."
                )
            self.note.setText(words.format(first=losses.asleep[0] + 1, last=losses.asleep[-1] + 1))
        else:
            self.note.setText(tr("Both numbers of the code carry something."))
