"""Fit one digit model: go on where it was interrupted, and write it whole when it is done."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import nn

from assets.databases.mnist import DigitSet, Mnist
from assets.errors import WeightsError
from models.digits.catalogue import ENTRIES
from models.digits.entry import Entry
from models.digits.networks.pca import Pca
from models.digits.store import DigitCard, digit_kind
from models.weights.kind import Trained
from training.digits.fits.pca import fit_pca
from training.digits.fits.recipes import RECIPES
from training.digits.fits.rounding import rounded
from training.digits.fits.steps import Step
from training.engine.checkpoint import SECONDS, Keeper
from training.engine.compute import reproducible, versions

NAMES: tuple[str, ...] = ("pca", *RECIPES)
"""Everything that can be fitted, in the order of ``all``; with what is only for comparison."""

Report = Callable[[Step, int], None]
Measure = Callable[[str, nn.Module], dict[str, float]]


@dataclass(frozen=True)
class Fitted:
    """A fitted model.

    Attributes
    ----------
    entry : Entry
        What it is.
    network : Module
        With weights rounded as they are stored.
    card : DigitCard
        How it was fitted.
    path : Path
        Its file.
    seconds : float
        Time this call took.
    """

    entry: Entry
    network: nn.Module
    card: DigitCard
    path: Path
    seconds: float


def entry_of(name: str) -> Entry:
    """Entry of a model, shipped or only for comparison."""
    return ENTRIES[name] if name in ENTRIES else RECIPES[name].entry


def weights_path(out: Path, name: str) -> Path:
    """Where a fitted model goes; those only for comparison go into a folder of their own."""
    return (out if name in ENTRIES else out / "comparison") / f"{name}.safetensors"


def default_epochs(name: str, asked: int | None = None) -> int:
    """Passes of a model: as asked, but not fewer than make sense."""
    if name == "pca":
        return 0
    recipe = RECIPES[name]
    return recipe.epochs if asked is None else max(recipe.least_epochs, asked)


def fit(
    name: str,
    mnist: Mnist,
    out: Path,
    *,
    epochs: int | None = None,
    seed: int = 1,
    fresh: bool = False,
    report: Report | None = None,
    measure: Measure | None = None,
) -> Fitted:
    """Fit a model, or take it as it is where it is already fitted with this seed and these epochs.

    Parameters
    ----------
    name : str
        One of `NAMES`.
    mnist : Mnist
        The digits.
    out : Path
        Folder for the weights; made where it is missing.
    epochs : int, optional
        Passes; the recipe's where not given.
    seed : int
        Fixes everything.
    fresh : bool
        Begin anew, whatever is there.
    report : callable, optional
        Told of every step, and of the number of epochs.
    measure : callable, optional
        Gives the card's metrics of the rounded network.

    Returns
    -------
    Fitted

    Raises
    ------
    ValueError
        If there is no such model, or `epochs` or `seed` is out of range.
    FloatingPointError
        If the training runs away.
    OSError
        If a file cannot be written.
    """
    if name not in NAMES:
        raise ValueError(f"there is no digit model {name!r}.")
    if epochs is not None and epochs < 1:
        raise ValueError("epochs must be at least 1.")
    begun = time.perf_counter()
    passes = default_epochs(name, epochs)
    entry, path = entry_of(name), weights_path(out, name)
    kept = out / "checkpoints" / f"{name}.safetensors"
    path.parent.mkdir(parents=True, exist_ok=True)
    kept.parent.mkdir(parents=True, exist_ok=True)
    if fresh:
        kept.unlink(missing_ok=True)
    else:
        done = _finished(path, entry, passes, seed, mnist.train)
        if done is not None:
            return Fitted(entry, done.network, done.card, path, time.perf_counter() - begun)

    card = DigitCard(
        seed=seed, epochs=passes, data=_data(mnist.train), recipe=_recipe(entry), versions=versions()
    )
    if name == "pca":
        network: nn.Module = entry.build()
        assert isinstance(network, Pca)
        keeper = Keeper()
        fit_pca(network, mnist.train.pixels())
    else:
        recipe = RECIPES[name]
        trainer = recipe.trainer(mnist.train, passes, seed)
        identity = {
            "model": name,
            "seed": seed,
            "epochs": passes,
            "data": card.data,
            **recipe.settings,
            "threads": torch.get_num_threads(),
            "reproducible": reproducible(),
        }
        keeper = Keeper(kept, identity)
        keeper.resume(trainer.state, trainer.restore)
        while trainer.epochs_done < passes:
            step = trainer.step()
            if report is not None:
                report(step, passes)
            if step.last:
                keeper.save(trainer.state())
        network = trainer.network
        card = replace(card, train_loss=tuple(trainer.train_loss))
    seconds = float(round(keeper.seconds, 1))
    network.eval().requires_grad_(False)
    rounded(network)
    if measure is not None:
        card = replace(card, metrics=measure(name, network))
    card = replace(card, metrics={**card.metrics, SECONDS: seconds})
    digit_kind(entry).save(path, Trained(network, card))
    kept.unlink(missing_ok=True)
    return Fitted(entry, network, card, path, time.perf_counter() - begun)


def read_fitted(name: str, out: Path) -> Trained[nn.Module, DigitCard]:
    """Read a fitted model.

    Raises
    ------
    assets.errors.WeightsError
        If it is missing or not as it should be.
    """
    return digit_kind(entry_of(name)).load(weights_path(out, name))


def _finished(
    path: Path, entry: Entry, epochs: int, seed: int, digits: DigitSet
) -> Trained[nn.Module, DigitCard] | None:
    try:
        trained = digit_kind(entry).load(path)
    except WeightsError:
        return None
    card = trained.card
    same = (card.epochs, card.seed, card.data, dict(card.recipe), "instructions" in card.versions) == (
        epochs,
        seed,
        _data(digits),
        _recipe(entry),
        reproducible(),
    )
    return trained if same else None


def _recipe(entry: Entry) -> dict[str, str]:
    if entry.name == "pca":
        return {"fit": "eigenvectors of the covariance"}
    return RECIPES[entry.name].settings


def _data(digits: DigitSet) -> str:
    return f"MNIST, {len(digits)} training digits"
