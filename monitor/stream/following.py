"""How an analysis, of one lead or of all, follows a stream that may go anywhere: nothing is analysed twice.

A lead's analysis stands at the *edge* of what it has analysed. Where the stream goes back, it waits there and
goes on when the stream passes it. Where the stream jumps forward, the edge is kept as it is, and a second
analysis of the same patient begins at the new place; coming back to an edge, its analysis goes on with its
state, up to where an analysed stretch begins, and the two stretches are one.

What belongs to which stretch is decided by one rule: rows, beats and parts of states belong to the stretch
that holds them, an alert to the one in which it ends. An alarm is told when it comes and when it is over; one
that goes on where an edge is left is over there, and comes again with the stream.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from models.alarms.alarm import Alarm
from models.alarms.limits import Limits
from models.alerts.analyzer import Analysis, Analyzer, Template
from models.alerts.events import Event
from models.alerts.muting import AlertOn
from models.alerts.reasons import Channel
from models.beats.scores import BeatScores
from models.vitals.stream import VitalsStream
from monitor.stream.alarms import RunAlarms
from monitor.stream.past.history import SignalHistory
from monitor.stream.past.stretches import Stretches
from monitor.stream.states import within

if TYPE_CHECKING:
    from models.running.channels import ChannelRows

WARM_UP_S = 10.0
"""Before a place that the stream jumped to, so much is shown to the analysis, unsaid: its filters settle. A
jump forward that leaves out no more than this is no jump to the analysis: it goes through."""

RUN_OUT_S = 4.0
"""Where an analysed stretch begins, so much of it is shown to the analysis that arrives there: what it still
has to say of the samples before comes out."""

KNOWN_S = 300.0
"""How much of what has been played new weights are shown first, so that they know the patient, s."""

SAME_S = 0.1
"""R peaks nearer than this that two analyses found are one beat, s: half the detector's refractory time."""

EDGES = 32
"""So many edges keep their analysis (0.5 MB each); at an older one it begins anew, knowing the patient."""


@dataclass(frozen=True)
class Delivery:
    """What the analysis of one lead hands over.

    Attributes
    ----------
    lead : int
        Column of the source, or `models.leads.choice.TOGETHER`.
    start, stop : int
        Samples that count as analysed from now on; as many as none.
    analysis : Analysis or None
        Scores and alerts; None where only `events` or `withdrawn` are told.
    events : tuple of Event
        Alerts that became complete, or that were open at an edge that is left.
    withdrawn : tuple of Event
        Alerts that had been open at an edge from which the analysis now goes on.
    template : tuple of ndarray, or None
        The patient's template: times from the R peak (s) and mV; None where it is not known.
    alarms : tuple of Alarm
        Alarms that began, and alarms that ended, in the order in which it was known.
    """

    lead: int
    start: int
    stop: int
    analysis: Analysis | None = None
    events: tuple[Event, ...] = ()
    withdrawn: tuple[Event, ...] = ()
    template: Template | None = None
    alarms: tuple[Alarm, ...] = ()


@dataclass
class _Run:
    """An analysis with its place: it has seen all before `stop`, and what it says counts from `first` on.

    `closed` was told when it was left, and is taken back where it goes on. `stands` was told by another
    analysis that is not kept, and is taken back only where this one joins it to more.
    """

    analyzer: Analyzer
    alarms: RunAlarms
    vitals: VitalsStream
    first: int
    stop: int
    closed: tuple[Event, ...] = ()
    stands: tuple[Event, ...] = ()


