"""A drawn digit, brought to 28 x 28 as MNIST's makers did it.

They fitted each digit into 20 x 20 with its proportions kept, which antialiased it, and placed it so that its
centre of mass came to the middle of 28 x 28. LeCun, Cortes & Burges, *The MNIST database of handwritten
digits*.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase

SIDE: Final = 28
"""Rows and columns of an image."""

BOX: Final = 20
"""The longer side of a digit, in pixels of the image."""

CENTRE: Final = 14.5
"""Where the centre of mass comes to, in pixels from the upper and left edge.

The middle of pixel number 14: in MNIST itself it lies between 14.0 and 15.0 for every digit.
"""

INK: Final = 0.01
"""What is fainter than this share of the darkest point does not count to a digit's extent."""

LEAST_SIZE: Final = 0.12
"""A mark shorter than this share of the canvas is a dot, not a digit."""

MOST_FILLED: Final = 0.9
"""A canvas with more than this share of ink has no digit on it."""

MAX_CANVAS: Final = 4096
"""Rows and columns of the largest canvas."""


class DrawingError(ValueError):
    """There is no digit on the canvas; the message says why in one sentence."""


def prepare(canvas: npt.ArrayLike) -> npt.NDArray[np.float32]:
    """Centre and scale a drawing as MNIST's digits are.

    Parameters
    ----------
    canvas : array, shape (h, w)
        Ink, 0 where there is none; any scale of values, such as 0 to 1 or 0 to 255.

    Returns
    -------
    ndarray of float32, shape (28, 28)
        Ink from 0 to 1.

    Raises
    ------
    DrawingError
        If the canvas is empty, is all ink, or has but a dot on it.
    ValueError
        If it is not an image of finite values.
    """
    ink = np.asarray(canvas, dtype=np.float64)
    if ink.ndim != 2 or not ink.size or max(ink.shape) > MAX_CANVAS:
        raise ValueError(f"canvas must be an image of at most {MAX_CANVAS} x {MAX_CANVAS}, not {ink.shape}.")
    if not np.isfinite(ink).all():
        raise ValueError("canvas must be finite.")
    ink = ink.clip(0, None)
    peak = ink.max()
    if peak <= 0:
        raise DrawingError(phrase("Nothing is drawn yet."))
    ink = ink / peak
    inked = ink >= INK
    if np.count_nonzero(inked) > MOST_FILLED * ink.size:
        raise DrawingError(phrase("The canvas is all ink: no digit can be told from it."))
    rows, columns = np.flatnonzero(inked.any(1)), np.flatnonzero(inked.any(0))
    cut = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if max(cut.shape) < LEAST_SIZE * max(ink.shape):
        raise DrawingError(phrase("That is a dot: draw a whole digit, as large as you like."))
    return _centred(_shrunk(cut, BOX / max(cut.shape)))


def _shrunk(ink: npt.NDArray[np.float64], scale: float) -> npt.NDArray[np.float64]:
    """Each new pixel is the exact mean of the old ones under it."""
    for axis in (0, 1):
        n = ink.shape[axis]
        size = max(1, round(n * scale))
        edges = np.linspace(0, n, size + 1)
        below = np.minimum(edges.astype(np.int64), n - 1)
        moved = np.moveaxis(ink, axis, 0)
        total = np.concatenate([np.zeros((1, moved.shape[1])), np.cumsum(moved, 0)])
        at_edges = total[below] + (edges - below)[:, None] * moved[below]
        ink = np.moveaxis(np.diff(at_edges, axis=0) * (size / n), 0, axis)
    return ink.clip(0, 1)


def _centred(small: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
    """Place a picture of at most 20 x 20 by its centre of mass, by whole pixels."""
    image = np.zeros((SIDE, SIDE), dtype=np.float32)
    at = []
    for axis, n in enumerate(small.shape):
        mass = small.sum(1 - axis)
        centre = float((np.arange(n) + 0.5) @ mass / mass.sum())
        at.append(int(np.clip(np.floor(CENTRE - centre + 0.5), 0, SIDE - n)))
    image[at[0] : at[0] + small.shape[0], at[1] : at[1] + small.shape[1]] = small
    return image
