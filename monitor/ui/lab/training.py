"""Training a VAE beside the window: watched, paused, taken step by step, its beta turned meanwhile."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from monitor.ui.lab.job import Job, Message


@dataclass(frozen=True)
class Progress:
    """What a training tells.

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


class VaeTraining(QObject):
    """Train the course's VAE until stopped, or for a number of epochs.

    `told` brings a `Progress`, `drawn` the map decoded anew (uint8, shape (h, w)), `failed` a sentence.

    Parameters
    ----------
    mnist : Path
        Folder with the files of MNIST.
    beta : float
        Weight of the KL divergence.
    epochs : int or None
        After how many epochs to end; None goes on.
    seed : int
        Seed of weights, order and noise.
    """

    told = Signal(object)
    drawn = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(
        self,
        mnist: Path,
        *,
        beta: float = 1.0,
        epochs: int | None = None,
        seed: int = 0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        request = {"job": "vae", "mnist": str(mnist), "beta": beta, "epochs": epochs, "seed": seed}
        self.job = Job(request, self)
        self.job.told.connect(self._on_told)
        self.job.failed.connect(self.failed)
        self.job.ended.connect(self.ended)
        self._paused = False

    def _on_told(self, message: Message) -> None:
        if "map" in message:
            self.drawn.emit(picture_of(message["map"]))
        else:
            self.told.emit(Progress.from_message(message))

    def start(self) -> None:
        """Begin; the first word comes when the process has loaded what it needs, after a second or two."""
        self.job.start()

    def set_beta(self, beta: float) -> None:
        """Change beta from the next step on."""
        self.job.tell(beta=beta)

    @property
    def paused(self) -> bool:
        """Whether the training rests."""
        return self._paused

    def pause(self) -> None:
        """Rest after the present step."""
        self._paused = True
        self.job.tell(do="pause")

    def resume(self) -> None:
        """Go on."""
        self._paused = False
        self.job.tell(do="go")

    def step_once(self) -> None:
        """Take one step and rest again."""
        self._paused = True
        self.job.tell(do="step")

    def stop(self) -> bool:
        """End the training at once; False if it has not ended in time."""
        return self.job.stop()
