"""Reconstruction error as a sign of the never seen: what it finds, and what slips through."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.digits.model import SIDE, Array, DigitModel, as_pixels

LEAST_INK = 1e-3
"""A picture with less mean ink than this is divided by this."""

LEAST_ERROR = 1e-3
"""Where the network that knows the digit errs less than this, the error is divided by this."""


def error_map(model: DigitModel, images: npt.ArrayLike) -> Array:
    """Squared error of each pixel's reconstruction.

    Parameters
    ----------
    model : DigitModel
        Such as ``load("without-7")``.
    images : array, shape (n, 28, 28), (n, 784), (28, 28) or (784,)

    Returns
    -------
    ndarray of float32, shape (n, 28, 28)

    Raises
    ------
    ValueError
        If the images have another shape or values that are not finite.
    """
    x = as_pixels(images).numpy().reshape(-1, SIDE, SIDE)
    error: Array = np.square(x - model.reconstruct(x))
    return error


def scores(model: DigitModel, knows: DigitModel, images: npt.ArrayLike) -> dict[str, Array]:
    """How strange each image is to the model, told in three ways.

    Parameters
    ----------
    model : DigitModel
        Such as ``load("without-7")``.
    knows : DigitModel
        One of the same shape that has seen every digit: ``load("knows-all")``.
    images : array, shape (n, 28, 28), (n, 784), (28, 28) or (784,)

    Returns
    -------
    dict of str to ndarray of float32, shape (n,)
        ``error``, the mean squared error of the reconstruction; ``per_ink``, that divided by the image's mean
        ink, for a digit of few strokes has few pixels to get wrong; ``against``, that divided by the error of
        the network that knows every digit, for what is hard to draw is hard for it as well.

    Raises
    ------
    ValueError
        If the images have another shape or values that are not finite.
    """
    error = error_map(model, images).mean((1, 2))
    known = error_map(knows, images).mean((1, 2))
    return three_scores(error, known, as_pixels(images).numpy().mean(1))


def three_scores(error: Array, known: Array, ink: Array) -> dict[str, Array]:
    """Give the three scores of images.

    Parameters
    ----------
    error, known : ndarray, shape (n,)
        Mean squared error of the network that never saw the digit, and of the one that knows it.
    ink : ndarray, shape (n,)
        Mean ink.

    Returns
    -------
    dict of str to ndarray, shape (n,)
        As in `scores`.
    """
    per_ink = (error / np.maximum(ink, LEAST_INK)).astype(np.float32)
    against = (error / np.maximum(known, LEAST_ERROR)).astype(np.float32)
    return {"error": error, "per_ink": per_ink, "against": against}


def auroc(normal: npt.ArrayLike, strange: npt.ArrayLike) -> float:
    """Probability that a strange image scores higher than a normal one; ties count half.

    Hanley & McNeil, *Radiology* 143(1):29-36, 1982. 0.5 is chance; below it, the score misleads.

    Parameters
    ----------
    normal, strange : array, shape (n,) and (m,)
        Scores.

    Raises
    ------
    ValueError
        If there are none of a kind.
    """
    from scipy.stats import rankdata

    low, high = np.ravel(normal), np.ravel(strange)
    if not (len(low) and len(high)):
        raise ValueError("normal and strange must not be empty.")
    ranks = rankdata(np.concatenate([low, high]))[len(low) :]
    return float((ranks.sum() - len(high) * (len(high) + 1) / 2) / (len(low) * len(high)))
