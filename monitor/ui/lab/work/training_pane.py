"""What the tug-of-war and the lesson share: the training of a VAE, its map, and the net that comes of it."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

import numpy as np

from assets.errors import AssetError
from assets.phrase import phrase
from models.contract.messages.commands import Keep, TrainVae
from models.contract.messages.lab import Clouds, Kept, Losses, Picture
from models.contract.messages.message import Message
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import button
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.pictures import grey
from monitor.ui.lab.widgets.plane.map_view import MapView
from monitor.ui.lab.work.work_pane import WorkPane

DIMMED = 0.5
"""Share of the tiles' brightness that is left beneath clouds."""

USE = phrase("Puts the net as it is now into Map, Resample, Family and Anomaly, until the program ends")


class TrainingPane(WorkPane):
    """Base of panes that train a VAE and show its map while it learns.

    Attributes
    ----------
    kept : str
        Name of the net that the last training left behind, or nothing.
    """

    work = phrase("The training")
    epochs: int | None = None
    clouds = False

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.kept = self._kept_as = ""
        self._finishing = False
        self.use_button = button(tr("Use this net"), self.use)
        self.use_button.setToolTip(tr(USE))
        self.use_button.setEnabled(False)
        self.stop_button.clicked.disconnect()
        self.stop_button.clicked.connect(self.finish)
        self.map = MapView(theme, tr("The map while it is learned"), walkable=False)
        self.map.invite(tr("The map appears here as soon as the training begins."))
        self._ink: np.ndarray | None = None

    @property
    def beta(self) -> float:
        """Weight of the KL divergence."""
        return 1.0

    def request(self, mnist: Path) -> TrainVae:
        """Ask for the course's VAE."""
        name = self.state.new_own_name() if self.epochs is not None else ""
        out = str(self.state.own_folder)
        return TrainVae(str(mnist), self.beta, self.epochs, 0, self.clouds, out, name)

    # What comes of it -----------------------------------------------------------------------------

    def finish(self) -> None:
        """End the training, and keep what it has come to; asked twice, or before it began, end it at once."""
        if self.job is None or self._finishing or not self.learning:
            self.stop()
            return
        self._finishing = True
        self.where.setText(tr("stopping: the net is kept…"))
        self.job.tell(Keep(self.state.new_own_name(), end=True))

    @property
    def learning(self) -> bool:
        """Whether the training under way has told anything yet."""
        return self.running and bool(self._at)

    def use(self) -> None:
        """Offer the net to the other panes: the one that the training left behind, or as it is now."""
        if self.learning and self.job is not None:
            self.job.tell(Keep(self.state.new_own_name()))
        elif self.kept:
            self._take(self.kept, self._kept_as)

    def _take(self, name: str, what: str) -> None:
        try:
            self.state.take_own(name, what)
        except AssetError as error:
            self.say(complaint(error))
            return
        self.say(
            tr(
                "Your net “{what}” is in Map, Resample, Family and Anomaly now, until the program ends."
            ).format(what=tr(what))
        )
        self.changed()

    def began(self) -> None:
        """Forget the last training's net and show nothing of its clouds."""
        self.kept, self._finishing = "", False
        self.map.marks.clouds = None

    def changed(self) -> None:
        """Show whether there is a net to be used."""
        super().changed()
        taken = self.kept in self.state.own
        self.use_button.setEnabled(self.learning or (bool(self.kept) and not taken))

    def told(self, message: Message) -> str:
        """Show the map, or how far the training has come."""
        if isinstance(message, Picture):
            self._ink = np.frombuffer(message.ink, np.uint8).reshape(message.height, message.width)
            self.show_map()
        elif isinstance(message, Clouds):
            self._show_clouds(message)
        elif isinstance(message, Kept):
            self._on_kept(message)
        if not isinstance(message, Losses) or self._finishing:
            return ""
        if not self._at:
            self._at = tr("epoch {epoch}").format(epoch=1)
            self.changed()  # from now on there is a net to be used
        self.progressed(message)
        return tr("epoch {epoch}, batch {step} of {steps}").format(
            epoch=message.epoch, step=message.step, steps=message.steps
        )

    def _on_kept(self, kept: Kept) -> None:
        what = self.name_of(kept)
        if self._finishing or (self.epochs is not None and kept.epochs >= self.epochs):
            self.kept, self._kept_as = kept.name, what
            if self._finishing:
                self.where.setText(tr("stopped in {at}").format(at=self._at))
            self.changed()
        else:
            self._take(kept.name, what)

    def name_of(self, kept: Kept) -> str:
        """What a net that was kept is called on the screen, in a few words."""
        return phrase("β {beta:g}, {epochs:.1f} epochs", beta=kept.beta, epochs=kept.epochs)

    # The map --------------------------------------------------------------------------------------

    def _show_clouds(self, clouds: Clouds) -> None:
        """Lay the clouds over the map, which reaches as far as they do."""
        means, stds = (np.frombuffer(part, "<f4").reshape(-1, 2) for part in (clouds.means, clouds.stds))
        if clouds.reach != self.map.extent.half:
            self.map.set_home(clouds.reach)
        self.map.marks.clouds = (means, stds, np.frombuffer(clouds.digits, np.uint8))
        self.map.marks.prior = True
        self.map.update()

    def show_map(self) -> None:
        """Show the tiles, dimmed where clouds lie over them."""
        if self._ink is not None:
            dimmed = self.map.marks.clouds is not None
            self.map.show_ground(grey((self._ink * DIMMED).astype(np.uint8) if dimmed else self._ink))

    @abstractmethod
    def progressed(self, losses: Losses) -> None:
        """Show how far it has come."""
