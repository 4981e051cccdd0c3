"""What the judge says of pictures and of the places of a map."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from models.digits.model import Array, as_pixels
from models.digits.networks.judge import JudgeNetwork
from models.digits.store import DigitCard

_BATCH = 1000


class Judge:
    """The trained classifier, in numpy.

    Parameters
    ----------
    network : JudgeNetwork
        The trained network; put into evaluation mode.
    card : DigitCard
        How it was trained.
    """

    def __init__(self, network: JudgeNetwork, card: DigitCard) -> None:
        self.network = network.eval()
        self.card = card

    def probabilities(self, images: npt.ArrayLike) -> Array:
        """Probability of each digit.

        Parameters
        ----------
        images : array, shape (n, 28, 28), (n, 784), (28, 28) or (784,)
            Ink from 0 to 1.

        Returns
        -------
        ndarray of float32, shape (n, 10)

        Raises
        ------
        ValueError
            If the images have another shape or values that are not finite.
        """
        with torch.inference_mode():
            parts = [self.network.log_probability(x).exp() for x in as_pixels(images).split(_BATCH)]
        return torch.cat(parts).numpy()

    def digits(self, images: npt.ArrayLike) -> npt.NDArray[np.int64]:
        """Most probable digit of each image; shape (n,).

        Raises
        ------
        ValueError
            If the images have another shape or values that are not finite.
        """
        best: npt.NDArray[np.int64] = self.probabilities(images).argmax(1)
        return best

    def confidence(self, images: npt.ArrayLike) -> Array:
        """Probability of the most probable digit; shape (n,).

        Raises
        ------
        ValueError
            If the images have another shape or values that are not finite.
        """
        sure: Array = self.probabilities(images).max(1)
        return sure
