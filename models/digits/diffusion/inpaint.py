"""Inpainting: what may stand where a picture is missing, drawn by diffusion from what is there."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch

from models.digits.diffusion.reverse import FARTHEST, Noise, guess_clean
from models.digits.diffusion.schedule import Schedule
from models.digits.model import SIDE, Array, as_pixels

STEPS = 15
"""Steps of the way back, where not told otherwise."""

MISFIT = 0.2
"""How far a known pixel may be from the picture that is drawn, as a standard deviation of ink. The
autoencoder alone is off by 0.1, but its errors go together, so that a pixel says less than it would alone."""

NUDGE = 0.02
"""By so much a number of the code is moved to see what it does to the picture."""


class Codes(Protocol):
    """What inpainting needs of a diffusion of codes: `models.digits.diffusion.latent.LatentDiffusion`."""

    schedule: Schedule

    @property
    def latent(self) -> int:
        """Numbers in a code."""

    def noise_in(self, digit: int | None = None) -> Noise:
        """Give the network that finds the noise in standardised codes."""

    def unstandardised(self, x: torch.Tensor) -> torch.Tensor:
        """Give the autoencoder's codes of standardised ones."""


class Draws(Protocol):
    """What inpainting needs of an autoencoder's network."""

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        """Give the image of codes; (n, latent) to (n, 784)."""


@dataclass(frozen=True)
class Guess:
    """What the pictures are held for, part of the way back.

    Attributes
    ----------
    t : int
        Steps of noise that are left; 0 at the end.
    drawn : ndarray of float32, shape (n, draws, 28, 28)
        As the autoencoder draws them, the known part too: it shows how well they agree with it.
    """

    t: int
    drawn: Array


class Inpainting:
    """Codes that agree with the known part of a picture and are those of digits.

    On the way back from noise a guess at the clean code is a Gaussian, as wide as there is noise left. The
    known pixels are a second one, the decoder being nearly straight near the last guess (Gauss-Newton). A
    code is drawn from their product and given noise anew, less than before: Zhang et al., *Improving
    diffusion inverse problem solving with decoupled noise annealing*, 2024 (arXiv 2407.01521), with a
    Gaussian in closed form where they have Langevin steps. Nothing is fitted for it: the mask may be any.

    Parameters
    ----------
    network : Draws
        The autoencoder's network.
    codes : Codes
        The diffusion of its codes.
    """

    def __init__(self, network: Draws, codes: Codes) -> None:
        self._network = network
        self._codes = codes

    def back(
        self,
        pictures: npt.ArrayLike,
        known: npt.ArrayLike,
        draws: int,
        steps: int = STEPS,
        generator: torch.Generator | None = None,
    ) -> Iterator[Guess]:
        """Walk back from noise, a guess a step.

        Parameters
        ----------
        pictures : array, shape (n, 28, 28), (n, 784), (28, 28) or (784,)
            Ink from 0 to 1; what is not known of it is not looked at.
        known : array of bool, shape (n, 28, 28), or (28, 28) for all
            Where the pictures are known.
        draws : int
            Answers to each picture.
        steps : int
            Steps of the way back.
        generator : Generator, optional
            Source of chance.

        Yields
        ------
        Guess

        Raises
        ------
        ValueError
            If the pictures or the mask have another shape, or a number is out of range.
        """
        seen = as_pixels(pictures)
        mask = torch.from_numpy(np.asarray(known, dtype=np.float32).reshape(-1, SIDE * SIDE))
        if len(mask) not in (1, len(seen)):
            raise ValueError(f"known must be one mask or one a picture, not {len(mask)} for {len(seen)}.")
        if draws < 1:
            raise ValueError("draws must be at least 1.")
        mask = mask.expand_as(seen).repeat_interleave(draws, 0)
        target = seen.repeat_interleave(draws, 0)
        schedule, noise_in = self._codes.schedule, self._codes.noise_in()
        x = torch.randn(len(target), self._codes.latent, generator=generator)
        at = torch.zeros_like(x)
        for t, to in itertools.pairwise(schedule.ladder(steps)):
            with torch.no_grad():
                guess = guess_clean(schedule, x, t, noise_in(x, t))
                left = float(1 - schedule.alpha_bar[t])
                at = self._agreeing(guess, left, at, target, mask, generator)
                x = schedule.noised(at, to, torch.randn(x.shape, generator=generator))
                drawn = self._draw(at)
            yield Guess(to, drawn.numpy().reshape(len(seen), draws, SIDE, SIDE))

    def _draw(self, x: torch.Tensor) -> torch.Tensor:
        return self._network.decode(self._codes.unstandardised(x))

    def _agreeing(
        self,
        guess: torch.Tensor,
        variance: float,
        at: torch.Tensor,
        target: torch.Tensor,
        mask: torch.Tensor,
        generator: torch.Generator | None,
    ) -> torch.Tensor:
        """Draw codes from N(guess, variance) times the known pixels' likelihood, straightened at `at`."""
        n, size = guess.shape
        here = self._draw(at)
        beside = (at[:, None, :] + NUDGE * torch.eye(size)).reshape(n * size, size)
        there = self._draw(beside).reshape(n, size, -1)
        slopes = ((there - here[:, None]) / NUDGE * (mask / MISFIT)[:, None]).mT  # (n, 784, size)
        short = (target - here) * mask / MISFIT + (slopes @ at[:, :, None])[:, :, 0]
        precision = slopes.mT @ slopes + torch.eye(size) / variance
        pull = slopes.mT @ short[:, :, None] + guess[:, :, None] / variance
        root = torch.linalg.cholesky(precision)
        chance = torch.randn(pull.shape, generator=generator)
        drawn = torch.cholesky_solve(pull, root) + torch.linalg.solve_triangular(root.mT, chance, upper=True)
        return drawn[:, :, 0].clamp(-FARTHEST, FARTHEST)
