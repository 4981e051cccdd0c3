"""Alerts as a user sees them raised, held against the reference beats of records (`models.judging`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.alerts.events import Event
from models.judging.tally import COVERED, AlertCounts, Coverage, Tally, in_order, tally
from training.evaluation.protocol import Truth, late


@dataclass(frozen=True)
class AlertAssessment(Tally):
    """Alerts after the fifth minute, assessed.

    Attributes
    ----------
    records : mapping of str to Tally
        The same by record.
    """

    records: Mapping[str, Tally] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Give everything as plain dictionaries."""
        return super().as_json() | {"records": {name: one.as_json() for name, one in self.records.items()}}


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
    kinds = in_order(kind for one in records.values() for kind in one.kinds)
    return AlertAssessment(
        minutes=sum(one.minutes for one in records.values()),
        atrial_minutes=sum(one.atrial_minutes for one in records.values()),
        kinds={
            kind: sum((one.kinds.get(kind, AlertCounts()) for one in records.values()), AlertCounts())
            for kind in kinds
        },
        atrial=sum((one.atrial for one in records.values()), AlertCounts()),
        technical=dict(sum((Counter(one.technical) for one in records.values()), Counter())),
        coverage={
            name: sum((one.coverage[name] for one in records.values()), Coverage()) for name in COVERED
        },
        records=records,
    )


def _assess_one(truth: Truth, alerts: Sequence[Event]) -> Tally:
    return tally(truth.reference, alerts, truth.assessed, late(truth.fs, truth.n_samples))
