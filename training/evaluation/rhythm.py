"""Rhythms that are told against those annotated, by duration and by episode; pauses, by their length.

As ANSI/AAMI EC57:2012 compares atrial fibrillation and ventricular flutter, and ``epicmp`` of the WFDB
Applications (Moody, *WFDB Applications Guide*, physionet.org) does:

- from the sixth minute on, an episode that began before from there;
- by duration, Se is the share of what is annotated that is told, +P the share of what is told that is
  annotated; by episode, one is found, and one that is told is true, with any overlap;
- what is told of atrial fibrillation within annotated atrial flutter counts neither way.

Other rhythms are compared by the same rule. A gross figure pools the time of all records, an average one is
the mean of the records that have it. A record whose annotations name no rhythm says nothing of rhythms.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from assets.records.record import Annotations
from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.muting import PAUSE_S
from models.judging.alerts import are_true
from models.judging.reference import MATCH_S, Reference, Spans, merged, rhythm_spans
from models.signal.states import State, StateKind
from training.evaluation.beats import LEARN_S
from training.evaluation.spans import overlap, without


@dataclass(frozen=True)
class Sought:
    """A rhythm that is looked for.

    Attributes
    ----------
    states : tuple of StateKind
        What the monitor calls it.
    labels : tuple of str
        What annotators do, as in ``(AFIB``; none for ventricular flutter, whose waves are marked too.
    excused : tuple of str
        Labels within which it counts neither way.
    """

    states: tuple[StateKind, ...]
    labels: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()


SOUGHT: Mapping[str, Sought] = {
    "atrial fibrillation": Sought((StateKind.IRREGULAR,), ("AFIB",), ("AFL",)),
    "ventricular flutter or fibrillation": Sought((StateKind.FLUTTER,)),
    "bigeminy": Sought((StateKind.BIGEMINY,), ("B",)),
    "trigeminy": Sought((StateKind.TRIGEMINY,), ("T",)),
    "either of the two": Sought((StateKind.BIGEMINY, StateKind.TRIGEMINY), ("B", "T")),
}
"""By what they are called in the tables."""

PAUSES_S = (PAUSE_S, 2.5, 3.0, math.inf)
"""Pauses are counted from each of these lengths to before the next, s."""


@dataclass(frozen=True)
class Episodes:
    """One rhythm, annotated and told.

    Attributes
    ----------
    annotated_s, told_s, both_s : float
        How long it was annotated, how long it was told, and how long both were so, s.
    annotated, found : int
        Episodes annotated, and those of which some was told.
    told, true : int
        Episodes told, and those of which some was annotated.
    delays_s : tuple of float
        From the beginning of each episode found to when it was known, s.
    """

    annotated_s: float = 0.0
    told_s: float = 0.0
    both_s: float = 0.0
    annotated: int = 0
    found: int = 0
    told: int = 0
    true: int = 0
    delays_s: tuple[float, ...] = ()

    def __add__(self, other: Episodes) -> Episodes:
        return Episodes(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    @property
    def sensitivity(self) -> float:
        """Se by duration; NaN where nothing is annotated."""
        return self.both_s / self.annotated_s if self.annotated_s else math.nan

    @property
    def positive_predictivity(self) -> float:
        """+P by duration; NaN where nothing is told."""
        return self.both_s / self.told_s if self.told_s else math.nan

    def as_json(self) -> dict[str, Any]:
        """Give the counts and the figures as a dictionary."""
        counts = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return counts | {
            "delays_s": list(self.delays_s),
            "sensitivity": self.sensitivity,
            "positive_predictivity": self.positive_predictivity,
        }


@dataclass(frozen=True)
class Pauses:
    """Pauses of some length.

    Attributes
    ----------
    annotated, found : int
        Intervals between reference beats, and those that an alert tells of.
    false : int
        Alerts that tell of a pause where there is none.
    """

    annotated: int = 0
    found: int = 0
    false: int = 0

    def __add__(self, other: Pauses) -> Pauses:
        return Pauses(self.annotated + other.annotated, self.found + other.found, self.false + other.false)


@dataclass(frozen=True)
class RecordRhythm:
    """The rhythms of one record.

    Attributes
    ----------
    rhythms : mapping of str to Episodes
        By the names of `SOUGHT`; empty where the annotations name no rhythm.
    pauses : tuple of Pauses
        By the lengths of `PAUSES_S`.
    """

    rhythms: Mapping[str, Episodes] = field(default_factory=dict)
    pauses: tuple[Pauses, ...] = (Pauses(),) * (len(PAUSES_S) - 1)

    def as_json(self) -> dict[str, Any]:
        """Give everything as plain dictionaries."""
        return {
            "rhythms": {name: one.as_json() for name, one in self.rhythms.items()},
            "pauses": [
                {"from_s": since, "annotated": one.annotated, "found": one.found, "false": one.false}
                for since, one in zip(PAUSES_S, self.pauses, strict=False)
            ],
        }


@dataclass(frozen=True)
class Rhythms:
    """The rhythms of several records.

    Attributes
    ----------
    records : mapping of str to RecordRhythm
        By record.
    """

    records: Mapping[str, RecordRhythm]

    @property
    def named(self) -> tuple[str, ...]:
        """The rhythms that were looked for; none where no record's annotations name one."""
        return tuple(name for name in SOUGHT if any(name in one.rhythms for one in self.records.values()))

    def each(self, name: str) -> dict[str, Episodes]:
        """A rhythm by record."""
        return {key: one.rhythms[name] for key, one in self.records.items() if name in one.rhythms}

    def gross(self, name: str) -> Episodes:
        """A rhythm in all records."""
        return sum(self.each(name).values(), Episodes())

    def average(self, name: str, figure: Callable[[Episodes], float]) -> float:
        """Mean of a figure over the records that have it; NaN where none does."""
        known = [value for value in map(figure, self.each(name).values()) if math.isfinite(value)]
        return float(np.mean(known)) if known else math.nan

    @property
    def pauses(self) -> tuple[Pauses, ...]:
        """Pauses in all records."""
        each = zip(*(one.pauses for one in self.records.values()), strict=True)
        return tuple(sum(of_length, Pauses()) for of_length in each)

    def as_json(self) -> dict[str, Any]:
        """Give everything as plain dictionaries."""
        gross = RecordRhythm({name: self.gross(name) for name in self.named}, self.pauses)
        return {
            "all": gross.as_json(),
            "records": {name: one.as_json() for name, one in self.records.items()},
        }


def assess_rhythm(
    notes: Annotations, fs: float, n_samples: int, states: Sequence[State], alerts: Sequence[Event]
) -> RecordRhythm:
    """Compare what was told of one record's rhythm with its annotations.

    Parameters
    ----------
    notes : Annotations
        The reference.
    fs : float
        The record's rate, Hz.
    n_samples : int
        Its length.
    states : sequence of State
        All that the monitor found; one that is not over lasts to the end.
    alerts : sequence of Event
        All alerts that it raised.
    """
    reference = Reference.of(notes, fs, n_samples)
    first = math.ceil(LEARN_S * fs)
    rhythms: dict[str, Episodes] = {}
    named = zip(notes.symbol, notes.aux_note, strict=True)
    if any(symbol == "+" and note.startswith("(") for symbol, note in named):
        for name, sought in SOUGHT.items():
            labelled = rhythm_spans(notes, n_samples, *sought.labels) if sought.labels else reference.flutter
            excused = rhythm_spans(notes, n_samples, *sought.excused)
            of_kind = [state for state in states if state.kind in sought.states]
            rhythms[name] = _episodes(labelled, excused, of_kind, first, n_samples - 1, fs)
    return RecordRhythm(rhythms, _pauses(reference, alerts, first))


def _episodes(
    labelled: Spans, excused: Spans, states: Sequence[State], first: int, last: int, fs: float
) -> Episodes:
    spans = np.array([(s.start, last if s.over is None else s.end) for s in states], dtype=np.int64)
    spans = spans.reshape(-1, 2)
    # States that follow each other at once are one episode, as labels that do are.
    told = without(merged(_cut(spans, first, last)), excused)
    annotated = np.array(_cut(labelled, first, last), dtype=np.int64).reshape(-1, 2)
    both = overlap(annotated, told)
    found = both.any(axis=1)
    delays = []
    for i in np.flatnonzero(found).tolist():
        begun = annotated[i : i + 1]
        known = [s.known for s, there in zip(states, overlap(begun, spans)[0] > 0, strict=True) if there]
        delays.append(max(0, min(known) - int(begun[0, 0])) / fs)
    return Episodes(
        float((annotated[:, 1] - annotated[:, 0]).sum()) / fs,
        float((told[:, 1] - told[:, 0]).sum()) / fs,
        float(both.sum()) / fs,
        len(annotated),
        int(found.sum()),
        len(told),
        int(both.any(axis=0).sum()),
        tuple(delays),
    )


def _cut(spans: Spans, first: int, last: int) -> list[tuple[int, int]]:
    """What of spans lies from sample `first` to `last`."""
    return [(max(a, first), min(b, last)) for a, b in spans.tolist() if max(a, first) < min(b, last)]


def _pauses(reference: Reference, alerts: Sequence[Event], first: int) -> tuple[Pauses, ...]:
    """Count pauses by length: between reference beats from sample `first` on, outside ventricular flutter."""
    edges = np.array(PAUSES_S) * reference.fs
    between = np.column_stack([reference.beats[:-1], reference.beats[1:]]).reshape(-1, 2)
    counted = (between[:, 0] >= first) & ~overlap(between, reference.flutter).any(axis=1)
    between = between[counted]
    length = np.digitize(between[:, 1] - between[:, 0], edges) - 1
    ends = np.array(
        [peak for alert in alerts if alert.pause_s is not None for peak in alert.beats or (alert.peak,)],
        dtype=np.int64,
    )
    near = np.abs(between[:, 1, None] - ends).min(axis=1, initial=np.iinfo(np.int64).max)
    found = near <= MATCH_S * reference.fs
    told = [alert for alert in alerts if alert.kind is Kind.PAUSE and alert.start >= first]
    wrong = [
        alert.pause_s or 0.0 for alert, true in zip(told, are_true(told, reference), strict=True) if not true
    ]
    false = np.digitize(wrong, PAUSES_S) - 1
    return tuple(
        Pauses(int((length == i).sum()), int((found & (length == i)).sum()), int((false == i).sum()))
        for i in range(len(PAUSES_S) - 1)
    )
