"""Where a signal is at a limit: a lead that stands at the end of its range, and tops that are cut off."""

from __future__ import annotations

from collections import deque

import numpy as np

from models.signal.hops import SAME_MV, Hop, Hops, Plateau

TOP_S, TOPS, TOPS_WITHIN_S = 0.015, 3, 6.0
"""So many plateaus of one value, each of so many s or more and all within so many s, are tops cut off at a
limit if the signal comes back between them and never passes it. The highest value of a beat that is not cut
off comes two or three times in a row now and then, which is 8 ms at 360 Hz."""

FEWEST_SAMPLES = 3
"""No fewer samples of one value are a plateau, whatever the rate."""

TOP_MV = 0.3
"""Tops are cut off so far from the usual level or farther, mV: a signal without noise stands between its
beats, but there its usual level is."""

STAND_S, STAND_MV = 0.2, 2.0
"""One plateau of so many s, so many mV from the usual level, is a limit by itself: no ECG stands so."""

USUAL_S, KNOWN_S = 30.0, 1.0
"""The usual level is the median over so many s without a fault, and is known after so many s."""

RECENT_S = 8.0
"""A limit at which the signal stands is the greatest or the least value of so many s."""


def least_samples(fs: float) -> int:
    """Samples in a row of one value that are a plateau, at a rate in Hz."""
    return max(FEWEST_SAMPLES, round(TOP_S * fs))


class LimitFinder:
    """Finds where a signal is at its limit.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    hops : Hops
        The latest pieces of the signal, at least of `RECENT_S`, with plateaus of `least_samples`.
    hop_samples : int
        Length of a piece.
    """

    def __init__(self, fs: float, hops: Hops, hop_samples: int) -> None:
        self._fs, self._hops = fs, hops
        a_second = fs / hop_samples
        self._known, self._recent = round(KNOWN_S * a_second), round(RECENT_S * a_second)
        self._usual: deque[float] = deque(maxlen=round(USUAL_S * a_second))
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        self._usual.clear()
        self.forget()

    def forget(self) -> None:
        """Forget the plateaus: another fault has made them."""
        self._tops: list[Plateau] = []

    @property
    def last(self) -> int:
        """Last sample at which the signal was at a limit, or may have been; -1 where it lately was not."""
        return self._tops[-1].end if self._tops else -1

    def may_take(self, hop: Hop) -> bool:
        """Whether a piece matters here: it, or one lately, may hold a top or stand at a limit."""
        plateaus = (*hop.ended, hop.standing) if hop.standing else hop.ended
        low, high = hop.low + SAME_MV, hop.high - SAME_MV
        return bool(self._tops) or any(not low < p.value < high for p in plateaus)

    def learn(self, hop: Hop) -> None:
        """Count a piece without a fault towards the usual level."""
        if hop.whole:
            self._usual.append((hop.low + hop.high) / 2)

    def take(self, hop: Hop) -> None:
        """Take the latest piece, which `hops` has already."""
        oldest = hop.stop - TOPS_WITHIN_S * self._fs
        self._tops = [top for top in self._tops if top.end >= oldest]
        ended = [p for p in hop.ended if self._is_extreme(p, p.start)]
        standing = (
            hop.standing if hop.standing and self._is_extreme(hop.standing, hop.standing.start) else None
        )
        if not (ended or standing) or len(self._usual) < self._known:
            return
        usual = float(np.median(self._usual))
        for p in ended:
            if abs(p.value - usual) >= TOP_MV or self._stands(p, usual):
                self._add(p)
        if standing and self._stands(standing, usual):
            self._add(standing)

    def _add(self, p: Plateau) -> None:
        """Take a plateau up, or make the latest of its value longer."""
        same = [top for top in self._tops if abs(top.value - p.value) <= SAME_MV]
        if same and (same[-1].start == p.start or not self._left(same[-1], p)):
            self._tops.remove(same[-1])
            p = Plateau(same[-1].start, p.end, p.value)
        self._tops.append(p)

    def found(self) -> Plateau | None:
        """Give the plateau with which the signal came to the limit that it is at, if it is at one."""
        if not self._tops:
            return None
        last = self._tops[-1]
        same = [top for top in self._tops if abs(top.value - last.value) <= SAME_MV]
        if len(same) >= TOPS and self._is_extreme(last, same[-TOPS].start):
            return same[-TOPS]
        return last if self._stands(last, float(np.median(self._usual))) else None

    def _stands(self, plateau: Plateau, usual: float) -> bool:
        long = len(plateau) >= STAND_S * self._fs
        if not long or abs(plateau.value - usual) < STAND_MV:
            return False
        return self._is_extreme(plateau, self._hops[-1].stop - round(RECENT_S * self._fs))

    def _left(self, last: Plateau, p: Plateau) -> bool:
        """Whether the signal came back between two plateaus: the noise of a flat line does not."""
        between = self._hops.between(last.end + 1, p.start)
        return bool((np.abs(between - p.value) >= TOP_MV).any())

    def _is_extreme(self, plateau: Plateau, since: int) -> bool:
        """Whether no value has passed that of the plateau, from about sample `since` on."""
        latest = self._hops[-1]
        n = (latest.stop - 1 - since) // (latest.stop - latest.start) + 1
        low, high = self._hops.extremes(min(max(n, 1), len(self._hops)))
        return plateau.value >= high - SAME_MV or plateau.value <= low + SAME_MV
