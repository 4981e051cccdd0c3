"""One input, every autoencoder side by side."""

from __future__ import annotations

import math
from collections.abc import Mapping
from html import escape

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QImage
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from assets.errors import AssetError
from assets.phrase import phrase
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import row, small
from monitor.ui.kit.text import MarkupCaptionLabel, PlainLabel, capital
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.formulas.view import FormulaTip
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.pictures import PictureView, difference, grey, stack

SIDE = 84
COLUMNS = (3, 4, 5)
TILE_PX, LOW_TILE_PX = 176, 146
"""Width of a tile at the least, and in a low window, in logical pixels."""

TOLD = phrase(
    "Every model here squeezes your digit into a few numbers and rebuilds it from them; red is ink "
    "that got lost, blue is ink that was made up. One digit is a contest by chance: beside its error "
    "stands that on MNIST's 10,000 test digits. Try several hands, and see that the greatest code is not "
    "the best one."
)

ASKED = phrase(
    "Every model here squeezes your digit into a few numbers and rebuilds it from them; red is ink "
    "that got lost, blue is ink that was made up. One digit is a contest by chance: try several hands."
)


class Member(QFrame):
    """One model: what it makes of the input, what it loses, and how small its code is."""

    def __init__(self, theme: Theme, state: LabState, name: str, usual: float) -> None:
        super().__init__()
        self._state, self.usual = state, usual
        entry = state.entry(name)
        self.setObjectName("panel")
        self.setAccessibleName(tr(entry.title))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name, self.title = name, tr(entry.title)
        self.rebuilt = PictureView(theme, SIDE, tr("{title}: reconstruction").format(title=self.title))
        self.lost = PictureView(theme, SIDE, tr("{title}: difference to the input").format(title=self.title))
        self.tip = FormulaTip(self, self.rebuilt, tr(entry.words), tr(entry.formula))
        title = PlainLabel(self.title)
        title.setStyleSheet("font-weight: 600;")
        self.latent = entry.latent
        self._found, self._secret, self._low = "–", False, False
        self.error = small(self._told())  # two lines from the start: the tiles keep their height
        self.error.setToolTip(tr("Mean squared error on this digit, and on MNIST's test digits"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addWidget(title)
        column.addLayout(row(self.rebuilt, self.lost, 1, spacing=4))
        column.addWidget(self.error)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what it minimises to the keyboard as well."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.tip.show_at(self.mapToGlobal(self.rect().bottomLeft()))

    def show_picture(self, picture: np.ndarray) -> float:
        """Rebuild a picture and show it; its mean squared error."""
        made = self._state.model(self.name).reconstruct(picture)[0]
        error = float(np.mean((picture - made) ** 2))
        self.rebuilt.show_image(grey(made))
        self.lost.show_image(difference(picture - made))
        self._found = in_figures(error, ".4f")
        self.error.setText(self._told())
        return error

    def keep_usual(self, secret: bool) -> None:
        """Leave out what it usually loses, or tell it."""
        self._secret = secret
        self.error.setText(self._told())

    def be_low(self, low: bool) -> None:
        """Say in one line or in two what it loses; how many numbers it keeps its title says too."""
        self._low = low
        self.error.setText(self._told())

    def _told(self) -> str:
        if self._low:
            words = tr("MSE {error}") if self._secret else tr("MSE {error} ({usual:.4f})")
            return words.format(error=self._found, usual=self.usual)
        words = tr("MSE {error}, usually {usual:.4f}\n{count} a digit")
        if self._secret:
            words = tr("MSE {error}\n{count} a digit")
        return words.format(error=self._found, usual=self.usual, count=numbers(self.latent))


class FamilyPane(Pane):
    """The whole family on one picture."""

    tells = frozenset({"summary/sixteen"})
    formula = pieces_of(
        r"MSE $= \frac{1}{784} \sum_{i=1}^{784} (x_i - \hat{x}_i)^2$",
        phrase("(point at a model for what it minimises)"),
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits import catalogue
        from models.digits.figures import load_figures

        usual = {row["model"]: float(row["mse"]) for row in load_figures()["family"]}
        self.members = [Member(theme, state, entry.name, usual[entry.name]) for entry in catalogue.FAMILY]
        self.said = MarkupCaptionLabel()
        self.errors: dict[str, float] = {}
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._next)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._tiles = [self._input_tile(theme), *self.members]
        self.arrange(COLUMNS[-1] * TILE_PX)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.said)
        self.body.addStretch(1)
        self._offer_own()
        state.own_changed.connect(self._offer_own)

    @property
    def words(self) -> str:
        """What is seen; who usually wins only to whoever has predicted it."""
        return tr(ASKED if self.secrets else TOLD)

    def cover(self) -> None:
        """Tell what each model usually loses, unless that is asked."""
        for member in self.members:
            member.keep_usual(bool(self.secrets))
        self.said.setVisible(not self.secrets)

    def _offer_own(self) -> None:
        """Let the learner's own nets take part."""
        known = {member.name for member in self.members}
        own = [
            Member(self.theme, self.state, n, net.mse) for n, net in self.state.own.items() if n not in known
        ]
        if own:
            for member in own:
                member.keep_usual(bool(self.secrets))
            self.members += own
            self._tiles += own
            self.arrange(self._scroll.width())
            self._on_input()

    def arrange(self, width: int) -> None:
        """As many tiles side by side as there is room for."""
        least = LOW_TILE_PX if self.low else TILE_PX
        columns = max((n for n in COLUMNS if n * least <= width), default=COLUMNS[0])
        for member in self.members:
            member.be_low(self.low)
        self._counted.setText(tr("784 numbers") if self.low else tr("28 × 28 = 784 numbers"))
        for i, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, i // columns, i % columns)

    def _input_tile(self, theme: Theme) -> QFrame:
        self._input = PictureView(theme, SIDE, tr("The input"))
        tile = QFrame()
        tile.setObjectName("panel")
        rows = QVBoxLayout(tile)
        rows.setContentsMargins(10, 8, 10, 8)
        rows.setSpacing(4)
        title = PlainLabel(tr("the input"))
        title.setStyleSheet("font-weight: 600;")
        rows.addWidget(title)
        rows.addLayout(row(self._input, 1))
        self._counted = small()
        rows.addWidget(self._counted)
        return tile

    def show_input(self) -> None:
        """Begin to rebuild the present input, one model after the other, so that no frame waits for all."""
        if self.state.picture is None:
            self.say(tr("Draw a digit, or pick an example."))
            return
        self.say("")
        self.errors = {}
        self.said.setText("")
        self._input.show_image(grey(self.state.picture))
        self._turns.start()

    def _next(self) -> None:
        """Let the next model rebuild the input; its weights are read when it is first asked."""
        picture = self.state.picture
        if picture is not None and len(self.errors) < len(self.members):
            member = self.members[len(self.errors)]
            try:
                self.errors[member.name] = member.show_picture(picture)
            except AssetError as error:
                self.errors[member.name] = float("nan")
                self.say(complaint(error))
        else:
            self._turns.stop()
            self.said.setText(outcome({m.title: (self.errors[m.name], m.latent) for m in self.members}))
            self._make_room()  # of how many lines it is shows only now

    def stop(self) -> None:
        """Rebuild nothing more."""
        self._turns.stop()

    def picture(self) -> QImage:
        """Input and reconstructions side by side."""
        images = [] if self.state.picture is None else [(tr("input"), grey(self.state.picture))]
        images += [(m.title, m.rebuilt.image) for m in self.members]
        return stack(images, 112, self.theme)


def numbers(count: int) -> str:
    """So many numbers, in words."""
    return tr("1 number") if count == 1 else tr("{count} numbers").format(count=count)


def outcome(found: Mapping[str, tuple[float, int]]) -> str:
    """Say who lost least of one digit, and which larger code lost more than it; our own markup.

    Parameters
    ----------
    found : mapping of str to (float, int)
        By title: the error, NaN where there is none, and how many numbers the code has.
    """
    known = {title: one for title, one in found.items() if not math.isnan(one[0])}
    if not known:
        return ""
    best = min(known, key=lambda title: known[title][0])
    said = tr("On this digit <b>{model}</b> loses least, with {count}.").format(
        model=escape(best), count=numbers(known[best][1])
    )
    larger = [title for title in known if known[title][1] > known[best][1]]
    if larger:
        worst = max(larger, key=lambda title: known[title][0])
        said += " " + tr(
            "{model} keeps {count} and loses {times:.1f} times as much: what a code must do besides costs it."
        ).format(model=escape(capital(worst)), count=known[worst][1], times=known[worst][0] / known[best][0])
    return said
