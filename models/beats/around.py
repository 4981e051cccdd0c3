"""What the signal was and the running models said about a beat, kept until the beat is classified."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.signal.frontend import FrontEndRows

WAIT_ROWS = 240
"""So many rows wait at most until they are put together: to do so at each push costs more than all else."""

Rows = npt.NDArray[np.float32]
Rebuilt = tuple[npt.NDArray[np.int64], Rows]
"""Numbers of the rows that the autoencoder's raw scores describe, and the scores."""


class Around:
    """The latest rows of one lead, and each running model's raw score of them.

    Rows that come are laid aside, and put together only when a beat is there to be classified.

    Parameters
    ----------
    keep : int
        Latest rows that are kept.
    """

    def __init__(self, keep: int) -> None:
        self._keep = keep
        self.reset()

    def reset(self) -> None:
        """Forget the stream: the next row is row 0."""
        self.n_rows = 0
        """Rows that have come."""
        self._aside: list[tuple[FrontEndRows, Rows, Rebuilt, npt.NDArray[np.bool_]]] = []
        self._n_aside = 0
        self.value, self.forecast, self.reconstruction = (
            np.full(self._keep, np.nan, dtype=np.float32) for _ in range(3)
        )
        """What is kept and was gathered: mV, NaN where not valid, and raw scores, NaN where none is."""
        self.unusable = np.zeros(self._keep, dtype=bool)
        """Which of these rows arrived while the signal was known to be unusable."""

    @property
    def first(self) -> int:
        """Number of the first row of `value`, once all is gathered."""
        return self.n_rows - len(self.value)

    @property
    def full(self) -> bool:
        """Whether the rows laid aside are to be gathered, though no beat asks for them."""
        return self._n_aside >= WAIT_ROWS

    def push(
        self, rows: FrontEndRows, forecast: Rows, reconstruction: Rebuilt, unusable: npt.NDArray[np.bool_]
    ) -> None:
        """Lay aside the next rows (shape (k,)), the raw scores that came with them, and what is unusable."""
        self._aside.append((rows, forecast, reconstruction, unusable))
        self._n_aside += len(rows)
        self.n_rows += len(rows)

    def gather(self) -> FrontEndRows:
        """Put what was laid aside behind what is kept; give these rows."""
        parts, forecasts, reconstructions, unusable = zip(*self._aside, strict=True)
        self._aside, self._n_aside = [], 0
        rows = parts[0] if len(parts) == 1 else FrontEndRows.concatenate(parts)
        self.value = np.concatenate([self.value, np.where(rows.valid, rows.value, np.float32(np.nan))])
        self.forecast = np.concatenate([self.forecast, *forecasts])
        self.unusable = np.concatenate([self.unusable, *unusable])
        unknown = np.full(len(rows), np.nan, dtype=np.float32)
        self.reconstruction = np.concatenate([self.reconstruction, unknown])
        described, scores = (np.concatenate(part) for part in zip(*reconstructions, strict=True))
        place = described - self.first
        self.reconstruction[place[place >= 0]] = scores[place >= 0]
        return rows

    def forget(self) -> None:
        """Forget the rows that no beat still to come can need."""
        self.value, self.forecast, self.reconstruction = (
            x[-self._keep :].copy() for x in (self.value, self.forecast, self.reconstruction)
        )
        self.unusable = self.unusable[-self._keep :].copy()
