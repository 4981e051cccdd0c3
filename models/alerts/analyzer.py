"""The analysis of one lead, or of several together: push samples in, get scores and alerts out.

The same object runs live, headless and in tests. It gives the same scores and alerts however the stream is
cut, and nothing it says about a sample depends on samples that come later than a fixed delay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from models.alerts.circumstances import Circumstances
from models.alerts.events import Event
from models.alerts.leads import OfLead, going_on
from models.alerts.muting import AlertOn, foremost, is_raised
from models.alerts.reasons import Channel, Reason
from models.alerts.telling import Telling
from models.alerts.watcher import Block, Watcher
from models.alerts.watchers.course import CourseWatch
from models.alerts.watchers.ectopy import BeatWatch
from models.alerts.watchers.faults import FaultWatch
from models.alerts.watchers.flutter import FlutterWatch
from models.alerts.watchers.gaps import GapWatch
from models.signal.rhythm import WINDOW_S, HeartRate, Rhythm
from models.signal.states import State, Topic
from models.signal.uncounted import Counting
from models.vitals.readings import Readings

if TYPE_CHECKING:
    from models.beats.scores import BeatScores
    from models.pipeline import Scores
    from models.running.autoencoder import Autoencoder
    from models.running.channels import ChannelRows
    from models.running.forecaster import Forecaster
    from models.signal.faults import Fault

Template = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]
"""A patient's template: times from the R peak (s) and mV."""

_REASONS = {
    "forecast": Reason.FORECAST,
    "reconstruction": Reason.RECONSTRUCTION,
    "template": Reason.TEMPLATE,
    "autoencoder": Reason.AUTOENCODER,
    "rhythm": Reason.RHYTHM,
}
"""What a scorer calls its verdicts on a beat, and what people read."""


class Scorer(Protocol):
    """What turns samples into scores; `models.pipeline.ScoreStream` is the real one."""

    @property
    def thresholds(self) -> dict[str, float]:
        """Threshold of each channel, as the weights carry it."""

    @property
    def template(self) -> Template | None:
        """The patient's template so far."""

    @property
    def counted(self) -> frozenset[str]:
        """The verdicts that take part in a beat's score (`models.beats.weights.Weighing.counted`)."""

    @property
    def networks(self) -> tuple[Forecaster, Autoencoder] | None:
        """The running models, to look into."""

    def push(self, samples: npt.NDArray[np.floating]) -> Scores:
        """Score the next samples (shape (n,), of several leads (n, leads), mV)."""

    def reset(self) -> None:
        """Forget the stream and the patient."""

    def fork(self) -> Scorer:
        """Give another stream of the same patient, at its sample 0, that shares the networks alone."""


@dataclass(frozen=True)
class Analysis:
    """What one push brought.

    The running models raise a provisional alert while a beat goes on; the beat classifier puts an alert in
    its place or withdraws it (`models.alerts.muting`).

    Attributes
    ----------
    rows : dict of Channel to ChannelRows
        New scores, and what the model expected to see, row by row; row indices are in the source's time base.
        Of several leads, those of the first.
    events : tuple of Event
        Alerts that became complete, in the order of time.
    open : Event or None
        The alert that is going on, as far as it is known by now.
    beats : BeatScores
        New beats, ectopic or not, in the source's time base.
    provisional : tuple of Event
        The provisional alerts of whose beats none is classified yet: all there are now.
    rhythm : Rhythm
        Heart rate and its variability at the end of the push.
    states : tuple of State
        States that ended, and last those that go on at the end of the push; in the source's time base.
    leads : tuple of dict of Channel to ChannelRows
        Where several leads are analysed together, the rows of each; else empty.
    ectopic : ndarray of bool, shape (beats,)
        Which of the beats were ectopic, by what was known when each came; in flutter none.
    block : Block
        What the watchers were given.
    vitals : Readings
        What was read meanwhile from the leads beside the ECG; whoever follows the source puts them here.
    technical : tuple of Event
        The technical alerts that go on, of every lead: `open` is at most one of them.
    """

    rows: dict[Channel, ChannelRows]
    events: tuple[Event, ...]
    open: Event | None
    beats: BeatScores
    provisional: tuple[Event, ...]
    rhythm: Rhythm
    states: tuple[State, ...] = ()
    leads: tuple[dict[Channel, ChannelRows], ...] = ()
    ectopic: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=bool))
    block: Block | None = None
    vitals: Readings = field(default_factory=Readings.none)
    technical: tuple[Event, ...] = ()


