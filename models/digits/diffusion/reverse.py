"""The way back from noise: one step of DDPM or DDIM, over as many steps as one has time for."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch

from models.digits.diffusion.schedule import Schedule

FARTHEST = 4.0
"""No guess at the clean code lies farther out than this many standard deviations; the first ones would."""

Noise = Callable[[torch.Tensor, int], torch.Tensor]
"""Gives the noise in codes (n, d) that have been through so many steps."""


@dataclass(frozen=True)
class Stage:
    """Where the way back stands.

    Attributes
    ----------
    t : int
        Steps of noise that are left; 0 at the end.
    noisy : Tensor, shape (n, d)
        The codes with that noise.
    clean : Tensor, shape (n, d)
        What the network took for the clean codes when it made this step; at the start the noise itself.
    """

    t: int
    noisy: torch.Tensor
    clean: torch.Tensor


def guess_clean(schedule: Schedule, noisy: torch.Tensor, t: int, noise: torch.Tensor) -> torch.Tensor:
    """Give x_0 of x_t and the noise believed to be in it, held within `FARTHEST`; shape (n, d)."""
    scale, std = schedule.moments(t)
    return ((noisy - std * noise) / scale).clamp(-FARTHEST, FARTHEST)


def step_moments(
    schedule: Schedule, noisy: torch.Tensor, clean: torch.Tensor, t: int, to: int, eta: float
) -> tuple[torch.Tensor, float]:
    """Mean and standard deviation of x_s given x_t and x_0, for s < t.

    With ``eta = 1`` it is the forward process's own posterior, which DDPM samples (Ho et al. 2020, equations
    6 and 7), with 0 there is no chance left and it is DDIM (Song, Meng & Ermon, *Denoising diffusion implicit
    models*, 2020, equations 12 and 16).

    Parameters
    ----------
    noisy, clean : Tensor, shape (n, d)
    t, to : int
        Step now and step wanted.
    eta : float
        From 0 to 1.

    Returns
    -------
    mean : Tensor, shape (n, d)
    std : float
    """
    now, then = (float(schedule.alpha_bar[step]) for step in (t, to))
    variance = eta**2 * (1 - then) / (1 - now) * (1 - now / then)
    noise = (noisy - now**0.5 * clean) / (1 - now) ** 0.5
    mean = then**0.5 * clean + max(1 - then - variance, 0.0) ** 0.5 * noise
    return mean, variance**0.5


def way_back(
    schedule: Schedule,
    noise_in: Noise,
    start: torch.Tensor,
    steps: int,
    *,
    eta: float = 0.0,
    generator: torch.Generator | None = None,
) -> Iterator[Stage]:
    """Walk from noise to clean codes, one stage at a time.

    Parameters
    ----------
    schedule : Schedule
        The forward process that is undone.
    noise_in : callable
        The network.
    start : Tensor, shape (n, d)
        Standard normal noise.
    steps : int
        Steps taken.
    eta : float
        0 for DDIM, 1 for DDPM.
    generator : Generator, optional
        Chance of the steps, where `eta` is not 0.

    Yields
    ------
    Stage
        The start, then one a step.

    Raises
    ------
    ValueError
        If the steps or eta are out of range.
    """
    if not 0 <= eta <= 1:
        raise ValueError("eta must lie between 0 and 1.")
    ladder = schedule.ladder(steps)
    noisy = start
    yield Stage(ladder[0], noisy, noisy)
    for t, to in itertools.pairwise(ladder):
        with torch.no_grad():
            clean = guess_clean(schedule, noisy, t, noise_in(noisy, t))
        noisy, std = step_moments(schedule, noisy, clean, t, to, eta)
        if std > 0:
            noisy = noisy + std * torch.randn(noisy.shape, generator=generator)
        yield Stage(to, noisy, clean)
