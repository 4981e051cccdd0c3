"""What the lab goes on with when its page is made anew in another language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.ui.lab.state import LabState, Picture

if TYPE_CHECKING:
    from assets.databases.mnist import Mnist
    from models.digits.own import OwnNet


@dataclass(frozen=True, eq=False)
class Legacy:
    """What a learner had before them, but for what a pane shows.

    Attributes
    ----------
    pane : str
        The pane shown.
    lesson : str or None
        The lesson that was taken; it goes on at the first step that is not done.
    picture, source, drawn
        The input, as `LabState` has it.
    own : dict of str to OwnNet
        The learner's nets, in memory.
    own_names : int
        How many names of nets were given.
    mnist, mnist_folder
        MNIST, where it had been read.
    """

    pane: str
    lesson: str | None
    picture: Picture | None
    source: str
    drawn: bool
    own: dict[str, OwnNet]
    own_names: int
    mnist: Mnist | None
    mnist_folder: Path | None

    @classmethod
    def of(cls, state: LabState, pane: str, lesson: str | None) -> Legacy:
        """Take it from a page that is given up."""
        return cls(
            pane, lesson, state.picture, state.source, state.drawn,
            dict(state.own), state.own_names, state.mnist, state.mnist_folder,
        )  # fmt: skip

    def give(self, state: LabState) -> None:
        """Give it to another page, all but pane and lesson."""
        state.own.update(self.own)
        state.own_names = self.own_names
        state.mnist, state.mnist_folder = self.mnist, self.mnist_folder
        state.own_changed.emit()
        state.mnist_changed.emit()
        state.show(self.picture, self.source, drawn=self.drawn)
