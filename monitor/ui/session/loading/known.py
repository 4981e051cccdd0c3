"""What is known of the source that is on: at the head, and before it. Widgets ask, and change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from assets.sources.source import Source, SourceInfo
from models.alerts.analyzer import Template
from models.alerts.events import Event
from models.alerts.reasons import CHANNELS, Channel
from models.signal.rhythm import Rhythm
from models.signal.states import State, Topic
from models.vitals.readings import Readings
from models.vitals.signs import Sign
from models.vitals.stream import VitalsStream
from monitor.alerts.log import AlertLog
from monitor.stream.archive import LeadArchive
from monitor.stream.excerpt import Excerpt
from monitor.stream.left_out import LeftOut, left_out
from monitor.stream.past.history import SignalHistory
from monitor.stream.past.stretches import Stretch
from monitor.stream.replay import Replay
from monitor.stream.trends import Trends
from monitor.stream.vitals import CuffReading
from monitor.ui.session.loading.recall import EXPECTED, SCORE, Recall, RowView
from monitor.ui.session.provisional import ProvisionalAlerts, Shade
from monitor.ui.session.thresholds import Thresholds

if TYPE_CHECKING:
    from models.beats.scores import BeatScores


class Known(QObject):
    """What a session keeps of what the analysis said, as it was known when the stream was at the head.

    Attributes
    ----------
    source : Source or None
        What is watched.
    heard : Source or None
        What is replayed of it: the same, with what disturbs it.
    replay : Replay or None
        Its stream.
    head : int
        Sample that the trace has reached.
    pass_start : int
        Sample from which on the trace has run without a jump.
    open_alert : Event or None
        The alert that is going on at the head.
    open_technical : tuple of Event
        The technical alerts that are going on there, of every lead.
    scores, expected : dict of Channel to RowView
        Rows of the running models, on the lead that is analysed.
    """

    _thresholds: Thresholds

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source: Source | None = None
        self.heard: Source | None = None
        self.replay: Replay | None = None
        self.head = self.pass_start = self._begun = 0
        self.open_alert: Event | None = None
        self.open_technical: tuple[Event, ...] = ()
        self._recall = Recall()
        self._provisional = ProvisionalAlerts()
        self.scores = {c: RowView(self._recall, c, SCORE) for c in CHANNELS}
        self.expected = {c: RowView(self._recall, c, EXPECTED) for c in CHANNELS}

    # The source -----------------------------------------------------------------------------------

    @property
    def info(self) -> SourceInfo | None:
        """What the source says of itself, None while there is none."""
        return self.source.info if self.source is not None else None

    @property
    def history(self) -> SignalHistory | None:
        """What has been heard of the source: from here everything draws, reviews and looks back."""
        return self.replay.history if self.replay is not None else None

    @property
    def lead(self) -> int:
        """The lead that is analysed; of several, the one whose running models are shown."""
        return self._recall.lead

    @property
    def together(self) -> bool:
        """Whether all leads are analysed together."""
        return self._recall.together

    @property
    def analysed_names(self) -> tuple[str, ...]:
        """Names of the leads that are analysed."""
        return self._recall.names

    # Thresholds -----------------------------------------------------------------------------------

    @property
    def default_thresholds(self) -> dict[Channel, float]:
        """The thresholds of the models; empty until they are loaded."""
        return self._thresholds.defaults

    @property
    def thresholds(self) -> dict[Channel, float]:
        """The thresholds that hold."""
        return self._thresholds.values

    @property
    def sensitivity(self) -> int | None:
        """Steps by which all thresholds differ from the models'; None where one was set by hand."""
        return self._thresholds.sensitivity

    @property
    def sensitivity_step(self) -> int:
        """Where the sensitivity has those thresholds that were not set by hand."""
        return self._thresholds.step

    @property
    def by_hand(self) -> frozenset[Channel]:
        """The channels whose thresholds the user has put where they are."""
        return self._thresholds.by_hand

    # What the analysis said -----------------------------------------------------------------------

    @property
    def log(self) -> AlertLog:
        """The alerts of all leads that have been analysed."""
        return self._recall.log

    @property
    def archive(self) -> LeadArchive:
        """Rows, beats and analysed stretches of the lead that is analysed."""
        return self._recall.archive()

    def analysed_otherwise(self) -> list[Stretch]:
        """The stretches that were analysed on another lead, or on all leads together, than now."""
        return self._recall.analysed_otherwise()

    @property
    def analysed_before(self) -> bool:
        """Whether what is at the head was analysed before, and is shown as it was."""
        return self._recall.analysed_before(self.head)

    @property
    def analysed(self) -> int:
        """Sample up to which the stream has been analysed without a gap, from where that was last begun."""
        return self._recall.analysed(self._begun)

    @property
    def known_until(self) -> int:
        """Sample up to which there is nothing left to analyse from the head on."""
        return self._recall.analysed(self.head)

    @property
    def rhythm(self) -> Rhythm | None:
        """Heart rate and variability at the head."""
        return self._recall.rhythm(self.head, self.pass_start)

    @property
    def vitals(self) -> Readings:
        """The vital signs at the head: one row, or none."""
        return self._recall.vitals.at(self.head)

    @property
    def cuff(self) -> CuffReading | None:
        """What a cuff has measured last at the head, as far as it was heard."""
        return self._recall.vitals.cuff(self.head)

    def vitals_between(self, start: int, stop: int) -> Readings:
        """The vital signs read from sample `start` to before `stop`, as far as they are kept."""
        return self._recall.vitals.between(start, stop)

    @property
    def trends(self) -> Trends:
        """What was analysed so far, a value every ten seconds."""
        return self._recall.trends

    @property
    def vital_signs(self) -> tuple[Sign, ...]:
        """What the leads beside the ECG can tell."""
        return () if self.info is None else VitalsStream(self.info.fs, self.info.leads).signs

    @property
    def template(self) -> Template | None:
        """The patient's template, as it was known when the stream was at the head."""
        return self._recall.template(self.head, self.pass_start)

    def excerpt(self, event: Event) -> Excerpt | None:
        """An alert with its surroundings, copied; scores that are no longer kept are left out."""
        return self._recall.excerpt(event, self.head, self.thresholds)

    def present_alert(self, hold_s: float) -> Event | None:
        """The alert that is going on at the head, or that ended less than so many seconds before."""
        if self.open_alert is not None or self.info is None:
            return self.open_alert
        held = self.alerts_between(self.head - hold_s * self.info.fs, self.head)
        return max((e for e in held if self._recall.known(e, self.head)), key=lambda e: e.end, default=None)

    @property
    def last_alert(self) -> Event | None:
        """The last alert of the analysed lead that was known when the stream was at the head."""
        return self._recall.last_alert(self.head)

    def beats_by_lead(self) -> dict[str, BeatScores]:
        """All beats found so far by each analysis, by the name of its lead or leads, in the order of time."""
        return self._recall.beats_by_lead()

    def beats_between(self, first: float, stop: float) -> BeatScores:
        """The beats of the analysed lead from one sample to before another."""
        return self._recall.beats_between(first, stop)

    @property
    def states(self) -> tuple[State, ...]:
        """What goes on at the head beside the beats: the rhythm, the signal's quality, a new form."""
        return self._recall.states(self.head, self.pass_start)

    def states_between(self, first: float, last: float) -> list[State]:
        """What went on between two samples, as far as it was analysed."""
        return self._recall.states_between(first, last)

    def quality_between(self, lead: int, first: float, last: float) -> list[State]:
        """What went on between two samples that is about a lead's signal."""
        name = self.info.leads[lead].name if self.info is not None else ""
        found = self._recall.states_between(first, last)
        return [state for state in found if state.kind.topic is Topic.QUALITY and state.lead == name]

    def alerts(self) -> list[Event]:
        """All alerts so far, the one that is open where the analysis stands too."""
        return [*self.log, *self._recall.open_alerts()]

    def is_own(self, event: Event) -> bool:
        """Whether the present analysis raised an alert."""
        return self._recall.is_own(event)

    def alerts_between(self, first: float, last: float) -> list[Event]:
        """Alerts of the analysed lead, the open one too, that overlap two sample indices."""
        found = self._recall.alerts_between(first, last)
        now = self.open_alert
        if now is not None and now.start <= last and now.end >= first:
            found.append(now)
        return found

    @property
    def provisional(self) -> tuple[Event, ...]:
        """The provisional alerts, whose beats are not classified yet."""
        return self._provisional.waiting

    def shades_between(self, first: float, last: float) -> list[Shade]:
        """What is shaded between two sample indices: alerts, and provisional ones, those that fade too."""
        return self._provisional.between(first, last) + [(e, 1.0) for e in self.alerts_between(first, last)]

    def shades_of_lead(self, lead: int, first: float, last: float) -> list[Shade]:
        """What is shaded over a lead: alerts about the heart, and technical ones about its own signal."""
        name = self.info.leads[lead].name if self.info is not None else ""
        technical = [event for event in self.technical_between(first, last) if event.lead == name]
        return [*self._shades_of_heart(first, last), *((event, 1.0) for event in technical)]

    def shades_of_beats(self, first: float, last: float) -> list[Shade]:
        """What is shaded over the beats: alerts about the heart, and what leaves no lead to judge them by."""
        left = [gone.event for gone in self.left_out_between(first, last) if gone.all]
        return [*self._shades_of_heart(first, last), *((event, 1.0) for event in left)]

    def _shades_of_heart(self, first: float, last: float) -> list[Shade]:
        return [(e, strength) for e, strength in self.shades_between(first, last) if not e.technical]

    def technical_between(self, first: float, last: float) -> list[Event]:
        """Technical alerts of each analysed lead, the open ones too, that overlap two sample indices."""
        told = [event for event in self._recall.alerts_between(first, last) if event.technical]
        return told + [e for e in self.open_technical if e.start <= last and e.end >= first]

    def left_out_between(self, first: float, last: float) -> list[LeftOut]:
        """The stretches that have a sample between two and are judged without some of the leads."""
        return left_out(self.technical_between, self.analysed_names, first, last)
