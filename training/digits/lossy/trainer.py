"""Fit a lossy autoencoder to digits that are binarised anew each time they are seen."""

from __future__ import annotations

import copy
import math
import time
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from models.digits.lossy.bound import free_bits, parts
from models.digits.lossy.network import LossyAutoencoder
from training.engine.checkpoint import State

TOLD = 500
"""Batches whose mean loss is one figure of the course of a fit."""

_STEEPEST = 200.0  # no gradient is longer; most are a tenth of it


@dataclass(frozen=True)
class Recipe:
    """Settings of a fit.

    Attributes
    ----------
    steps : int
        Batches.
    batch : int
        Images a batch.
    rate : float
        Adamax's learning rate; constant for the first `steady` of the steps, then falling by a cosine to a
        fiftieth.
    steady : float
        Share of the steps, 0 to 1.
    warm : int
        Batches at the beginning over which the learning rate rises.
    groups, nats : int, float
        Free bits (`models.digits.lossy.bound.free_bits`).
    averaging : float
        How much of the averaged weights stays at each step (Polyak); those are kept at the end.
    """

    steps: int
    batch: int = 64
    rate: float = 2e-3
    steady: float = 0.4
    warm: int = 200
    groups: int = 4
    nats: float = 1.5
    averaging: float = 0.998


def binarised(images: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Draw each pixel as ink with its grey as the chance; uint8 (n, 784) to 0 and 1."""
    return (torch.rand(images.shape, generator=generator) * 255 < images).float()


class LossyTrainer:
    """Fits a network, one batch a call.

    Parameters
    ----------
    network : LossyAutoencoder
        With its first weights.
    images : ndarray of uint8
        Ink from 0 to 255, of the training digits.
    recipe : Recipe
        Settings.
    seed : int
        Fixes order, binarisation and codes.
    mixed : bool
        Whether convolutions are computed in bfloat16: several times faster where the processor can do it.

    Attributes
    ----------
    averaged : LossyAutoencoder
        The network with averaged weights, which is the fit's result.
    done : int
        Batches so far.
    losses : list of float
        Mean bound of every `TOLD` batches, nats.
    seconds : float
        Processor time of all batches so far.
    """

    def __init__(
        self,
        network: LossyAutoencoder,
        images: npt.NDArray[np.uint8],
        recipe: Recipe,
        seed: int,
        *,
        mixed: bool,
    ) -> None:
        self.network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.averaged = copy.deepcopy(self.network).requires_grad_(False)
        self.recipe = recipe
        self.mixed = mixed
        self.done = 0
        self.losses: list[float] = []
        self.seconds = 0.0
        self._sum = 0.0
        self._images = torch.from_numpy(np.ascontiguousarray(images).reshape(len(images), -1))
        self._rng = torch.Generator().manual_seed(seed)
        self._seed = seed
        self._optimiser = torch.optim.Adamax(self.network.parameters(), lr=recipe.rate)
        self._order: torch.Tensor = torch.empty(0, dtype=torch.int64)

    def rate(self) -> float:
        """Learning rate of the next step."""
        past = (self.done / self.recipe.steps - self.recipe.steady) / (1 - self.recipe.steady)
        warm = min(1.0, (self.done + 1) / self.recipe.warm)
        return (
            self.recipe.rate * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, max(0.0, past)))))
        )

    def step(self) -> float:
        """Take the next batch; gives its bound in nats.

        Raises
        ------
        FloatingPointError
            If the bound is no longer finite: the training has run away.
        """
        begun = time.process_time()
        per = len(self._images) // self.recipe.batch
        at = self.done % per
        if at == 0 or not len(self._order):
            shuffle = torch.Generator().manual_seed(self._seed * 1000 + self.done // per)
            self._order = torch.randperm(len(self._images), generator=shuffle)
        which = self._order[at * self.recipe.batch : (at + 1) * self.recipe.batch]
        x = binarised(self._images[which], self._rng)
        noise = torch.randn(len(x), self.network.latent, generator=self._rng)
        for group in self._optimiser.param_groups:
            group["lr"] = self.rate()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.mixed):
            cost = parts(self.network, x, noise)
        pixels = cost.reconstruction.mean()
        loss = pixels + free_bits(cost.kl, self.recipe.groups, self.recipe.nats)
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), _STEEPEST)
        self._optimiser.step()
        self.done += 1
        keep = min(self.recipe.averaging, self.done / (self.done + 10))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.averaged.parameters()), list(self.network.parameters()), 1 - keep)
        bound = float(-cost.log_weight.detach().mean())
        if not math.isfinite(bound):
            raise FloatingPointError("The training has run away: its loss is no longer a number.")
        self._sum += bound
        if self.done % TOLD == 0:
            self.losses.append(self._sum / TOLD)
            self._sum = 0.0
        self.seconds += time.process_time() - begun
        return bound

    def state(self) -> State:
        """Everything needed to go on later."""
        tensors = {f"network.{k}": v.clone() for k, v in self.network.state_dict().items()}
        tensors |= {f"averaged.{k}": v.clone() for k, v in self.averaged.state_dict().items()}
        for i, parameter in enumerate(self.network.parameters()):
            for key, value in self._optimiser.state.get(parameter, {}).items():
                tensors[f"adamax.{i}.{key}"] = value.clone()
        tensors["rng"] = self._rng.get_state()
        return tensors, {
            "done": self.done, "losses": list(self.losses), "sum": self._sum, "seconds": self.seconds
        }  # fmt: skip

    def restore(self, state: State) -> None:
        """Go on where `state` was taken; the trainer must have been made with the same arguments."""
        tensors, plain = state
        for prefix, network in (("network.", self.network), ("averaged.", self.averaged)):
            network.load_state_dict(
                {k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)}
            )
        parameters = list(self.network.parameters())
        self._optimiser = torch.optim.Adamax(parameters, lr=self.recipe.rate)
        for key, value in tensors.items():
            if key.startswith("adamax."):
                _, i, name = key.split(".")
                self._optimiser.state[parameters[int(i)]][name] = value.clone()
        self._rng.set_state(tensors["rng"])
        self._order = torch.empty(0, dtype=torch.int64)
        self.done = int(plain["done"])
        self.losses = [float(loss) for loss in plain["losses"]]
        self._sum, self.seconds = float(plain["sum"]), float(plain["seconds"])
