"""Example digits: pictures of every digit decoded from stored codes, for a machine without MNIST."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.errors import AssetError
from assets.shipped import digits_folder
from models.digits.catalogue import entry, load
from models.digits.space.codes import read_arrays

Array = npt.NDArray[np.float32]

SOURCE = "conv-vae-16"
"""The model that draws the examples; its digits are sharp."""

FILE = "examples.safetensors"

PER_DIGIT = 6
"""Examples of each digit."""


@dataclass(frozen=True)
class ExampleDigits:
    """Stored codes and what they show.

    Attributes
    ----------
    codes : ndarray of float32, shape (n, 16)
    labels : ndarray of uint8, shape (n,)
        Sorted, `PER_DIGIT` of each digit.
    """

    codes: Array
    labels: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.codes)

    def images(self) -> Array:
        """Pictures of the examples; shape (n, 28, 28), ink from 0 to 1.

        Raises
        ------
        assets.errors.WeightsError
            If the weights of the drawing model are missing or damaged.
        """
        return load(SOURCE).decode(self.codes)


@functools.cache
def load_examples() -> ExampleDigits:
    """Give the shipped examples, read once.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_examples(digits_folder() / FILE)


def read_examples(path: Path) -> ExampleDigits:
    """Read examples from any file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    arrays = read_arrays(path)
    codes, labels = arrays.get("codes"), arrays.get("labels")
    if (
        codes is None
        or labels is None
        or codes.ndim != 2
        or codes.shape != (len(labels), entry(SOURCE).latent)
        or labels.dtype != np.uint8
        or not len(labels)
        or labels.max() > 9
        or not np.isfinite(codes.astype(np.float32)).all()
    ):
        raise AssetError(f"{path} holds no example digits.")
    return ExampleDigits(codes.astype(np.float32), labels)
