"""How much of an artefact there is at each sample, also where the stream goes back and it is changed there.

What has been played is as it was played, however often it is asked for: a change holds only for what has not.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Stretches = list[tuple[int, int | None]]
"""First sample of each and the one after its last; None for without an end."""


@dataclass(frozen=True)
class Setting:
    """An artefact that is on.

    Attributes
    ----------
    kind : str
        One of `models.patients.artefacts.kinds.ARTEFACTS`.
    amount : float
        In its unit.
    leads : tuple of str
        Names of the leads that have it.
    """

    kind: str
    amount: float
    leads: tuple[str, ...]


@dataclass(frozen=True)
class Ramp:
    """From one strength to another, without a corner.

    Attributes
    ----------
    at : int
        Where it begins, sample.
    before, after : ndarray of float64, shape (leads,)
        The strength in each lead.
    over : int
        Samples that it takes.
    setting : Setting or None
        What was asked for; None for nothing.
    """

    at: int
    before: Floats
    after: Floats
    over: int
    setting: Setting | None

    def strength(self, start: int, stop: int) -> Floats:
        """Give it at samples `start` to `stop`, shape (stop - start, leads)."""
        if not self.over or start >= self.at + self.over:
            return np.broadcast_to(self.after, (stop - start, len(self.after)))
        share = np.clip((np.arange(start, stop) - self.at) / self.over, 0.0, 1.0)
        share = share * share * (3 - 2 * share)
        return self.before + share[:, None] * (self.after - self.before)


@dataclass(frozen=True)
class Disturbance:
    """An artefact from one sample to another.

    Attributes
    ----------
    setting : Setting
        What was asked for.
    start, stop : int
        First sample that has it, and the one after the last, on which it has faded out.
    """

    setting: Setting
    start: int
    stop: int


class Played:
    """Which samples have been handed out."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def add(self, start: int, stop: int) -> None:
        """Samples `start` to `stop` have been."""
        if stop <= start:
            return
        apart = [(a, b) for a, b in self._spans if b < start or a > stop]
        near = [(a, b) for a, b in self._spans if b >= start and a <= stop]
        insort(apart, (min([start, *(a for a, _ in near)]), max([stop, *(b for _, b in near)])))
        self._spans = apart

    def to_come(self, at: int, end: int | None) -> Stretches:
        """Give the stretches from sample `at` on that have not been; the last may have no end (None)."""
        left: Stretches = []
        for start, stop in self._spans:
            if start > at:
                left.append((at, start))
            at = max(at, stop)
        return left if end is not None and at >= end else [*left, (at, end)]


class Course:
    """The strength of one artefact by sample. Changed by one thread at a time, read by any.

    Parameters
    ----------
    leads : int
        How many there are.
    """

    def __init__(self, leads: int) -> None:
        none = np.zeros(leads)
        # One tuple, replaced as a whole: who reads while it is changed sees it before or after.
        self._pieces: tuple[tuple[int, Ramp], ...] = ((0, Ramp(0, none, none, 0, None)),)

    @property
    def ever(self) -> bool:
        """Whether there is anything of it anywhere."""
        return any(ramp.setting is not None for _, ramp in self._pieces)

    def at(self, sample: int) -> Ramp:
        """Give the ramp that a sample lies in or after."""
        pieces = self._pieces
        return pieces[max(0, bisect_right(pieces, sample, key=lambda piece: piece[0]) - 1)][1]

    def change(self, after: Floats, over: int, setting: Setting | None, where: Stretches) -> None:
        """Let it be something else in some stretches, from the beginning of each of them.

        Parameters
        ----------
        after : ndarray of float64, shape (leads,)
            Its strength.
        over : int
            Samples in which it comes.
        setting : Setting or None
            What was asked for.
        where : list of tuple
            As `Played.to_come` gives them.
        """
        old, new = self._pieces, []
        kept = 0
        for start, stop in where:
            new += [piece for piece in old if kept <= piece[0] < start]
            before = self._strength_at(start)
            new.append((start, Ramp(start, before, after, over if start else 0, setting)))
            if stop is None:
                break
            kept = stop + 1
            new.append((stop, self.at(stop)))
        else:
            new += [piece for piece in old if piece[0] >= kept]
        self._pieces = tuple(new)

    def renew(self, sample: int, over: int, strengths: Callable[[Setting], Floats]) -> None:
        """From a sample on, let what was asked for have another strength; none of it has been handed out."""
        old, now = self._pieces, self.at(sample)
        new = [piece for piece in old if piece[0] < sample]
        later = [(sample, replace(now, over=over)), *(piece for piece in old if piece[0] > sample)]
        for start, ramp in later:
            last = new[-1][1] if new else now
            before = last.strength(start, start + 1)[0].copy()
            after = ramp.after if ramp.setting is None else strengths(ramp.setting)
            new.append((start, Ramp(start, before, after, ramp.over, ramp.setting)))
        self._pieces = tuple(new)

    def strength(self, start: int, stop: int) -> Floats | None:
        """Give it at samples `start` to `stop`, shape (stop - start, leads); None for nothing at all."""
        pieces = self._pieces
        first = max(0, bisect_right(pieces, start, key=lambda piece: piece[0]) - 1)
        parts = []
        for i in range(first, len(pieces)):
            begin, ramp = pieces[i]
            end = pieces[i + 1][0] if i + 1 < len(pieces) else stop
            a, b = max(begin, start), min(end, stop)
            if a >= stop:
                break
            if a < b:
                parts.append(ramp.strength(a, b))
        if not any(part.any() for part in parts):
            return None
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def disturbances(self, start: int, stop: int) -> list[Disturbance]:
        """Say what is on between two samples, a row for each amount; on it is until it has faded out."""
        pieces = self._pieces
        found: list[Disturbance] = []
        for i, (begin, ramp) in enumerate(pieces):
            end = pieces[i + 1][0] if i + 1 < len(pieces) else stop
            setting = ramp.setting
            if setting is None and ramp.before.any():
                setting, end = self.at(ramp.at - 1).setting, min(end, ramp.at + ramp.over)
            first, last = max(begin, start), min(end, stop)
            if setting is None or first >= last:
                continue
            if found and found[-1].setting == setting and found[-1].stop == first:
                first = found.pop().start
            found.append(Disturbance(setting, first, last))
        return found

    def _strength_at(self, sample: int) -> Floats:
        return self.at(sample).strength(sample, sample + 1)[0].copy()
