"""Records sampled faster than the analysis is made for: each lead brought to a rate that it is made for.

An amplifier for the brain or a nerve samples an ECG with 2048 Hz or more, of which nothing beyond some 250 Hz
is the heart's. Each lead goes through a low pass with a linear phase and without a delay, and of what comes
out every second, third, … sample is kept (a polyphase decimation: no other one is computed), so that the time
of a sample is that of one of the file's. What is given of a stretch is, to the sample, what the whole has
there: a filter of finite length needs its reach on both sides and nothing else.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from assets.pieces.pieces import CACHE_BYTES, Pieces
from assets.pieces.segments import SegmentedPieces
from assets.records.headers.segments import Segmented
from assets.records.headers.survey import MAX_FS, Survey
from assets.records.record import Annotations

REACH = 25
"""Samples of the result on either side that count for one of them: 50 ms at 512 Hz."""

CUTOFF = 0.9
"""Where the low pass has lost half, in shares of half the new rate: up to 0.8 it changes nothing."""

KAISER_BETA = 7.857
"""Of the filter's window: what lies beyond half the new rate is less by 80 dB (Kaiser, in Oppenheim and
Schafer, *Discrete-Time Signal Processing*, 3rd ed., 2010, eq. 7.75)."""

LEAST = 0.25
"""Share of the filter's weight below which what is there beside a gap says nothing of a sample."""

BLOCK = 2**13
"""Samples of the result that are filtered at once."""

Signals = npt.NDArray[np.float32]
Values = npt.NDArray[np.float64]


def divisor(fs: float) -> int:
    """Say which of how many samples is kept: 1 for all.

    It is the least that leads to `MAX_FS` or below; rather a larger one, up to twice
    that, where only it leads to a whole number of Hz: 2048 Hz become 512, not 682.67.
    """
    least = max(1, math.ceil(fs / MAX_FS))
    whole = (k for k in range(least, 2 * least + 1) if (fs / k).is_integer())
    return next(whole, least)


def rate_of(survey: Survey | Segmented) -> float:
    """Give the rate at which a record is handed out, Hz."""
    return survey.fs / divisor(survey.fs)


