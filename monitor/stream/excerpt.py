"""An alert with its surroundings, frozen: what a review shows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.alerts.events import Event
from models.alerts.reasons import Channel


@dataclass(frozen=True)
class Excerpt:
    """What the review shows: copies, so that the stream may go on.

    Attributes
    ----------
    event : Event
        The alert.
    fs : float
        Sampling frequency in Hz.
    lead : str
        Name of the analysed lead.
    start : int
        Sample index of the first value of `signal`.
    signal : ndarray of float32, shape (n,)
        The lead in mV.
    expected, scores : dict of Channel to (index, values)
        What each model expected in mV, and each channel's scores.
    thresholds : dict of Channel to float
        Thresholds now in force.
    beats : tuple of (int, str)
        Reference beats, where the record has any.
    complete : bool
        Whether all that follows the alert had been played and analysed when the excerpt was taken.
    """

    event: Event
    fs: float
    lead: str
    start: int
    signal: npt.NDArray[np.float32]
    expected: dict[Channel, tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]]
    scores: dict[Channel, tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]]
    thresholds: dict[Channel, float]
    beats: tuple[tuple[int, str], ...] = ()
    complete: bool = True
