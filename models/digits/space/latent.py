"""Ways through a latent space: the grid of the map, straight lines and great circles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from models.digits.space.extent import Extent, extent_of

if TYPE_CHECKING:
    from models.digits.model import DigitModel
    from models.digits.space.judging import Judge

Array = npt.NDArray[np.float32]

SPAN = 3.0
"""The prior's own map reaches from -SPAN to SPAN on either axis: 99.5 % of a standard normal code in two
dimensions. Codes of digits may lie beyond, for no model's are quite normal; `extent` fits a map to them."""

GRID = 20
"""Tiles of the map in a row and in a column, as the course draws it."""

_PARALLEL = 1e-4  # radians; nearer to 0 or to pi there is no one great circle


def grid_codes(n: int = GRID, span: float | Extent = SPAN) -> Array:
    """Codes of the map's tiles, row by row from the top left: the first has the least z1 and the greatest z2.

    Parameters
    ----------
    n : int
        Tiles in a row and in a column; at least 2.
    span : float or Extent
        How far the map reaches from the origin on either axis, or its square.

    Returns
    -------
    ndarray of float32, shape (n * n, 2)

    Raises
    ------
    ValueError
        If `n` or `span` is out of range.
    """
    if n < 2:
        raise ValueError("n must be at least 2.")
    right, upwards = extent_of(span).axes(n)
    across, up = np.meshgrid(right, upwards[::-1])
    return np.stack([across.ravel(), up.ravel()], axis=1)


def decode_grid(
    model: DigitModel, n: int = GRID, span: float | Extent = SPAN, label: int | None = None
) -> Array:
    """Decode the tiles of the map; ``[0, 0]`` is its top left corner.

    Parameters
    ----------
    model : DigitModel
        With a code of two numbers.
    n, span
        As for `grid_codes`.
    label : int, optional
        Which digit to draw, for a model that is told.

    Returns
    -------
    ndarray of float32, shape (n, n, 28, 28)

    Raises
    ------
    ValueError
        If the model's code has not two numbers, or an argument is out of range.
    """
    images = model.decode(grid_codes(n, span), label)
    return images.reshape(n, n, *images.shape[1:])


def mosaic(tiles: Array) -> Array:
    """Lay tiles out as one picture; (rows, columns, h, w) to (rows * h, columns * w)."""
    rows, columns, h, w = tiles.shape
    return np.ascontiguousarray(tiles.transpose(0, 2, 1, 3)).reshape(rows * h, columns * w)


def confidence_plane(
    model: DigitModel, judge: Judge, n: int = 60, span: float | Extent = SPAN, label: int | None = None
) -> tuple[Array, npt.NDArray[np.int64]]:
    """What the judge makes of every place of a map: where it is unsure, the map has a hole.

    Parameters
    ----------
    model : DigitModel
        With a code of two numbers.
    judge : Judge
        Who judges.
    n, span, label
        As for `decode_grid`.

    Returns
    -------
    confidence : ndarray of float32, shape (n, n)
        Probability of the most probable digit; ``[0, 0]`` is the top left corner.
    digit : ndarray of int64, shape (n, n)
        That digit.

    Raises
    ------
    ValueError
        If the model's code has not two numbers, or an argument is out of range.
    """
    probability = judge.probabilities(decode_grid(model, n, span, label).reshape(n * n, -1))
    return probability.max(1).reshape(n, n), probability.argmax(1).reshape(n, n)


def straight(start: npt.ArrayLike, end: npt.ArrayLike, t: npt.ArrayLike) -> Array:
    """Codes on the straight line from `start` (t = 0) to `end` (t = 1).

    Parameters
    ----------
    start, end : array, shape (latent,)
    t : array, shape (k,) or scalar

    Returns
    -------
    ndarray of float32, shape (k, latent)

    Raises
    ------
    ValueError
        If the ends differ in shape or are not finite.
    """
    a, b, along = _ends(start, end, t)
    return ((1 - along) * a + along * b).astype(np.float32)


def slerp(start: npt.ArrayLike, end: npt.ArrayLike, t: npt.ArrayLike) -> Array:
    """Codes on the arc from `start` to `end` about the origin.

    In many dimensions a straight line passes through places where a Gaussian has hardly a code; the arc does
    not. Shoemake, SIGGRAPH 1985; White, *Sampling generative networks*, 2016. Where the ends lie in one line
    with the origin there is no one arc, and the straight line is taken.

    Parameters
    ----------
    start, end : array, shape (latent,)
    t : array, shape (k,) or scalar

    Returns
    -------
    ndarray of float32, shape (k, latent)

    Raises
    ------
    ValueError
        If the ends differ in shape or are not finite.
    """
    a, b, along = _ends(start, end, t)
    lengths = np.linalg.norm(a) * np.linalg.norm(b)
    angle = np.arccos(np.clip(a @ b / lengths, -1, 1)) if lengths > 0 else 0.0
    if angle < _PARALLEL or angle > np.pi - _PARALLEL:
        return straight(start, end, t)
    path = (np.sin((1 - along) * angle) * a + np.sin(along * angle) * b) / np.sin(angle)
    return path.astype(np.float32)


def _ends(
    start: npt.ArrayLike, end: npt.ArrayLike, t: npt.ArrayLike
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    a, b = np.asarray(start, dtype=np.float64), np.asarray(end, dtype=np.float64)
    if a.ndim != 1 or a.shape != b.shape:
        raise ValueError(f"start and end must be codes of one size, not {a.shape} and {b.shape}.")
    if not (np.isfinite(a).all() and np.isfinite(b).all()):
        raise ValueError("start and end must be finite.")
    return a, b, np.atleast_1d(np.asarray(t, dtype=np.float64))[:, None]