class LeadFollower:
    """The analysis of one lead, or of several together, wherever the stream goes.

    Parameters
    ----------
    lead : int
        Column that is analysed, or `models.leads.choice.TOGETHER`.
    fs : float
        Sampling frequency, Hz.
    history : SignalHistory
        What has been heard of the source.
    columns : sequence of int, optional
        Columns that are analysed together.

    Attributes
    ----------
    new : callable
        Makes an analysis that knows no patient yet, whose first sample is the one given.
    alert_on : AlertOn
        What raises an alert about the heart, from the next step on.
    limits : Limits
        When alarms are raised, from the next step on.
    stretches : Stretches
        What has been analysed.
    """

    new: Callable[[int], Analyzer]

    def __init__(
        self, lead: int, fs: float, history: SignalHistory, columns: Sequence[int] | None = None
    ) -> None:
        self.lead, self._fs, self._history = lead, fs, history
        self._columns = list(columns) if columns is not None else None
        self.stretches = Stretches()
        self._run: _Run | None = None
        self._goal = 0  # where the stream stood when the present run was entered
        self._edges: OrderedDict[int, _Run] = OrderedDict()
        self._closed: dict[int, tuple[Event, ...]] = {}  # of edges whose analysis is not kept
        self._openings: dict[int, int] = {}  # first beat of a stretch, by its first sample
        self._reached: dict[int, frozenset[int]] = {}  # beats from before it in its alerts, likewise
        self._patient: Analyzer | None = None  # who knows the patient, where no run goes on
        self._warm_up_s = WARM_UP_S
        self._failed = False
        self.alert_on = AlertOn.BEATS
        self.limits = Limits()

    def behind(self, at: int) -> bool:
        """Whether a sample that the stream stands at lies shortly beyond what has been analysed."""
        before = self.stretches.before(at)
        return (
            not self._failed
            and self.stretches.at(at) is None
            and before is not None
            and before.stop < at
            and self._near(before.stop, at)
        )

    def behind_s(self, at: int) -> float:
        """Seconds that the analysis still has to make up for until it is where the stream stands."""
        run = self._run
        return max(0.0, (at - run.stop) / self._fs) if run is not None and at == self._goal else 0.0

    def step(
        self, at: int, stop: int, limit: int, thresholds: Mapping[Channel, float]
    ) -> tuple[int, list[Delivery]]:
        """Do the next piece of what is due.

        Parameters
        ----------
        at, stop : int
            The samples from `at` to before `stop` have been played and not looked at yet; none where the
            analysis is only to come up to where the stream stands (`behind`).
        limit : int
            At most so many samples are analysed.
        thresholds : mapping of Channel to float
            In force from now on.

        Returns
        -------
        at : int
            From here on there is still to be looked at.
        told : list of Delivery
            What there is to say.
        """
        inside = self.stretches.at(at)
        if inside is not None:
            return min(inside.stop, stop), []
        told: list[Delivery] = []
        run = self._run
        if run is None or not self._leads_to(run, at):
            told += self.leave()
            run, back = self._enter(at)
            self._run = run
            told += back
        self._goal = at
        for channel, value in thresholds.items():
            run.analyzer.set_threshold(channel, value)
        run.analyzer.set_alert_on(self.alert_on)
        run.alarms.set_limits(self.limits)
        following = self.stretches.after(max(at, run.stop))
        upto = min(stop, run.stop + limit)
        if run.stop < at:
            upto = min(upto, at)
        if following is not None:
            upto = min(upto, following.start)
        told += self._push(run, upto)
        if following is not None and run.stop == following.start:
            told += self._join(run, min(following.stop, run.stop + round(RUN_OUT_S * self._fs)))
        return max(at, run.stop), told

    def leave(self) -> list[Delivery]:
        """Leave the present edge as it is; what is open there is told as if the stream ended."""
        run, self._run = self._run, None
        if run is None:
            return []
        self._patient = run.analyzer
        if run.stop <= run.first:
            return []  # it has said nothing yet
        run.closed = self._once(run, (e for e in run.analyzer.closing() if e.end >= run.first))
        alarms = run.alarms.close(run.stop)
        self._edges[run.stop] = run
        while len(self._edges) > EDGES:
            at, oldest = self._edges.popitem(last=False)
            self._closed[at] = oldest.closed
        return [Delivery(self.lead, run.stop, run.stop, events=run.closed, alarms=alarms)]

    def fail(self) -> list[Delivery]:
        """The analysis failed: go on, if at all, from where the stream then is, and knowing nothing."""
        told = self.leave()
        self.forget()
        self._failed = True
        return told

    def forget(self) -> None:
        """Keep what has been said and let go of all analyses, the patient with them."""
        self._closed |= {at: run.closed for at, run in self._edges.items()}
        self._run = self._patient = None
        self._edges.clear()

    def renew(self, limit: int, interrupted: Callable[[], bool]) -> None:
        """Analyse on with `new`, which is first shown what this patient was like of late.

        Parameters
        ----------
        limit : int
            At most so many samples are analysed in one go.
        interrupted : callable
            Asked between two goes whether to leave off.
        """
        run = self._run
        self.forget()
        self._warm_up_s = KNOWN_S
        if run is None or run.stop <= run.first:
            return
        before = self.stretches.before(run.stop)
        first = max(run.first if before is None else before.start, run.stop - round(KNOWN_S * self._fs))
        fresh = self._begin(self.new(first), first, run.first, run.stop)
        fresh.stands = run.stands
        for start in range(first, run.stop, limit):
            if interrupted():
                break
            fresh.alarms.warm_up(self._analysed(fresh, start, min(start + limit, run.stop)))
        fresh.alarms.take_over(run.alarms, run.stop)
        self._run, self._warm_up_s = fresh, WARM_UP_S

    def _samples(self, start: int, stop: int) -> npt.NDArray[np.float32]:
        """Samples of what is analysed: shape (n,), of several leads (n, leads)."""
        if self._columns is None:
            return self._history.lead(self.lead, start, stop)
        return self._history.between(start, stop)[:, self._columns]

    def _analysed(self, run: _Run, start: int, stop: int) -> Analysis:
        """What a run says of the next samples, and what is read meanwhile from the leads beside the ECG."""
        analysis = run.analyzer.push(self._samples(start, stop))
        if not run.vitals.reads:
            return analysis
        return replace(analysis, vitals=run.vitals.push(self._history.between(start, stop)))

    # Edges ----------------------------------------------------------------------------------------

    def _leads_to(self, run: _Run, at: int) -> bool:
        """Whether the present run is to be gone on with until it is at a sample."""
        if at in (run.stop, self._goal) and run.stop <= at:
            return True
        before = self.stretches.before(at)
        return (
            run.stop > run.first
            and before is not None
            and before.stop == run.stop
            and self._near(run.stop, at)
        )

    def _near(self, edge: int, at: int) -> bool:
        """Whether all from an edge to a sample can be analysed along with the rest."""
        return edge == at or (at - edge <= WARM_UP_S * self._fs and self._history.span[0] <= edge)

    def _enter(self, at: int) -> tuple[_Run, list[Delivery]]:
        """Take up the analysis that leads to a sample, or begin one there."""
        if self._failed:
            self._failed = False
            return self._begin(self.new(at), at, at, at), []
        before = self.stretches.before(at)
        first = at
        if before is not None and self._near(before.stop, at):
            first = before.stop
            run = self._edges.pop(first, None)
            if run is not None:
                return run, self._reopen(run)
        warm_up = round(self._warm_up_s * self._fs)
        start = min(first, max(self._history.span[0], first - warm_up))
        known = self._patient
        self._warm_up_s = WARM_UP_S
        run = self._begin(known.fork(start) if known is not None else self.new(start), start, first, start)
        run.stands = self._closed.pop(first, ())
        return run, []

    def _begin(self, analyzer: Analyzer, start: int, first: int, stop: int) -> _Run:
        """An analysis whose first sample is `start`, with the alarms that watch it."""
        vitals = VitalsStream(self._fs, self._history.leads, start)
        return _Run(analyzer, RunAlarms(analyzer, start, self.limits), vitals, first, stop)

    def _reopen(self, run: _Run) -> list[Delivery]:
        """Take back what was told where a run had been left."""
        closed, run.closed = run.closed, ()
        alarms = run.alarms.reopen()
        if not closed and not alarms:
            return []
        return [Delivery(self.lead, run.stop, run.stop, withdrawn=closed, alarms=alarms)]

    def _join(self, run: _Run, upto: int) -> list[Delivery]:
        """An analysed stretch begins here: let the run say what it still has to say of the samples before."""
        edge = run.stop
        analysis = run.analyzer.push(self._samples(edge, upto))
        told = (*analysis.events, *run.analyzer.closing())
        events = self._once(run, (e for e in told if run.first <= e.end < edge))
        self._reached.pop(edge, None)
        said = replace(
            _between(analysis, run.first, edge), events=events, open=None, provisional=(), technical=()
        )
        said = replace(said, beats=self._up_to(analysis.beats, run.first, edge))
        self._run, self._patient = None, run.analyzer
        template, alarms = run.analyzer.template, run.alarms.close(edge)
        return [Delivery(self.lead, edge, edge, said, events, template=template, alarms=alarms)]

    def _once(self, run: _Run, events: Iterable[Event]) -> tuple[Event, ...]:
        """Leave out the beats that alerts of the stretches before and after tell already.

        Two analyses may disagree about when beats began or ceased to take turns.
        """
        before, after = self.stretches.before(run.first), self.stretches.after(run.stop)
        told = frozenset[int]()
        if before is not None and before.stop not in (run.first, run.stop):
            edge = self._edges.get(before.stop)
            closed = self._closed.get(before.stop, ()) if edge is None else edge.closed
            told |= {r_peak for event in closed for r_peak in event.beats}
        if after is not None:
            told |= self._reached.get(after.start, frozenset())
        own = tuple(
            _without(told, event) for event in events if not (event.beats and told.issuperset(event.beats))
        )
        reached = {r_peak for event in own for r_peak in event.beats if r_peak < run.first}
        if reached:
            self._reached[run.first] = self._reached.get(run.first, frozenset()) | reached
        return own

    def _up_to(self, beats: BeatScores, first: int, edge: int) -> BeatScores:
        """The beats before a joint; one that the two analyses found on either side of it is said once."""
        near = round(SAME_S * self._fs)
        opening = self._openings.pop(edge, None)
        last = edge + near if opening is None or opening > edge + 2 * near else min(edge, opening - near)
        return beats.rows(np.flatnonzero((beats.index >= first) & (beats.index < last)))

    def _push(self, run: _Run, upto: int) -> list[Delivery]:
        start, run.stop = run.stop, upto
        analysis = self._analysed(run, start, upto)
        if upto <= run.first:
            run.alarms.warm_up(analysis)
            return []
        alarms = run.alarms.push(analysis, run.first)
        start = max(start, run.first)
        self.stretches.add(start, upto)
        said = _from(analysis, run.first)
        if len(said.vitals):
            said = replace(said, vitals=said.vitals.between(start, upto))
        if said.events:
            said = replace(said, events=self._once(run, said.events))
        for opening in said.beats.index[:1].tolist():
            self._openings.setdefault(run.first, opening)
        joined = tuple(e for e in run.stands if any(_overlap(e, other) for other in said.events))
        run.stands = tuple(e for e in run.stands if e not in joined)
        return [Delivery(self.lead, start, upto, said, said.events, joined, run.analyzer.template, alarms)]


