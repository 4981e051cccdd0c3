"""What the rows of the trends show: the one table of quantities, with their figures and curves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from assets.phrase import phrase
from models.vitals.signs import Sign
from monitor.stream.trends import Floats, TrendTable


@dataclass(frozen=True)
class TrendRow:
    """One quantity.

    Attributes
    ----------
    name, unit : str
        As people read them.
    colour : str
        Field of the theme; ``heart`` for that of the heart rate.
    curves : callable
        Gives its curves of a table; of a pressure the systolic, diastolic and mean.
    signs : tuple of Sign
        What it needs of the source; empty for what the ECG tells.
    least : float
        The scale is no narrower than this, in its unit.
    zero : bool
        Whether the scale begins at 0.
    """

    name: str
    unit: str
    colour: str
    curves: Callable[[TrendTable], tuple[Floats, ...]]
    signs: tuple[Sign, ...] = ()
    least: float = 10.0
    zero: bool = False


def _of(*signs: Sign) -> Callable[[TrendTable], tuple[Floats, ...]]:
    return lambda table: tuple(table.signs[sign] for sign in signs)


_ABP = (Sign.ABP_SYSTOLIC, Sign.ABP_DIASTOLIC, Sign.ABP_MEAN)
_NIBP = (Sign.NIBP_SYSTOLIC, Sign.NIBP_DIASTOLIC, Sign.NIBP_MEAN)

ROWS = (
    TrendRow("HR", "/min", "heart", lambda table: (table.heart_rate,), least=20),
    TrendRow("PVC", "/min", "ectopic", lambda table: (table.ectopic,), least=5, zero=True),
    TrendRow(
        "AF", phrase("% of time"), "premature", lambda table: (table.fibrillation,), least=100, zero=True
    ),
    TrendRow("ABP", "mmHg", "pressure", _of(*_ABP), _ABP, 40),
    TrendRow("NIBP", "mmHg", "other", _of(*_NIBP), _NIBP, 40),
    TrendRow("SpO2", "%", "pleth", _of(Sign.SPO2), (Sign.SPO2,), 10),
    TrendRow(phrase("Pulse"), "/min", "pleth", _of(Sign.PULSE), (Sign.PULSE,), 20),
    TrendRow(phrase("Resp"), "/min", "respiration", _of(Sign.RESPIRATION), (Sign.RESPIRATION,), 10),
)
"""From top to bottom."""

MOST = 7
"""So many rows find room on a small screen; of more, two tell nearly the same."""


def rows_of(signs: Sequence[Sign]) -> tuple[TrendRow, ...]:
    """The rows that a source may have."""
    return tuple(row for row in ROWS if not row.signs or set(row.signs) & set(signs))


def room_for(rows: Sequence[TrendRow], told: Collection[Sign]) -> tuple[TrendRow, ...]:
    """Those that find room, where so many signs have been told: of two that tell nearly the same, the first.

    A cuff's pressure gives way only to one in an artery that is really there.
    """
    artery = bool(set(_ABP) & set(told))
    without = {"NIBP"} if artery and len(rows) > MOST else set()
    return tuple(row for row in rows if row.name not in without)


def drawn_of(rows: Sequence[TrendRow], told: Collection[Sign]) -> tuple[TrendRow, ...]:
    """Those that have a curve: what was never told has no row, and no axis."""
    known = [row for row in rows if not row.signs or set(row.signs) & set(told)]
    return room_for(known, told)