class Analyzer:
    """Analyse one lead, or several leads of one heart together, as a stream.

    Parameters
    ----------
    fs : float
        Sampling frequency of the stream in Hz.
    scorer : Scorer
        Turns samples into scores.
    start : int
        Index, in the source's time base, of the first sample that will be pushed.
    source : str
        Identity of the source; every alert carries this and the next two.
    offset : int
        Sample of the identity's own time base at which the source's sample 0 lies.
    lead : str
        Name of the lead.
    together : sequence of str
        Names of the leads that are analysed together, which the scorer takes as columns; none where `lead`
        is analysed alone.

    Raises
    ------
    KeyError
        If the scorer counts a verdict that is not known here.
    """

    def __init__(
        self,
        fs: float,
        scorer: Scorer,
        start: int = 0,
        *,
        source: str = "",
        offset: int = 0,
        lead: str = "",
        together: Sequence[str] = (),
    ) -> None:
        self.fs = fs
        self.source, self.offset = source, offset
        self.together = tuple(together)
        self.lead = together[0] if together else lead
        self._scorer = scorer
        self._course = CourseWatch(fs)
        self._beats = beats = BeatWatch(fs, [_REASONS[name] for name in scorer.counted], self.together)
        self._watchers: tuple[Watcher, ...] = (
            (
                FlutterWatch(fs),
                beats,
                # The running models of the first lead: two leads' would be provisional twice as often.
                OfLead(self._course, 0, self.lead),
                *(OfLead(FaultWatch(fs), i, name) for i, name in enumerate(self.together)),
                *(OfLead(GapWatch(fs), i, name) for i, name in enumerate(self.together)),
            )
            if self.together
            else (FlutterWatch(fs), beats, self._course, FaultWatch(fs), GapWatch(fs))
        )
        self._circumstances, self._telling = Circumstances(fs), Telling(fs)
        self.default_thresholds = {c: float(scorer.thresholds[c]) for c in Channel}
        self._thresholds = dict(self.default_thresholds)
        self._reset(start)

    def _reset(self, start: int) -> None:
        self._start = start
        self._now = start
        for watcher in self._watchers:
            watcher.start_at(start)
        self._circumstances.forget()
        self._telling.forget()
        self._rate = HeartRate(self.fs)
        # Intervals from before the window are still looked at: twice as long is long enough.
        self._counting = Counting(max(1, len(self.together)), 2 * WINDOW_S * self.fs)

    def reset(self, start: int = 0) -> None:
        """Forget the stream so far; the next sample pushed is sample `start`. Thresholds stay."""
        self._scorer.reset()
        self._reset(start)

    def fork(self, start: int) -> Analyzer:
        """Give another analysis of the same patient, whose first sample is `start`; this one stays as it is.

        What was learnt of the patient and the thresholds are copied, the networks are shared, and everything
        that belongs to the stream (filters, QRS detector, open alerts, rhythm) starts afresh.
        """
        other = Analyzer(
            self.fs,
            self._scorer.fork(),
            start,
            source=self.source,
            offset=self.offset,
            lead=self.lead,
            together=self.together,
        )
        other._thresholds = dict(self._thresholds)
        other.set_alert_on(self.alert_on)
        return other

    @property
    def template(self) -> Template | None:
        """The patient's template so far."""
        return self._scorer.template

    @property
    def thresholds(self) -> dict[Channel, float]:
        """Threshold of each channel, in the channel's unit."""
        return dict(self._thresholds)

    def set_threshold(self, channel: Channel, value: float) -> None:
        """Change a threshold from the next sample on.

        Raises
        ------
        ValueError
            If `value` is not positive and finite.
        """
        if not (value > 0 and np.isfinite(value)):
            raise ValueError(f"The {channel} threshold must be positive, not {value}.")
        self._thresholds[channel] = float(value)

    @property
    def alert_on(self) -> AlertOn:
        """What raises an alert about the heart."""
        return self._course.alert_on

    def set_alert_on(self, alert_on: AlertOn) -> None:
        """Raise alerts on beats, or on any spike, from the next sample on.

        An alert about beats that is open then is no longer told; what was raised stays.
        """
        self._course.alert_on = alert_on

    def push(self, samples: npt.NDArray[np.floating]) -> Analysis:
        """Analyse the next samples.

        Parameters
        ----------
        samples : ndarray, shape (n,), of several leads (n, leads)
            Signal in mV, NaN in gaps.

        Returns
        -------
        Analysis
            New scores and alerts; sample indices are in the source's time base.

        Raises
        ------
        ValueError
            If `samples` is not of this shape.
        """
        if samples.ndim != 1 + bool(self.together):
            wanted = f"(n, {len(self.together)})" if self.together else "(n,)"
            raise ValueError(f"samples must have shape {wanted}, not {samples.shape}.")
        scores = self._scorer.push(samples)
        self._now += len(samples)
        block = self._block(samples[:, 0] if self.together else samples, scores)
        if self.together:
            each = zip(samples.T, scores.leads, strict=True)
            rhythm = tuple(state for state in block.states if state.kind.topic is Topic.RHYTHM)
            block = replace(
                block,
                states=(*block.states, *self._states_of_leads(scores)),
                leads=tuple(_with(rhythm, self._block(own, said)) for own, said in each),
                votes=scores.votes,
            )
        beats = block.beats
        told = self._telling.take(block, block.states)
        self._circumstances.take(replace(block, states=told))
        events = [e for watcher in self._watchers for e in self._raised(watcher.push(block))]
        events.sort(key=lambda e: (e.emitted, e.start))
        going = (watcher.open for watcher in self._watchers)
        now_open = self._raised(event for event in going if event is not None)
        foremost_one = going_on(now_open, len(self.together)) if self.together else foremost(now_open)
        return Analysis(
            dict(block.rows),
            tuple(map(self._own, events)),
            self._own(foremost_one) if foremost_one is not None else None,
            beats,
            tuple(map(self._own, self._course.provisional)),
            self._rate.push(
                beats.index,
                self._now,
                np.isnan(beats.rr_s),
                self._counting.take(block.states, self._now),
                self._beats.ectopic,
            ),
            tuple(map(self._of_lead, told)),
            tuple(dict(own.rows) for own in block.leads),
            self._beats.ectopic,
            block,
            technical=tuple(self._own(event) for event in now_open if event.technical),
        )

    def _block(self, samples: npt.NDArray[np.floating], scores: Scores) -> Block:
        """What one lead brought, in the source's time base."""
        rows = {
            Channel.FORECAST: self._placed(scores.forecast),
            Channel.RECONSTRUCTION: self._placed(scores.reconstruction),
        }
        faults = tuple(map(self._moved, scores.faults))
        states = tuple(state.moved(self._start) for state in scores.states)
        beats = self._shifted(scores.beats)
        return Block(samples, self._now, rows, beats, self._thresholds, faults, states)

    def _states_of_leads(self, scores: Scores) -> list[State]:
        """The states of the leads that are analysed together, each with the name of its own."""
        return [
            replace(state.moved(self._start), lead=name)
            for name, said in zip(self.together, scores.leads, strict=True)
            for state in said.states
        ]

    def finish(self) -> tuple[Event, ...]:
        """At the end of the stream, the alerts that were still open."""
        return tuple(self._own(e) for watcher in self._watchers for e in self._raised(watcher.finish()))

    def closing(self) -> tuple[Event, ...]:
        """What `finish` would give now; the stream may still go on."""
        ended = deepcopy(self._watchers)
        return tuple(self._own(e) for watcher in ended for e in self._raised(watcher.finish()))

    def _raised(self, found: Iterable[Event]) -> list[Event]:
        """Leave out what is no alert by the user's choice."""
        return [event for event in found if is_raised(event, self.alert_on)]

    def _own(self, event: Event) -> Event:
        """Give the alert the identity of source and lead, and what went on meanwhile."""
        told = self._circumstances.told(event)
        lead = event.lead or self.lead
        return replace(told, source=self.source, offset=self.offset, lead=lead, together=self.together)

    def _of_lead(self, state: State) -> State:
        """Say of which lead a signal's quality is, where it is the only one."""
        own = state.kind.topic is Topic.QUALITY and not state.lead
        return replace(state, lead=self.lead) if own else state

    def _moved(self, fault: Fault) -> Fault:
        """A fault counted from the start of the stream, put in the source's time base."""
        by, over = self._start, fault.over
        return replace(
            fault,
            start=fault.start + by,
            end=fault.end + by,
            known=fault.known + by,
            over=None if over is None else over + by,
        )

    def _shifted(self, beats: BeatScores) -> BeatScores:
        """Beats counted from the start of the stream, put in the source's time base."""
        if not self._start:
            return beats
        return replace(beats, index=beats.index + self._start, emitted=beats.emitted + self._start)

    def _placed(self, rows: ChannelRows) -> ChannelRows:
        """Rows counted from the start of the stream, put in the source's time base."""
        if not self._start:
            return rows
        return type(rows)(rows.index + self._start, rows.emitted + self._start, rows.expected, rows.score)


def _with(states: tuple[State, ...], own: Block) -> Block:
    """A lead's block with the states of the heart, which hold in every lead."""
    return replace(own, states=(*own.states, *states))
