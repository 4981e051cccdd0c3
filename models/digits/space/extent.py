"""How much of a latent plane a map shows: a square, fitted to where a model's codes lie."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

SHARE = 0.98
"""Share of the codes that a fitted map holds; the rest would make most of it empty."""

DECIMALS = 1
"""A fitted map's middle and half its side have so many decimals."""


@dataclass(frozen=True)
class Extent:
    """A square of the plane.

    Attributes
    ----------
    x, y : float
        Its middle, z1 and z2.
    half : float
        Half of its side, in units of the code.

    Raises
    ------
    ValueError
        If a number is not finite, or `half` is not positive.
    """

    x: float
    y: float
    half: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.x) and math.isfinite(self.y)):
            raise ValueError("the middle of a map must be finite.")
        if not (math.isfinite(self.half) and self.half > 0):
            raise ValueError("a map's reach must be positive and finite.")

    @classmethod
    def of(cls, codes: npt.ArrayLike, share: float = SHARE) -> Extent:
        """Give the square that holds a share of codes, shape (n, 2).

        Its middle lies midway between what is left of the codes on either axis when the outermost are set
        aside; it is as small as then holds the share, but for the rounding.

        Raises
        ------
        ValueError
            If the codes are of another shape or not finite, or the share is not above 0 and at most 1.
        """
        z = np.asarray(codes, dtype=np.float64)
        if z.ndim != 2 or z.shape[1] != 2 or not len(z) or not np.isfinite(z).all():
            raise ValueError(f"codes must be finite and of shape (n, 2), not {z.shape}.")
        if not 0 < share <= 1:
            raise ValueError("share must be above 0 and at most 1.")
        aside = (1 - share) / 2
        middle = np.quantile(z, [aside, 1 - aside], axis=0).mean(0)
        x, y = (round(float(value), DECIMALS) for value in middle)
        reach = float(np.quantile(np.abs(z - [x, y]).max(1), share, method="higher"))
        ten = 10**DECIMALS
        return cls(x, y, max(1, math.ceil(reach * ten - 1e-6)) / ten)

    @property
    def left(self) -> float:
        """Least z1."""
        return self.x - self.half

    @property
    def right(self) -> float:
        """Greatest z1."""
        return self.x + self.half

    @property
    def bottom(self) -> float:
        """Least z2."""
        return self.y - self.half

    @property
    def top(self) -> float:
        """Greatest z2."""
        return self.y + self.half

    def axes(self, n: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Give `n` places across and `n` upwards, from end to end; each of shape (n,)."""
        across = np.linspace(self.left, self.right, n, dtype=np.float32)
        return across, np.linspace(self.bottom, self.top, n, dtype=np.float32)

    def tiles(self, n: int) -> Extent:
        """Give the square on whose grid of `n` by `n` places lie the middles of this one's tiles."""
        return Extent(self.x, self.y, self.half * (1 - 1 / n))

    def holds(self, codes: npt.ArrayLike) -> npt.NDArray[np.bool_]:
        """Whether codes lie in the square; (n, 2) to (n,)."""
        away = np.abs(np.array(codes, dtype=np.float64, ndmin=2) - [self.x, self.y]).max(1)
        inside: npt.NDArray[np.bool_] = away <= self.half
        return inside

    def clip(self, x: float, y: float) -> tuple[float, float]:
        """Give the nearest code in the square."""
        return min(max(x, self.left), self.right), min(max(y, self.bottom), self.top)

    def zoomed(self, factor: float, x: float, y: float) -> Extent:
        """Give the square `factor` times as large in which a code stands where it stood."""
        return Extent(x + factor * (self.x - x), y + factor * (self.y - y), self.half * factor)

    def including(self, x: float, y: float, margin: float = 0.08) -> Extent:
        """Give a square that shows a code too: this one, or a larger one with the same middle."""
        needed = max(abs(x - self.x), abs(y - self.y)) * (1 + margin)
        return self if needed <= self.half else Extent(self.x, self.y, needed)


def extent_of(span: float | Extent) -> Extent:
    """Give a map's square: as it is, or reaching `span` from the origin on either axis.

    Raises
    ------
    ValueError
        If `span` is not positive and finite.
    """
    return span if isinstance(span, Extent) else Extent(0.0, 0.0, float(span))
