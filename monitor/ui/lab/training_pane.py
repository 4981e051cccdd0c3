"""What the tug-of-war and the lesson share: the training of a VAE, and its map."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

import numpy as np

from models.contract.messages import Losses, Message, Picture, TrainVae
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.map_view import MapView
from monitor.ui.lab.widgets.pictures import grey
from monitor.ui.lab.work_pane import WorkPane


class TrainingPane(WorkPane):
    """Base of panes that train a VAE and show its map while it learns."""

    work = "The training"
    epochs: int | None = None

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.map = MapView(theme, "The map while it is learned", walkable=False)
        self.map.invite("The map appears here as soon as the training begins.")

    @property
    def beta(self) -> float:
        """Weight of the KL divergence."""
        return 1.0

    def request(self, mnist: Path) -> TrainVae:
        """Ask for the course's VAE."""
        return TrainVae(str(mnist), self.beta, self.epochs, seed=0)

    def told(self, message: Message) -> str:
        """Show the map, or how far the training has come."""
        if isinstance(message, Picture):
            ink = np.frombuffer(message.ink, np.uint8).reshape(message.height, message.width)
            self.map.show_ground(grey(ink))
        if not isinstance(message, Losses):
            return ""
        self.progressed(message)
        return f"epoch {message.epoch}, batch {message.step} of {message.steps}"

    @abstractmethod
    def progressed(self, losses: Losses) -> None:
        """Show how far it has come."""
