"""Who lies beside whom on a map."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.digits.space.codes import ShippedCodes

NEAREST = 10


def neighbour_shares(codes: ShippedCodes) -> npt.NDArray[np.float64]:
    """Which digits the nearest neighbours of each digit are.

    Parameters
    ----------
    codes : ShippedCodes
        Where digits lie.

    Returns
    -------
    ndarray of float64, shape (10, 10)
        ``[d, e]``: of the `NEAREST` nearest neighbours of a digit ``d``, the share that are ``e``.
    """
    from scipy.spatial import cKDTree

    _, near = cKDTree(codes.means).query(codes.means, NEAREST + 1)
    labels = codes.labels[near[:, 1:]]
    counts = np.zeros((10, 10))
    np.add.at(counts, (np.repeat(codes.labels, NEAREST), labels.ravel()), 1)
    shares: npt.NDArray[np.float64] = counts / np.maximum(counts.sum(1, keepdims=True), 1)
    return shares
