"""Which detection belongs to which reference beat."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def match_beats(
    reference: npt.NDArray[np.int64], found: npt.NDArray[np.int64], tolerance: int
) -> list[tuple[int, int]]:
    """Pair detections with reference beats one to one, as ``bxb`` of the WFDB applications does.

    Going forward in time, the earlier of the next two is paired with the other if that is within the
    tolerance and the one after it is farther (ANSI/AAMI EC57:2012).

    Parameters
    ----------
    reference, found : ndarray of int64
        Samples, increasing.
    tolerance : int
        Greatest distance, samples.

    Returns
    -------
    list of (int, int)
        Places in `reference` and `found`, increasing in both.
    """
    r, f = reference.tolist(), found.tolist()
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(r) and j < len(f):
        away = abs(r[i] - f[j])
        if f[j] < r[i]:
            matched = away <= tolerance and not (j + 1 < len(f) and abs(f[j + 1] - r[i]) <= away)
            skip = (0, 1)
        else:
            matched = away <= tolerance and not (i + 1 < len(r) and abs(r[i + 1] - f[j]) <= away)
            skip = (1, 0)
        if matched:
            pairs.append((i, j))
            skip = (1, 1)
        i, j = i + skip[0], j + skip[1]
    return pairs
