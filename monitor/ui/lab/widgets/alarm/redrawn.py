"""A picture, what networks redraw of it, and where they err."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QWidget

from assets.phrase import phrase
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey, heat

if TYPE_CHECKING:
    from models.digits.model import DigitModel

SIDE = 104
HOTTEST = 0.5
"""Squared error of a pixel at which the heat map is brightest."""

LINES = (("shipped", phrase("shipped")), ("here", phrase("trained here")))


class Redrawn(QWidget):
    """The input, and a line a network: the shipped one, and one trained here once there is one.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.input = PictureView(theme, SIDE, tr("The input"))
        self.rebuilt = {
            n: PictureView(theme, SIDE, tr("What the network {network} redraws").format(network=tr(w)))
            for n, w in LINES
        }
        self.error = {
            n: PictureView(theme, SIDE, tr("Where the network {network} errs").format(network=tr(w)))
            for n, w in LINES
        }
        self.said = {name: small() for name, _ in LINES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for column, text in enumerate((tr("Input"), tr("Redrawn"), tr("Squared error"))):
            grid.addWidget(small(text), 0, column)
        grid.addWidget(self.input, 1, 0)
        for line, (name, _) in enumerate(LINES):
            grid.addWidget(self.rebuilt[name], 1 + 2 * line, 1)
            grid.addWidget(self.error[name], 1 + 2 * line, 2)
            grid.addWidget(self.said[name], 2 + 2 * line, 1, 1, 2)
        grid.setColumnStretch(3, 1)

    def show_input(self, picture: npt.NDArray[np.float32]) -> None:
        """Show the input."""
        self.input.show_image(grey(picture))

    def show_line(self, name: str, model: DigitModel | None, picture: npt.NDArray[np.float32]) -> None:
        """Show what a network makes of it; without a network the line is not there."""
        from models.digits.anomaly import error_map

        there = model is not None
        self.rebuilt[name].setVisible(there)
        self.error[name].setVisible(there)
        if model is None:
            self.rebuilt[name].show_image(None)
            self.error[name].show_image(None)
            self.said[name].setText(tr("not trained here yet"))
            return
        errors = error_map(model, picture)[0]
        self.rebuilt[name].show_image(grey(model.reconstruct(picture)[0]))
        self.error[name].show_image(heat(errors, HOTTEST))
        self.said[name].setText(
            tr("{network}: mean squared error {error:.4f}").format(
                network=tr(dict(LINES)[name]), error=float(np.mean(errors))
            )
        )

    def images(self) -> list[tuple[str, QImage]]:
        """All that is shown, with captions."""
        found = [(tr("input"), self.input.image)]
        for name, words in LINES:
            if not self.rebuilt[name].image.isNull():
                found.append((tr("redrawn, {network}").format(network=tr(words)), self.rebuilt[name].image))
                found.append((tr("error, {network}").format(network=tr(words)), self.error[name].image))
        return found
