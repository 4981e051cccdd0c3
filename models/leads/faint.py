"""A lead that shows hardly any signal while another shows beats: its electrode may be off.

It is told long before a fault is (`models.signal.faults`), and a short one is never told as a fault: an
electrode that is off brings noise, and is no flat line. A line without beats, as in an asystole or a pause,
is as faint in every lead, and no lead's fault.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from models.signal.frontend import FrontEndRows
from models.signal.states import FAINT, State, StateKind

HOP_ROWS = 60
"""The leads are looked at every so many rows, 0.5 s."""

HOPS = 4
"""A lead is faint that has been so for so many hops, 2 s."""

USUAL, USUAL_QUANTILE = 40, 0.75
"""What a lead usually ranges over is this quantile of so many latest hops, 20 s."""

LEAST_MV = 0.06
"""A lead that ranges over less than this in every hop is faint whatever it was before, mV: as little as a
fault of the signal asks for (`models.signal.faults.SMALL_MV`)."""

SHARE, LIVELY = 0.1, 0.5
"""So is one that ranges over less than the first share of its usual, where another lead has ranged over more
than the second share of its own meanwhile."""


class FaintLeads:
    """Finds faint leads of one heart; the same however the stream is cut.

    Parameters
    ----------
    leads : int
        How many there are.
    """

    def __init__(self, leads: int) -> None:
        self._n = leads
        self.reset()

    def reset(self) -> None:
        """Forget the stream: the next row is row 0."""
        self._ranges = np.full((self._n, USUAL), np.nan)
        self._begins = np.zeros(HOPS, dtype=np.int64)  # sample of the first row of each of the latest hops
        self._held: tuple[npt.NDArray[np.float32], int] | None = None
        self._open: list[State | None] = [None] * self._n

    def push(
        self, rows: Sequence[FrontEndRows], qualities: Sequence[tuple[State, ...]]
    ) -> tuple[tuple[State, ...], ...]:
        """Take the next rows of each lead; give of each the states that ended, and the one that goes on.

        Parameters
        ----------
        rows : sequence of FrontEndRows
            One a lead, at the same samples.
        qualities : sequence of tuple of State
            What was told of each lead's signal with these rows: where that says something, this does not.
        """
        ended: list[list[State]] = [[] for _ in range(self._n)]
        value = np.stack([np.where(own.valid, own.value, np.float32(np.nan)) for own in rows])
        index, emitted = rows[0].index, rows[0].emitted
        waiting = 0
        first = int(index[0]) if len(index) else 0
        if self._held is not None:
            held, first = self._held
            waiting = held.shape[1]
            value = np.concatenate([held, value], axis=1)
        at = 0
        while value.shape[1] - at >= HOP_ROWS:
            piece = value[:, at : at + HOP_ROWS]
            last = at + HOP_ROWS - 1 - waiting
            begin = first if at < waiting or at == 0 else int(index[at - waiting])
            self._take(piece, begin, int(index[last]), int(emitted[last]), qualities, ended)
            at += HOP_ROWS
        if at:
            first = int(index[at - waiting]) if at - waiting < len(index) else 0
        self._held = (value[:, at:].copy(), first) if value.shape[1] > at else None
        return tuple(
            tuple(over) if going_on is None else (*over, going_on)
            for over, going_on in zip(ended, self._open, strict=True)
        )

    def _take(
        self,
        piece: npt.NDArray[np.float32],
        begin: int,
        index: int,
        emitted: int,
        qualities: Sequence[tuple[State, ...]],
        ended: list[list[State]],
    ) -> None:
        ranges = piece.max(axis=1) - piece.min(axis=1)  # NaN where a row is missing
        self._ranges = np.column_stack([self._ranges[:, 1:], ranges])
        self._begins = np.append(self._begins[1:], begin)
        lately = self._ranges[:, -HOPS:]
        usual = _usual(self._ranges)
        low = np.maximum(LEAST_MV, SHARE * usual)
        quiet = np.all(lately < low[:, None], axis=1)
        lively = np.nan_to_num(lately).max(axis=1) > np.maximum(LIVELY * usual, 2 * LEAST_MV)
        for lead in range(self._n):
            told = _told(qualities[lead], emitted)
            open_one = self._open[lead]
            if open_one is None:
                others = lively.any() and not lively[lead]
                if quiet[lead] and others and not told:
                    self._open[lead] = State(
                        StateKind.DOUBTFUL, int(self._begins[0]), index, emitted, None, FAINT
                    )
            elif told or not ranges[lead] < low[lead]:
                ended[lead].append(replace(open_one, end=max(open_one.start, begin - 1), over=emitted))
                self._open[lead] = None
            else:
                self._open[lead] = replace(open_one, end=index)


def _told(states: tuple[State, ...], at: int) -> bool:
    """Whether something was told of a signal at a sample."""
    return any(state.known <= at and (state.over is None or state.over > at) for state in states)


def _usual(ranges: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """What each lead usually ranges over, mV; 0 where nothing is known."""
    ordered = np.sort(ranges, axis=1)  # NaN comes last
    known = np.isfinite(ordered).sum(axis=1)
    rank = (USUAL_QUANTILE * (known - 1)).astype(np.intp).clip(0)
    return np.nan_to_num(np.take_along_axis(ordered, rank[:, None], axis=1)[:, 0])
