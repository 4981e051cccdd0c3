"""Fit the network that finds the noise in a digit's code."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import nn

from assets.databases.mnist import DigitSet
from assets.errors import WeightsError
from models.digits import catalogue
from models.digits.diffusion.denoiser import ANY_DIGIT, LatentDenoiser
from models.digits.diffusion.entries import DENOISERS
from models.digits.diffusion.schedule import linear_schedule
from models.digits.store import DigitCard, digit_kind
from models.weights.kind import Trained
from training.digits.fits.rounding import rounded
from training.engine.checkpoint import SECONDS, Keeper, State
from training.engine.compute import reproducible, versions

BATCH = 512
UPDATES = {"conv-vae-16": 6000, "vae": 1500}
"""Batches that each denoiser learns from."""

RATE = 2e-3
UNTOLD = 0.15
"""Share of the codes of which it is not told what they show."""

AVERAGING = 0.999
"""How much of the running mean of the weights stays at an update; the mean is what ships."""

TOLD_EVERY = 500


def fit_denoiser(
    model: str,
    digits: DigitSet,
    out: Path,
    *,
    seed: int = 1,
    fresh: bool = False,
    updates: int | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Trained[nn.Module, DigitCard]:
    """Fit the denoiser of an autoencoder's codes, going on where it was, or take the one that is there.

    Parameters
    ----------
    model : str
        The autoencoder, one of `models.digits.diffusion.entries.DENOISERS`; its shipped weights are used.
    digits : DigitSet
        Training digits.
    out : Path
        Folder for the weights; must exist. What a fit keeps of itself goes into ``checkpoints`` in there.
    seed : int
        Fixes everything.
    fresh : bool
        Fit anew, whatever is there.
    updates : int, optional
        Batches; `UPDATES` where not given.
    say : callable
        Told how far it is.

    Returns
    -------
    Trained
        With weights rounded as they are stored.

    Raises
    ------
    FloatingPointError
        If the training runs away.
    OSError
        If the file cannot be written.
    """
    entry = DENOISERS[model]
    kind, path = digit_kind(entry), out / f"{entry.name}.safetensors"
    updates = UPDATES[model] if updates is None else updates
    recipe = {
        "fit": f"squared error of the noise, Adam {RATE:g} falling by a cosine, batch {BATCH}, "
        f"{updates} updates, mean of the weights ({AVERAGING:g}), digit told to {1 - UNTOLD:.0%}"
    }
    data = f"codes by {model} of MNIST, {len(digits)} training digits"
    if not fresh:
        try:
            there = kind.load(path)
        except WeightsError:
            pass  # none yet, or of another version: it is fitted now
        else:
            if (there.card.seed, dict(there.card.recipe), there.card.data) == (seed, recipe, data):
                return there
    torch.manual_seed(seed)
    network = entry.build()
    assert isinstance(network, LatentDenoiser)
    learner = Learner(network, *_codes(model, digits), updates, seed)
    kept = out / "checkpoints" / path.name
    kept.parent.mkdir(exist_ok=True)
    identity = {"model": entry.name, "seed": seed, "data": data, **recipe}
    keeper = Keeper(kept, {**identity, "threads": torch.get_num_threads(), "reproducible": reproducible()})
    if fresh:
        keeper.forget()
    keeper.resume(learner.state, learner.restore)
    while learner.done < updates:
        if learner.update():
            say(f"{entry.name}: {learner.done} of {updates} updates, noise found to {learner.losses[-1]:.4f}")
        if keeper.due:
            keeper.save(learner.state())
    network.load_state_dict(learner.mean.state_dict())
    network.eval().requires_grad_(False)
    rounded(network)
    epochs = math.ceil(updates * BATCH / len(digits))
    card = DigitCard(
        seed=seed,
        epochs=epochs,
        train_loss=tuple(learner.losses),
        data=data,
        recipe=recipe,
        versions=versions(),
        metrics={SECONDS: float(round(keeper.seconds, 1))},
    )
    trained = Trained[nn.Module, DigitCard](network, card)
    kind.save(path, trained)
    keeper.forget()
    return trained


def _codes(model: str, digits: DigitSet) -> tuple[torch.Tensor, torch.Tensor]:
    """Codes of all digits, and what they show."""
    codes = catalogue.load(model).encode(digits.images.astype(np.float32) / 255)
    return torch.from_numpy(codes), torch.from_numpy(digits.labels.astype(np.int64))


class Learner:
    """The fit in progress, one batch an update.

    Parameters
    ----------
    network : LatentDenoiser
        Fitted; the running mean of its weights is `mean`.
    codes : Tensor, shape (n, latent)
        Codes of digits.
    labels : Tensor of int64, shape (n,)
        What they show.
    updates : int
        Batches in all.
    seed : int
        Of batches, steps, noise, and of which codes are told.
    """

    def __init__(
        self, network: LatentDenoiser, codes: torch.Tensor, labels: torch.Tensor, updates: int, seed: int
    ) -> None:
        network.centre.copy_(codes.mean(0))
        network.spread.copy_(codes.std(0))
        self.network, self.mean = network, copy.deepcopy(network)
        self.updates, self.done = updates, 0
        self.losses: list[float] = []
        self._clean, self._labels = (codes - network.centre) / network.spread, labels
        self._schedule = linear_schedule()
        self._rng = torch.Generator().manual_seed(seed)
        self._optimiser = torch.optim.Adam(network.parameters(), lr=RATE, fused=True)
        self._fall = torch.optim.lr_scheduler.CosineAnnealingLR(self._optimiser, updates)
        self._told = 0.0

    def update(self) -> bool:
        """Learn from one batch; True where a mean loss was added to `losses`.

        Raises
        ------
        FloatingPointError
            If the training has run away.
        """
        self.done += 1
        which = torch.randint(len(self._clean), (BATCH,), generator=self._rng)
        t = torch.randint(1, self._schedule.steps + 1, (BATCH,), generator=self._rng)
        noise = torch.randn(BATCH, self.network.latent, generator=self._rng)
        hidden = torch.rand(BATCH, generator=self._rng) < UNTOLD
        seen = self._labels[which].masked_fill(hidden, ANY_DIGIT)
        noised = self._schedule.noised(self._clean[which], t, noise)
        loss = (self.network(noised, t, seen) - noise).square().mean()
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self._optimiser.step()
        self._fall.step()
        keep = min(AVERAGING, self.done / (self.done + 10))
        with torch.no_grad():
            for kept, now in zip(self.mean.parameters(), self.network.parameters(), strict=True):
                kept.lerp_(now, 1 - keep)
        self._told += loss.item()
        if self.done % TOLD_EVERY and self.done != self.updates:
            return False
        self.losses.append(self._told / ((self.done - 1) % TOLD_EVERY + 1))
        if not math.isfinite(self._told):
            raise FloatingPointError(f"the fit of {type(self.network).__name__} has run away.")
        self._told = 0.0
        return True

    def state(self) -> State:
        """Everything needed to go on later."""
        tensors = {f"network.{k}": v.clone() for k, v in self.network.state_dict().items()}
        tensors |= {f"mean.{k}": v.clone() for k, v in self.mean.state_dict().items()}
        for i, parameter in enumerate(self.network.parameters()):
            for key, value in self._optimiser.state.get(parameter, {}).items():
                tensors[f"adam.{i}.{key}"] = value.clone()
        tensors["rng"] = self._rng.get_state()
        rates = [group["lr"] for group in self._optimiser.param_groups]
        return tensors, {
            "done": self.done, "losses": list(self.losses), "told": self._told,
            "rates": rates, "fall": self._fall.state_dict(),
        }  # fmt: skip

    def restore(self, state: State) -> None:
        """Go on where `state` was taken; the learner must have been made with the same arguments."""
        tensors, plain = state
        for prefix, network in (("network.", self.network), ("mean.", self.mean)):
            network.load_state_dict(
                {k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)}
            )
        parameters = list(self.network.parameters())
        self._optimiser.state.clear()
        for key, value in tensors.items():
            if key.startswith("adam."):
                _, i, name = key.split(".")
                self._optimiser.state[parameters[int(i)]][name] = value.clone()
        for group, rate in zip(self._optimiser.param_groups, plain["rates"], strict=True):
            group["lr"] = float(rate)
        self._fall.load_state_dict(plain["fall"])
        self._rng.set_state(tensors["rng"])
        self.done, self._told = int(plain["done"]), float(plain["told"])
        self.losses = [float(loss) for loss in plain["losses"]]
