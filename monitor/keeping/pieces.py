"""Samples of a stretch piece by piece, with a way to cancel in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from models.library.account import Account
from monitor.alerts.export import ExportError

PIECE_S = 30.0
"""Samples are read and written in pieces of so much time, s; between two of them one may cancel."""

Going = Callable[[float], bool]
"""Is told which share is done, and says whether to go on."""


class ExportCancelled(ExportError):
    """It was cancelled; nothing of it is there."""


def go_on(share: float) -> bool:
    """Go on whatever happens."""
    return True


def pieces(
    account: Account, going: Going, first: float = 0.0, last: float = 1.0
) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
    """Give the samples of a stretch piece by piece, each with the sample at which it begins.

    Parameters
    ----------
    account : Account
        The stretch.
    going : callable
        Is told the share that is done, from `first` to `last`.
    first, last : float
        Which part of the whole work this is.

    Raises
    ------
    ExportCancelled
        If `going` says so.
    """
    step = max(1, round(PIECE_S * account.fs))
    for start in range(account.start, account.stop, step):
        done = (start - account.start) / (account.stop - account.start)
        if not going(first + (last - first) * done):
            raise ExportCancelled(phrase("The export was cancelled; nothing was written."))
        yield start, account.between(start, min(start + step, account.stop))