def _without(reached: frozenset[int], event: Event) -> Event:
    """Leave out beats that another alert tells."""
    if reached.isdisjoint(event.beats):
        return event
    return replace(event, beats=tuple(r_peak for r_peak in event.beats if r_peak not in reached))


def _overlap(told: Event, event: Event) -> bool:
    return told.technical == event.technical and event.start <= told.end and told.start <= event.end


def _from(analysis: Analysis, first: int) -> Analysis:
    """Leave out what belongs to a stretch before sample `first`."""
    indices = [*(rows.index for rows in analysis.rows.values()), analysis.beats.index]
    began = [int(index[0]) for index in indices if len(index)]
    told = (*analysis.events, *analysis.provisional, *([analysis.open] if analysis.open else []))
    since = (*(e.end for e in told), *(state.start for state in analysis.states))
    if min([*began, *since], default=first) >= first:
        return analysis
    return replace(
        _between(analysis, first, None),
        events=tuple(e for e in analysis.events if e.end >= first),
        open=analysis.open if analysis.open is not None and analysis.open.end >= first else None,
        provisional=tuple(e for e in analysis.provisional if e.end >= first),
        technical=tuple(e for e in analysis.technical if e.end >= first),
    )


def _between(analysis: Analysis, first: int, stop: int | None) -> Analysis:
    """Leave out the rows, the beats and the parts of states that do not lie between two samples."""

    def part(index: npt.NDArray[np.int64]) -> slice:
        hi = len(index) if stop is None else int(np.searchsorted(index, stop))
        return slice(int(np.searchsorted(index, first)), hi)

    def rows_of(whole: dict[Channel, ChannelRows]) -> dict[Channel, ChannelRows]:
        rows = {}
        for channel, given in whole.items():
            kept = part(given.index)
            rows[channel] = replace(given, **{f.name: getattr(given, f.name)[kept] for f in fields(given)})
        return rows

    kept = part(analysis.beats.index)
    beats = BeatScores(*(getattr(analysis.beats, f.name)[kept] for f in fields(BeatScores)))
    return replace(
        analysis,
        rows=rows_of(analysis.rows),
        beats=beats,
        states=within(analysis.states, first, stop),
        leads=tuple(map(rows_of, analysis.leads)),
    )
