"""Which alarm says more of one thing than another: while the greater goes on, the lesser is no alarm.

Bedside monitors have such chains, so that one arrhythmia raises one alarm and not five: an asystole is also
a pause and a slow heart, a ventricular tachycardia also a run, couplets, and a fast heart.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.alarms.conditions import Condition

_FAST = frozenset((Condition.EXTREME_TACHYCARDIA, Condition.RATE_HIGH))
_ECTOPY = frozenset(
    (
        Condition.VENTRICULAR_RUN,
        Condition.COUPLET,
        Condition.BIGEMINY,
        Condition.TRIGEMINY,
        Condition.PVCS,
    )
)
_SLOW = frozenset((Condition.RATE_LOW, Condition.PAUSE))

LESSER = {
    Condition.ASYSTOLE: _SLOW | {Condition.EXTREME_BRADYCARDIA},
    Condition.FLUTTER: _FAST
    | _ECTOPY
    | _SLOW
    | {Condition.VENTRICULAR_TACHYCARDIA, Condition.EXTREME_BRADYCARDIA},
    Condition.VENTRICULAR_TACHYCARDIA: _FAST | _ECTOPY,
    Condition.VENTRICULAR_RUN: frozenset((Condition.COUPLET,)),
    Condition.EXTREME_TACHYCARDIA: frozenset((Condition.RATE_HIGH,)),
    Condition.EXTREME_BRADYCARDIA: frozenset((Condition.RATE_LOW,)),
    Condition.DESATURATION: frozenset((Condition.SPO2_LOW,)),
    Condition.APNOEA: frozenset((Condition.BREATHING_SLOW,)),
}
"""Of each condition, those that it covers."""


def covered_by(conditions: Iterable[Condition]) -> frozenset[Condition]:
    """Give the conditions that are no alarms while these go on."""
    return frozenset[Condition]().union(*(LESSER.get(condition, ()) for condition in conditions))
