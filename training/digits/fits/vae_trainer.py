"""The tug-of-war: reconstruction pulls the clouds apart and small, the KL divergence pulls them together.

The same trainer fits the shipped weights, reproduces the course's lesson and trains live on the screen.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from models.digits.networks.network import CloudNetwork
from models.digits.networks.vae import Vae, kl_nats
from training.digits.fits.initial import initialise
from training.digits.fits.losses import draw, reconstruction_nats
from training.digits.fits.steps import Parts, Spoil, Step, StepTrainer

ASLEEP_NATS = 0.05
"""A dimension of the code whose mean KL is below this tells the decoder nothing worth having."""

WARM_UP_STEPS = 100
"""Before this many steps no collapse is called: every training begins near the prior."""

_SMOOTHING = 0.05  # of the running mean of the KL by dimension: about 20 batches


class VaeTrainer(StepTrainer):
    """Fits a variational autoencoder, one batch a call.

    Drive it with `step` or `epoch` from one thread; `beta` may be set between two steps. Each step's
    ``losses`` have ``loss`` (reconstruction + beta KL), ``reconstruction`` and ``kl``, in nats per image.
    With the defaults it is the course's recipe: 784-400-2, Adam 1e-3, batches of 128.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28) or (n, 784)
        Ink from 0 to 255.
    labels : ndarray of uint8, shape (n,), optional
        Digits; needed where the network is told them.
    network : CloudNetwork, optional
        What to fit, in place; by default a new network as the course's, drawn from `seed`.
    beta : float
        Weight of the KL; 1 is the evidence lower bound. Higgins et al., *beta-VAE*, ICLR 2017.
    spoil : callable, optional
        Spoils what the encoder sees, given the images and a generator; the target stays clean. Im et al.,
        *Denoising criterion for variational auto-encoding framework*, 2017.
    batch, seed, learning_rate, anneal_epochs
        As for `StepTrainer`.

    Raises
    ------
    ValueError
        If `beta` is negative or not finite, or labels are missing; else as for `StepTrainer`.
    """

    network: CloudNetwork

    def __init__(
        self,
        images: npt.NDArray[np.uint8],
        labels: npt.NDArray[np.uint8] | None = None,
        *,
        network: CloudNetwork | None = None,
        beta: float = 1.0,
        spoil: Spoil | None = None,
        batch: int = 128,
        seed: int = 0,
        learning_rate: float = 1e-3,
        anneal_epochs: int | None = None,
    ) -> None:
        if network is None:
            network = Vae()
            initialise(network, seed)
        if network.labelled and labels is None:
            raise ValueError("labels must be given: this network is told the digit.")
        self.beta = beta
        self._spoil = spoil
        self._steps_seen = 0
        self._kl = torch.zeros(network.latent)
        super().__init__(
            network,
            images,
            labels,
            batch=batch,
            seed=seed,
            learning_rate=learning_rate,
            anneal_epochs=anneal_epochs,
        )

    @property
    def beta(self) -> float:
        """Weight of the KL divergence; takes effect with the next step."""
        return self._beta

    @beta.setter
    def beta(self, value: float) -> None:
        if not (np.isfinite(value) and value >= 0):
            raise ValueError("beta must be finite and not negative.")
        self._beta = float(value)

    @property
    def kl_per_dimension(self) -> npt.NDArray[np.float32]:
        """Running mean of the KL by dimension of the code, nats; shape (latent,)."""
        mean: npt.NDArray[np.float32] = self._kl.numpy().copy()
        return mean

    @property
    def asleep(self) -> tuple[int, ...]:
        """Dimensions of the code that carry next to nothing (`ASLEEP_NATS`); none while warming up."""
        if self._steps_seen < WARM_UP_STEPS:
            return ()
        return tuple(np.flatnonzero(self.kl_per_dimension < ASLEEP_NATS).tolist())

    @property
    def collapsed(self) -> bool:
        """Whether the posterior has collapsed: no dimension carries anything, all images share one cloud.

        Bowman et al., *Generating sentences from a continuous space*, 2016.
        """
        return len(self.asleep) == self.network.latent

    def step(self) -> Step:
        """Take the next batch; its ``losses`` are ``loss``, ``reconstruction`` and ``kl``.

        Raises
        ------
        FloatingPointError
            If the loss is no longer finite: the training has run away.
        """
        return super().step()

    def _update(self, x: torch.Tensor, labels: torch.Tensor | None) -> Parts:
        seen = x if self._spoil is None else self._spoil(x, self._rng)
        mean, log_variance = self.network.cloud(seen, labels)
        z = draw(mean, log_variance, self._rng)
        reconstruction = reconstruction_nats(self.network.logits(z, labels), x)
        kl = kl_nats(mean, log_variance).mean(0)
        loss = reconstruction + self.beta * kl.sum()
        self._minimise(loss)
        weight = max(_SMOOTHING, 1 / (self._steps_seen + 1))
        self._kl += weight * (kl.detach() - self._kl)
        self._steps_seen += 1
        return {"loss": loss, "reconstruction": reconstruction, "kl": kl.sum()}
