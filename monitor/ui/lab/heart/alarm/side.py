"""Anomaly with heartbeats: one beat at the left, and at the right the alarm that it is held against."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assets.phrase import phrase
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.text import MarkupCaptionLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.heart.alarm.scores import KINDS, Heard, ScoredBeat, scores_of
from monitor.ui.lab.heart.alarm.words import measures, too_few, verdict
from monitor.ui.lab.heart.beat_canvas import BeatCanvas
from monitor.ui.lab.heart.curves import NAMES
from monitor.ui.lab.heart.feed import DEMO_LEADS, HeartFeed
from monitor.ui.lab.heart.reader import BeatReader, LandedBeat
from monitor.ui.lab.heart.words import verdict as whose
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.alarm.beats import BeatsAlarm

RECORDING, STREAM, DRAWN = range(3)
"""Where the beat comes from."""

SOURCES = (
    (phrase("Recording"), phrase("Beats of the recording that ships, as the monitor takes them")),
    (phrase("What plays"), phrase("Beats of the record or stream that the monitor plays")),
    (phrase("Drawn by you"), phrase("Take the beat away, and draw one from a flat line")),
)

HEAPS = {"V": "ventricular", "S": "supraventricular"}
"""The heap beside which a kind of beat is shown, by its name in the figures."""

SETTLE_MS = 30
"""Beats of the shipped recording come one by one; so long after the last one is shown what has come."""


class BeatsSide(QWidget):
    """The alarm on heartbeats, and one beat that is held against it.

    Parameters
    ----------
    state : LabState
        Its session is what plays.
    theme : Theme
        Colours.

    Raises
    ------
    AssetError
        If the network or what was measured of it cannot be read.
    """

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__()
        from models.heartbeats.weights import HEARTBEATS

        self.network = HEARTBEATS.shipped().network
        self.alarm = BeatsAlarm(theme)
        self.alarm.board.changed.connect(self._judge)
        self.feed = HeartFeed(state.session, self, recording=False)
        self.feed.landed.connect(self._heard)
        self.feed.changed.connect(self._on_stream)
        self._reader: BeatReader | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._show)
        self.recording, self.stream = Heard(DEMO_LEADS), Heard()
        self.beat: ScoredBeat | None = None
        self._kind, self._back = "N", 0
        self.canvas = BeatCanvas(theme)
        self.canvas.drawn.connect(self._on_drawn)
        self.measured, self.said = small(), MarkupCaptionLabel()
        self.measured.setWordWrap(True)
        self._sources, self._kinds = QButtonGroup(self), QButtonGroup(self)
        self.another = button(tr("Another", "beat"), self._go_back)
        self.another.setToolTip(tr("The one before, of the same kind"))
        self._build()
        self._sources.button(RECORDING).setChecked(True)
        self._kinds.button(KINDS.index("N")).setChecked(True)
        self._sources.idToggled.connect(lambda _, on: self._on_source() if on else None)
        self._kinds.idClicked.connect(lambda at: self.pick(KINDS[at]))
        self._show()

    def _build(self) -> None:
        sources, kinds = [], []
        for i, (text, hint) in enumerate(SOURCES):
            sources.append(_pill(tr(text), self._sources, i))
            sources[-1].setToolTip(tr(hint))
        for i, kind in enumerate(KINDS):
            kinds.append(_pill(tr(NAMES[kind]), self._kinds, i))
        one = panel(
            tr("One beat, redrawn in violet"),
            row(*sources, 1, self.another, spacing=4),
            row(*kinds, 1, spacing=4),
            self.canvas,
            self.said,
            self.measured,
        )
        rows = one.layout()
        assert isinstance(rows, QVBoxLayout)
        rows.setStretchFactor(self.canvas, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(one, 4)
        whole.addWidget(self.alarm, 6)

    # What a learner does --------------------------------------------------------------------------

    @property
    def source(self) -> int:
        """Where the beat comes from: `RECORDING`, `STREAM` or `DRAWN`."""
        return self._sources.checkedId()

    def choose(self, source: int) -> None:
        """Choose where the beat comes from."""
        self._sources.button(source).setChecked(True)

    def pick(self, kind: str) -> None:
        """Take the newest beat of a kind; where it is not normal, beside the heap of its like."""
        self._kind, self._back = kind, 0
        self._kinds.button(KINDS.index(kind)).setChecked(True)
        if kind in HEAPS:
            self.alarm.choose(HEAPS[kind])
        self._show()

    def _go_back(self) -> None:
        self._back += 1
        self._show()

    def _on_source(self) -> None:
        self._back = 0
        if self.source == DRAWN:
            self.beat = None
            self.canvas.show_beat(None, None, tr("Drag from left to right: P wave, QRS complex, T wave."))
            self._offer()
            self._judge()
        else:
            self._show()

    def _on_drawn(self) -> None:
        """Score what is drawn; a stroke over a beat makes it the learner's own."""
        from models.heartbeats.model import land
        from models.heartbeats.shape import shapes

        drawn = self.canvas.beat
        assert drawn is not None
        if self.source != DRAWN:
            self._sources.blockSignals(True)
            self.choose(DRAWN)
            self._sources.blockSignals(False)
            self._offer()
        cut = shapes(drawn)
        landed = land(self.network, cut.shape)
        error = float(landed.error)
        self.beat = None
        if error == error:  # a flat line has no shape, and no error
            usual = self._last.patient.now(self._last.lead)
            redrawn = landed.redrawn * cut.size + cut.mean
            self.beat = ScoredBeat("", "", "", drawn, redrawn, scores_of(landed.mean, error, usual))
        self.canvas.show_beat(drawn, None if self.beat is None else self.beat.redrawn)
        self._judge()

    # Beats that come ------------------------------------------------------------------------------

    @property
    def _last(self) -> Heard:
        """Whose beats a drawn one is held against: what plays, where enough of it was heard."""
        place, _ = self.stream.patient.now(self.stream.lead)
        return self.recording if place is None else self.stream

    @property
    def heard(self) -> Heard:
        """The beats of the source chosen."""
        return self.stream if self.source == STREAM else self.recording

    def _on_stream(self) -> None:
        """Another source plays, or none: whose beats these were is forgotten."""
        self.stream = Heard() if self.feed.demo else Heard(self.feed.leads, self.feed.lead)
        if self.feed.demo and self.source == STREAM:
            self.choose(RECORDING)
        self._offer()

    def _heard(self, beat: LandedBeat) -> None:
        self.stream.take(beat)
        if self.source == STREAM and not self._back:
            self._show()

    def _recorded(self, beat: LandedBeat) -> None:
        self.recording.take(beat)
        if self.source == RECORDING:
            self._settle.start()

    # Showing --------------------------------------------------------------------------------------

    def _offer(self) -> None:
        """Offer what there is."""
        self._sources.button(STREAM).setEnabled(not self.feed.demo)
        drawn = self.source == DRAWN
        for i, kind in enumerate(KINDS):
            there = bool(self.heard.beats[kind])
            self._kinds.button(i).setEnabled(there and not drawn)
            self._kinds.button(i).setToolTip("" if there else tr("No such beat has come."))
        self.another.setEnabled(not drawn and len(self.heard.beats[self._kind]) > 1)

    def _show(self) -> None:
        """Show the beat that is asked for."""
        if self.source == DRAWN:
            return
        self._offer()
        beats = self.heard.beats[self._kind]
        self.beat = beats[-1 - self._back % len(beats)] if beats else None
        if self.beat is None:
            self.canvas.show_beat(None, None, tr("Waiting for beats… or draw one here with the mouse."))
        else:
            self.canvas.show_beat(self.beat.shape, self.beat.redrawn)
        self._judge()

    def _judge(self) -> None:
        """Hold the beat against the line."""
        beat, board = self.beat, self.alarm.board
        board.show_scores({} if beat is None else beat.scores)
        if beat is None:
            self.measured.setText("")
            self.said.setText("")
            return
        self.measured.setText(measures(beat.scores))
        alarmed = board.alarmed
        if alarmed is None:
            self.said.setText(too_few())
            return
        word = tr("Your beat.") if self.source == DRAWN else whose(beat.aami, beat.told)
        self.said.setText(verdict(alarmed, board.known_below(), word, beat.kind))

    # Seen or not ----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Listen while seen."""
        super().showEvent(event)
        self.feed.listen()
        if self._reader is None:
            self.recording = Heard(DEMO_LEADS)
            self._reader = BeatReader()
            self._reader.landed.connect(self._recorded)
            self._reader.failed.connect(self.said.setText)
            self._reader.ask_demo()
            self._reader.start(BeatReader.Priority.LowPriority)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while not seen."""
        self.feed.rest()
        super().hideEvent(event)

    def stop(self) -> None:
        """End the threads."""
        self._settle.stop()
        self.feed.stop()
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.stop()


def _pill(text: str, group: QButtonGroup, number: int) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("pill")
    made.setCheckable(True)
    group.addButton(made, number)
    return made
