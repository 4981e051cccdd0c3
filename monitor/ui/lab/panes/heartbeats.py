"""Heartbeats: the same map with another alphabet, on which the beats that play land as they come."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout

from models.digits.space.extent import Extent
from models.digits.space.latent import grid_codes
from monitor.ui.kit.parts import button, column, panel, row, small, small_markup
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.heart.beat_canvas import BeatCanvas
from monitor.ui.lab.heart.curves import KINDS, NAMES, curve, dots, grid
from monitor.ui.lab.heart.feed import HeartFeed
from monitor.ui.lab.heart.heart_map import HeartMap
from monitor.ui.lab.heart.patient import Patient
from monitor.ui.lab.heart.reader import LandedBeat
from monitor.ui.lab.heart.verdict import Verdict
from monitor.ui.lab.heart.words import measured, verdict
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.morph import Morph
from monitor.ui.lab.widgets.pictures import PictureView, grey

TILES = 14
"""Beats of the map in a row and in a column."""

FIRST_PINS = [(1.2, 0.6), (-1.4, -1.2)]
FIRST_CURSOR = (0.6, 0.8)


class HeartbeatsPane(Pane):
    """The bridge from the digits to the heart."""

    takes_input = False
    formula = r"""
        $x = (\mathrm{beat} - \mathrm{mean}) / \mathrm{size}$, which lands at $N(\mu(x), \sigma^2(x))$
        not redrawn $= \frac{1}{79} \sum_t (x_t - \hat{x}_t)^2$ with $\hat{x} = \mathrm{decode}(\mu(x))$
        distance $= |\mu(x) - \mathrm{median}\ \mu(x_{\mathrm{before}})|$
    """

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.heartbeats.figures import load_figures
        from models.heartbeats.weights import HEARTBEATS

        trained = HEARTBEATS.shipped()
        self.network, self.card = trained.network, trained.card
        self.patient = Patient()
        self.mine = False
        self.feed = HeartFeed(state.session, self)
        self.feed.landed.connect(self.take)
        self.feed.changed.connect(self._begin)
        self.feed.failed.connect(self.say)
        self._landings = load_figures()["landings"]
        extent = Extent.of([place for places in self._landings.values() for place in places])
        self.view = HeartMap(theme, "Map of heartbeats: move over it, or use the arrow keys", extent)
        self.view.marks.name = "your beat"
        self.view.pointed.connect(self._point)
        self.view.pressed.connect(self.put_pin)
        self._grounds = self._choice("Beats", "Where they lie")
        self._grounds.idToggled.connect(lambda _, on: self._show_ground() if on else None)
        self._shown = self._choice("Each beat", "All leads")
        self._shown.idToggled.connect(lambda _, on: self._show_patient() if on else None)
        self.lead = QComboBox()
        self.lead.setAccessibleName("Lead whose beats land")
        self.lead.currentIndexChanged.connect(self._show_patient)
        self.canvas = BeatCanvas(theme)
        self.canvas.drawn.connect(self._judge_drawing)
        self.verdict = Verdict(theme, trained.card)
        self._whose = small()
        self._whose.setWordWrap(True)
        self._flat, self._follow = button("Draw one", self.flatten), button("Follow", self.follow)
        self._flat.setToolTip("Take the beat away, and draw one from a flat line")
        self._follow.setToolTip("Show the beats again that come")
        self._here = PictureView(theme, 92, "The beat decoded at the cursor")
        self._digits = PictureView(theme, 92, "The map of digits, for comparison")
        self._place_here = small()
        self.morph = Morph(theme, self._decode, paint=curve, frames=5)
        self.morph.here.hide()  # what is at the cursor is shown above
        self.morph.walked.connect(self._walk)
        self._build()
        self._show_ground()
        self._show_digits()
        self.view.marks.pins = list(FIRST_PINS)
        self.morph.between(self.view.marks.pins)
        self._point(*FIRST_CURSOR)
        self._show_beat()

    @property
    def words(self) -> str:
        """What is seen, with what was measured."""
        return (
            "The alphabet is heartbeats now: this network saw normal beats alone, and keeps two numbers of "
            f"each. {measured()} Move over the map, draw a beat over the one shown, or follow a patient."
        )

    def _choice(self, *texts: str) -> QButtonGroup:
        group = QButtonGroup(self)
        for i, text in enumerate(texts):
            one = QPushButton(text)
            one.setCheckable(True)
            one.setChecked(i == 0)
            group.addButton(one, i)
        return group

    def _build(self) -> None:
        beat = panel(
            "This beat, redrawn in violet",
            row(self._flat, self._follow, 1, spacing=6),
            self.canvas,
            self.verdict,
        )
        legend = small_markup()
        legend.setText("  ".join(f'<span style="color:{KINDS[k]}">●</span> {n}' for k, n in NAMES.items()))
        legend.setWordWrap(True)
        legend.setToolTip("Where they lie: beats of 22 patients, of which it learnt the normal ones alone")
        walk = panel(
            "The map here",
            row(*self._grounds.buttons(), 1, spacing=6),
            legend,
            row(
                column(self._here, self._place_here, None),
                column(self._digits, small("the digits' map"), None),
                1,
                spacing=12,
            ),
        )
        left = QVBoxLayout()
        left.setSpacing(6)
        head = row(*self._shown.buttons(), self.lead, spacing=6)
        head.addWidget(self._whose, 1)
        left.addLayout(head)
        left.addWidget(self.view, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(walk)
        right.addWidget(self.morph)
        right.addStretch(1)
        content = QHBoxLayout()
        content.setSpacing(12)
        content.addLayout(left, 7)
        content.addWidget(beat, 5)
        content.addLayout(right, 4)
        self.body.addLayout(content)

    # The map --------------------------------------------------------------------------------------

    def _decode(self, codes: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        from models.heartbeats.model import decode

        return decode(self.network, codes)

    def _show_ground(self) -> None:
        if self._grounds.checkedId() == 0:
            tiles = grid_codes(TILES, self.view.extent.tiles(TILES))
            self.view.show_ground(grid(self._decode(tiles), TILES))
        else:
            self.view.show_ground(dots(self._landings, self.view.extent))

    def _show_digits(self) -> None:
        from models.digits import catalogue
        from models.digits.space.latent import decode_grid, mosaic

        self._digits.show_image(grey(mosaic(decode_grid(catalogue.load("vae"), 10))))

    def _point(self, x: float, y: float) -> None:
        self.view.marks.cursor = (x, y)
        self.view.update()
        self._here.show_image(curve(self._decode(np.array([[x, y]], np.float32))[0]))
        self._place_here.setText(f"z = ({x:+.2f}, {y:+.2f})")

    def put_pin(self, x: float, y: float) -> None:
        """Put a pin; the third one begins anew."""
        pins = self.view.marks.pins
        if len(pins) >= 2:
            pins.clear()
        pins.append((x, y))
        self.morph.between(pins)

    def _walk(self) -> None:
        self.view.marks.path = self.morph.path
        self.view.update()
        if self.morph.place is not None:
            self._point(*self.morph.place)

    # Beats that land ------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Another source: whose beats these were is forgotten."""
        self.patient = Patient(self.feed.leads)
        self.lead.blockSignals(True)
        self.lead.clear()
        self.lead.addItems(self.patient.leads)
        self.lead.setCurrentIndex(self.feed.lead)
        self.lead.blockSignals(False)
        self._whose.setText(self.feed.words)
        self._show_patient()

    def take(self, beat: LandedBeat) -> None:
        """Take the next beat."""
        self.patient.take(beat)
        self._show_patient()

    @property
    def _column(self) -> int:
        return max(0, self.lead.currentIndex())

    def _show_patient(self) -> None:
        if self._shown.checkedId() == 1:
            self.view.show_clouds(self.patient.spread(), None)
        else:
            place, _ = self.patient.now(self._column)
            self.view.show_clouds(
                self.patient.trail(self._column), None if place is None else (place, self.card.far)
            )
        if not self.mine:
            self._show_beat()

    def _show_beat(self) -> None:
        self._follow.setEnabled(self.mine)
        if not self.patient.beats:
            self._show_none("Waiting for beats… or draw one here with the mouse.")
            return
        beat, lead = self.patient.beats[-1], self._column
        if not np.isfinite(beat.shapes.shape[lead]).all():
            self._show_none("In this lead the beat cannot be seen: a gap, or a flat line.")
            return
        found = beat.landings
        self.canvas.show_beat(beat.shapes.shape[lead], found.redrawn[lead])
        whose = verdict(beat.aami, beat.alert, demo=self.feed.demo)
        self.verdict.judge(found.mean[lead], float(found.error[lead]), self.patient.before(lead), whose)

    def _show_none(self, words: str) -> None:
        self.canvas.show_beat(None, None, words)
        self.verdict.clear()

    # A beat of one's own --------------------------------------------------------------------------

    def flatten(self) -> None:
        """Take the beat away, so that one can be drawn from nothing."""
        self.mine = True
        self._follow.setEnabled(True)
        self._show_none("Drag from left to right: P wave, QRS complex, T wave.")

    def follow(self) -> None:
        """Show the beats that come again."""
        self.mine = False
        self.view.marks.cloud = None
        self.view.update()
        self._show_beat()

    def _judge_drawing(self) -> None:
        from models.heartbeats.model import land
        from models.heartbeats.shape import shapes

        self.mine = True
        self._follow.setEnabled(True)
        if self.canvas.beat is None:
            return
        drawn = shapes(self.canvas.beat)
        landed = land(self.network, drawn.shape)
        if not np.isfinite(landed.error):
            self.canvas.show_beat(self.canvas.beat, None)
            self.verdict.clear()
            return
        self.canvas.show_beat(self.canvas.beat, landed.redrawn * drawn.size + drawn.mean)
        self.view.marks.cloud = (landed.mean, landed.std)
        self.view.update()
        usual = self.patient.now(self._column)
        self.verdict.judge(landed.mean, float(landed.error), usual, "Your beat.", drawn=True)

    # The pane -------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Listen while seen."""
        super().showEvent(event)
        self.feed.listen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while not seen."""
        self.feed.rest()
        super().hideEvent(event)

    def stop(self) -> None:
        """End the thread and the animation."""
        self.morph.stop()
        self.feed.stop()

    def picture(self) -> QImage:
        """The map."""
        return self.view.grab(self.view.square.toRect()).toImage()
