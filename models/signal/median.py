"""The median of a few numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt


def median(values: npt.NDArray[np.floating] | Iterable[float]) -> float:
    """Give what `numpy.median` gives of a line of numbers, several times sooner if they are few.

    Parameters
    ----------
    values : ndarray, shape (n,), or iterable of float
        At least one.

    Returns
    -------
    float
        NaN if one of them is.
    """
    line = np.sort(values if isinstance(values, np.ndarray) else np.fromiter(values, dtype=np.float64))
    n = len(line)
    if math.isnan(line[-1]):  # sorted last
        return math.nan
    return float(line[n // 2] if n % 2 else (line[n // 2 - 1] + line[n // 2]) / 2)
