"""The beats that the analysis has found, for export: all of a source's, lead by lead."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.beats.qrs import REFRACTORY_S
from models.beats.scores import BeatScores

SAME_S = REFRACTORY_S / 2
"""R peaks nearer than this are one beat, found by two passes over the record, s."""

JOINED = 512
"""So many deliveries are joined to one table: many small ones would take several times the memory."""


class BeatLog:
    """Beats as they were delivered; a stretch analysed twice is listed once, as it was analysed last."""

    def __init__(self) -> None:
        self._parts: dict[str, list[BeatScores]] = {}

    def clear(self) -> None:
        """Forget all beats."""
        self._parts.clear()

    def add(self, lead: str, beats: BeatScores) -> None:
        """Take the next beats of a lead."""
        if not len(beats):
            return
        parts = self._parts.setdefault(lead, [])
        parts.append(beats)
        if len(parts) % JOINED == 0:
            parts[-JOINED:] = [BeatScores.concatenate(parts[-JOINED:])]

    def by_lead(self, fs: float) -> dict[str, BeatScores]:
        """Give the beats of each lead, in the order of time; `fs` in Hz."""
        return {lead: _latest(BeatScores.concatenate(parts), fs) for lead, parts in self._parts.items()}


def _latest(beats: BeatScores, fs: float) -> BeatScores:
    """Sort beats by time, and leave out those that a later delivery has in its own way."""
    order = np.argsort(beats.index, kind="stable")
    near = np.diff(beats.index[order]) < SAME_S * fs
    older: npt.NDArray[np.bool_] = np.zeros(len(order), dtype=bool)
    later = order[1:] > order[:-1]
    older[:-1] |= near & later
    older[1:] |= near & ~later
    return beats.rows(order[~older])
