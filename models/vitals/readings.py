"""What the vital signs were, second by second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from models.vitals.signs import Quality, Sign


@dataclass(frozen=True)
class PressureBeat:
    """One beat of a pressure.

    Attributes
    ----------
    onset, peak : int
        Samples of the foot of its upstroke and of the highest pressure.
    emitted : int
        Sample on whose arrival it was known.
    systolic, diastolic, mean : float
        The highest pressure, that at the onset, and the mean up to the next onset, mmHg.
    """

    onset: int
    peak: int
    emitted: int
    systolic: float
    diastolic: float
    mean: float


@dataclass(frozen=True)
class Readings:
    """Readings in the order of time, one a second.

    Attributes
    ----------
    at : ndarray of int64, shape (n,)
        Sample on whose arrival each row was known.
    values : ndarray of float32, shape (n, len(Sign))
        In each sign's unit; NaN where there is no figure.
    quality : ndarray of int8, shape (n, len(Sign))
        Why not, as `models.vitals.signs.Quality`.
    beats : tuple of PressureBeat
        Beats of the arterial pressure that became known.
    """

    at: npt.NDArray[np.int64]
    values: npt.NDArray[np.float32]
    quality: npt.NDArray[np.int8]
    beats: tuple[PressureBeat, ...] = ()

    def __len__(self) -> int:
        return len(self.at)

    def of(self, sign: Sign) -> npt.NDArray[np.float32]:
        """The values of one sign, shape (n,)."""
        column: npt.NDArray[np.float32] = self.values[:, sign.column]
        return column

    def latest(self, sign: Sign) -> float | None:
        """The newest value of a sign; None where there is no figure."""
        if not len(self.at) or not np.isfinite(self.values[-1, sign.column]):
            return None
        return float(self.values[-1, sign.column])

    def why(self, sign: Sign) -> Quality:
        """Why the newest row has no figure of a sign."""
        return Quality(int(self.quality[-1, sign.column])) if len(self.at) else Quality.WAITING

    def reason(self, sign: Sign) -> str:
        """The same in words, a clause in lower case; of an apnoea with its length. Empty with a figure."""
        why, breathless = self.why(sign), self.latest(Sign.BREATHLESS)
        if why is Quality.NO_BREATH and breathless is not None:
            return phrase("no breath for {seconds:.0f} s", seconds=breathless)
        return why.words if self.latest(sign) is None else ""

    def between(self, first: int, stop: int) -> Readings:
        """The rows that became known from sample `first` to before `stop`."""
        lo, hi = (int(i) for i in np.searchsorted(self.at, (first, stop)))
        beats = tuple(beat for beat in self.beats if first <= beat.emitted < stop)
        return Readings(self.at[lo:hi], self.values[lo:hi], self.quality[lo:hi], beats)

    @classmethod
    def none(cls) -> Readings:
        """No rows."""
        width = len(Sign)
        return cls(np.zeros(0, np.int64), np.zeros((0, width), np.float32), np.zeros((0, width), np.int8))

    @classmethod
    def concatenate(cls, parts: Sequence[Readings]) -> Readings:
        """Put readings one after the other."""
        parts = [part for part in parts if len(part) or part.beats] or [cls.none()]
        return cls(
            np.concatenate([part.at for part in parts]),
            np.concatenate([part.values for part in parts]),
            np.concatenate([part.quality for part in parts]),
            tuple(beat for part in parts for beat in part.beats),
        )
