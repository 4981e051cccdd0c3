"""The tug-of-war: train a VAE live and turn the weight of the KL divergence while it learns."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout

from models.contract.messages import Go, Losses, Pause, TakeStep, Turn
from monitor.ui.kit.parts import button, panel, row, small, small_markup
from monitor.ui.kit.plots.curves import CurveView
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.state import LabState
from monitor.ui.lab.training_pane import TrainingPane

BETAS = (0.0, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)

WHAT_BETA_IS = "At β = 1 it is the course's loss, the evidence lower bound. Turn it whenever you like."


class TugOfWarPane(TrainingPane):
    """Reconstruction against KL, with a slider between them."""

    words = (
        "Two forces pull: the reconstruction wants every digit in a place of its own, the KL divergence "
        "wants all clouds on top of each other. Turn beta while it learns: at 0 the clouds shrink to "
        "points, at 64 they all become the same one and the map says nothing any more."
    )
    formula = r"""
        loss $= -\log p(x \mid z) + \beta \cdot \mathrm{KL}(q(z \mid x) \,\|\, N(0, I))$
        $\mathrm{KL} = \frac{1}{2} \sum_j (\mu_j^2 + \sigma_j^2 - 1 - \log \sigma_j^2)$
    """

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.paused = False
        self.pause_button = QPushButton("Pause")
        self.pause_button.clicked.connect(self._toggle_pause)
        self._step = button("One step", self._step_once)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, len(BETAS) - 1)
        self._slider.setValue(BETAS.index(1.0))
        self._slider.setAccessibleName("Beta")
        self._slider.valueChanged.connect(self._turn)
        self._beta_words = small()
        self._beta_words.setFixedWidth(48)
        self.note = small_markup()
        self.note.setText(WHAT_BETA_IS)
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(32)
        self.curves = {
            "reconstruction": CurveView(theme, "reconstruction, nats per image", "epochs", "accent"),
            "kl": CurveView(theme, "KL divergence, nats per image", "epochs", "reconstruction"),
        }
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(
            panel(
                "Pull",
                row(self.start_button, self.pause_button, self._step, self.stop_button, 1),
                self.where,
                row(small("weight of the KL"), self._slider, self._beta_words, spacing=12),
                self.note,
            )
        )
        for curve in self.curves.values():
            right.addWidget(curve, 1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addWidget(self.map, 5)
        content.addLayout(right, 5)
        self.body.addLayout(content, 1)
        self._turn()
        self.changed()

    @property
    def beta(self) -> float:
        """Weight of the KL divergence."""
        return BETAS[self._slider.value()]

    def set_beta(self, beta: float) -> None:
        """Move the slider to one of `BETAS`."""
        self._slider.setValue(BETAS.index(beta))

    def _turn(self) -> None:
        self._beta_words.setText(f"β = {self.beta:g}")
        if self.job is not None:
            self.job.tell(Turn(self.beta))

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
        self.paused = False
        for curve in self.curves.values():
            curve.clear()
        self.note.setText(WHAT_BETA_IS)

    def changed(self) -> None:
        """Show what can be done now."""
        super().changed()
        self.start_button.setText("Start anew" if self.running else "Start")
        self.pause_button.setText("Go on" if self.running and self.paused else "Pause")
        self.pause_button.setEnabled(self.running)

    def progressed(self, losses: Losses) -> None:
        """Draw the curves and the map, and say when the posterior collapses."""
        at, reconstruction, kl = (
            np.array(values, np.float32) for values in (losses.at, losses.reconstruction, losses.kl)
        )
        self.curves["reconstruction"].add(at, reconstruction)
        self.curves["kl"].add(at, kl)
        if losses.collapsed:
            self.note.setText(
                "<b>The posterior has collapsed.</b> All digits share one cloud, and the decoder draws the "
                "same mean "
                "digit everywhere. Lower beta to let them apart."
            )
        elif losses.asleep:
            names = " and ".join(f"z{i + 1}" for i in losses.asleep)
            self.note.setText(f"{names} carries nothing at present: moving along it changes no digit.")
        else:
            self.note.setText("Both numbers of the code carry something.")
