"""The network itself: your digit on its way through the layers, and what a unit looks for and adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout

from assets.phrase import phrase
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, column, row, small
from monitor.ui.kit.text import PlainLabel, capital
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.pictures import PictureView, difference
from monitor.ui.lab.widgets.flow.view import FlowView

if TYPE_CHECKING:
    from models.digits.flow.flow import Flow

SIDE = 96

SEEN = 0.005
"""A change of less than this, of full ink or of certainty, cannot be seen."""

FIRST = "vae"
"""The network shown at first: the course's."""


class NetworkPane(Pane):
    """Layers as columns, units to ask."""

    words = phrase(
        "Your digit goes through from left to right; each small square is a unit, red where it says much, "
        "blue where it says less than nothing. Click one to see its weights, which ink it waits for, and "
        "what of the outcome is there because of it. In an autoencoder all that follows the code knows "
        "nothing but it."
    )
    formula = pieces_of(
        phrase("a layer: {what}", what="$h = f(W x + b)$"),
        phrase("waits for: {what}", what=r"$\partial h_j / \partial x_i$"),
        phrase("adds: {what}", what=r"$\hat{x} - \hat{x}|_{h_j = 0}$"),
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits import catalogue

        self.flow: Flow | None = None
        self.model = QComboBox()
        self.model.setAccessibleName(tr("Network that is shown"))
        for entry in catalogue.FAMILY:
            if entry.name != "pca":  # it has no units
                self.model.addItem(tr(entry.title), entry.name)
        self.model.addItem(tr("judge, a classifier"), catalogue.JUDGE.name)
        self.model.setCurrentIndex(self.model.findData(FIRST))
        self.model.currentIndexChanged.connect(self._choose_model)
        self._about = small()
        self._about.setWordWrap(True)
        self.view = FlowView(theme)
        self.view.picked.connect(lambda *_: self._show_unit())
        self._unit = PlainLabel()
        self._unit.setStyleSheet("font-weight: 600;")
        self._unit.setWordWrap(True)
        self._said = small()
        self._said.setWordWrap(True)
        self.pictures = {
            name: PictureView(theme, SIDE, words)
            for name, words in (
                ("weights", tr("The unit's weights")),
                ("waits", tr("Which ink the unit waits for")),
                ("adds", tr("What the unit adds to the drawing")),
            )
        }
        self._captions = {
            name: small(words)
            for name, words in (
                ("weights", tr("its weights")),
                ("waits", tr("waits for")),
                ("adds", tr("adds")),
            )
        }
        shown = QHBoxLayout()
        shown.setSpacing(14)
        for name, picture in self.pictures.items():
            shown.addLayout(column(self._captions[name], picture))
        shown.addLayout(column(self._unit, self._said, self._about, None), 1)
        frame = QFrame()
        frame.setObjectName("panel")
        shown.setContentsMargins(16, 8, 16, 10)
        frame.setLayout(shown)
        self.body.addLayout(row(self.model, button(tr("Send it through again"), self._send), 1, spacing=12))
        self.body.addWidget(self.view, 1)
        self.body.addWidget(frame)

    def _choose_model(self) -> None:
        self.view.chosen = None
        self.refresh()

    def _send(self) -> None:
        """Let the picture go through once more."""
        if self.flow is not None:
            self.view.show_flow(self.flow.columns, moving=True)

    def show_input(self) -> None:
        """Send the present input through the network."""
        from models.digits import catalogue
        from models.digits.flow.flow import Flow

        if self.state.picture is None:
            self.say(tr("Draw a digit, or pick an example."))
            return
        self.say("")
        name = self.model.currentData()
        judge = name == catalogue.JUDGE.name
        network = catalogue.load_judge() if judge else catalogue.load(name)
        self._about.setText(tr(catalogue.entry(name).words))
        self.flow = Flow(network, self.state.picture)
        self.view.show_flow(self.flow.columns, moving=True)
        if self.view.chosen is None:
            first = self.flow.columns[1].values
            self.view.chosen = (1, int(np.abs(first.reshape(len(first), -1)).mean(1).argmax()))
        self._show_unit()

    def _show_unit(self) -> None:
        """Ask the chosen unit."""
        if self.flow is None or self.view.chosen is None:
            return
        at, unit = self.view.chosen
        weights, waits, adds = (
            self.flow.weights_of(at, unit),
            self.flow.reacts_to(at, unit),
            self.flow.adds(at, unit),
        )
        self._show("weights", weights)
        self._show("waits", waits)
        drawn = adds.ndim == 3
        seen = float(np.abs(adds).max()) >= SEEN
        self._show("adds", np.zeros((1, 1), np.float32) if not seen else adds[0] if drawn else adds[:, None])
        layer = self.flow.columns[at]
        said = tr("{layer}: {said}.").format(layer=capital(tr(layer.words)), said=self.view.said(at, unit))
        self._unit.setText(said)
        self._said.setText(
            tr("Red: for, or more ink; blue: against, or less.") + " " + _verdict(waits, adds, drawn)
        )

    def _show(self, name: str, values: npt.NDArray[np.float32]) -> None:
        top = float(np.abs(values).max())
        self.pictures[name].show_image(difference(values / max(top, 1e-9)))

    def stop(self) -> None:
        """Let nothing move."""
        self.view.stop()

    def picture(self) -> QImage:
        """The layers and the unit."""
        return self._scroll.grab().toImage()


def _verdict(waits: npt.NDArray[np.float32], adds: npt.NDArray[np.float32], drawn: bool) -> str:
    """What the unit's pictures say, in a sentence or two."""
    said = []
    if not waits.any():
        said.append(tr("No small change of the ink changes what it says here."))
    most = float(np.abs(adds).max())
    if most < SEEN:
        said.append(
            tr("Without it nothing would change that one could see.") if drawn else tr("It changes nothing.")
        )
    elif drawn:
        said.append(
            tr("Without it a pixel would change by up to {most:.0f} % of full ink.").format(most=100 * most)
        )
    else:
        digit = int(np.abs(adds).argmax())
        said.append(
            tr("It moves the {digit} by {points:+.0f} points of 100.").format(
                digit=digit, points=100 * float(adds[digit])
            )
        )
    return " ".join(said)
