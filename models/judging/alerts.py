"""Which alerts are true, and which beats they cover: the one rule, for the screen and the evaluation.

ANSI/AAMI EC57:2012 compares beat by beat and knows no alerts that span several. What is followed of it: a
reference beat belongs to a span no farther than 150 ms away, the classes of beats, and +P for the share of
what was raised that is true. In ventricular flutter, where it compares no beats, alerts about beats are true.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from models.alerts.events import Event
from models.alerts.kinds import Claim
from models.judging.reference import MATCH_S, Reference, Spans

COVERING = (Claim.UNUSUAL, Claim.EARLY, Claim.TURNS)
"""What an alert must claim to cover the beats in its span; a rhythm or a pause tells of no single beat."""

FEWEST_TURNS, TURNS_APART = 3, (2, 3)
"""So many class V beats, each the second or the third after the one before, take turns with others."""


def is_true(alert: Event, reference: Reference) -> bool:
    """Whether an alert is true: the one definition.

    It is if what it claims is so within its span, 150 ms wider on either side:

    - that a beat is unusual: a reference beat not of class N, or ventricular flutter;
    - that a beat came early: a reference beat of class S or V, or ventricular flutter;
    - that ectopic beats take turns: a rhythm so labelled, or `FEWEST_TURNS` class V beats that do;
    - ventricular or atrial flutter or fibrillation: a rhythm so labelled;
    - a pause: two successive reference beats as far apart as it says, less 150 ms at either end.

    A technical alert claims nothing of the heart and is never true.
    """
    start, end = span(alert, reference.fs)
    first, stop = np.searchsorted(reference.beats, [start, end + 1])
    held = reference.aami[first:stop]
    flutter = touches(reference.flutter, start, end)
    match alert.kind.claim:
        case Claim.UNUSUAL:
            return flutter or bool((held != "N").any())
        case Claim.EARLY:
            return flutter or bool(np.isin(held, ["S", "V"]).any())
        case Claim.TURNS:
            return touches(reference.bigeminy, start, end) or _take_turns(held)
        case Claim.FLUTTER:
            return flutter
        case Claim.ATRIAL:
            return touches(reference.atrial, start, end)
        case Claim.PAUSE:
            about = reference.beats[max(0, first - 1) : stop + 1]
            least = (alert.pause_s or 0.0) - 2 * MATCH_S
            return bool((np.diff(about) >= least * reference.fs).any())
        case Claim.NOTHING:
            return False


def covered(alerts: Iterable[Event], reference: Reference) -> npt.NDArray[np.bool_]:
    """Mark the reference beats, shape (n,), that lie in the span of an alert that says something of beats."""
    steps = np.zeros(len(reference.beats) + 1, dtype=np.int64)
    for alert in alerts:
        if alert.kind.claim in COVERING:
            start, end = span(alert, reference.fs)
            first, stop = np.searchsorted(reference.beats, [start, end + 1])
            steps[first] += 1
            steps[stop] -= 1
    found: npt.NDArray[np.bool_] = np.cumsum(steps[:-1]) > 0
    return found


def span(alert: Event, fs: float) -> tuple[int, int]:
    """First and last sample in which a beat belongs to the alert."""
    reach = round(MATCH_S * fs)
    return alert.start - reach, alert.end + reach


def touches(spans: Spans, start: int, end: int) -> bool:
    """Whether one of the spans has a sample from `start` to `end`."""
    return bool(((spans[:, 0] <= end) & (spans[:, 1] >= start)).any())


def _take_turns(held: npt.NDArray[np.str_]) -> bool:
    apart = np.diff(np.flatnonzero(held == "V"))
    run = 1
    for step in apart.tolist():
        run = run + 1 if step in TURNS_APART else 1
        if run >= FEWEST_TURNS:
            return True
    return False
