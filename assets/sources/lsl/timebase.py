"""From the stamps of a stream to a regular time base: what jitters is smoothed, what was lost is a gap.

The stamps of a network stream say when the sender believed that each sample was taken. They jitter, by what
the sender's system does; they drift, as its crystal does; and they jump, where samples were lost. Samples are
counted; the stamps only say whether some are missing between two of them. A line, followed slowly (a loop of
second order, as clocks are disciplined), says when the next sample is due. A sample that comes later than its
line by more than the stamps usually jitter makes the time base wait for a moment (`HOLD_S`): if those behind
it are late as well, samples were lost, and as many are declared; if they are not, the sender was slow to
stamp, and nothing was.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Samples = npt.NDArray[np.float32]

HOLD_S = 0.1
"""So long a doubt is looked at before it is decided, in seconds of arrival."""

MOST_HELD_S = 4.0
"""More signal than this is not held for a doubt, s."""

SETTLE_S = 20.0
"""The line follows the stamps with this time constant, once it has run for as long, s."""

MOST_DRIFT = 0.02
"""A crystal that is more than this beside its nominal rate is none: the line follows no further."""

JITTERS = 8.0
"""A stamp is in doubt beyond so many of the mean deviations seen so far."""

MOST_JITTER_S = 0.02
"""Stamps that jitter more than this are looked at as if they did not, s."""

PART = 0.75
"""No loss of less than this part of a sample is looked for."""

OTHER_PACE = 0.3
"""Where most stamps lie so much wider or closer than the rate says, the stream runs at another pace, as a
replay at half speed does: its samples are counted, and only holes longer than `HOLE_S` are gaps."""

ENOUGH = 8
"""See `OTHER_PACE`: so many chunks tell."""

HOLE_S = 1.0
"""See `OTHER_PACE`, s."""

BACK_S = 0.5
"""Stamps that fall behind the line by more than this mean that the sender's clock was set, s."""

WARM_S = 1.0
"""So long the line is only found, s: what is missing meanwhile is not told, but for holes (`HOLE_S`)."""

MOST_PACE = 100.0
"""Stamps that many times closer or further apart than nominal are no pace."""

AHEAD_S = 5.0
"""No gap is longer than the time in which nothing arrived, and this, s: stamps that say so are a clock that
was set."""


@dataclass
class _Chunk:
    samples: Samples
    stamps: Floats
    arrived: float


