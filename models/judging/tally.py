"""Alerts and beats counted against the reference: what an evaluation reports, and what the screen sums up."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.judging.alerts import are_true, covered
from models.judging.reference import Reference, Spans, inside, merged

END_S = 1.0
"""Beats so near the end of what was analysed do not count, since an alert may yet come, s."""

OUTSIDE = "S outside AF"
"""Class S beats where the rhythm is not labelled atrial fibrillation or flutter."""

COVERED = ("V", "S", OUTSIDE)
"""Of what the share that an alert covers is counted."""


@dataclass(frozen=True)
class AlertCounts:
    """Alerts of one kind.

    Attributes
    ----------
    true, false : int
        Those whose span holds what they are about, and the others (`models.judging.alerts.is_true`).
    """

    true: int = 0
    false: int = 0

    def __add__(self, other: AlertCounts) -> AlertCounts:
        return AlertCounts(self.true + other.true, self.false + other.false)

    @property
    def raised(self) -> int:
        """All of them."""
        return self.true + self.false

    @property
    def positive_predictivity(self) -> float:
        """Share of the alerts that are true (+P); NaN where there is none."""
        return self.true / self.raised if self.raised else math.nan


@dataclass(frozen=True)
class Coverage:
    """Beats of one class.

    Attributes
    ----------
    covered, beats : int
        Those within the span of an alert about beats, and all of them.
    """

    covered: int = 0
    beats: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(self.covered + other.covered, self.beats + other.beats)

    @property
    def share(self) -> float:
        """Share of the beats that is covered (Se, sensitivity); NaN where there is none."""
        return self.covered / self.beats if self.beats else math.nan


@dataclass(frozen=True)
class Tally:
    """Alerts and beats of a stretch, counted.

    Attributes
    ----------
    minutes, atrial_minutes : float
        Time in which an alert can be false, and how much of it the rhythm is labelled atrial fibrillation or
        flutter, min.
    kinds : mapping of str to AlertCounts
        By kind, in lower case; technical ones apart.
    atrial : AlertCounts
        Of these, the alerts raised in atrial fibrillation or flutter.
    technical : mapping of str to int
        How often each technical alert was raised; they are about the signal, so no beat can make them true.
    coverage : mapping of str to Coverage
        By what is listed in `COVERED`.
    """

    minutes: float
    atrial_minutes: float
    kinds: Mapping[str, AlertCounts]
    atrial: AlertCounts
    technical: Mapping[str, int]
    coverage: Mapping[str, Coverage]

    @property
    def total(self) -> AlertCounts:
        """Alerts of all kinds but the technical ones."""
        return self.of(Kind)

    def of(self, kinds: Iterable[Kind]) -> AlertCounts:
        """Alerts of some kinds."""
        names = {kind.name.lower() for kind in kinds}
        return sum((one for name, one in self.kinds.items() if name in names), AlertCounts())

    @property
    def false_per_minute(self) -> float:
        """False alerts as a rate, 1/min; NaN where no time is assessed."""
        return rate(self.total.false, self.minutes)

    @property
    def false_per_minute_atrial(self) -> float:
        """The same in atrial fibrillation or flutter."""
        return rate(self.atrial.false, self.atrial_minutes)

    @property
    def false_per_minute_outside(self) -> float:
        """The same elsewhere."""
        return rate(self.total.false - self.atrial.false, self.minutes - self.atrial_minutes)

    def per_minute(self, alerts: int) -> float:
        """So many alerts as a rate, 1/min; NaN where no time is assessed."""
        return rate(alerts, self.minutes)

    def as_json(self) -> dict[str, Any]:
        """Give everything as plain dictionaries."""

        def counts(one: AlertCounts, minutes: float) -> dict[str, Any]:
            return {
                "true": one.true,
                "false": one.false,
                "positive_predictivity": one.positive_predictivity,
                "false_per_minute": rate(one.false, minutes),
            }

        outside = AlertCounts(self.total.true - self.atrial.true, self.total.false - self.atrial.false)
        return {
            "minutes": self.minutes,
            "atrial_minutes": self.atrial_minutes,
            "kinds": {kind: counts(one, self.minutes) for kind, one in self.kinds.items()},
            "all": counts(self.total, self.minutes),
            "atrial": counts(self.atrial, self.atrial_minutes),
            "outside_atrial": counts(outside, self.minutes - self.atrial_minutes),
            "technical": dict(self.technical),
            "covered": {
                name: {"beats": one.beats, "covered": one.covered, "share": one.share}
                for name, one in self.coverage.items()
            },
        }


def tally(
    reference: Reference,
    alerts: Sequence[Event],
    assessed: npt.NDArray[np.bool_],
    stretches: Spans,
) -> Tally:
    """Count alerts and beats of one record.

    An alert counts if it begins in one of the stretches. A beat counts where it is assessed, whether the
    alert that covers it counts or not.

    Parameters
    ----------
    reference : Reference
        What annotators say.
    alerts : sequence of Event
        All alerts; spans in the reference's samples. Provisional ones are none.
    assessed : ndarray of bool, shape (n,)
        Which of the reference's beats count.
    stretches : ndarray of int64, shape (k, 2)
        First and last sample of each stretch in which alerts count, in the order of time.
    """
    begun = np.array([alert.start for alert in alerts], dtype=np.int64)
    peaks = np.array([alert.peak for alert in alerts], dtype=np.int64)
    there, in_atrial = inside(begun, stretches), inside(peaks, reference.atrial)
    true = are_true(alerts, reference)
    counts, technical = Counter[tuple[str, bool, bool]](), Counter[str]()
    for i in np.flatnonzero(there).tolist():
        alert = alerts[i]
        if alert.technical:
            technical[alert.kind.name.lower()] += 1
        elif not alert.provisional:
            counts[alert.kind.name.lower(), bool(true[i]), bool(in_atrial[i])] += 1

    def of(name: str | None, *, atrial_only: bool = False) -> AlertCounts:
        chosen = [
            (was, n) for (k, was, af), n in counts.items() if name in (None, k) and (af or not atrial_only)
        ]
        return AlertCounts(sum(n for was, n in chosen if was), sum(n for was, n in chosen if not was))

    hit = covered(alerts, reference)
    of_class = {name: assessed & (reference.aami == name) for name in ("V", "S")}
    of_class[OUTSIDE] = of_class["S"] & ~inside(reference.beats, reference.atrial)
    seconds = _length(stretches) - _length(_common(stretches, reference.flutter))
    in_af = _length(_common(stretches, reference.atrial))
    return Tally(
        seconds / reference.fs / 60,
        in_af / reference.fs / 60,
        {kind: of(kind) for kind in in_order(kind for kind, _, _ in counts)},
        of(None, atrial_only=True),
        dict(technical),
        {name: Coverage(int((hit & those).sum()), int(those.sum())) for name, those in of_class.items()},
    )


def assessed_in(reference: Reference, stretches: Spans) -> npt.NDArray[np.bool_]:
    """Mark the beats, shape (n,), that count: within stretches, less the last `END_S`, outside flutter."""
    before_end = stretches - np.array([0, 1 + round(END_S * reference.fs)])
    return inside(reference.beats, before_end) & ~inside(reference.beats, reference.flutter)


def in_order(kinds: Iterable[str]) -> list[str]:
    """Kinds, by their names in lower case, in the order in which the program lists them."""
    named = set(kinds)
    return [kind.name.lower() for kind in Kind if kind.name.lower() in named]


def rate(count: int, minutes: float) -> float:
    """So many as a rate, 1/min; NaN where there is no time."""
    return count / minutes if minutes > 0 else math.nan


def _length(spans: Spans) -> float:
    return float((spans[:, 1] - spans[:, 0]).clip(0).sum())


def _common(one: Spans, other: Spans) -> Spans:
    """Where spans of both kinds overlap."""
    return merged(
        [(max(a, c), min(b, d)) for a, b in one.tolist() for c, d in other.tolist() if max(a, c) < min(b, d)]
    )
