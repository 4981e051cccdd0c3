"""Beds in step: those of one sampling rate are analysed together, in steps of one length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from monitor.bedside.ward.bed import Bed
from monitor.bedside.ward.lags import Lags
from monitor.mishaps.log import note

if TYPE_CHECKING:
    from models.leads.ward import WardStream  # it imports torch: for the worker

CATCH_UP_S = 2.0
"""A step is no longer than this, s: who lags takes large bites, which cost less a second of signal."""

StreamMaker = Callable[[float, Sequence[int]], "WardStream"]
"""Makes what scores patients in step: their rate in Hz, how many leads each has."""


class InStep:
    """Beds of one sampling rate.

    One whose source has ended, that has failed or is frozen, stays in the batch with an empty signal, so that
    the others go on undisturbed; nothing of it is analysed here any more.

    Parameters
    ----------
    beds : sequence of Bed
        With their sources on.
    make : callable
        Makes what scores them.
    hop_s : float
        Length of a step while the analysis keeps up, s.

    Raises
    ------
    ValueError
        If such sources cannot be analysed.
    """

    def __init__(self, beds: Sequence[Bed], make: StreamMaker, hop_s: float) -> None:
        info = beds[0].info
        assert info is not None
        self.fs = info.fs
        self.beds = tuple(beds)
        self._stream = make(self.fs, [len(bed.columns) for bed in beds])
        self._hop = max(1, round(hop_s * self.fs))
        self._most = max(self._hop, round(CATCH_UP_S * self.fs))
        self._on = list(beds)
        self.position = 0
        """Samples that have been analysed of each."""
        self.began = 0.0
        """When the first of them was due, s."""
        for bed, patient in zip(self.beds, self._stream.patients, strict=True):
            bed.begin(patient)

    @property
    def on(self) -> bool:
        """Whether any of them goes on."""
        return bool(self._on)

    def over(self, limit: int | None) -> bool:
        """Whether all have come to this sample, or to their ends."""
        return not self._on or (limit is not None and self.position >= limit)

    def behind_s(self) -> float:
        """Signal that is due and not yet analysed, s."""
        return max((bed.behind_s for bed in self._on), default=0.0)

    def wait_s(self) -> float:
        """Signal that is still missing until a step is due, s; 0 where one is."""
        due = min((bed.due(self._hop) for bed in self._on), default=self._hop)
        return (self._hop - due) / self.fs

    def has(self, bed: Bed) -> bool:
        """Whether a bed goes on here."""
        return bed in self._on

    def leave(self, bed: Bed) -> None:
        """Leave a bed out from now on."""
        self._on.remove(bed)

    def step(self, limit: int | None, now: Callable[[], float], lags: Lags) -> bool:
        """Analyse what is due of all of them; whether anything was.

        Parameters
        ----------
        limit : int or None
            Sample at which all end; None for no such end.
        now : callable
            The ward's clock, s.
        lags : Lags
            Told how late the analysis of each sample was.
        """
        self._leave()
        most = self._most if limit is None else min(self._most, limit - self.position)
        if not self._on or most <= 0:
            return False
        due = {bed: bed.due(most) for bed in self._on}
        n = min(due.values())
        if not n or (n < min(self._hop, most) and not any(bed.ended for bed in due if due[bed] == n)):
            return False
        read = {bed: bed.read(n) for bed in self._on}
        self._stream.push([bed.heard(read[bed]) if bed in read else _nothing(bed, n) for bed in self.beds])
        for bed, samples in read.items():
            self._analyse(bed, samples)
        self.position += n
        lags.add(now() - self.began - (self.position - n) / self.fs, n * len(read))
        return True

    def finish(self) -> None:
        """Tell what was still open of those that go on."""
        for bed in self._on:
            bed.finish()
        self._on = []

    def _analyse(self, bed: Bed, samples: npt.NDArray[np.float32]) -> None:
        try:
            bed.analyse(samples)
        except Exception as error:  # one bed's analysis ends; the ward goes on
            note("The analysis of a bed stopped", error)
            bed.failure = phrase(
                "The analysis of bed {number} stopped: {error}",
                number=bed.number,
                error=f"{type(error).__name__}: {error}",
            )

    def _leave(self) -> None:
        """Let those go of which nothing comes any more."""
        for bed in [bed for bed in self._on if bed.failure or (bed.ended and not bed.due(1))]:
            assert bed.replay is not None
            bed.failure = bed.failure or bed.replay.failure
            bed.finish()
            self._on.remove(bed)


def _nothing(bed: Bed, n: int) -> npt.NDArray[np.float32]:
    return np.full((n, len(bed.columns)), np.nan, dtype=np.float32)
