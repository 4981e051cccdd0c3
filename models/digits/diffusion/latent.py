"""Latent diffusion: codes of digits drawn from noise, of any digit or of one that is asked for."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from models.digits.diffusion.denoiser import ANY_DIGIT, LatentDenoiser
from models.digits.diffusion.entries import DENOISERS
from models.digits.diffusion.reverse import Noise, Stage, way_back
from models.digits.diffusion.schedule import Schedule, linear_schedule
from models.digits.model import Array
from models.digits.store import DigitCard, digit_kind

STEPS = 50
"""Steps of the way back, where not told otherwise."""

GUIDANCE = 1.0
"""How much a wanted digit is insisted on beyond its own distribution; 0 would be without."""


class LatentDiffusion:
    """Noise to codes, for one autoencoder's latent space.

    Rombach et al., *High-resolution image synthesis with latent diffusion models*, 2022.

    Parameters
    ----------
    network : LatentDenoiser
        The trained network; put into evaluation mode.
    card : DigitCard
        How it was trained.
    schedule : Schedule, optional
        The forward process that it was trained on.
    """

    def __init__(self, network: LatentDenoiser, card: DigitCard, schedule: Schedule | None = None) -> None:
        self.network = network.eval()
        self.card = card
        self.schedule = schedule or linear_schedule()

    @property
    def latent(self) -> int:
        """Numbers in a code."""
        return self.network.latent

    def sample(
        self,
        n: int,
        steps: int = STEPS,
        generator: torch.Generator | None = None,
        digit: int | None = None,
        *,
        eta: float = 0.0,
        guidance: float = GUIDANCE,
    ) -> Array:
        """Draw codes.

        Parameters
        ----------
        n : int
            How many.
        steps : int
            Steps of the way back, at most the 1000 of the training.
        generator : Generator, optional
            Source of chance; torch's own where not given.
        digit : int, optional
            What they shall show; any digit where not given.
        eta : float
            0 for DDIM, for which all chance is in the start, 1 for DDPM.
        guidance : float
            As for `noise_in`.

        Returns
        -------
        ndarray of float32, shape (n, latent)
            For the autoencoder's `decode`.

        Raises
        ------
        ValueError
            If a number is out of range.
        """
        start = torch.randn(n, self.latent, generator=generator)
        for stage in self.back(start, steps, generator, digit, eta=eta, guidance=guidance):
            last = stage
        return self.codes(last.noisy)

    def back(
        self,
        start: torch.Tensor,
        steps: int = STEPS,
        generator: torch.Generator | None = None,
        digit: int | None = None,
        *,
        eta: float = 0.0,
        guidance: float = GUIDANCE,
    ) -> Iterator[Stage]:
        """Walk back from noise of shape (n, latent), a stage a step; arguments as for `sample`."""
        noise = self.noise_in(digit, guidance)
        return way_back(self.schedule, noise, start, steps, eta=eta, generator=generator)

    def noise_in(self, digit: int | None = None, guidance: float = GUIDANCE) -> Noise:
        """Give the network as the function that `way_back` asks for.

        Parameters
        ----------
        digit : int, optional
            What the codes shall show.
        guidance : float
            The noise seen with the digit told is taken away from the noise seen without, so many times more
            than once. Ho & Salimans, *Classifier-free diffusion guidance*, 2022.

        Raises
        ------
        ValueError
            If it is no digit.
        """
        if digit is not None and not 0 <= digit < ANY_DIGIT:
            raise ValueError(f"digit must be one from 0 to 9, not {digit}.")

        def noise(x: torch.Tensor, t: int) -> torch.Tensor:
            at = torch.full((len(x),), t)
            free: torch.Tensor = self.network(x, at, torch.full_like(at, ANY_DIGIT))
            if digit is None:
                return free
            told: torch.Tensor = self.network(x, at, torch.full_like(at, digit))
            return told + guidance * (told - free)

        return noise

    def codes(self, x: torch.Tensor) -> Array:
        """Give the autoencoder's codes of standardised ones; (n, latent) both."""
        codes: Array = self.unstandardised(x).detach().numpy().astype(np.float32)
        return codes

    def unstandardised(self, x: torch.Tensor) -> torch.Tensor:
        """Give the autoencoder's codes of standardised ones, as a tensor; (n, latent) both."""
        return x * self.network.spread + self.network.centre

    def standardised(self, codes: Array) -> torch.Tensor:
        """Give the autoencoder's codes with mean 0 and variance 1; (n, latent) both."""
        return (torch.from_numpy(np.array(codes, np.float32)) - self.network.centre) / self.network.spread


@functools.cache
def load_diffusion(model: str = "conv-vae-16") -> LatentDiffusion:
    """Give the shipped diffusion of an autoencoder's codes (one of `DENOISERS`), read once.

    Raises
    ------
    ValueError
        If there is none.
    assets.errors.WeightsError
        If its file is missing or not as it should be.
    """
    if model not in DENOISERS:
        raise ValueError(f"there is no diffusion of {model!r}; there are {', '.join(DENOISERS)}.")
    return read_diffusion(model, DENOISERS[model].path)


def read_diffusion(model: str, path: Path) -> LatentDiffusion:
    """Read the diffusion of an autoencoder's codes from any file.

    Raises
    ------
    assets.errors.WeightsError
        If the file is missing or not as it should be.
    """
    trained = digit_kind(DENOISERS[model]).load(path)
    assert isinstance(trained.network, LatentDenoiser)
    return LatentDiffusion(trained.network, trained.card)
