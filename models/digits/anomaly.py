"""Reconstruction error as a sign of the never seen: what it finds, and what slips through."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.digits.model import SIDE, Array, DigitModel, as_pixels


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


def scores(model: DigitModel, images: npt.ArrayLike, per_ink: bool = False) -> Array:
    """How strange each image is to the model: the mean squared error of its reconstruction.

    Parameters
    ----------
    model : DigitModel
        Such as ``load("without-7")``.
    images : array, shape (n, 28, 28), (n, 784), (28, 28) or (784,)
    per_ink : bool
        Divide by the image's mean ink: a digit of few strokes has few pixels to get wrong.

    Returns
    -------
    ndarray of float32, shape (n,)

    Raises
    ------
    ValueError
        If the images have another shape or values that are not finite.
    """
    score: Array = error_map(model, images).mean((1, 2))
    if per_ink:
        score = score / np.maximum(as_pixels(images).numpy().mean(1), 1e-3)
    return score


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
