"""The signal front end: any source rate to a fixed model rate, drift removed, causally and in mV.

The front end is part of every model: training, the live monitor and the evaluation all read the signal
through this one class, and a weights file names the version it was fitted behind (`models.signal.version`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt
from scipy.signal import butter, lfilter, lfilter_zi

from models.signal.version import MODEL_FS as MODEL_FS

MIN_FS, MAX_FS = 100.0, 1000.0
"""Source rates accepted, Hz."""

CUTOFF_HZ = 40.0
"""-6 dB point of the low-pass (the upper edge of monitoring bandwidth, AAMI EC13 / IEC 60601-2-27)."""

HALF_WIDTH_S = 0.04
"""Half the length of the low-pass kernel, s: its delay."""

KAISER_BETA = 3.0
"""Shape of the kernel's Kaiser window."""

HIGHPASS_HZ = 0.5
"""Cut-off of the causal high-pass, Hz (monitoring mode, IEC 60601-2-27)."""

GAP_BRIDGE_S = 0.25
"""A gap that costs no more rows than this leaves the high-pass as it is; a longer one restarts it."""

SETTLE_S = 2.0
"""After a start or a longer gap, rows are marked invalid for this long, s."""

LIMIT_MV = 1000.0
"""A sample beyond this is no ECG but a broken value, and is read as a gap, mV."""

_PHASES = 255  # odd, so that the middle one is a fraction of exactly zero
_PLANNED = 512  # rows whose places are worked out at once
_BLOCK = 8192


@dataclass(frozen=True)
class FrontEndRows:
    """Rows at `MODEL_FS`, in the order of time.

    Attributes
    ----------
    index : ndarray of int64, shape (k,)
        Source sample that each row describes (the filter's delay is taken off). Below a source rate of
        `MODEL_FS` two rows can share a sample.
    emitted : ndarray of int64, shape (k,)
        Source sample on whose arrival the row came out.
    value : ndarray of float32, shape (k,), or (streams, k)
        Low-passed and high-passed signal in mV, NaN in a gap.
    baseline : ndarray of float32, shape (k,), or (streams, k)
        What the high-pass removed, in mV, so that ``value + baseline`` lies on the raw trace; NaN in a gap.
    valid : ndarray of bool, shape (k,), or (streams, k)
        False in a gap and while the high-pass settles after one.
    """

    index: npt.NDArray[np.int64]
    emitted: npt.NDArray[np.int64]
    value: npt.NDArray[np.float32]
    baseline: npt.NDArray[np.float32]
    valid: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.index)

    @staticmethod
    def concatenate(parts: Sequence[FrontEndRows]) -> FrontEndRows:
        """Join rows that follow each other.

        Raises
        ------
        ValueError
            If `parts` is empty.
        """
        return FrontEndRows(
            *(np.concatenate([getattr(p, f.name) for p in parts], axis=-1) for f in fields(FrontEndRows))
        )


