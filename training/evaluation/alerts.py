"""Alerts as a user sees them raised, held against the reference beats.

ANSI/AAMI EC57:2012 compares beat by beat and knows no alerts that span several. What is followed of it: a
reference beat belongs to a span no farther than 150 ms away, the classes of beats, the first five minutes
left out, and +P for the share of what was raised that is true. In ventricular flutter, where it compares no
beats, an alert is true.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from models.alerts.events import Event
from models.alerts.kinds import Kind, Nature
from training.evaluation.beats import LEARN_S
from training.evaluation.metrics.matching import MATCH_S
from training.evaluation.protocol import Truth

COVERED = ("V", "S")
"""Classes of which the share that an alert covers is counted."""


@dataclass(frozen=True)
class AlertCounts:
    """Alerts of one kind.

    Attributes
    ----------
    true, false : int
        Those whose span holds what they are about, and the others (`is_true`).
    """

    true: int = 0
    false: int = 0

    def __add__(self, other: AlertCounts) -> AlertCounts:
        return AlertCounts(self.true + other.true, self.false + other.false)

    @property
    def positive_predictivity(self) -> float:
        """Share of the alerts that are true (+P); NaN where there is none."""
        raised = self.true + self.false
        return self.true / raised if raised else math.nan


@dataclass(frozen=True)
class Coverage:
    """Beats of one class.

    Attributes
    ----------
    covered, beats : int
        Those within the span of an alert that is not technical, and all of them.
    """

    covered: int = 0
    beats: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(self.covered + other.covered, self.beats + other.beats)

    @property
    def share(self) -> float:
        """Share of the beats that is covered; NaN where there is none."""
        return self.covered / self.beats if self.beats else math.nan


@dataclass(frozen=True)
class AlertAssessment:
    """Alerts after the fifth minute, assessed.

    Attributes
    ----------
    minutes : float
        Time in which an alert can be false, min.
    kinds : mapping of str to AlertCounts
        By kind, in lower case; technical ones apart.
    technical : mapping of str to int
        How often each technical alert was raised; they are about the signal, so no beat can make them true.
    coverage : mapping of str to Coverage
        By class of `COVERED`.
    records : mapping of str to AlertAssessment
        The same by record; empty in a record's own.
    """

    minutes: float
    kinds: Mapping[str, AlertCounts]
    technical: Mapping[str, int]
    coverage: Mapping[str, Coverage]
    records: Mapping[str, AlertAssessment] = field(default_factory=dict)

    @property
    def total(self) -> AlertCounts:
        """Alerts of all kinds but the technical ones."""
        return sum(self.kinds.values(), AlertCounts())

    def per_minute(self, alerts: int) -> float:
        """So many alerts as a rate, 1/min; NaN where no time is assessed."""
        return alerts / self.minutes if self.minutes else math.nan

    def as_json(self) -> dict[str, Any]:
        """Give everything as plain dictionaries."""

        def counts(one: AlertCounts) -> dict[str, Any]:
            return {
                "true": one.true,
                "false": one.false,
                "positive_predictivity": one.positive_predictivity,
                "false_per_minute": self.per_minute(one.false),
            }

        plain: dict[str, Any] = {
            "minutes": self.minutes,
            "kinds": {kind: counts(one) for kind, one in self.kinds.items()},
            "all": counts(self.total),
            "technical": dict(self.technical),
            "covered": {
                name: {"beats": one.beats, "covered": one.covered, "share": one.share}
                for name, one in self.coverage.items()
            },
        }
        if self.records:
            plain["records"] = {name: one.as_json() for name, one in self.records.items()}
        return plain


def is_true(alert: Event, truth: Truth) -> bool:
    """Whether an alert is true: the one definition.

    It is if its span, 150 ms wider on either side, touches ventricular flutter or holds a reference beat that
    is not of class N; of class S or V, where the alert is of a premature beat.
    """
    start, end = _span(alert, truth)
    flutter = truth.flutter
    if bool(((flutter[:, 0] <= end) & (flutter[:, 1] >= start)).any()):
        return True
    first, stop = np.searchsorted(truth.beats, [start, end + 1])
    held = truth.aami[first:stop]
    meant = np.isin(held, ["S", "V"]) if alert.kind.nature is Nature.PREMATURE else held != "N"
    return bool(meant.any())


def assess_alerts(truths: Sequence[Truth], alerts: Sequence[Sequence[Event]]) -> AlertAssessment:
    """Assess the alerts that were raised on records.

    An alert counts if it begins after the first five minutes. A beat counts where scores are assessed too
    (`Truth.assessed`), whether the alert that covers it counts or not.

    Parameters
    ----------
    truths : sequence of Truth
        The records' references.
    alerts : sequence of sequence of Event
        All alerts of each record; spans in its samples.

    Raises
    ------
    ValueError
        If there is no record, or not one sequence of alerts a record.
    """
    if not truths or len(truths) != len(alerts):
        raise ValueError(f"{len(alerts)} sequences of alerts do not belong to {len(truths)} records.")
    records = {t.name: _assess_one(t, raised) for t, raised in zip(truths, alerts, strict=True)}
    return AlertAssessment(
        minutes=sum(one.minutes for one in records.values()),
        kinds={
            kind: sum((one.kinds.get(kind, AlertCounts()) for one in records.values()), AlertCounts())
            for kind in _order(kind for one in records.values() for kind in one.kinds)
        },
        technical=dict(sum((Counter(one.technical) for one in records.values()), Counter())),
        coverage={
            name: sum((one.coverage[name] for one in records.values()), Coverage()) for name in COVERED
        },
        records=records,
    )


def _assess_one(truth: Truth, alerts: Sequence[Event]) -> AlertAssessment:
    late = [alert for alert in alerts if alert.start >= LEARN_S * truth.fs]
    counts: dict[str, AlertCounts] = {}
    for alert in late:
        if not alert.technical:
            kind, true = _kind(alert), is_true(alert, truth)
            counts[kind] = counts.get(kind, AlertCounts()) + AlertCounts(int(true), int(not true))
    covered = np.zeros(len(truth.beats), dtype=bool)
    for alert in alerts:
        if not alert.technical:
            start, end = _span(alert, truth)
            covered |= (truth.beats >= start) & (truth.beats <= end)
    of_class = {name: truth.assessed & (truth.aami == name) for name in COVERED}
    return AlertAssessment(
        minutes=truth.minutes,
        kinds={kind: counts[kind] for kind in _order(counts)},
        technical=dict(Counter(_kind(alert) for alert in late if alert.technical)),
        coverage={
            name: Coverage(int((covered & those).sum()), int(those.sum())) for name, those in of_class.items()
        },
    )


def _span(alert: Event, truth: Truth) -> tuple[int, int]:
    """First and last sample in which a beat belongs to the alert."""
    reach = round(MATCH_S * truth.fs)
    return alert.start - reach, alert.end + reach


def _kind(alert: Event) -> str:
    return alert.kind.name.lower()


def _order(kinds: Any) -> list[str]:
    """Kinds in the order in which the program lists them."""
    named = set(kinds)
    return [kind.name.lower() for kind in Kind if kind.name.lower() in named]
