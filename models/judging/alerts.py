"""Which alerts are true, and which beats they cover: the one rule, for the screen and the evaluation.

ANSI/AAMI EC57:2012 compares beat by beat and knows no alerts that span several. What is followed of it: a
reference beat belongs to a span no farther than 150 ms away, the classes of beats, and +P for the share of
what was raised that is true. In ventricular flutter, where it compares no beats, alerts about beats are true.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

import numpy as np
import numpy.typing as npt

from models.alerts.events import Event
from models.alerts.kinds import Claim
from models.judging.reference import MATCH_S, Reference, Spans

COVERING = (Claim.UNUSUAL, Claim.EARLY, Claim.TURNS)
"""What an alert must claim to cover the beats in its span; a rhythm or a pause tells of no single beat."""

FEWEST_TURNS, TURNS_APART = 3, (2, 3)
"""So many ventricular beats, each the second or the third after the one before, take turns with others."""

VENTRICULAR = ("V", "F")
"""Classes of beats that come from the ventricles, a fusion beat (F) in part."""


_AFTER = np.array([0, 1])
"""Added to a span it gives its first sample and the one after its last."""


def are_true(alerts: Sequence[Event], reference: Reference) -> npt.NDArray[np.bool_]:
    """Say of each alert whether it is true, shape (n,): the one definition.

    It is if what it claims is so within its span, 150 ms wider on either side:

    - that a beat is unusual: a reference beat not of class N, or ventricular flutter;
    - that a beat came early: a reference beat of class S or V, or ventricular flutter;
    - that ectopic beats take turns: a rhythm so labelled, or `FEWEST_TURNS` `VENTRICULAR` beats that do;
    - ventricular or atrial flutter or fibrillation: a rhythm so labelled;
    - a pause: two successive reference beats as far apart as it says, less 150 ms at either end.

    A technical alert claims nothing of the heart and is never true.
    """
    spans = _spans(alerts, reference.fs)
    held = np.searchsorted(reference.beats, spans + _AFTER)
    unusual = _any(reference.aami != "N", held)
    early = _any(np.isin(reference.aami, ["S", "V"]), held)
    flutter = touching(spans, reference.flutter)
    atrial, turns = touching(spans, reference.atrial), touching(spans, reference.bigeminy)
    found = np.zeros(len(alerts), dtype=bool)
    for i, alert in enumerate(alerts):
        first, stop = held[i].tolist()
        match alert.kind.claim:
            case Claim.UNUSUAL:
                found[i] = flutter[i] or unusual[i]
            case Claim.EARLY:
                found[i] = flutter[i] or early[i]
            case Claim.TURNS:
                found[i] = turns[i] or _take_turns(reference.aami[first:stop])
            case Claim.FLUTTER:
                found[i] = flutter[i]
            case Claim.ATRIAL:
                found[i] = atrial[i]
            case Claim.PAUSE:
                about = reference.beats[max(0, first - 1) : stop + 1]
                least = (alert.pause_s or 0.0) - 2 * MATCH_S
                found[i] = bool((np.diff(about) >= least * reference.fs).any())
            case Claim.NOTHING:
                pass
            case _:
                assert_never(alert.kind.claim)
    return found


def is_true(alert: Event, reference: Reference) -> bool:
    """Whether an alert is true, as `are_true` has it."""
    return bool(are_true([alert], reference)[0])


def covered(alerts: Iterable[Event], reference: Reference) -> npt.NDArray[np.bool_]:
    """Mark the reference beats, shape (n,), that lie in the span of an alert that says something of beats."""
    spans = _spans([alert for alert in alerts if alert.kind.claim in COVERING], reference.fs)
    first, stop = np.searchsorted(reference.beats, spans + _AFTER).T
    steps = np.zeros(len(reference.beats) + 1, dtype=np.int64)
    np.add.at(steps, first, 1)
    np.add.at(steps, stop, -1)
    found: npt.NDArray[np.bool_] = np.cumsum(steps[:-1]) > 0
    return found


def touching(spans: Spans, others: Spans) -> npt.NDArray[np.bool_]:
    """Mark the spans, shape (n,), that have a sample in common with one of the others."""
    found = np.zeros(len(spans), dtype=bool)
    for start, end in others.tolist():
        found |= (spans[:, 0] <= end) & (spans[:, 1] >= start)
    return found


def _spans(alerts: Sequence[Event], fs: float) -> Spans:
    """First and last sample in which a beat belongs to each alert."""
    reach = round(MATCH_S * fs)
    return np.array([(a.start - reach, a.end + reach) for a in alerts], dtype=np.int64).reshape(-1, 2)


def _any(marked: npt.NDArray[np.bool_], held: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Whether one of the places from the first to before the second is marked, for each pair of `held`."""
    before = np.concatenate([[0], np.cumsum(marked)])
    found: npt.NDArray[np.bool_] = before[held[:, 1]] > before[held[:, 0]]
    return found


def _take_turns(held: npt.NDArray[np.str_]) -> bool:
    """Whether ventricular beats take turns; a fusion beat may be one of them, or of the others."""
    longest: dict[int, int] = {}  # beats in turns that end with this one
    for i in np.flatnonzero(np.isin(held, VENTRICULAR)).tolist():
        before = (i - apart for apart in TURNS_APART if "V" not in held[max(0, i - apart + 1) : i])
        longest[i] = 1 + max(longest.get(k, 0) for k in (*before, -1))
    return max(longest.values(), default=0) >= FEWEST_TURNS