class FrontEnd:
    """Streaming resampler to 120 Hz and causal high-pass; the same rows however the stream is cut.

    Row ``m`` stands at the time ``m / MODEL_FS`` after the first sample. A windowed-sinc kernel, centred on
    the nearest source sample and shifted by the remaining fraction of one, resamples and keeps aliases out;
    its delay is `delay` source samples for every row. A second-order 0.5 Hz Butterworth high-pass follows.

    Parameters
    ----------
    fs : float
        Source rate in Hz, 100 to 1000; need not be an integer.
    streams : int, optional
        How many leads run in step, each a row of what is pushed and of what comes out; one lead, without that
        axis, if left out.

    Raises
    ------
    ValueError
        If `fs` is outside that range.
    """

    def __init__(self, fs: float, streams: int | None = None) -> None:
        if not MIN_FS <= fs <= MAX_FS:
            raise ValueError(f"fs must lie between {MIN_FS:g} and {MAX_FS:g} Hz, not {fs!r}.")
        self.fs = float(fs)
        self.delay = round(HALF_WIDTH_S * self.fs)
        self._bank = _kernel_bank(self.fs, self.delay)
        self._taps = np.arange(2 * self.delay + 1)
        self._filter = butter(
            2, HIGHPASS_HZ, "highpass", fs=MODEL_FS
        )  # one section: the direct form is exact
        self._zi = lfilter_zi(*self._filter)[None]  # streams, 2
        self._streams = streams
        self.reset()

    @property
    def latency_s(self) -> float:
        """Fixed delay from a row's source sample to its coming out, s."""
        return self.delay / self.fs

    def reset(self) -> None:
        """Forget the stream: the next sample is sample 0."""
        n = self._streams or 1
        self._tail = np.full((n, self.delay), np.nan)
        self._received = 0
        self._row = 0
        self._plan = self._planned(_PLANNED)
        self._state = np.repeat(self._zi * 0.0, n, axis=0)
        self._missing = np.full(n, int(MODEL_FS))  # rows missed: a stream starts as if after a long gap
        self._settle = np.zeros(n, dtype=np.int64)
        self._steady = False  # no stream has a gap behind it that still matters

    def push(self, x: npt.ArrayLike) -> FrontEndRows:
        """Take the next samples and give the rows that they complete.

        Parameters
        ----------
        x : array_like of float, shape (n,), or (streams, n)
            Samples in mV; NaN (or anything not finite, or beyond `LIMIT_MV`) is a gap.

        Returns
        -------
        FrontEndRows
            The completed rows; often none.

        Raises
        ------
        ValueError
            If `x` is not one-dimensional, or not of one row a stream where there are several.
        """
        samples = np.asarray(x, dtype=np.float64)
        if self._streams is None and samples.ndim != 1:
            raise ValueError(f"x must be one-dimensional, not of shape {samples.shape}.")
        if self._streams is not None and (samples.ndim != 2 or len(samples) != self._streams):
            raise ValueError(f"x must have {self._streams} rows, one a stream, not shape {samples.shape}.")
        if samples.ndim == 1:
            samples = samples[None]
        n = samples.shape[1]
        if n <= _BLOCK:
            return self._push_block(samples)
        blocks = [self._push_block(samples[:, i : i + _BLOCK]) for i in range(0, n, _BLOCK)]
        return FrontEndRows.concatenate(blocks)

    def _push_block(self, samples: npt.NDArray[np.float64]) -> FrontEndRows:
        signal = np.concatenate([self._tail, samples], axis=1)
        new = signal[:, self._tail.shape[1] :]
        broken = ~(np.abs(new) <= LIMIT_MV)
        if broken.any():
            new[broken] = np.nan
        first = self._received - self._tail.shape[1]  # source index of signal[:, 0]
        self._received += samples.shape[1]

        centre, phase = self._ready()
        self._row += len(centre)
        taps = (centre - (self.delay + first))[:, None] + self._taps
        lowpassed = np.add.reduce(signal.take(taps, axis=1) * self._bank[phase], axis=2)

        # Keep what the next row needs.
        next_centre = math.floor(self._row * (self.fs / MODEL_FS) + 0.5)
        self._tail = signal[:, max(0, next_centre - self.delay - first) :].copy()

        value, valid = self._highpass(lowpassed)
        baseline = lowpassed - value
        if self._streams is None:
            value, baseline, valid = value[0], baseline[0], valid[0]
        return FrontEndRows(
            index=centre,
            emitted=centre + self.delay,
            value=value.astype(np.float32),
            baseline=baseline.astype(np.float32),
            valid=valid,
        )

    def _ready(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.intp]]:
        """Source samples nearest to the rows that are now complete, and which kernel each takes."""
        first, centre, phase = self._plan
        begin = self._row - first
        stop = int(np.searchsorted(centre, self._received - self.delay))
        if stop == len(centre):  # it may go on beyond what is planned
            ahead = int(self._received * MODEL_FS / self.fs) + 2 - self._row
            self._plan = self._planned(max(ahead, _PLANNED))
            return self._ready()
        return centre[begin:stop], phase[begin:stop]

    def _planned(self, n: int) -> tuple[int, npt.NDArray[np.int64], npt.NDArray[np.intp]]:
        """The first of the next `n` rows, the source samples nearest to them, and which kernel each takes."""
        position = np.arange(self._row, self._row + n) * (self.fs / MODEL_FS)
        centre = np.floor(position + 0.5).astype(np.int64)
        phase = np.floor((position - centre + 0.5) * _PHASES).astype(np.intp).clip(0, _PHASES - 1)
        return self._row, centre, phase

    def _highpass(
        self, lowpassed: npt.NDArray[np.float64]
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
        """High-pass each stream; those that run on without a gap are taken together."""
        present = np.isfinite(lowpassed)
        if self._steady and present.size and present.all():
            value, self._state = lfilter(*self._filter, lowpassed, zi=self._state)
            return value, present
        value = np.full(lowpassed.shape, np.nan)
        valid = np.zeros(lowpassed.shape, dtype=bool)
        on = present.all(axis=1) & (self._missing == 0) & (self._settle == 0)
        if present.size and on.any():
            value[on], self._state[on] = lfilter(*self._filter, lowpassed[on], zi=self._state[on])
            valid[on] = True
        for stream in np.flatnonzero(~on).tolist():
            self._highpass_stretches(stream, lowpassed[stream], present[stream], value[stream], valid[stream])
        self._steady = not (self._missing.any() or self._settle.any())
        return value, valid

    def _highpass_stretches(
        self,
        stream: int,
        lowpassed: npt.NDArray[np.float64],
        present: npt.NDArray[np.bool_],
        value: npt.NDArray[np.float64],
        valid: npt.NDArray[np.bool_],
    ) -> None:
        """High-pass the stretches between a stream's gaps into `value` and `valid`, all of shape (k,)."""
        one, at = slice(stream, stream + 1), 0
        for start, stop in _stretches(present):  # once a stretch, not once a row
            self._missing[stream] += start - at
            if self._missing[stream] > GAP_BRIDGE_S * MODEL_FS:
                self._state[one] = self._zi * lowpassed[start]
                self._settle[stream] = int(SETTLE_S * MODEL_FS)
            self._missing[stream] = 0
            value[None, start:stop], self._state[one] = lfilter(
                *self._filter, lowpassed[None, start:stop], zi=self._state[one]
            )
            settling = min(int(self._settle[stream]), stop - start)
            self._settle[stream] -= settling
            valid[start + settling : stop] = True
            at = stop
        self._missing[stream] += len(lowpassed) - at


def _stretches(present: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Beginnings and ends of the runs of True."""
    if present.all():
        return [(0, len(present))] if len(present) else []
    edges = np.flatnonzero(np.diff(present, prepend=False, append=False)).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def _kernel_bank(fs: float, delay: int) -> npt.NDArray[np.float64]:
    """Kernels for each fraction of a sample, shape (`_PHASES`, 2 * delay + 1), each of unit gain at 0 Hz."""
    fraction = (np.arange(_PHASES) + 0.5) / _PHASES - 0.5
    offset = np.arange(-delay, delay + 1)[None, :] - fraction[:, None]
    window = np.i0(KAISER_BETA * np.sqrt(np.clip(1 - (offset / (delay + 0.5)) ** 2, 0, None))) / np.i0(
        KAISER_BETA
    )
    kernel = np.sinc(2 * CUTOFF_HZ / fs * offset) * window
    return np.asarray(kernel / kernel.sum(axis=1, keepdims=True))
