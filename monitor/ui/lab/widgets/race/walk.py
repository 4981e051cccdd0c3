"""One chain, watched step by step: where a digit walks, and a way between two digits that it repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor.ui.kit.drawing.motion import still
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey
from monitor.ui.lab.widgets.plane.map_view import MapView

if TYPE_CHECKING:
    import torch

    from models.digits.model import DigitModel
    from models.digits.sampling.racers import Racer

TICK_MS = 90
"""A step of the chain takes a millisecond or two; this is for the eye."""

SHOWN = (0, 1, 2, 3, 5, 10, 20, 50)
"""Steps whose pictures stay on the screen."""

ARC = 7
"""Pictures between two digits."""

DIMMED = 0.6

Array = npt.NDArray[np.float32]


class ChainWalk(QWidget):
    """A digit's walk, and the arc from it to another digit before and after as many steps.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    arrived = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        from models.digits import catalogue

        self._judge = catalogue.load_judge()
        self._other = 0
        self._model: DigitModel | None = None
        self._racer: Racer | None = None
        self._picture: Array | None = None
        self._chance = False
        self._seed = 0
        self._steps = 0
        self._z: torch.Tensor | None = None
        self.trail: list[Array] = []
        self.map = MapView(theme, tr("Latent map with the chain's trail; a click lets the chain begin there"))
        self.map.pressed.connect(self.from_place)
        self._map_panel = panel(tr("Its trail"), self.map, note=small(tr("click to begin")))
        self._strip = [PictureView(theme, 46, tr("After {k} steps").format(k=k)) for k in SHOWN]
        self._said = small()
        self._said.setWordWrap(True)
        self._captions = [small(str(k)) for k in SHOWN]
        captions = [_over(head, view) for head, view in zip(self._captions, self._strip, strict=True)]
        self._arc = [PictureView(theme, 46, tr("Picture {i} on the arc").format(i=i + 1)) for i in range(ARC)]
        self._repaired = [
            PictureView(theme, 46, tr("Picture {i} after the chain").format(i=i + 1)) for i in range(ARC)
        ]
        starts = row(
            button(tr("From your digit"), self.from_input), button(tr("From chance"), self.from_chance), 1
        )
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(
            panel(
                tr("Decoded, encoded, and again"), row(*captions, 1, spacing=4), self._said, starts,
                note=small(tr("by steps")),
            )
        )  # fmt: skip
        right.addWidget(
            panel(
                tr("On the way to another digit"),
                row(*self._arc, 1, spacing=4),
                row(*self._repaired, button(tr("Another"), self.another), 1, spacing=4),
                note=small(tr("below: after the chain")),
            )
        )
        right.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(14)
        whole.addWidget(self._map_panel, 4)
        whole.addLayout(right, 5)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._step)

    def hasHeightForWidth(self) -> bool:
        """The map takes what height there is, rather than what it would like to have."""
        return False

    @property
    def walking(self) -> bool:
        """Whether the chain is under way."""
        return self._timer.isActive()

    def choose(self, racer: Racer, steps: int) -> None:
        """Walk on a model, so many steps."""
        from models.digits import catalogue
        from models.digits.space.latent import decode_grid, mosaic

        if racer is not self._racer:
            self._racer, self._model = racer, catalogue.load(racer.name)
            self._map_panel.setVisible(racer.latent == 2)
            if racer.latent == 2:
                self.map.show_ground(grey(DIMMED * mosaic(decode_grid(self._model))))
        self._steps = steps
        for k, head, view in zip(SHOWN, self._captions, self._strip, strict=True):
            head.setVisible(k <= steps)
            view.setVisible(k <= steps)
        self.begin()

    def show_digit(self, picture: Array) -> None:
        """Take up the learner's digit."""
        self._picture, self._chance = picture, False
        self.begin()

    def from_input(self) -> None:
        """Begin at the learner's digit."""
        self._chance, self._seed = False, self._seed + 1
        self.begin()

    def from_chance(self) -> None:
        """Begin at a code drawn by chance."""
        self._chance, self._seed = True, self._seed + 1
        self.begin()

    def from_place(self, x: float, y: float) -> None:
        """Begin at a place of the map."""
        self._seed += 1
        self.begin(np.array([x, y], np.float32))

    def another(self) -> None:
        """Take another digit as the arc's other end."""
        # Fourteen on is another digit whatever number of examples each digit has.
        from models.digits.pictures.examples import load_examples

        self._other = (self._other + 14) % len(load_examples())
        self.begin()

    def begin(self, place: Array | None = None) -> None:
        """Begin anew, where told or where it began the last time."""
        import torch

        from models.digits.pictures.examples import PER_DIGIT, example
        from models.digits.space.latent import slerp

        if self._model is None or self._picture is None or self._racer is None:
            return
        self._generator = torch.Generator().manual_seed(self._seed)
        self._chain = self._racer.chain()
        far = example(*divmod(self._other, PER_DIGIT))
        own, other = self._model.encode(np.stack([self._picture, far]))
        start = own
        if place is not None:
            start = place
        elif self._chance:
            start = torch.randn(self._racer.latent, generator=self._generator).numpy()
        arc = slerp(own, other, np.linspace(0, 1, ARC))
        for view, picture in zip(self._arc, self._model.decode(arc), strict=True):
            view.show_image(grey(picture))
        self._z = torch.from_numpy(np.concatenate([start[None], arc]).astype(np.float32))
        self.trail = [start]
        for view in self._strip:
            view.show_image(None)
        self._show()
        self.resume()

    def resume(self) -> None:
        """Go on where the chain has not arrived; a walk that nobody sees waits."""
        if self.isVisible() and self._z is not None and len(self.trail) <= self._steps:
            self._timer.start()
        elif self._z is not None and len(self.trail) > self._steps:
            self._timer.stop()
            self.arrived.emit()

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()

    def _step(self) -> None:
        """Take one step, of the digit and of all pictures on the arc together."""
        assert self._z is not None
        self._z = self._chain.step(self._z, self._generator)
        self.trail.append(self._z[0].numpy())
        self._show(whole=not still() or len(self.trail) > self._steps)
        self.resume()

    def _show(self, *, whole: bool = True) -> None:
        """Show how far the chain is; if not `whole`, what stays in the row of pictures alone."""
        assert self._z is not None
        assert self._model is not None
        step = len(self.trail) - 1
        if not whole and step not in SHOWN:
            return
        here, *repaired = self._model.decode(self._z.numpy())
        if step in SHOWN:
            self._strip[SHOWN.index(step)].show_image(grey(here))
        if not whole:
            return
        chance = self._judge.probabilities(here)[0]
        best = int(chance.argmax())
        self._said.setText(
            tr("after {step} steps the judge reads a {best}, sure to {chance:.2f}").format(
                step=step, best=best, chance=chance[best]
            )
        )
        for view, picture in zip(self._repaired, repaired, strict=True):
            view.show_image(grey(picture))
        if self.map.isVisibleTo(self):
            self.map.marks.path = np.array(self.trail)
            self.map.marks.cursor = (float(self.trail[-1][0]), float(self.trail[-1][1]))
            self.map.update()


def _over(caption: QWidget, view: PictureView) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(1)
    layout.addWidget(caption)
    layout.addWidget(view)
    return layout
