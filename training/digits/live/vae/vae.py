"""The tug-of-war and the lesson: a VAE that learns while somebody watches and turns its beta."""

from __future__ import annotations

import time
from pathlib import Path

import torch

from assets.databases.mnist import Mnist, load_mnist
from models.contract.messages.commands import Go, Keep, TakeStep, TrainVae, Turn
from models.contract.messages.lab import Kept, Losses
from models.digits.space.extent import extent_of
from models.digits.space.latent import GRID, grid_codes, mosaic
from training.digits.fits.steps import Step
from training.digits.fits.vae_trainer import VaeTrainer
from training.digits.live.link import Link, picture
from training.digits.live.vae.clouds import CloudWatch
from training.digits.live.vae.keep import keep

TELL_S = 0.25
"""How often progress is told, in seconds: often enough to watch, rare enough to keep the window smooth."""

MAP_S = 1.0
"""How often the map is decoded anew, in seconds; it is at the end of each epoch as well."""


def run(request: TrainVae, link: Link) -> None:
    """Train the course's VAE for as many epochs as asked for, or until the link ends.

    Parameters
    ----------
    request : TrainVae
        What is asked for.
    link : Link
        Obeys `Turn`, `Pause`, `Go`, `TakeStep` and `Keep`; is told `Losses`, `Clouds` where they are asked
        for, a `Picture` of the map, and `Kept`.

    Raises
    ------
    AssetError
        If MNIST is missing or broken.
    ValueError
        If a number is out of range.
    FloatingPointError
        If the training runs away.
    OSError
        If the net cannot be kept.
    """
    mnist = load_mnist(Path(request.mnist))
    trainer = VaeTrainer(mnist.train.images, beta=request.beta, seed=request.seed)
    epochs: int | None = request.epochs
    watch = Watch(trainer, link, CloudWatch(mnist.train) if request.clouds else None)
    going, single = True, False
    while epochs is None or trainer.epochs_done < epochs:
        # Paused, there is nothing to do before the next command.
        while (command := link.command(wait=not (going or single))) is not None:
            if isinstance(command, Turn):
                trainer.beta = command.beta
            elif isinstance(command, Keep):
                _keep(request, command.name, trainer, mnist, link, watch.gone)
                if command.end:
                    return
            else:
                going, single = isinstance(command, Go), isinstance(command, TakeStep)
            if going or single:
                break
        watch.after(trainer.step(), at_once=single)
        single = False
    if request.name:
        _keep(request, request.name, trainer, mnist, link, watch.gone)


def _keep(request: TrainVae, name: str, trainer: VaeTrainer, mnist: Mnist, link: Link, gone: float) -> None:
    """Keep the net as it is and tell of it."""
    if not request.out:
        raise ValueError("The net cannot be kept: no folder was named for it.")
    keep(trainer, mnist, Path(request.out), name)
    link.tell(Kept(name, trainer.beta, gone))


class Watch:
    """Tells of a training now and then.

    Parameters
    ----------
    trainer : VaeTrainer
        What learns.
    link : Link
        Who is told.
    clouds : CloudWatch, optional
        What looks at the clouds, if anything does.

    Attributes
    ----------
    gone : float
        Epochs gone.
    """

    def __init__(self, trainer: VaeTrainer, link: Link, clouds: CloudWatch | None = None) -> None:
        self._trainer = trainer
        self._link = link
        self._since: list[tuple[float, float, float]] = []
        self._told_at = self._drawn_at = 0.0
        self._clouds = clouds
        self.gone = 0.0

    def after(self, step: Step, *, at_once: bool) -> None:
        """Take note of a step, and tell where it is time, an epoch's end, or asked for."""
        self.gone = step.epoch - 1 + step.step / step.steps
        self._since.append((self.gone, step.losses["reconstruction"], step.losses["kl"]))
        now = time.monotonic()
        due = at_once or step.last
        since_told = now - self._told_at
        if due or since_told >= TELL_S:
            self._told_at = now
            self._tell_losses(step)
        # Between two tellings, so that the window never has to draw the curves and the map in one frame.
        if due or (now - self._drawn_at >= MAP_S and TELL_S / 3 <= since_told < TELL_S):
            self._drawn_at = now
            self._tell_map()

    def _tell_losses(self, step: Step) -> None:
        """Tell of the steps since the last time."""
        at, reconstruction, kl = zip(*self._since, strict=True)
        self._since.clear()
        trainer = self._trainer
        self._link.tell(
            Losses(
                epoch=step.epoch,
                step=step.step,
                steps=step.steps,
                at=at,
                reconstruction=reconstruction,
                kl=kl,
                epoch_losses=tuple(trainer.train_loss),
                asleep=trainer.asleep,
                collapsed=trainer.collapsed,
            )
        )

    def _tell_map(self) -> None:
        """Tell where the clouds are, and how the map looks now, a picture of the course's 20 x 20 tiles.

        As the course draws it, the tiles are decoded from end to end; beneath clouds each from its middle.
        """
        codes = grid_codes(GRID)
        if self._clouds is not None:
            self._link.tell(self._clouds.look(self._trainer.network))
            codes = grid_codes(GRID, extent_of(self._clouds.reach).tiles(GRID))
        with torch.inference_mode():
            tiles = self._trainer.network.decode(torch.from_numpy(codes)).numpy()
        self._link.tell(picture(mosaic(tiles.reshape(GRID, GRID, 28, 28))))
