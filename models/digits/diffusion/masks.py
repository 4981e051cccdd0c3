"""What of a picture is missing: its half, its middle, every second pixel by chance."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.digits.model import SIDE

MASKS = ("lower half", "upper half", "left half", "right half", "middle", "half of the pixels")
"""What can be missing. The middle is a square with a quarter of the pixels, the last is drawn by chance."""

_HALF, _QUARTER = SIDE // 2, SIDE // 4

_MISSING = {
    "lower half": np.s_[_HALF:, :],
    "upper half": np.s_[:_HALF, :],
    "left half": np.s_[:, :_HALF],
    "right half": np.s_[:, _HALF:],
    "middle": np.s_[_QUARTER:-_QUARTER, _QUARTER:-_QUARTER],
}

Mask = npt.NDArray[np.bool_]


def known_part(missing: str, n: int = 1, seed: int = 0) -> Mask:
    """Give where pictures are known when that much of them is missing.

    Parameters
    ----------
    missing : str
        One of `MASKS`.
    n : int
        Pictures.
    seed : int
        Source of chance, for missing pixels; those of each picture are others.

    Returns
    -------
    ndarray of bool, shape (n, 28, 28)

    Raises
    ------
    ValueError
        If there is no such mask.
    """
    if missing not in MASKS:
        raise ValueError(f"missing must be one of {', '.join(MASKS)}, not {missing!r}.")
    known = np.ones((n, SIDE, SIDE), dtype=np.bool_)
    if missing in _MISSING:
        known[:, *_MISSING[missing]] = False
        return known
    rng = np.random.default_rng(seed)
    for one in known.reshape(n, -1):
        one[rng.permutation(one.size)[: one.size // 2]] = False
    return known
