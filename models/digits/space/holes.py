"""How much of a latent map is a hole: places whose picture the judge cannot read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.digits.space.codes import ShippedCodes

UNSURE = 0.6
"""Below this probability of its favourite the judge is called unsure, and the place unreadable."""


@dataclass(frozen=True)
class Unreadable:
    """Share of unreadable places of a map, 0 to 1, by how places are chosen.

    Attributes
    ----------
    square : float
        Any place of the map (`ShippedCodes.extent`), one as likely as another.
    digits : float
        Where digits lie: places weighted by the codes' density.
    chance : float
        By the prior: places weighted by the standard normal density.
    """

    square: float
    digits: float
    chance: float


def unreadable(codes: ShippedCodes) -> Unreadable:
    """Give the shares of unreadable places on the map of a model.

    Raises
    ------
    ValueError
        If the codes come without the judge's confidence.
    """
    if codes.confidence is None:
        raise ValueError("the codes come without the judge's confidence.")
    hole = codes.confidence < UNSURE
    n = len(hole)
    places = codes.extent.tiles(n)
    across, up = places.axes(n)
    prior = np.exp(-0.5 * (across[None, :] ** 2 + up[::-1, None] ** 2))
    return Unreadable(
        square=float(hole.mean()),
        digits=_weighted(hole, codes.density(n, places)),
        chance=_weighted(hole, prior),
    )


def _weighted(hole: npt.NDArray[np.bool_], weight: npt.NDArray[np.float32]) -> float:
    return float((hole * weight).sum() / weight.sum())
