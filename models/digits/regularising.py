"""What keeps a network from merely copying, and how it shows: few units on, a code that hardly moves."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import torch

from models.digits.catalogue import UNPUNISHED
from models.digits.model import DigitModel, as_pixels
from models.digits.networks.network import DigitNetwork
from models.digits.networks.sigmoid import SigmoidAutoencoder
from models.digits.store import digit_kind

Array = npt.NDArray[np.float32]

ON = 0.5
"""A unit of sigmoids is on above this."""


@cache
def load_unpunished() -> DigitModel:
    """Give the shipped network without a penalty, read once.

    Raises
    ------
    assets.errors.WeightsError
        If its file is missing or not as it should be.
    """
    trained = digit_kind(UNPUNISHED).load(UNPUNISHED.path)
    assert isinstance(trained.network, DigitNetwork)
    return DigitModel(UNPUNISHED, trained.network, trained.card)


def jacobian(model: DigitModel, picture: npt.ArrayLike) -> Array:
    """How each number of a code moves with each pixel, at one picture.

    For one layer of sigmoids it is ``h_j (1 - h_j) W_ji``; Rifai et al., *Contractive auto-encoders*, ICML
    2011.

    Parameters
    ----------
    model : DigitModel
        One whose code is a layer of sigmoids.
    picture : array, shape (28, 28) or (784,)
        Ink from 0 to 1.

    Returns
    -------
    ndarray of float32, shape (latent, 784)

    Raises
    ------
    ValueError
        If the model's code is no layer of sigmoids, or the picture has another shape.
    """
    if not isinstance(model.network, SigmoidAutoencoder):
        raise ValueError(f"the code of {model.name} is no layer of sigmoids.")
    with torch.inference_mode():
        code = model.network.encode(as_pixels(picture))[0]
        moved: Array = ((code * (1 - code))[:, None] * model.network.encoder.weight).numpy()
    return moved


def moved(model: DigitModel, picture: npt.ArrayLike, level: float, throws: int = 32, seed: int = 0) -> float:
    """How far a code moves, at the mean, when each pixel is disturbed by chance.

    Parameters
    ----------
    model : DigitModel
        Whose code.
    picture : array, shape (28, 28)
        Ink from 0 to 1.
    level : float
        Standard deviation of the Gaussian disturbance, ink.
    throws : int
        Disturbances over which the mean is taken.
    seed : int
        Of the disturbances.

    Returns
    -------
    float
        Mean Euclidean distance of the codes.
    """
    plain = np.asarray(picture, np.float32).reshape(1, -1)
    noise = np.random.default_rng(seed).standard_normal((throws, plain.shape[1])).astype(np.float32)
    codes = model.encode(np.concatenate([plain, plain + np.float32(level) * noise]))
    return float(np.linalg.norm(codes[1:] - codes[0], axis=1).mean())