def length_of(n: int, every: int) -> int:
    """Count the samples that are kept of `n`."""
    return -(-n // every)


def told(label: str, fs: float) -> tuple[str, ...]:
    """Say that a record was brought to another rate; nothing where it was not."""
    every = divisor(fs)
    if every == 1:
        return ()
    return (
        phrase(
            "{file} is sampled at {fast:g} Hz: its leads are shown and analysed at {fs:g} Hz, of which "
            "{cut:.0f} Hz and less are as they were.",
            file=label,
            fast=fs,
            fs=fs / every,
            cut=0.8 * fs / every / 2,
        ),
    )


def at_rate(annotations: Annotations | None, every: int, n: int) -> Annotations | None:
    """Put annotations to the nearest of `n` samples that are kept."""
    if annotations is None or every == 1:
        return annotations
    sample = np.minimum(np.rint(annotations.sample / every).astype(np.int64), n - 1)
    return Annotations(sample, annotations.symbol, annotations.aux_note)


def slowed(values: Values, every: int, before: int = 0, n: int | None = None) -> Values:
    """Filter one lead, and keep every so manieth sample.

    Parameters
    ----------
    values : ndarray of float64, shape (n_in,)
        NaN in gaps.
    every : int
        Which are kept.
    before : int
        Samples at the beginning of `values` that only lead up to the first one that is wanted.
    n : int, optional
        Samples wanted; all that there are without it.

    Returns
    -------
    ndarray of float64, shape (n,)
        A gap where the file has one at that time. Beside a gap, and at the record's ends, what there is
        counts for what there is not.
    """
    from scipy.signal import upfirdn

    wanted = length_of(len(values) - before, every) if n is None else n
    if wanted < 1:
        return np.zeros(0)
    taps, reach = _taps(every), REACH * every
    there = np.isfinite(values)
    # So many zeros that the middle of the filter lies on the first wanted sample at an output.
    lead_in = reach - before
    padded = np.zeros(reach * 2 + (wanted - 1) * every + 1)
    present = np.zeros(len(padded))
    first = max(0, -lead_in)
    stop = min(len(values), first + len(padded) - max(0, lead_in))
    at = slice(max(0, lead_in), max(0, lead_in) + stop - first)
    padded[at] = np.where(there[first:stop], values[first:stop], 0.0)
    present[at] = there[first:stop]
    outputs = slice(2 * REACH, 2 * REACH + wanted)
    found = upfirdn(taps, padded, 1, every)[outputs]
    weight = np.full(wanted, _weight(every)) if present.all() else upfirdn(taps, present, 1, every)[outputs]
    middle = present[reach : reach + (wanted - 1) * every + 1 : every]
    with np.errstate(divide="ignore", invalid="ignore"):
        slow: Values = np.where((middle > 0) & (weight > LEAST), found / weight, np.nan)
    return slow


@lru_cache(maxsize=8)
def _taps(every: int) -> Values:
    from scipy.signal import firwin

    taps: Values = firwin(2 * REACH * every + 1, CUTOFF / every, window=("kaiser", KAISER_BETA))
    return taps


@lru_cache(maxsize=8)
def _weight(every: int) -> float:
    """Sum of the filter, added up as where samples are missing, so that both are the same number."""
    from scipy.signal import upfirdn

    ones = np.ones(2 * REACH * every + 1)
    return float(upfirdn(_taps(every), ones, 1, every)[2 * REACH])


class Stretches(Protocol):
    """What reads any stretch of a record."""

    def between(self, start: int, stop: int) -> Signals:
        """Samples of all leads."""

    def glance(self, lead: int, start: int, stop: int) -> Signals:
        """Samples of one lead."""

    def close(self) -> None:
        """Let go of the files."""


class Slower:
    """Reads stretches of a record at a lower rate, and keeps the blocks made last. Safe to use from threads.

    Parameters
    ----------
    pieces : Stretches
        The record at its own rate.
    every : int
        Which of its samples are kept.
    n, n_leads : int
        Samples of each lead at its own rate, and leads.
    """

    def __init__(self, pieces: Stretches, every: int, n: int, n_leads: int) -> None:
        self._pieces, self._every, self._n_raw, self._n_leads = pieces, every, n, n_leads
        self.n_samples = length_of(n, every)
        kept = max(2, CACHE_BYTES // (4 * BLOCK * max(1, n_leads)))
        self._block = lru_cache(maxsize=kept)(self._made)

    def between(self, start: int, stop: int) -> Signals:
        """Samples `start` to `stop` of all leads, as far as the record has them, shape (n, n_leads).

        Raises
        ------
        RecordError
            If a file can be read no more.
        """
        start, stop = max(start, 0), min(stop, self.n_samples)
        whole = np.empty((max(0, stop - start), self._n_leads), dtype=np.float32)
        for at in range(start // BLOCK * BLOCK, stop, BLOCK):
            a, b = max(start, at), min(stop, at + BLOCK)
            whole[a - start : b - start] = self._block(at)[a - at : b - at]
        whole.flags.writeable = False
        return whole

    def glance(self, lead: int, start: int, stop: int) -> Signals:
        """Samples `start` to `stop` of one lead, shape (n,), as `between`, of which nothing is kept."""
        start, stop = max(start, 0), min(stop, self.n_samples)
        found = np.empty(max(0, stop - start), dtype=np.float32)
        for at in range(start, stop, BLOCK):
            n = min(BLOCK, stop - at)
            first, last = self._raw(at, n)
            raw = self._pieces.glance(lead, first, last)
            found[at - start : at - start + n] = self._filtered(raw, at, n, first)
        return found

    def close(self) -> None:
        """Let go of the files."""
        self._pieces.close()

    def _raw(self, at: int, n: int) -> tuple[int, int]:
        """Say which of the file's samples count for `n` from `at` on."""
        reach = REACH * self._every
        return max(0, at * self._every - reach), min(self._n_raw, (at + n - 1) * self._every + reach + 1)

    def _made(self, at: int) -> Signals:
        n = min(BLOCK, self.n_samples - at)
        first, last = self._raw(at, n)
        raw = self._pieces.between(first, last)
        block = np.empty((n, self._n_leads), dtype=np.float32)
        for lead in range(self._n_leads):
            block[:, lead] = self._filtered(raw[:, lead], at, n, first)
        return block

    def _filtered(self, raw: Signals, at: int, n: int, first: int) -> Values:
        return slowed(raw.astype(np.float64), self._every, at * self._every - first, n)


def stretches_of(survey: Survey | Segmented) -> Stretches:
    """Open the files of a record for reading stretches at `rate_of` it.

    Raises
    ------
    RecordError
        If a signal file cannot be opened, or not in pieces, or does not hold what it announces.
    """
    pieces: Stretches = Pieces(survey) if isinstance(survey, Survey) else SegmentedPieces(survey)
    every = divisor(survey.fs)
    if every == 1:
        return pieces
    figures = 0 if survey.numerics is None else len(survey.numerics.leads)
    return Slower(pieces, every, survey.n_samples, len(survey.described) - figures)
