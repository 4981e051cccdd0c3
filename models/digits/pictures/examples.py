"""Example digits to pick without MNIST, written for this project as strokes.

They come from nobody's handwriting and from no network: a picture that a network drew would be redrawn by it
better than any real digit, and a comparison of networks on it would be decided beforehand.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.digits.pictures.strokes import FORMS, HANDS, write

Array = npt.NDArray[np.float32]

PER_DIGIT = len(FORMS[0]) * len(HANDS)
"""Examples of each digit: its forms, each in some hands."""


@functools.cache
def example(digit: int, which: int) -> Array:
    """Give an example; it takes a few milliseconds, once.

    Parameters
    ----------
    digit : int
        From 0 to 9.
    which : int
        From 0 to `PER_DIGIT` - 1.

    Returns
    -------
    ndarray of float32, shape (28, 28)
        Ink from 0 to 1; not to be written to.
    """
    picture = write(digit, which // len(HANDS), HANDS[which % len(HANDS)])
    picture.setflags(write=False)
    return picture


@dataclass(frozen=True)
class ExampleDigits:
    """All examples.

    Attributes
    ----------
    labels : ndarray of uint8, shape (n,)
        Sorted, `PER_DIGIT` of each digit.
    """

    labels: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.labels)

    def images(self) -> Array:
        """Pictures of the examples; shape (n, 28, 28), ink from 0 to 1."""
        return np.stack([example(digit, which) for digit in range(10) for which in range(PER_DIGIT)])


def load_examples() -> ExampleDigits:
    """Give all examples."""
    return ExampleDigits(np.repeat(np.arange(10, dtype=np.uint8), PER_DIGIT))
