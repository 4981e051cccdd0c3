"""The race: several ways to choose codes for one decoder, and what is thought of the pictures so far."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from numpy.random import default_rng

from models.digits.diffusion.entries import DENOISERS
from models.digits.diffusion.latent import load_diffusion
from models.digits.networks.judge import JudgeNetwork
from models.digits.sampling.racers import Racer
from models.digits.sampling.score import Tally
from models.digits.sampling.shipped import Ground


def samplers_of(racer: Racer) -> tuple[str, ...]:
    """Ways to choose codes for a model; diffusion where one was fitted on its codes."""
    diffused = ("diffusion",) if racer.name in DENOISERS else ()
    return ("prior", "chain", "mixture", *diffused, "floor")


class Race:
    """All samplers of one model.

    Parameters
    ----------
    racer : Racer
        Whose decoder.
    judge : JudgeNetwork
        Who judges.
    ground : Ground
        Mixtures, codes of real digits and their features.
    steps : int
        Steps of the chains, at least 0.
    seed : int
        Fixes all chance: each sampler has its own.
    """

    def __init__(self, racer: Racer, judge: JudgeNetwork, ground: Ground, steps: int, seed: int) -> None:
        self.racer = racer
        self.ground = ground
        self.steps = steps
        self.chain = racer.chain()
        names = samplers_of(racer)
        self.tallies = {name: Tally(judge) for name in names}
        self._chance = {name: torch.Generator().manual_seed(seed + i) for i, name in enumerate(names)}
        self._order = default_rng(seed).permutation(len(ground.codes[racer.name]))

    @property
    def most(self) -> int:
        """How many pictures each sampler may draw: as many as there are codes of real digits."""
        return len(self._order)

    def draw(self, sampler: str, n: int) -> torch.Tensor:
        """Draw pictures and take them into account.

        Parameters
        ----------
        sampler : str
            One of `samplers_of`.
        n : int
            How many.

        Returns
        -------
        Tensor, shape (n, 784)
            Ink from 0 to 1.
        """
        tally = self.tallies[sampler]
        with torch.inference_mode():
            x = self.chain.network.decode(self.codes(sampler, n, tally.n))
        tally.add(x)
        return x

    def codes(self, sampler: str, n: int, first: int = 0) -> torch.Tensor:
        """Choose codes; shape (n, latent). Of those of real digits, the ones from `first` on."""
        *_, last = self.stages(sampler, n, first)
        return last

    def stages(self, sampler: str, n: int, first: int = 0) -> Iterator[torch.Tensor]:
        """Choose codes as `codes` does, a stage at a time, for whoever may compute in thin slices only.

        Yields
        ------
        Tensor, shape (n, latent)
            The codes so far, after each step of a chain or of the way back from noise: the last count.
        """
        chance, latent = self._chance[sampler], self.racer.latent
        if sampler == "mixture":
            yield self.ground.mixtures[self.racer.name].sample(n, chance)
        elif sampler == "diffusion":
            diffusion = load_diffusion(self.racer.name)
            start = torch.randn(n, latent, generator=chance)
            for stage in diffusion.back(start, generator=chance):
                yield torch.from_numpy(diffusion.codes(stage.noisy))
        elif sampler == "floor":
            which = np.take(self._order, np.arange(first, first + n), mode="wrap")
            yield torch.from_numpy(self.ground.codes[self.racer.name][which])
        else:
            z = torch.randn(n, latent, generator=chance)
            yield z
            for _ in range(self.steps if sampler == "chain" else 0):
                z = self.chain.step(z, chance)
                yield z
