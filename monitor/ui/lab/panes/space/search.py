"""Search in the map: climb the latent plane towards what the judge calls more like a 7."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout

from assets.phrase import phrase
from monitor.ui.kit.drawing.motion import still
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, column, panel, row, small, small_markup
from monitor.ui.kit.plots.curves import CurveView
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.digit_chooser import DigitChooser
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey
from monitor.ui.lab.widgets.plane.map_view import MapView

if TYPE_CHECKING:
    from models.digits.space.climb import Climb, Climber


TICK_MS = 25
STEPS_A_TICK = 2
"""A step takes a few milliseconds: a whole climb at once would cost the monitor several frames."""

START = (1.5, 0.3)
"""Where the first climb begins: among the 3s."""

SPAN = 6.5
"""How far this map reaches: wide beyond the codes of real digits, for there the climbs end."""

HALF = 0.5
"""Below this probability the judge thinks another digit likelier, or all others together."""

TILES = 30

DIMMED = 0.6
"""Share of the tiles' brightness that is left, so that points and paths stand out."""


class SearchPane(Pane):
    """The course's drug-discovery story, told with digits."""

    words = phrase(
        "This is how molecules are sought: from a pin, climb the map towards a better score, here what the "
        "judge calls “more like a 7”. The path is solid among real digits; where it is dashed hardly a "
        "digit lies, yet the score is as high or higher: nobody should trust it. Some paths come back."
    )
    formula = pieces_of(
        phrase(
            "{step} decode{code}",
            step=r"$z \leftarrow z + \eta\, \nabla_z \log p(d \mid$", code="$(z))$",
        ),
        phrase(
            "beyond: the mean distance to the 10 nearest codes exceeds that of 99 % of the codes themselves"
        ),
    )  # fmt: skip

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits import catalogue
        from models.digits.space.codes import load_codes
        from models.digits.space.latent import decode_grid, mosaic

        self._network = catalogue.load("vae")
        self._judge = catalogue.load_judge()
        self._codes = load_codes("vae")
        self.found: Climb | None = None
        self.view = MapView(theme, tr("Latent map: a click or Return puts the pin from which to climb"), SPAN)
        tiles = mosaic(decode_grid(self._network, TILES, SPAN))
        self.view.show_ground(grey(DIMMED * tiles))
        self._real = QPushButton(tr("Real digits"))
        self._real.setCheckable(True)
        self._real.setToolTip(tr("Show where the 10,000 test digits lie"))
        self._real.toggled.connect(self._show_real)
        self.view.pressed.connect(self.climb_from)
        self.digits = DigitChooser(tr("More like a {digit}"), 7)
        self.digits.picked.connect(self._again)
        self._along = QSlider(Qt.Orientation.Horizontal)
        self._along.setAccessibleName(tr("Place on the path"))
        self._along.valueChanged.connect(self._show_place)
        self._here, self._said = PictureView(theme, 150, tr("The digit at this place of the path")), small()
        self._verdict = small_markup()
        self._verdict.setWordWrap(True)
        self._said.setWordWrap(True)
        self._curve = CurveView(theme, tr("score: log p of the digit"), tr("step"), "accent")
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(
            panel(
                tr("More like a…"),
                self.digits,
                row(button(tr("From my digit"), self._from_input), self._real, 1),
            )
        )
        right.addWidget(
            panel(
                tr("On the way"),
                row(self._here, column(self._said, self._verdict, None), spacing=12),
                self._along,
                note=small(tr("slide along the path")),
            )
        )
        right.addWidget(self._curve, 1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addWidget(self.view, 5)
        content.addLayout(right, 4)
        self.body.addLayout(content, 1)
        self._steps = QTimer(self)
        self._steps.setInterval(TICK_MS)
        self._steps.timeout.connect(self._step)
        self._climber: Climber | None = None
        self.climb_from(*START)

    def _from_input(self) -> None:
        if self.state.picture is not None:
            x, y = self._network.encode(self.state.picture)[0]
            self.climb_from(float(np.clip(x, -SPAN, SPAN)), float(np.clip(y, -SPAN, SPAN)))

    def _show_real(self, on: bool) -> None:
        self.view.show_points((self._codes.means, self._codes.labels) if on else None)

    def _again(self) -> None:
        self.climb_from(*self.view.marks.pins[0])

    def climb_from(self, x: float, y: float) -> None:
        """Begin a climb at a code; it is watched step by step."""
        from models.digits.space.climb import Climber

        digit = self.digits.digit
        self._climber = Climber(self._network, self._judge, self._codes, np.array([x, y], np.float32), digit)
        self.view.marks.pins = [(x, y)]
        self.view.marks.cursor = None
        self._curve.clear()
        self._along.setEnabled(False)
        self._verdict.setText(tr("Climbing towards a {digit}…").format(digit=digit))
        self._show_way()
        self._steps.start()

    @property
    def climbing(self) -> bool:
        """Whether a climb is on its way."""
        return self._steps.isActive()

    def _step(self) -> None:
        """Take a few steps, and end at a top."""
        from models.digits.space.climb import MOST_STEPS

        assert self._climber is not None
        on = all(self._climber.step() for _ in range(STEPS_A_TICK))
        arrived = not on or len(self._climber.found.path) > MOST_STEPS
        if arrived or not still():
            self._show_way()
        if arrived:
            self._steps.stop()
            self._arrive()

    def _show_way(self) -> None:
        assert self._climber is not None
        self.found = found = self._climber.found
        self.view.marks.path, self.view.marks.beyond = found.path, found.beyond
        self.view.update()
        known = len(self._curve.at)
        self._curve.add(np.arange(known, len(found.score), dtype=np.float32), found.score[known:])
        self._here.show_image(grey(self._network.decode(found.path[-1])[0]))

    def _arrive(self) -> None:
        assert self.found is not None
        found, digit = self.found, self.digits.digit
        facts = {
            "digit": digit,
            "first": np.exp(found.score[0]),
            "last": np.exp(found.score[-1]),
            "steps": len(found.path) - 1,
            "at": found.left_at,
            "beyond": int(found.beyond.sum()),
            "places": len(found.path),
        }
        if found.left_at is None:
            said = tr(
                "p({digit}) rises from {first:.3f} to {last:.3f} in {steps} steps; the path stays among real "
                "digits."
            )
        elif found.ends_beyond:
            said = tr(
                "p({digit}) rises from {first:.3f} to {last:.3f} in {steps} steps; <b>at step {at} it leaves "
                "the real digits</b> and ends where hardly any lies."
            )
        else:
            said = tr(
                "p({digit}) rises from {first:.3f} to {last:.3f} in {steps} steps; at step "
                "{at} it leaves the real digits, is beyond them for {beyond} of {places} "
                "places, and <b>ends among them again.</b>"
            )
        if facts["last"] < HALF:
            said += " " + tr("A top, but a low one: even there the judge holds it rather for no {digit}.")
        self._verdict.setText(said.format(**facts))
        self._along.blockSignals(True)
        self._along.setEnabled(True)
        self._along.setRange(0, len(found.path) - 1)
        self._along.setValue(len(found.path) - 1)
        self._along.blockSignals(False)
        self._show_place()

    def stop(self) -> None:
        """Climb no further."""
        self._steps.stop()

    def _show_place(self) -> None:
        if self.found is None or self.climbing:
            return
        i = self._along.value()
        z = self.found.path[i]
        self.view.marks.cursor = (float(z[0]), float(z[1]))
        self._curve.mark = i
        self._curve.update()
        self.view.update()
        self._here.show_image(grey(self._network.decode(z)[0]))
        if self.found.distance[i] > self.found.edge:
            said = tr("step {step}: p = {p:.3f}, beyond the real digits")
        else:
            said = tr("step {step}: p = {p:.3f}, among the real digits")
        self._said.setText(said.format(step=i, p=np.exp(self.found.score[i])))

    def picture(self) -> QImage:
        """The map with the path."""
        return self.view.grab(self.view.square.toRect()).toImage()