class TimeBase:
    """Puts samples in their places.

    Parameters
    ----------
    fs : float
        Nominal rate, Hz.

    Attributes
    ----------
    lost : int
        Samples that are missing by the stamps, of each channel.
    late : int
        Samples that came after their time had been given out as a gap; they are left out.
    resets : int
        How often the sender's clock was set to another time.
    jitter_s : float
        Mean deviation of stamps from the line, s.
    rate : float
        Rate by the stamps, Hz.
    """

    def __init__(self, fs: float) -> None:
        self.fs = fs
        self.lost = self.late = self.resets = 0
        self.jitter_s = 0.0
        self._drift = 0.0  # how much slower than nominal the sender's samples come, s in each s
        self._line: float | None = None  # stamp at which the next sample is due
        self._followed_s = 0.0
        self._behind_s = math.inf  # what passes at least between a stamp and the arrival, clocks included
        self._arrived = math.nan
        self._held: list[_Chunk] = []
        self._held_from = self._before_held = math.nan
        self._reconnected = False
        self._filled = False  # a gap was given out by the clock: what belongs into it comes too late
        self._pace = 1.0
        self._deltas: deque[float] = deque(maxlen=64)  # median distance of stamps, by chunk, in samples

    @property
    def rate(self) -> float:
        """Rate by the stamps, Hz."""
        return self.fs / (1.0 + self._drift) / self.other_pace

    @property
    def other_pace(self) -> float:
        """How many times the nominal distance lies between stamps; 1 but for `OTHER_PACE`."""
        return self._pace

    # What arrives -----------------------------------------------------------------------------------

    def take(self, samples: Samples, stamps: Floats, arrived: float) -> list[Samples | int]:
        """Take the next samples.

        Parameters
        ----------
        samples : ndarray of float32, shape (n, channels)
            As they came.
        stamps : ndarray of float64, shape (n,)
            When each was taken, s of the sender's clock; any values whatever.
        arrived : float
            When they arrived, s of a clock here that never goes back.

        Returns
        -------
        list of ndarray or int
            In order: samples, and lengths of gaps, in samples.
        """
        if not len(samples):
            return []
        stamps = self._plausible(np.asarray(stamps, dtype=np.float64))
        self._hear_pace(stamps)
        self._hear_clock(stamps, arrived)
        chunk = _Chunk(samples, stamps, arrived)
        if self._held:
            self._held.append(chunk)
            placed = self._decide(arrived)
        else:
            placed = self._place(chunk)
        self._arrived = arrived
        return placed

    def look(self, now: float) -> list[Samples | int]:
        """Nothing came just now: decide a doubt that has been looked at for long enough."""
        return self._decide(now) if self._held else []

    def wait(self, now: float, margin_s: float) -> int:
        """Nothing comes: give the length of the gap up to `margin_s` before now, in samples.

        What of it arrives after all is left out, and counted in `late`.
        """
        if self._line is None or not math.isfinite(self._behind_s):
            return 0
        wanted, passed = now - self._behind_s - margin_s - self._line, now - self._arrived
        if wanted > passed + AHEAD_S:
            # No gap is longer than the time that passed: stamps that say so are no times.
            self._line += wanted - passed
            wanted = passed
        n = max(0, math.floor(wanted * self.fs))
        if n:
            self._line += n / self.fs
            self._filled = True
            self._arrived = now
            self.lost += n
        return n

    def release(self) -> list[Samples | int]:
        """The connection is gone, or nothing comes any more: give what is held, as it is."""
        held, self._held = self._held, []
        placed: list[Samples | int] = []
        for chunk in held:
            placed += self._go_on(chunk)
        return placed

    def reconnect(self) -> None:
        """Another connection begins: its clock may be another one, its distance, too."""
        self._deltas.clear()
        self._pace = 1.0
        self._reconnected = True

    # Stamps -----------------------------------------------------------------------------------------

    def _plausible(self, stamps: Floats) -> Floats:
        """The stamps, with those that are no times taken for what the line says."""
        good = np.isfinite(stamps) & (np.abs(stamps) < 1e12) & (stamps != 0.0)
        if good.all():
            return stamps
        step = (1.0 + self._drift) / self.fs
        at = np.arange(len(stamps))
        if not good.any():
            first_due = self._due if self._line is not None else 0.0
            return np.asarray(first_due + at * step, dtype=np.float64)
        first = int(np.flatnonzero(good)[0])
        filled: Floats = np.where(good, stamps, stamps[first] + (at - first) * step)
        return filled

    @property
    def _due(self) -> float:
        """Stamp at which the next sample that arrives is due, behind what is held."""
        assert self._line is not None
        return self._line + sum(len(c.samples) for c in self._held) * (1.0 + self._drift) / self.fs

    def _hear_pace(self, stamps: Floats) -> None:
        if len(stamps) < 2:
            return
        distance = float(np.median(np.diff(stamps))) * self.fs
        if not 1.0 / MOST_PACE <= distance <= MOST_PACE:
            return  # a chunk under one stamp, or one whose stamps go back, tells no pace
        self._deltas.append(distance)
        if self._pace == 1.0 and abs(distance - 1.0) <= OTHER_PACE:
            return  # nothing is unusual
        middle = float(np.median(np.array(self._deltas))) if len(self._deltas) >= ENOUGH else 1.0
        self._pace = middle if abs(middle - 1.0) > OTHER_PACE else 1.0

    def _hear_clock(self, stamps: Floats, arrived: float) -> None:
        """Know how the stamps lie to the clock here; one that was set moves the line along."""
        behind = arrived - float(stamps[-1])
        if self._line is not None:
            ahead = self._behind_s - behind  # by how much the stamps are later than they can be
            anew = self._reconnected and abs(ahead) > AHEAD_S
            if anew or ahead > AHEAD_S:
                # Another clock: what passed meanwhile is told by the one here.
                self._line += self._behind_s - behind
                self._behind_s = behind
                self.resets += 1
        self._reconnected = False
        passed = 0.0 if math.isnan(self._arrived) else arrived - self._arrived
        self._behind_s = min(self._behind_s + passed * MOST_DRIFT, behind)

    # Places -----------------------------------------------------------------------------------------

    def _off(self, chunk: _Chunk) -> Floats:
        """How much later than the line each sample is, s."""
        assert self._line is not None
        return chunk.stamps - self._line - np.arange(len(chunk.stamps)) * (1.0 + self._drift) / self.fs

    def _limit(self) -> float:
        if self.other_pace != 1.0 or self._followed_s < WARM_S:
            return HOLE_S
        return max(PART / self.fs, JITTERS * self.jitter_s)

    def _place(self, chunk: _Chunk) -> list[Samples | int]:
        """Place a chunk, or the part of it before the first doubt; the rest is held."""
        if self._line is None:
            self._line = float(chunk.stamps[0])
        if self._filled:
            chunk = self._without_late(chunk)
            if not len(chunk.samples):
                return []
        off = self._off(chunk)
        doubts = np.flatnonzero(off > self._limit())
        if not len(doubts):
            return self._go_on(chunk)
        first = int(doubts[0])
        placed: list[Samples | int] = []
        if first:
            placed += self._go_on(_Chunk(chunk.samples[:first], chunk.stamps[:first], chunk.arrived))
        self._held = [_Chunk(chunk.samples[first:], chunk.stamps[first:], chunk.arrived)]
        self._held_from, self._before_held = chunk.arrived, self._arrived
        return placed

    def _decide(self, arrived: float) -> list[Samples | int]:
        """Say what the doubt was, once enough has come behind it."""
        enough = sum(len(c.samples) for c in self._held) >= MOST_HELD_S * self.fs
        if arrived - self._held_from < HOLD_S and not enough:
            return []
        held, self._held = self._held, []
        assert self._line is not None
        line, least = self._line, math.inf
        step = (1.0 + self._drift) / self.fs
        for chunk in held:
            off = chunk.stamps - line - np.arange(len(chunk.stamps)) * step
            # Every sixteenth of a second for itself: of two losses the first comes first.
            pieces = max(1, round(len(off) / self.fs * 16))
            least = min(least, *(float(np.median(piece)) for piece in np.array_split(off, pieces)))
            line += len(off) * step
        placed: list[Samples | int] = []
        if least > self._limit():
            placed += self._gap(least, self._held_from)
        # The first of them are in their places now; behind them there may be another doubt.
        placed += self._go_on_until_doubt(held)
        return placed

    def _go_on_until_doubt(self, held: list[_Chunk]) -> list[Samples | int]:
        placed: list[Samples | int] = []
        for i, chunk in enumerate(held):
            before = len(self._held)
            if i == 0:
                # What was decided is decided: a first sample that is still in doubt is not asked again.
                placed += self._go_on(_Chunk(chunk.samples[:1], chunk.stamps[:1], chunk.arrived))
                chunk = _Chunk(chunk.samples[1:], chunk.stamps[1:], chunk.arrived)
                if not len(chunk.samples):
                    continue
            if before:
                self._held.append(chunk)
            else:
                placed += self._place(chunk)
        return placed

    def _gap(self, seconds: float, arrived: float) -> list[Samples | int]:
        """A gap, where it can be one; else the clock was set."""
        assert self._line is not None
        passed = 0.0 if math.isnan(self._before_held) else max(0.0, arrived - self._before_held)
        if seconds > passed + AHEAD_S:
            self._line += seconds
            self.resets += 1
            return []
        n = max(1, round(seconds * self.fs / (1.0 + self._drift)))
        self._line += n * (1.0 + self._drift) / self.fs
        self.lost += n
        return [n]

    def _without_late(self, chunk: _Chunk) -> _Chunk:
        """Leave out what belongs into a gap that was given out already."""
        assert self._line is not None
        late = int(np.count_nonzero(chunk.stamps < self._line - 0.5 / self.fs))
        if not late:
            self._filled = False
            return chunk
        self.late += late
        return _Chunk(chunk.samples[late:], chunk.stamps[late:], chunk.arrived)

    def _go_on(self, chunk: _Chunk) -> list[Samples | int]:
        """These follow on what was before: let the line follow them, slowly."""
        assert self._line is not None
        n = len(chunk.samples)
        off = self._off(chunk)
        middle, seconds = float(np.mean(off)), n / self.fs
        self._line += n * (1.0 + self._drift) / self.fs
        if self.other_pace != 1.0 or middle < -BACK_S:
            self.resets += middle < -BACK_S and self.other_pace == 1.0
            self._line = float(chunk.stamps[-1]) + self.other_pace / self.fs
            self._drift = 0.0
            return [chunk.samples]
        warm, limit = self._followed_s >= WARM_S, self._limit()
        self._followed_s += seconds
        if not warm:
            self._line += middle
            deviation = float(np.mean(np.abs(off - (middle if n > 1 else 0.0))))
            part = seconds / self._followed_s
            self.jitter_s = min(MOST_JITTER_S, self.jitter_s + part * (deviation - self.jitter_s))
            return [chunk.samples]
        settle = min(SETTLE_S, self._followed_s)
        bounded = min(max(middle, -limit), limit)
        self._line += bounded * min(1.0, 2 * seconds / settle)
        drift = self._drift + bounded * seconds / settle**2
        self._drift = min(MOST_DRIFT, max(-MOST_DRIFT, drift))
        part = min(1.0, seconds / min(10.0, self._followed_s))
        deviation = float(np.mean(np.minimum(np.abs(off), limit)))
        self.jitter_s = min(MOST_JITTER_S, self.jitter_s + part * (deviation - self.jitter_s))
        return [chunk.samples]
