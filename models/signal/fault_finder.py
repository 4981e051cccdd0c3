"""Faults found in the samples as they come, on one lead or on several in step."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.signal.faults import HOP_S, Fault, LeadFaults
from models.signal.hops import Cutter
from models.signal.limits import least_samples


@dataclass(frozen=True)
class Checked:
    """What one `FaultFinder.push` gives.

    Attributes
    ----------
    samples : ndarray, shape (n,)
        The samples, NaN where a fault leaves nothing to analyse.
    held : ndarray of bool, shape (n,)
        Where beats may still be found but their shape says nothing: the signal is at its limit.
    faults : tuple of Fault
        Those that ended, and last the one that goes on, if there is one; in the stream's own samples.
    """

    samples: npt.NDArray[np.floating]
    held: npt.NDArray[np.bool_]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class CheckedTogether:
    """What one `FaultFinders.push` gives: as `Checked`, of several leads.

    Attributes
    ----------
    samples : ndarray, shape (leads, n)
    held : ndarray of bool, shape (leads, n)
    faults : tuple of tuple of Fault, length leads
    """

    samples: npt.NDArray[np.floating]
    held: npt.NDArray[np.bool_]
    faults: tuple[tuple[Fault, ...], ...]


class FaultFinders:
    """Finds the faults of leads that run in step; the same however the stream is cut.

    Nothing is left out of a signal that never comes near a fault.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    leads : int
        How many there are.
    """

    def __init__(self, fs: float, leads: int) -> None:
        step = max(1, round(HOP_S * fs))
        self._cutter = Cutter(step, least_samples(fs), leads)
        self._leads = [LeadFaults(fs, step) for _ in range(leads)]
        self.reset()

    def reset(self) -> None:
        """Forget the stream: the next sample is sample 0."""
        self._cutter.reset()
        for lead in self._leads:
            lead.reset()
        self._marked: list[int] = []  # leads of which samples are to be left out or held

    def push(self, samples: npt.NDArray[np.floating]) -> CheckedTogether:
        """Take the next samples (shape (leads, n), mV; NaN is a gap) and say what may be made of them."""
        passed = samples.astype(samples.dtype if samples.dtype.kind == "f" else np.float64)
        held = np.zeros(passed.shape, dtype=bool)
        at, step = -self._cutter.waiting, self._cutter.n_samples
        ended: dict[int, list[Fault]] = {}
        for hops in self._cutter.cut(samples):
            self._mark(passed, held, max(at, 0), at + step)
            at += step
            self._marked = []
            for i, (lead, hop) in enumerate(zip(self._leads, hops, strict=True)):
                over = lead.take(hop)
                if over is not None:
                    ended.setdefault(i, []).append(over)
                if lead.held or lead.blank:
                    self._marked.append(i)
        self._mark(passed, held, max(at, 0), passed.shape[1])
        faults: list[tuple[Fault, ...]] = [()] * len(self._leads)
        for i in {*ended, *self._marked}:
            going_on = self._leads[i].open
            faults[i] = (*ended.get(i, ()), *((going_on,) if going_on else ()))
        return CheckedTogether(passed, held, tuple(faults))

    def _mark(
        self, passed: npt.NDArray[np.floating], held: npt.NDArray[np.bool_], start: int, stop: int
    ) -> None:
        """Leave out or hold samples, by what was known before they came."""
        for i in self._marked:
            if self._leads[i].held:
                held[i, start:stop] = True
            else:
                passed[i, start:stop] = np.nan


class FaultFinder:
    """Finds the faults of one lead, as `FaultFinders` does.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    """

    def __init__(self, fs: float) -> None:
        self.fs = float(fs)
        self._finders = FaultFinders(fs, 1)

    def reset(self) -> None:
        """Forget the stream: the next sample is sample 0."""
        self._finders.reset()

    def push(self, samples: npt.NDArray[np.floating]) -> Checked:
        """Take the next samples (shape (n,), mV; NaN is a gap) and say what may be made of them."""
        checked = self._finders.push(samples[None])
        return Checked(checked.samples[0], checked.held[0], checked.faults[0])
