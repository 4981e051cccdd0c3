"""What is known at a moment of the stream: live at the edge of what was analysed, archived before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from assets.databases.mitbih import AAMI_CLASS
from assets.sources.source import NO_ANNOTATIONS, SourceInfo
from models.alerts.analyzer import Template
from models.alerts.events import Event, joined_leads
from models.alerts.reasons import CHANNELS, Channel
from models.beats.scores import BeatScores
from models.leads.choice import TOGETHER, leads_together
from models.signal.rhythm import Rhythm
from models.signal.states import State
from monitor.alerts.log import AlertLog
from monitor.stream.archive import LeadArchive, row_store
from monitor.stream.excerpt import Excerpt
from monitor.stream.following import Delivery
from monitor.stream.past.history import SignalHistory
from monitor.stream.past.rows import Found, RowArchive
from monitor.stream.past.stretches import Stretch
from monitor.stream.trends import Trends
from monitor.stream.vitals import VitalArchive

EXCERPT_S = 10.0
"""Seconds kept before and after an alert for its review."""

SCORE, EXPECTED = 0, 1
"""Places of the values in an archive's rows."""


@dataclass(frozen=True)
class RowView:
    """One value of one channel's rows, on the lead that is analysed."""

    recall: Recall
    channel: Channel
    place: int

    def between(self, start: float, stop: float, margin: int = 0) -> Found:
        """Rows with start <= index < stop, and up to `margin` more on either side."""
        return self.recall.rows(self.recall.lead, self.channel, self.place, start, stop, margin)


