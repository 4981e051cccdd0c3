"""Training a VAE in a thread of its own: watched, paused, taken step by step, its beta turned meanwhile."""

from __future__ import annotations

import os
import sys
import threading
import time
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QThread, Signal

TELL_S = 0.1
"""How often the thread tells of its progress, in seconds: often enough to watch, rare enough to stay "
"smooth."""

GRID_EVERY_S = 0.8
"""How often the map is decoded anew while training, in seconds; it is at the end of each epoch as well."""

TILES = 12


PAUSE_S = 0.001
"""Rest after each batch, in seconds."""

NICENESS = 10
"""How much the training thread gives way to the window's, as `nice` counts."""


def give_way() -> None:
    """Let the calling thread come after the others where the system can tell threads apart (Linux)."""
    if sys.platform.startswith("linux"):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)


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
    tiles : ndarray of shape (h, w) or None
        The map, decoded anew.
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
    tiles: npt.NDArray[np.float32] | None


class VaeTraining(QThread):
    """Train the course's VAE until stopped, or for a number of epochs.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
        Training digits.
    beta : float
        Weight of the KL divergence.
    epochs : int or None
        After how many epochs to end; None goes on.
    seed : int
        Seed of weights, order and noise.
    """

    told = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        images: npt.NDArray[np.uint8],
        *,
        beta: float = 1.0,
        epochs: int | None = None,
        seed: int = 0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._images = images
        self._beta = beta
        self._epochs = epochs
        self._seed = seed
        self._go = threading.Event()
        self._go.set()
        self._stopping = threading.Event()
        self._single = threading.Event()

    def set_beta(self, beta: float) -> None:
        """Change beta from the next step on."""
        self._beta = beta

    @property
    def paused(self) -> bool:
        """Whether the training rests."""
        return not self._go.is_set()

    def pause(self) -> None:
        """Rest after the present step."""
        self._go.clear()

    def resume(self) -> None:
        """Go on."""
        self._go.set()

    def step_once(self) -> None:
        """Take one step and rest again."""
        self._go.clear()
        self._single.set()

    def stop(self, timeout_ms: int = 10_000) -> bool:
        """End the thread and wait for it; False if it has not ended in time."""
        self._stopping.set()
        self._go.set()
        return self.wait(timeout_ms)

    def run(self) -> None:
        """Train. An error ends the training and is told, never the program."""
        try:
            self._train()
        except Exception as error:
            self.failed.emit(str(error) or type(error).__name__)

    def _train(self) -> None:
        import torch

        torch.set_num_threads(1)
        give_way()
        from models.digits.latent import grid_codes, mosaic
        from models.digits.vae_trainer import VaeTrainer

        trainer = VaeTrainer(self._images, beta=self._beta, seed=self._seed)
        codes = torch.from_numpy(grid_codes(TILES))

        def draw() -> npt.NDArray[np.float32]:
            with torch.inference_mode():
                tiles = trainer.network.decode(codes).numpy()
            return mosaic(tiles.reshape(TILES, TILES, 28, 28))

        since: list[tuple[float, float, float]] = []
        told_at = grid_at = 0.0
        while not self._stopping.is_set():
            single = self._single.is_set()
            if not (single or self._go.wait(0.05)):
                continue
            self._single.clear()
            if self._stopping.is_set():
                return
            trainer.beta = self._beta
            step = trainer.step()
            # The lock of the interpreter is free for a moment, in which the window takes its frame.
            time.sleep(PAUSE_S)
            gone = step.epoch - 1 + step.step / step.steps
            since.append((gone, step.losses["reconstruction"], step.losses["kl"]))
            now = time.monotonic()
            ended = self._epochs is not None and trainer.epochs_done >= self._epochs
            if step.last or single or now - told_at >= TELL_S:
                tiles = None
                if step.last or single or now - grid_at >= GRID_EVERY_S:
                    tiles, grid_at = draw(), now
                at, reconstruction, kl = np.array(since, dtype=np.float32).T
                self.told.emit(
                    Progress(
                        step.epoch,
                        step.step,
                        step.steps,
                        at,
                        reconstruction,
                        kl,
                        tuple(trainer.train_loss),
                        trainer.collapsed,
                        trainer.asleep,
                        tiles,
                    )
                )
                since.clear()
                told_at = now
            if ended:
                return
