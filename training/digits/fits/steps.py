"""Training one batch at a time, so that whoever drives it may watch, pause, turn a knob, or stop.

Deterministic: the weights depend on the seed, the images, the settings and the number of threads, not on when
the steps were taken. Every random number of an epoch comes from a generator of that epoch, so that a training
resumed after an epoch goes on exactly as one that was never interrupted.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from assets.phrase import phrase
from training.engine.checkpoint import State

Parts = dict[str, torch.Tensor]
Spoil = Callable[[torch.Tensor, torch.Generator], torch.Tensor]


@dataclass(frozen=True)
class Step:
    """What one batch gave.

    Attributes
    ----------
    epoch : int
        Current epoch, from 1.
    step, steps : int
        Number of this batch within the epoch, from 1, and how many there are.
    losses : mapping of str to float
        Means over the batch's images. Always has ``loss``; a variational trainer's also have
        ``reconstruction`` and ``kl``, in nats.
    """

    epoch: int
    step: int
    steps: int
    losses: Mapping[str, float]

    @property
    def last(self) -> bool:
        """Whether it completed the epoch."""
        return self.step == self.steps


class StepTrainer(ABC):
    """Fits a network by Adam, one batch a call.

    Parameters
    ----------
    network : Module
        Fitted in place.
    images : ndarray of uint8, shape (n, 28, 28) or (n, 784)
        Ink from 0 to 255.
    labels : ndarray of uint8, shape (n,), optional
        Digits, for those trainings that use them.
    batch : int
        Images a batch; the last of an epoch may be smaller.
    seed : int
        Fixes the order of the images and all noise.
    learning_rate : float
        Adam's.
    anneal_epochs : int, optional
        Over how many epochs the learning rate falls, by a cosine, to a fiftieth; constant where not given.

    Raises
    ------
    ValueError
        If there is no image, the labels do not match, or a number is out of range.
    """

    def __init__(
        self,
        network: nn.Module,
        images: npt.NDArray[np.uint8],
        labels: npt.NDArray[np.uint8] | None = None,
        *,
        batch: int = 128,
        seed: int = 0,
        learning_rate: float = 1e-3,
        anneal_epochs: int | None = None,
    ) -> None:
        if len(images) == 0:
            raise ValueError("images must not be empty.")
        if labels is not None and len(labels) != len(images):
            raise ValueError("labels must be as many as images.")
        if batch < 1:
            raise ValueError("batch must be at least 1.")
        if not 0 <= seed < 2**32:
            raise ValueError("seed must lie between 0 and 2**32 - 1.")
        self.network = network
        self.seed = seed
        self.learning_rate = learning_rate
        self.history: list[dict[str, float]] = []
        self._images = torch.from_numpy(np.array(images, dtype=np.uint8).reshape(len(images), -1))
        self._labels = None if labels is None else torch.from_numpy(labels.astype(np.int64))
        self._batch = batch
        self._anneal = anneal_epochs
        self._rng = torch.Generator()
        self._order: torch.Tensor | None = None
        self._position = 0
        self._sums: dict[str, float] = {}
        self.optimisers = self._make_optimisers()

    @property
    def epochs_done(self) -> int:
        """Number of complete epochs."""
        return len(self.history)

    @property
    def steps_per_epoch(self) -> int:
        """Number of batches in an epoch."""
        return -(-len(self._images) // self._batch)

    @property
    def train_loss(self) -> list[float]:
        """Mean loss over the images, one a complete epoch, as it was while the epoch went on."""
        return [epoch["loss"] for epoch in self.history]

    def step(self) -> Step:
        """Take the next batch, and the first of a new epoch after the last of one.

        Raises
        ------
        FloatingPointError
            If the loss is no longer finite: the training has run away.
        """
        if self._order is None:
            self._begin()
        assert self._order is not None
        which = self._order[self._position : self._position + self._batch]
        x = self._images[which].float() / 255
        labels = None if self._labels is None else self._labels[which]
        self.network.train()
        losses = {name: part.item() for name, part in self._update(x, labels).items()}
        if not all(math.isfinite(value) for value in losses.values()):
            raise FloatingPointError(phrase("The training has run away: its loss is no longer a number."))
        for name, value in losses.items():
            self._sums[name] = self._sums.get(name, 0.0) + value * len(which)
        self._position += len(which)
        done = -(-self._position // self._batch)
        step = Step(self.epochs_done + 1, done, self.steps_per_epoch, losses)
        if self._position == len(self._order):
            self.history.append({name: total / len(self._order) for name, total in self._sums.items()})
            self._order = None
            self.network.eval()
            self._end_epoch()
        return step

    def epoch(self) -> dict[str, float]:
        """Take all batches up to the end of the current epoch, and give its mean losses."""
        while not self.step().last:
            pass
        return self.history[-1]

    def state(self) -> State:
        """Everything needed to go on later; only between two epochs.

        Raises
        ------
        RuntimeError
            If an epoch is under way.
        """
        if self._order is not None:
            raise RuntimeError("a training can be kept only between two epochs.")
        tensors = {f"network.{name}": value.clone() for name, value in self.network.state_dict().items()}
        for name, optimiser in self.optimisers.items():
            for i, parameter in enumerate(_parameters(optimiser)):
                for key, value in optimiser.state.get(parameter, {}).items():
                    tensors[f"adam.{name}.{i}.{key}"] = value.clone()
        return tensors, {"history": list(self.history)}

    def restore(self, state: State) -> None:
        """Go on where `state` was taken; the trainer must have been made with the same arguments.

        Raises
        ------
        KeyError, TypeError, ValueError, AttributeError
            If the state belongs to another training.
        """
        tensors, plain = state
        history = [{str(name): float(loss) for name, loss in epoch.items()} for epoch in plain["history"]]
        own = self.network.state_dict()
        weights = {k.removeprefix("network."): v for k, v in tensors.items() if k.startswith("network.")}
        if {k: v.shape for k, v in own.items()} != {k: v.shape for k, v in weights.items()}:
            raise ValueError("the kept state belongs to another network.")
        self.history = history
        self.optimisers = self._make_optimisers()
        self.network.load_state_dict(weights)
        states: dict[tuple[str, int], dict[str, Any]] = {}
        for key, value in tensors.items():
            if key.startswith("adam."):
                _, name, i, part = key.split(".")
                states.setdefault((name, int(i)), {})[part] = value.clone()
        for (name, number), kept in states.items():
            if name not in self.optimisers or number >= len(_parameters(self.optimisers[name])):
                raise ValueError("the kept state belongs to another training.")
            parameter = _parameters(self.optimisers[name])[number]
            if any(v.shape not in (parameter.shape, torch.Size([])) for v in kept.values()):
                raise ValueError("the kept state belongs to another training.")
            self.optimisers[name].state[parameter] = kept
        self._order = None
        self.network.eval()

    @abstractmethod
    def _update(self, x: torch.Tensor, labels: torch.Tensor | None) -> Parts:
        """Change the weights by one batch; x is (k, 784) from 0 to 1. Give the mean losses."""

    def _make_optimisers(self) -> dict[str, torch.optim.Adam]:
        """Make the optimisers of the epoch that follows the history."""
        return {"all": self._adam(self.network.parameters())}

    def _adam(self, parameters: Any, learning_rate: float | None = None) -> torch.optim.Adam:
        rate = learning_rate or self.learning_rate
        return torch.optim.Adam([{"params": list(parameters), "initial_lr": rate}], lr=rate, fused=True)

    def _minimise(self, loss: torch.Tensor, name: str = "all") -> None:
        optimiser = self.optimisers[name]
        if self._anneal is not None:
            now = self.epochs_done + self._position / len(self._images)
            fall = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, self._progress(now))))
            for group in optimiser.param_groups:
                group["lr"] = group["initial_lr"] * fall
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()

    def _progress(self, now: float) -> float:
        """How much of the fall of the learning rate is over after `now` epochs, from 0 to 1."""
        return now / self._anneal if self._anneal else 0.0

    def _end_epoch(self) -> None:  # noqa: B027  # most need nothing
        """Prepare what the next epoch needs."""

    def _begin(self) -> None:
        seeds = np.random.SeedSequence([self.seed, self.epochs_done])
        self._rng.manual_seed(int(seeds.generate_state(1, np.uint64)[0] >> 1))
        self._order = torch.randperm(len(self._images), generator=self._rng)
        self._position = 0
        self._sums = {}


def _parameters(optimiser: torch.optim.Optimizer) -> list[torch.Tensor]:
    return [parameter for group in optimiser.param_groups for parameter in group["params"]]
