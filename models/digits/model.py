"""A trained digit model as the lab uses it: pictures in, codes and pictures out, all in numpy."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch

from models.digits.entry import Entry
from models.digits.networks.network import CloudNetwork, DigitNetwork
from models.digits.store import DigitCard

Array = npt.NDArray[np.float32]

SIDE = 28
"""Rows and columns of an image."""

_BATCH = 1000


class Autoencoder(Protocol):
    """What every model of the family can do, so that they can stand side by side."""

    @property
    def name(self) -> str:
        """Name, as in commands and file names."""

    @property
    def title(self) -> str:
        """Name on the screen."""

    @property
    def latent(self) -> int:
        """Numbers in the code."""

    @property
    def words(self) -> str:
        """What it is, in two plain sentences."""

    def encode(self, images: Array) -> Array:
        """Give the codes of images; (n, 28, 28) to (n, latent)."""

    def decode(self, codes: Array, labels: npt.ArrayLike | None = None) -> Array:
        """Give the images of codes; (n, latent) to (n, 28, 28)."""

    def reconstruct(self, images: Array) -> Array:
        """Rebuild images; (n, 28, 28) both."""


class DigitModel:
    """A network of the family, with its entry and its card; an `Autoencoder`.

    Images are float32 of shape (n, 28, 28) or (n, 784), ink from 0 to 1; a single image may lack the first
    axis. Images given out are always (n, 28, 28). Those of PCA and of the linear one may leave 0 to 1.

    Parameters
    ----------
    entry : Entry
        What it is.
    network : DigitNetwork
        The trained network; put into evaluation mode.
    card : DigitCard
        How it was trained.
    """

    def __init__(self, entry: Entry, network: DigitNetwork, card: DigitCard) -> None:
        self.entry = entry
        self.network = network.eval()
        self.card = card

    @property
    def name(self) -> str:
        """Name, as in commands and file names."""
        return self.entry.name

    @property
    def title(self) -> str:
        """Name on the screen."""
        return self.entry.title

    @property
    def latent(self) -> int:
        """Numbers in the code."""
        return self.network.latent

    @property
    def words(self) -> str:
        """What it is, in two plain sentences."""
        return self.entry.words

    @property
    def labelled(self) -> bool:
        """Whether it is told the digit."""
        return isinstance(self.network, CloudNetwork) and self.network.labelled

    def encode(self, images: npt.ArrayLike, labels: npt.ArrayLike | None = None) -> Array:
        """Give the codes of images, for clouds their centres.

        Parameters
        ----------
        images : array, shape (n, 28, 28), (n, 784), (28, 28) or (784,)
        labels : int or array of int, shape (n,), optional
            As for `cloud`.

        Returns
        -------
        ndarray of float32, shape (n, latent)

        Raises
        ------
        ValueError
            If the images have another shape or values that are not finite.
        """
        return self.cloud(images, labels)[0]

    def cloud(self, images: npt.ArrayLike, labels: npt.ArrayLike | None = None) -> tuple[Array, Array]:
        """Centres and standard deviations of the images' clouds, which are 0 where codes are points.

        Parameters
        ----------
        images : array, shape (n, 28, 28), (n, 784), (28, 28) or (784,)
        labels : int or array of int, shape (n,), optional
            Digits, for a model that is told; where not given, those under which the images are likeliest.

        Returns
        -------
        mean, std : ndarray of float32, shape (n, latent)

        Raises
        ------
        ValueError
            If the images have another shape or values that are not finite, or the labels are no digits.
        """
        means, stds = [], []
        pixels = as_pixels(images)
        told = None if labels is None else as_labels(labels, len(pixels)).split(_BATCH)
        with torch.inference_mode():
            for i, x in enumerate(pixels.split(_BATCH)):
                if isinstance(self.network, CloudNetwork):
                    mean, log_variance = self.network.cloud(x, told[i] if told else None)
                    std = (0.5 * log_variance).exp()
                else:
                    mean = self.network.encode(x)
                    std = torch.zeros_like(mean)
                means.append(mean)
                stds.append(std)
        return torch.cat(means).numpy(), torch.cat(stds).numpy()

    def decode(self, codes: npt.ArrayLike, labels: npt.ArrayLike | None = None) -> Array:
        """Give the images of codes.

        Parameters
        ----------
        codes : array, shape (n, latent) or (latent,)
        labels : int or array of int, shape (n,), optional
            Which digits to draw; needed by a model that is told the digit, ignored by the others.

        Returns
        -------
        ndarray of float32, shape (n, 28, 28)

        Raises
        ------
        ValueError
            If the codes have another shape or values that are not finite, or the labels are missing or
            no digits.
        """
        z = torch.from_numpy(np.array(codes, dtype=np.float32, ndmin=2))
        if z.ndim != 2 or z.shape[1] != self.latent or not bool(torch.isfinite(z).all()):
            raise ValueError(f"codes must be finite and of shape (n, {self.latent}), not {tuple(z.shape)}.")
        parts = []
        with torch.inference_mode():
            if self.labelled:
                assert isinstance(self.network, CloudNetwork)
                digits = as_labels(labels, len(z))
                for some, told in zip(z.split(_BATCH), digits.split(_BATCH), strict=True):
                    parts.append(self.network.decode(some, told))
            else:
                parts = [self.network.decode(some) for some in z.split(_BATCH)]
        return torch.cat(parts).numpy().reshape(-1, SIDE, SIDE)

    def reconstruct(self, images: npt.ArrayLike) -> Array:
        """Rebuild images, from the centres of their clouds.

        Parameters
        ----------
        images : array, shape (n, 28, 28), (n, 784), (28, 28) or (784,)

        Returns
        -------
        ndarray of float32, shape (n, 28, 28)

        Raises
        ------
        ValueError
            If the images have another shape or values that are not finite.
        """
        with torch.inference_mode():
            parts = [self.network(x) for x in as_pixels(images).split(_BATCH)]
        return torch.cat(parts).numpy().reshape(-1, SIDE, SIDE)

    def errors(self, images: npt.ArrayLike) -> Array:
        """Mean squared error of each image's reconstruction; shape (n,).

        Raises
        ------
        ValueError
            If the images have another shape or values that are not finite.
        """
        x = as_pixels(images).numpy()
        error: Array = np.square(x - self.reconstruct(x).reshape(x.shape)).mean(1)
        return error


def as_pixels(images: npt.ArrayLike) -> torch.Tensor:
    """Bring images to a float32 tensor of shape (n, 784).

    Raises
    ------
    ValueError
        If they have another size, or values that are not finite.
    """
    x = np.asarray(images, dtype=np.float32)
    if x.shape[-2:] == (SIDE, SIDE) and x.ndim in (2, 3):
        x = x.reshape(-1, SIDE * SIDE)
    elif x.shape[-1:] == (SIDE * SIDE,) and x.ndim in (1, 2):
        x = x.reshape(-1, SIDE * SIDE)
    else:
        raise ValueError(f"images must be of shape (n, 28, 28) or (n, 784), not {x.shape}.")
    if not len(x):
        raise ValueError("images must not be empty.")
    if not np.isfinite(x).all():
        raise ValueError("images must be finite.")
    return torch.from_numpy(np.array(x))


def as_labels(labels: npt.ArrayLike | None, n: int) -> torch.Tensor:
    """Bring digits to an int64 tensor of shape (n,); one digit stands for all.

    Raises
    ------
    ValueError
        If they are missing, not as many, or no digits.
    """
    if labels is None:
        raise ValueError("labels must be given: this model is told which digit to draw.")
    digits = np.asarray(labels)
    if digits.dtype.kind not in "iu" or digits.shape not in ((), (n,)):
        raise ValueError(f"labels must be {n} whole numbers, or one.")
    if digits.size and not (0 <= digits.min() and digits.max() <= 9):
        raise ValueError("labels must be digits from 0 to 9.")
    return torch.from_numpy(np.broadcast_to(digits, (n,)).astype(np.int64))
