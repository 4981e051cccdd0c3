"""Write me a 7: the conditional VAE, a plane of styles for each digit."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from assets.phrase import phrase
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.digit_chooser import DigitChooser
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey
from monitor.ui.lab.widgets.plane.map_view import MapView

TILES = 12


class WritePane(Pane):
    """Ask for a digit, then walk through its styles."""

    takes_input = False
    words = phrase(
        "This network is told which digit to draw, so its two numbers are left with the handwriting: "
        "slant, width, weight. Point anywhere: the digit stays, the hand changes, and all ten digits "
        "stand beside it in that same hand."
    )
    formula = pieces_of(
        phrase("encoder {q}, decoder {p}", q=r"$q(z \mid x, y)$", p=r"$p(x \mid z, y)$"),
        r"$\min\; -\log p(x \mid z, y) + \mathrm{KL}(q(z \mid x, y) \,\|\, N(0, I))$",
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits import catalogue

        self._network = catalogue.load("cvae")
        self._judge = catalogue.load_judge()
        self.view = MapView(theme, tr("Plane of handwriting styles"))
        self.view.pointed.connect(self._point)
        self.digits = DigitChooser(tr("Write a {digit}"), 7)
        self.digits.picked.connect(self._ask)
        self._here, self._said = PictureView(theme, 176, tr("The digit written")), small()
        self._row = [PictureView(theme, 66, tr("A {d} in the same hand").format(d=d)) for d in range(10)]
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(panel(tr("Write me a…"), self.digits))
        right.addWidget(panel(tr("In this hand"), row(self._here, 1), self._said))
        right.addWidget(
            panel(
                tr("All ten in the same hand"),
                row(*self._row[:5], 1, spacing=4),
                row(*self._row[5:], 1, spacing=4),
            )
        )
        right.addStretch(1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addWidget(self.view, 5)
        content.addLayout(right, 4)
        self.body.addLayout(content)
        self._ask()

    @property
    def digit(self) -> int:
        """The digit asked for."""
        return self.digits.digit

    def ask(self, digit: int) -> None:
        """Ask for a digit."""
        self.digits.choose(digit)

    def _ask(self) -> None:
        from models.digits.space.latent import decode_grid, mosaic

        self.view.show_ground(grey(mosaic(decode_grid(self._network, TILES, label=self.digit))))
        self._point(*(self.view.marks.cursor or (0.0, 0.0)))

    def _point(self, x: float, y: float) -> None:
        z = np.array([x, y], np.float32)
        self.view.marks.cursor = (x, y)
        self.view.update()
        pictures = self._network.decode(np.tile(z, (10, 1)), np.arange(10))
        for view, picture in zip(self._row, pictures, strict=True):
            view.show_image(grey(picture))
        self._here.show_image(grey(pictures[self.digit]))
        chance = self._judge.probabilities(pictures[self.digit])[0]
        best = int(chance.argmax())
        self._said.setText(
            tr("style ({x:+.2f}, {y:+.2f});  the judge reads a {best}, sure to {chance:.2f}").format(
                x=x, y=y, best=best, chance=chance[best]
            )
        )

    def picture(self) -> QImage:
        """The plane."""
        return self.view.grab(self.view.square.toRect()).toImage()
