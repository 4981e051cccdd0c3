"""What a live training tells, taken out of its messages."""

from __future__ import annotations

import base64
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from monitor.ui.lab.job import Message


@dataclass(frozen=True)
class Progress:
    """How far the training of a VAE has come.

    Attributes
    ----------
    epoch, step, steps : int
        Epoch, from 1; batch within it, and how many there are.
    at, reconstruction, kl : ndarray of shape (k,)
        Epochs gone (fractional) and losses in nats per image, of the batches since the last telling.
    epoch_losses : tuple of float
        Mean loss of each complete epoch.
    collapsed : bool
        Whether the posterior has collapsed.
    asleep : tuple of int
        Dimensions of the code that carry nothing.
    """

    epoch: int
    step: int
    steps: int
    at: npt.NDArray[np.float32]
    reconstruction: npt.NDArray[np.float32]
    kl: npt.NDArray[np.float32]
    epoch_losses: tuple[float, ...]
    collapsed: bool
    asleep: tuple[int, ...]

    @classmethod
    def from_message(cls, message: Message) -> Progress:
        """Take what the working process has told."""
        at, reconstruction, kl = (np.array(message[n], np.float32) for n in ("at", "reconstruction", "kl"))
        return cls(
            message["epoch"],
            message["step"],
            message["steps"],
            at,
            reconstruction,
            kl,
            tuple(message["epoch_losses"]),
            message["collapsed"],
            tuple(message["asleep"]),
        )


def picture_of(message: Message) -> npt.NDArray[np.uint8]:
    """Take a picture out of a message; shape (h, w), ink from 0 to 255."""
    return np.frombuffer(base64.b64decode(message["bytes"]), np.uint8).reshape(message["shape"])
