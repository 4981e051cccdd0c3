"""Faults of the signal itself: a flat line, a signal at its limit, one too large or too small to be an ECG.

They are looked for in the samples as they come, before any filter. While a fault goes on nothing is learnt of
the patient and nothing said of a heart: `models.signal.fault_finder` says of which samples.

What is claimed is about the signal alone. A *flat line* is a converter that hands out the same few values. It
is no asystole, during which a lead still shows noise, wander or P waves: these range over 0.075 mV and more
in the quietest 2 s of each lead of DS1 and of the Supraventricular Database, fifteen of their converters'
steps. Of a signal that is too small it is said that no heartbeat could be seen in it, not that there is none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

import numpy as np

from models.signal.hops import SAME_MV, Hop, Hops
from models.signal.limits import RECENT_S, LimitFinder

HOP_S = 0.1
"""The signal is looked at in pieces of this length, s: the grain of all delays, and of no start or end."""

FLAT_S = 2.0
"""A line is flat once it has been so for this long, s."""

FLAT_LEVELS, FLAT_MV = 4, 0.02
"""A flat line takes at most so many values, all within so many mV: a few steps of a converter (5 µV each in
MIT-BIH), and less than the 0.03 mV of noise that an amplifier may have (IEC 60601-2-27)."""

SMALL_S, SMALL_MV = 5.0, 0.06
"""In a signal that stays within so many mV for so many s no heartbeat can be seen: the lowest lead of DS1 and
the Supraventricular Database ranges over 0.10 mV in its quietest 5 s. A pause is seldom as long."""

SMALL_OVER_MV = 0.1
"""A signal that was too small is large enough again once it ranges over more than this, mV."""

LARGE_MV, LARGE_SPAN_S = 20.0, 1.5
"""A signal that ranges over more mV than this within so many s is too large to be an ECG: twice the 10 mV
that monitors must take in (ANSI/AAMI EC13), and twice what either database holds."""

LARGE_S = 3.0
"""It is announced once it has been so for this long, s. An electrode that comes off and goes on again makes
two jumps, which are over sooner; they are left out of the analysis, and no more."""

LIMIT_OVER_S = 3.0
"""A signal that has not been at its limit for this long is over it, s."""

BLANK_S = 0.4
"""At least so much is left out of the analysis once a fault is known, s, however soon it ends: the front end
then begins anew behind it (`models.signal.frontend.GAP_BRIDGE_S`)."""


class FaultKind(Enum):
    """What is wrong with a signal."""

    FLAT = auto()
    LIMIT = auto()
    LARGE = auto()
    SMALL = auto()


@dataclass(frozen=True)
class Fault:
    """A stretch in which the signal is at fault.

    Attributes
    ----------
    kind : FaultKind
        What is wrong.
    start, end : int
        Its first and its last sample, as far as it is known.
    known : int
        Sample on whose arrival it was known.
    over : int or None
        Sample on whose arrival it was known to have ended; None while it goes on.
    level_mv : float
        The value at which the signal stands (flat, limit), or how far it ranges (too large, too small), mV.
    """

    kind: FaultKind
    start: int
    end: int
    known: int
    over: int | None
    level_mv: float


class LeadFaults:
    """The faults of one lead, one at a time, from its pieces.

    A fault is known `FLAT_S` after it began (flat line), `SMALL_S` (too small), `LARGE_SPAN_S` + `LARGE_S` at
    the most (too large), or with the third top or after `STAND_S` (limit; `models.signal.limits`), and less
    than two `HOP_S` later than that.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    hop_samples : int
        Length of a piece.
    """

    def __init__(self, fs: float, hop_samples: int) -> None:
        self.fs = float(fs)
        self._hops = Hops(_hops(RECENT_S))
        self._limit = LimitFinder(fs, self._hops, hop_samples)
        self.reset()

    def reset(self) -> None:
        """Forget the stream: the next sample is sample 0."""
        self._hops.reset()
        self._limit.reset()
        self.open: Fault | None = None
        """The fault that goes on."""
        self._large_from: int | None = None
        self._blanks = 0  # hops that are left out whatever comes
        self._free = 0  # first sample after the last fault
        self._tall = self._still = _hops(RECENT_S)  # hops since one was tall, and since one was lively

    @property
    def held(self) -> bool:
        """Whether beats may be found in the samples to come, but their shape says nothing."""
        return self.open is not None and self.open.kind is FaultKind.LIMIT

    @property
    def blank(self) -> bool:
        """Whether nothing is to be made of the samples to come."""
        return not self.held and (self.open is not None or self._large_from is not None or self._blanks > 0)

    def take(self, hop: Hop) -> Fault | None:
        """Take a piece; give the fault that ended in it."""
        self._hops.add(hop)
        self._tall = 0 if hop.high > LARGE_MV / 2 or hop.low < -LARGE_MV / 2 else self._tall + 1
        self._still = 0 if hop.high - hop.low > SMALL_MV else self._still + 1
        if not self._may_be_near(hop):
            self._limit.learn(hop)
            return None
        self._blanks = max(0, self._blanks - 1)
        now, was_large = hop.stop - 1, self._large_from
        self._measure_large()
        self._limit.take(hop)
        over = None
        if self.open is not None:
            end = self._end(self.open, hop)
            if end is None:
                self.open = replace(self.open, end=now)
            else:
                over, self.open = replace(self.open, end=max(end, self.open.start), over=now), None
                self._free = over.end + 1
                self._limit.forget()
        if self.open is None:
            found = self._begun(now)
            if found is not None:
                self.open = replace(found, start=max(found.start, self._free))
                self._blanks = 0 if found.kind is FaultKind.LIMIT else _hops(BLANK_S)
        if self.open is None and self._large_from is None and was_large is None:
            self._limit.learn(hop)
        return over

    def _may_be_near(self, hop: Hop) -> bool:
        """Whether a fault goes on or may have begun: nearly always a look at the latest piece says no."""
        return (
            self.open is not None
            or self._large_from is not None
            or self._blanks > 0
            or self._tall < _hops(LARGE_SPAN_S)
            or self._still >= _hops(FLAT_S)
            or self._limit.may_take(hop)
        )

    def _begun(self, now: int) -> Fault | None:
        """Give the fault that is known by now."""
        if self._large_from is not None:
            if now + 1 - self._large_from < LARGE_S * self.fs:
                return None
            low, high = self._hops.extremes(_hops(LARGE_SPAN_S))
            return Fault(FaultKind.LARGE, self._large_from, now, now, None, high - low)
        limit = self._limit.found()
        if limit is not None:
            return Fault(FaultKind.LIMIT, limit.start, now, now, None, limit.value)
        if self._flat():
            level = float(np.median(self._hops[-1].samples))
            return Fault(FaultKind.FLAT, self._still_from(_hops(FLAT_S)), now, now, None, level)
        n = _hops(SMALL_S)
        low, high = self._hops.extremes(n)
        free = self._hops[-1].stop - self._free >= SMALL_S * self.fs
        if free and self._hops.whole >= n and high - low <= SMALL_MV:
            return Fault(FaultKind.SMALL, self._still_from(n), now, now, None, high - low)
        return None

    def _end(self, fault: Fault, hop: Hop) -> int | None:
        """Last sample of a fault that is over by now, None if it goes on."""
        if fault.kind is FaultKind.LARGE:
            return None if self._large_from is not None else self._large_until(hop)
        if fault.kind is FaultKind.LIMIT:
            lately = hop.stop - 1 - self._limit.last < LIMIT_OVER_S * self.fs
            return None if lately and hop.whole else max(self._limit.last, fault.start)
        n = _hops(FLAT_S if fault.kind is FaultKind.FLAT else SMALL_S)
        low, high = self._hops.extremes(n)
        if hop.whole and (self._flat() if fault.kind is FaultKind.FLAT else high - low <= SMALL_OVER_MV):
            return None
        low, high = self._hops.extremes(n - 1, skip=1)
        outside = np.flatnonzero(~((hop.samples >= low) & (hop.samples <= high)))
        return hop.start - 1 + (int(outside[0]) if len(outside) else 0)

    # Flat line, too small ---------------------------------------------------------------------------

    def _flat(self) -> bool:
        n = _hops(FLAT_S)
        if self._hops.whole < n or self._hops[-1].high - self._hops[-1].low > FLAT_MV:
            return False
        low, high = self._hops.extremes(n)
        if high - low > FLAT_MV:
            return False
        values = np.concatenate([self._hops[-i].samples for i in range(1, n + 1)])
        return len(np.unique(np.round(values / SAME_MV))) <= FLAT_LEVELS

    def _still_from(self, n: int) -> int:
        """First sample from which on the signal stays where it was in the latest `n` pieces."""
        start = self._hops[-n].start
        if len(self._hops) <= n:
            return start
        low, high = self._hops.extremes(n)
        before = self._hops[-n - 1].samples
        outside = np.flatnonzero(~((before >= low) & (before <= high)))
        return start - (len(before) - 1 - int(outside[-1]) if len(outside) else len(before))

    # Too large --------------------------------------------------------------------------------------

    def _measure_large(self) -> None:
        n, hop = _hops(LARGE_SPAN_S), self._hops[-1]
        low, high = self._hops.extremes(n)
        if not high - low > LARGE_MV:
            self._large_from = None
        elif self._large_from is None:
            low, high = self._hops.extremes(n - 1, skip=1)
            known = np.where(np.isfinite(hop.samples), hop.samples, np.nan)
            lows = np.fmin(np.fmin.accumulate(known), low)
            highs = np.fmax(np.fmax.accumulate(known), high)
            self._large_from = hop.start + int(np.flatnonzero(highs - lows > LARGE_MV)[0])

    def _large_until(self, hop: Hop) -> int:
        """Last sample that lay too far from those after it: it has just left the span."""
        n = _hops(LARGE_SPAN_S)
        if len(self._hops) <= n:
            return hop.stop - 1
        low, high = self._hops.extremes(n)
        left = self._hops[-n - 1]
        far = np.flatnonzero(np.maximum(high, left.samples) - np.minimum(low, left.samples) > LARGE_MV)
        return left.start + (int(far[-1]) if len(far) else len(left.samples) - 1)


def _hops(seconds: float) -> int:
    return round(seconds / HOP_S)
