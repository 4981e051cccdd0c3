"""What the tug-of-war and the lesson share: a training that needs MNIST, with its curves and its map."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QPushButton

from monitor.ui.lab.map_view import MapView
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.pictures import grey
from monitor.ui.lab.state import LabState
from monitor.ui.lab.training import Progress, VaeTraining
from monitor.ui.theme import SMALL, Theme

KEPT = 20_000
"""Batches kept in the curves; older ones make room."""


class Curves(pg.PlotWidget):
    """Reconstruction and KL against epochs."""

    def __init__(self, theme: Theme, label: str, colours: dict[str, str]) -> None:
        super().__init__(background=theme.panel)
        item = self.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.showGrid(x=True, y=True, alpha=0.15)
        item.setLabel("left", label, color=theme.dim, **{"font-size": f"{SMALL}px"})
        for side in ("left", "bottom"):
            item.getAxis(side).setPen(pg.mkPen(theme.border))
            item.getAxis(side).setTextPen(pg.mkPen(theme.dim))
            item.getAxis(side).enableAutoSIPrefix(False)
        item.getAxis("left").setWidth(48)
        self.setAccessibleName(f"Curves of {' and '.join(colours)} against epochs")
        self._lines = {name: item.plot(pen=pg.mkPen(c, width=1)) for name, c in colours.items()}
        self._x = np.zeros(0, np.float32)
        self._y = {name: np.zeros(0, np.float32) for name in colours}

    def clear_curves(self) -> None:
        """Begin anew."""
        self._x = self._x[:0]
        self._y = {name: y[:0] for name, y in self._y.items()}
        for line in self._lines.values():
            line.setData([], [])

    def add(self, x: np.ndarray, **values: np.ndarray) -> None:
        """Add points, each array of shape (k,)."""
        self._x = np.concatenate([self._x, x])[-KEPT:]
        for name, new in values.items():
            self._y[name] = np.concatenate([self._y[name], new])[-KEPT:]
            # Half a thousand points are as much as the plot's width can show.
            step = max(1, len(self._x) // 500)
            self._lines[name].setData(self._x[::step], self._y[name][::step])


class TrainingPane(Pane):
    """Base of panes that train: brings MNIST first, and leaves no thread behind."""

    epochs: int | None = None

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.training: VaeTraining | None = None
        self.map = MapView(theme, "The map while it is learned")
        self.start_button = QPushButton("Start")
        self.start_button.setObjectName("primary")
        self.start_button.clicked.connect(self.start)
        self._wanted = False
        state.mnist_changed.connect(self._on_mnist)

    @property
    def running(self) -> bool:
        """Whether a training is under way, paused or not."""
        return self.training is not None

    @property
    def beta(self) -> float:
        """Weight of the KL divergence."""
        return 1.0

    def start(self) -> None:
        """Begin a training from scratch; where MNIST is not at hand, bring it first."""
        if self.state.mnist is None:
            self._wanted = True
            self.say("Bringing MNIST…")
            self.state.fetch_mnist()
            return
        self.stop()
        self._wanted = False
        self.say("")
        self.began()
        training = VaeTraining(self.state.mnist.train.images, beta=self.beta, epochs=self.epochs, parent=self)
        training.told.connect(self.told)
        training.failed.connect(self._on_failed)
        training.finished.connect(self._on_finished)
        self.training = training
        training.start()
        self.changed()

    def stop(self) -> None:
        """End the training; what has been learned so far stays on the screen."""
        training, self.training = self.training, None
        if training is not None:
            training.stop()
            training.deleteLater()
            self.changed()

    def _on_mnist(self) -> None:
        if self.state.mnist is not None and self._wanted:
            self.start()
        elif self._wanted and self.state.mnist_problem:
            self._wanted = False
            self.say(self.state.mnist_problem)

    def _on_failed(self, why: str) -> None:
        self.say(f"The training stopped: {why}")
        self.stop()

    def _on_finished(self) -> None:
        if self.training is not None and self.training.isFinished():
            training, self.training = self.training, None
            training.deleteLater()
            self.changed()

    # What the panes add ---------------------------------------------------------------------------

    def began(self) -> None:
        """Make room for a new training."""

    def changed(self) -> None:
        """Show whether a training runs."""

    def told(self, progress: Progress) -> None:
        """Show how far it has come."""
        if progress.tiles is not None:
            self.map.show_ground(grey(progress.tiles), smooth=True)
