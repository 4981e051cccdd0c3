"""Heartbeats: the same map with another alphabet, on which the beats that play land as they come."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from assets.phrase import phrase
from models.digits.space.extent import Extent
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.heart.beat_canvas import BeatCanvas
from monitor.ui.lab.heart.feed import HeartFeed
from monitor.ui.lab.heart.heart_map import HeartMap
from monitor.ui.lab.heart.patient import Patient
from monitor.ui.lab.heart.reader import LandedBeat
from monitor.ui.lab.heart.verdict import Verdict
from monitor.ui.lab.heart.walk import Walk, choice
from monitor.ui.lab.heart.words import measured, verdict
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState

MAP = phrase("Map of heartbeats: move over it, or use the arrow keys; Return puts a pin")

LEAST_PX = 90
"""Map and beat are no lower than this, in logical pixels."""

AROUND_PX = 200
"""Height of what stands above and below the beat."""

HEAD_PX = 42
"""Height of the row above the map, with what is between them."""


class HeartbeatsPane(Pane):
    """The bridge from the digits to the heart."""

    takes_input = False
    formula = pieces_of(
        phrase(
            "{x} (beat {minus} mean) / size, which lands at {cloud}",
            x="$x =$", minus="$-$", cloud=r"$N(\mu(x), \sigma^2(x))$",
        ),
        phrase(
            "not redrawn {equals} with {redrawn} decode{code}",
            equals=r"$= \frac{1}{79} \sum_t (x_t - \hat{x}_t)^2$",
            redrawn=r"$\hat{x} =$", code=r"$(\mu(x))$",
        ),
        phrase(
            "distance {here} median {there}, {before}: the beats before",
            here=r"$= |\mu(x) -$", there=r"$\mu(x_b)|$", before="$x_b$",
        ),
    )  # fmt: skip

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
        landings = load_figures()["landings"]
        extent = Extent.of([place for places in landings.values() for place in places])
        self.view = HeartMap(theme, tr(MAP), extent, zoomable=True)
        self.view.marks.name = tr("your beat")
        self.walk = Walk(theme, self.network, self.view)
        self._shown = choice(self, tr("Each beat"), tr("All leads"))
        self._shown.idToggled.connect(lambda _, on: self._show_patient() if on else None)
        self.lead = QComboBox()
        self.lead.setAccessibleName(tr("Lead whose beats land"))
        self.lead.currentIndexChanged.connect(self._show_patient)
        self.canvas = BeatCanvas(theme)
        self.canvas.drawn.connect(self._judge_drawing)
        self.verdict = Verdict(theme, trained.card)
        self._whose = small()
        self._whose.setWordWrap(True)
        self._flat, self._follow = (
            button(tr("Draw one", "a beat, by hand"), self.flatten),
            button(tr("Follow"), self.follow),
        )
        self._flat.setToolTip(tr("Take the beat away, and draw one from a flat line"))
        self._follow.setToolTip(tr("Show the beats again that come"))
        self._build()
        self._show_beat()

    @property
    def words(self) -> str:
        """What is seen, with what was measured."""
        return tr(
            "The alphabet is heartbeats now: this network saw normal beats alone, and keeps "
            "two numbers of each. {measured} Move over the map, or draw a beat."
        ).format(measured=measured())

    def _build(self) -> None:
        beat = panel(
            tr("This beat, redrawn in violet"),
            row(self._flat, self._follow, 1, spacing=6),
            self.canvas,
            self.verdict,
            None,
        )
        rows = beat.layout()
        assert isinstance(rows, QVBoxLayout)
        rows.setStretchFactor(self.canvas, 100)
        left = QVBoxLayout()
        left.setSpacing(6)
        head = row(*self._shown.buttons(), self.lead, spacing=6)
        head.addWidget(self._whose, 1)
        left.addLayout(head)
        left.addWidget(self.view, 100)
        left.addStretch(1)
        content = QHBoxLayout()
        content.setSpacing(12)
        content.addLayout(left, 7)
        content.addWidget(beat, 5)
        content.addWidget(self.walk, 4)
        self.body.addLayout(content)

    def arrange(self, width: int) -> None:
        """Keep map and beat within what is seen, also where the column beside them has to be scrolled."""
        height = self._scroll.height()
        self.walk.be_in(height)
        self.view.setMaximumHeight(max(LEAST_PX, height - HEAD_PX))
        self.canvas.setMaximumHeight(max(LEAST_PX, height - AROUND_PX))

    # Beats that land ------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Another source: whose beats these were is forgotten."""
        self.patient = Patient(self.feed.leads)
        self.lead.blockSignals(True)
        self.lead.clear()
        self.lead.addItems(self.patient.leads)
        self.lead.setCurrentIndex(self.feed.lead)
        self.lead.blockSignals(False)
        self.walk.name_kinds(reference=self.feed.reference)
        self._make_room()  # there may be a line more of them
        self._show_patient()

    def take(self, beat: LandedBeat) -> None:
        """Take the next beat."""
        self.patient.take(beat)
        self._show_patient()

    @property
    def _column(self) -> int:
        return max(0, self.lead.currentIndex())

    def _show_patient(self) -> None:
        self._whose.setText(self.feed.words)
        if self._shown.checkedId() == 1:
            clouds = self.patient.spread()
            self.view.show_clouds(clouds, None)
            landed = {cloud.label for cloud in clouds}
            if flat := [name for name in self.patient.leads if clouds and name not in landed]:
                self._whose.setText(
                    self.feed.words + " " + tr("Flat, or a gap: {leads}.").format(leads=listed(flat))
                )
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
            self._show_none(tr("Waiting for beats… or draw one here with the mouse."))
            return
        beat, lead = self.patient.beats[-1], self._column
        if not np.isfinite(beat.shapes.shape[lead]).all():
            self._show_none(tr("In this lead the beat cannot be seen: a gap, or a flat line."))
            return
        found = beat.landings
        self.canvas.show_beat(beat.shapes.shape[lead], found.redrawn[lead])
        whose = verdict(beat.aami, beat.kind)
        self.verdict.judge(found.mean[lead], float(found.error[lead]), self.patient.before(lead), whose)

    def _show_none(self, words: str) -> None:
        self.canvas.show_beat(None, None, words)
        self.verdict.clear()

    # A beat of one's own --------------------------------------------------------------------------

    def flatten(self) -> None:
        """Take the beat away, so that one can be drawn from nothing."""
        self.mine = True
        self._follow.setEnabled(True)
        self._show_none(tr("Drag from left to right: P wave, QRS complex, T wave."))

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
        self.verdict.judge(landed.mean, float(landed.error), usual, tr("Your beat."), drawn=True)

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
        self.walk.stop()
        self.feed.stop()

    def picture(self) -> QImage:
        """The map."""
        return self.view.grab(self.view.square.toRect()).toImage()