class Recall:
    """Alerts, and an archive a lead, of the source that is on.

    Attributes
    ----------
    log : AlertLog
        The alerts of all leads that have been analysed.
    lead : int
        The lead that is analysed; of several, the one whose running models are shown.
    together : bool
        Whether all leads are analysed together.
    vitals : VitalArchive
        What was read from the leads beside the ECG.
    trends : Trends
        What all this was in the last days.
    """

    def __init__(self) -> None:
        self.log = AlertLog()
        self.lead, self.together = 0, False
        self._info: SourceInfo | None = None
        self._history: SignalHistory | None = None
        self._rows: RowArchive | None = None
        self._archives: dict[int, LeadArchive] = {}
        self._newest: Delivery | None = None
        self.vitals = VitalArchive(1.0)
        self.trends = Trends(1.0)

    def begin(self, info: SourceInfo, history: SignalHistory, lead: int) -> None:
        """Forget everything: another source is on."""
        self.log.clear()
        self._info, self._history = info, history
        self.choose(lead)
        self._rows = row_store(info.fs)
        self._archives, self._newest = {}, None
        self.vitals = VitalArchive(info.fs)
        self.trends = Trends(info.fs)

    def choose(self, lead: int) -> None:
        """A lead alone is analysed from now on, or all `TOGETHER`, where there are several."""
        assert self._info is not None
        columns = leads_together(self._info.leads) or (self._info.usual_lead,)
        self.together = lead == TOGETHER and len(columns) > 1
        self.lead = columns[0] if lead == TOGETHER else lead

    @property
    def key(self) -> int:
        """What stands for the present analysis: a lead's column, or `TOGETHER`."""
        return TOGETHER if self.together else self.lead

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the leads that are analysed."""
        if self._info is None:
            return ()
        columns = leads_together(self._info.leads) if self.together else (self.lead,)
        return tuple(self._info.lead_names[column] for column in columns)

    def archive(self, key: int | None = None) -> LeadArchive:
        """What has been said of a lead, or of all `TOGETHER` (of the present analysis if left out)."""
        assert self._info is not None
        assert self._rows is not None
        key = self.key if key is None else key
        if key not in self._archives:
            columns = leads_together(self._info.leads) if key == TOGETHER else None
            self._archives[key] = LeadArchive(key, self._info.fs, self._rows, columns)
        return self._archives[key]

    def analysed_otherwise(self) -> list[Stretch]:
        """The stretches that another analysis than the present one has analysed."""
        return [s for key, a in self._archives.items() if key != self.key for s in a.stretches]

    def take(self, delivery: Delivery) -> None:
        """Keep what the analysis brought."""
        for event in delivery.withdrawn:
            self.log.remove(event)
        for event in delivery.events:
            self.log.add(event)
        self.archive(delivery.lead).take(delivery)
        if delivery.analysis is not None:
            self.vitals.take(delivery.analysis.vitals)
            self.trends.take(delivery.start, delivery.stop, delivery.analysis)
        if delivery.lead != self.key:
            return
        if delivery.analysis is not None:
            self._newest = delivery
        elif self._newest is not None and self._newest.analysis is not None and delivery.events:
            # What was open has been told; heart rate and template stay as they were.
            ended = replace(self._newest.analysis, open=None, provisional=(), technical=())
            self._newest = replace(self._newest, analysis=ended)

    def let_go(self) -> None:
        """Nothing goes on any more: the analysis ended, or another lead is analysed."""
        self._newest = None

    # Where the analysis stands --------------------------------------------------------------------

    def analysed_before(self, head: int) -> bool:
        """Whether what is at the head was analysed before: nothing of it is going on."""
        return self._info is not None and self.archive().stretches.at(head) is not None

    def analysed(self, sample: int) -> int:
        """Sample up to which all has been analysed from this one on: itself, where nothing has."""
        inside = self.archive().stretches.at(sample) if self._info is not None else None
        return inside.stop if inside is not None else sample

    def live(self, head: int, pass_start: int) -> Delivery | None:
        """What the analysis said last, where the head is at the edge that it has reached; else None."""
        newest = self._newest
        if newest is None or newest.stop < pass_start or self.analysed_before(head):
            return None
        before = self.archive().stretches.before(head)
        return newest if before is not None and before.stop == newest.stop else None

    # What was known -------------------------------------------------------------------------------

    def rhythm(self, head: int, pass_start: int) -> Rhythm | None:
        """Rhythm at the head."""
        live = self.live(head, pass_start)
        if live is not None and live.analysis is not None:
            return live.analysis.rhythm
        return self.archive().rhythm(head) if self._info is not None else None

    def states(self, head: int, pass_start: int) -> tuple[State, ...]:
        """States that go on at the head, as far as they were known there."""
        if self._info is None:
            return ()
        live = self.live(head, pass_start)
        if live is not None and live.analysis is not None:
            return tuple(state for state in live.analysis.states if state.over is None)
        return self.archive().states.going_on(head)

    def states_between(self, first: float, last: float) -> list[State]:
        """States of the analysed lead that have a sample between two."""
        return self.archive().states.between(first, last) if self._info is not None else []

    def template(self, head: int, pass_start: int) -> Template | None:
        """The patient's template at the head."""
        live = self.live(head, pass_start)
        if live is not None:
            return live.template
        return self.archive().template(head) if self._info is not None else None

    def rows(
        self,
        lead: int,
        channel: Channel,
        place: int,
        start: float,
        stop: float,
        margin: int = 0,
        key: int | None = None,
    ) -> Found:
        """One value of a channel's rows in a lead between two samples, shape (1, n), by one analysis."""
        if self._info is None:
            return np.zeros(0, dtype=np.int64), np.zeros((1, 0), dtype=np.float32)
        index, values = self.archive(key).rows(channel, start, stop, margin, lead)
        return index, values[place : place + 1]

    def alerts_between(self, first: float, last: float) -> list[Event]:
        """Alerts of the analysed lead that overlap two sample indices."""
        return [e for e in self.log.overlapping(first, last) if self.is_own(e)]

    def known(self, event: Event, head: int) -> bool:
        """Whether an alert had been raised when the stream stood at the head."""
        return event.start <= head and self.archive(self.key_of(event)).known_from(event) <= head

    def last_alert(self, head: int) -> Event | None:
        """The last alert of the analysed lead that was known when the stream stood at the head."""
        return self.log.latest(head, lambda e: self.is_own(e) and self.known(e, head))

    def lead_of(self, event: Event) -> int:
        """Column of the lead that an alert is about."""
        names = self._info.lead_names if self._info is not None else ()
        return names.index(event.lead) if event.lead in names else self.lead

    def beats_between(self, first: float, stop: float) -> BeatScores:
        """The beats of the analysed lead from one sample to before another."""
        return self.archive().beats(first, stop) if self._info is not None else BeatScores.none()

    def beats_by_lead(self) -> dict[str, BeatScores]:
        """All beats found so far by each analysis, by the name of its lead or leads, in the order of time."""
        if self._info is None:
            return {}
        names = self._info.lead_names
        return {
            joined_leads([names[column] for column in a.columns]): a.all_beats()
            for _, a in sorted(self._archives.items())
            if a.n_beats
        }

    def open_alerts(self) -> list[Event]:
        """The alert that is going on where the analysis stands, even if the stream has gone back."""
        analysis = self._newest.analysis if self._newest is not None else None
        return [analysis.open] if analysis is not None and analysis.open is not None else []

    def key_of(self, event: Event) -> int:
        """Which analysis raised an alert: a lead's column, or `TOGETHER`."""
        return TOGETHER if event.together else self.lead_of(event)

    def is_own(self, event: Event) -> bool:
        """Whether the present analysis raised an alert."""
        return self.key_of(event) == self.key

    def excerpt(self, event: Event, head: int, thresholds: dict[Channel, float]) -> Excerpt | None:
        """An alert with its surroundings, copied; scores that are no longer kept are left out."""
        info, history = self._info, self._history
        if info is None or history is None:
            return None
        lead, key = self.lead_of(event), self.key_of(event)
        stretches = self.archive(key).stretches
        around = round(EXCERPT_S * info.fs)
        first = max(0, event.start - around)
        end = event.end + around if info.n_samples is None else info.n_samples
        inside = stretches.at(event.end) or stretches.before(event.end)
        reached = inside.stop if inside is not None else 0
        # What has not been played yet stays unseen, in the review as well.
        last = max(first, min(event.end + around, max(head, reached, event.end + 1), end))
        known = history.annotations(first, last) if info.shows_reference else NO_ANNOTATIONS
        beats = tuple(
            (sample, symbol)
            for sample, symbol in zip(known.sample.tolist(), known.symbol, strict=True)
            if symbol in AAMI_CLASS
        )

        def kept(place: int) -> dict[Channel, tuple[np.ndarray, np.ndarray]]:
            found = {c: self.rows(lead, c, place, first, last, key=key) for c in CHANNELS}
            return {c: (index.copy(), values[0].copy()) for c, (index, values) in found.items()}

        return Excerpt(
            event,
            info.fs,
            info.leads[lead].name,
            first,
            history.lead(lead, first, last).copy(),
            kept(EXPECTED),
            kept(SCORE),
            dict(thresholds),
            beats,
            complete=reached >= min(event.end + around, end),
        )
