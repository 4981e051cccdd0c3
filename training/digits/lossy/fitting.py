"""Fit the shipped lossy autoencoders, each going on where it was interrupted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from assets.databases.mnist import DigitSet
from assets.errors import WeightsError
from models.digits.entry import Entry
from models.digits.lossy.bound import Bounds, bounds
from models.digits.lossy.catalogue import ALL, BEST
from models.digits.lossy.network import LossyAutoencoder
from models.digits.store import DigitCard, digit_kind
from models.weights.kind import Trained
from training.digits.fits.rounding import rounded
from training.digits.lossy.trainer import TOLD, LossyTrainer, Recipe, binarised
from training.engine.checkpoint import SECONDS, Keeper
from training.engine.compute import versions

FITTED = 55_000
"""Training digits that are fitted; the others are held out, and every choice was made on them."""

LONG = Recipe(steps=16_000)
"""Of the one that is fitted from scratch."""

NARROWED = Recipe(steps=3_000, warm=50)
"""Of the others, which begin with its weights."""

Fitted = Trained[LossyAutoencoder, DigitCard]


def fit_lossy(
    entry: Entry,
    digits: DigitSet,
    out: Path,
    *,
    begin: LossyAutoencoder | None = None,
    recipe: Recipe,
    seed: int,
    fresh: bool,
    say: Callable[[str], None],
    mixed: bool,
) -> Fitted:
    """Fit a model, or take it as it is where it is already fitted with this seed and recipe.

    Parameters
    ----------
    entry : Entry
        One of `models.digits.lossy.catalogue`.
    digits : DigitSet
        Training digits.
    out : Path
        Folder of its weights; what a fit keeps of itself goes into ``checkpoints`` in there.
    begin : LossyAutoencoder, optional
        A fitted one whose weights it begins with; by chance where not given.
    recipe : Recipe
        Settings.
    seed : int
        Fixes first weights, order, binarisation and codes.
    fresh : bool
        Begin anew, whatever is there.
    say : callable
        Told how far it has come.
    mixed : bool
        As for `LossyTrainer`.

    Returns
    -------
    Trained
        Weights rounded as they are stored.

    Raises
    ------
    FloatingPointError
        If the training runs away.
    OSError
        If a file cannot be written.
    """
    path = out / f"{entry.name}.safetensors"
    if not fresh and (done := _found(entry, path, recipe, seed)) is not None:
        return done
    images = digits.images[: min(FITTED, len(digits))]
    torch.manual_seed(seed)
    network = entry.build()
    assert isinstance(network, LossyAutoencoder)
    if begin is not None:
        network.load_state_dict(narrowed(begin, network))
    trainer = LossyTrainer(network, images, recipe, seed, mixed=mixed)
    kept = out / "checkpoints" / path.name
    kept.parent.mkdir(parents=True, exist_ok=True)
    keeper = Keeper(kept, {"model": entry.name, "seed": seed, "images": len(images), **_said(recipe)})
    if fresh:
        keeper.forget()
    keeper.resume(trainer.state, trainer.restore)
    while trainer.done < recipe.steps:
        trainer.step()
        if trainer.done % TOLD == 0:
            told = f"{entry.name}: {trainer.done} of {recipe.steps} steps, bound {trainer.losses[-1]:.2f}"
            if len(digits) > FITTED:
                found = _held_out(trainer, digits.images[FITTED:], mixed)
                told += f"; held out {found.elbo:.2f}, of it {found.kl:.2f} in the code"
            say(f"{told}; {trainer.seconds:.0f} s of processor time")
        if keeper.due:
            keeper.save(trainer.state())
    done = finished(entry, trainer, path, seed, images)
    keeper.forget()
    return done


def fit_shipped(
    digits: DigitSet, out: Path, *, seed: int, fresh: bool, say: Callable[[str], None]
) -> dict[str, Fitted]:
    """Fit those that ship, the one that sees most first; by name, and each as by `fit_lossy`."""
    done: dict[str, Fitted] = {}
    for entry in (BEST, *(e for e in ALL if e is not BEST)):
        done[entry.name] = fit_lossy(
            entry, digits, out,
            begin=done[BEST.name].network if done else None,
            recipe=NARROWED if done else LONG,
            seed=seed, fresh=fresh, say=say, mixed=fast_in_bfloat16(),
        )  # fmt: skip
    return done


def fast_in_bfloat16() -> bool:
    """Whether the processor computes in bfloat16 itself."""
    return bool(torch.cpu.get_capabilities().get("avx512_bf16", False))


def finished(
    entry: Entry, trainer: LossyTrainer, path: Path, seed: int, images: npt.NDArray[np.uint8]
) -> Fitted:
    """Round a fit's averaged weights to what is stored, and write them."""
    grey = bool(((images > 0) & (images < 255)).any())
    network = trainer.averaged.to(memory_format=torch.contiguous_format).eval()
    rounded(network)
    card = DigitCard(
        seed=seed,
        epochs=trainer.done * trainer.recipe.batch // len(images),
        train_loss=tuple(trainer.losses),
        data=f"MNIST, {len(images)} training digits, binarised {'anew each time' if grey else 'once'}",
        recipe={**_said(trainer.recipe), "train_loss": f"mean bound of each {TOLD} batches"},
        versions=versions(),
        metrics={SECONDS: float(round(trainer.seconds))},
    )
    trained = Trained(network, card)
    digit_kind(entry).save(path, trained)
    return trained


def narrowed(wide: LossyAutoencoder, network: LossyAutoencoder) -> dict[str, torch.Tensor]:
    """Give the weights of a model as far as one of less reach has them: of a 3 x 3 window its middle.

    Raises
    ------
    ValueError
        If the networks differ in more than their reach, or the second sees more.
    """
    if network.reach > wide.reach:
        raise ValueError(f"a reach of {network.reach} cannot be begun with one of {wide.reach}.")
    given, weights = wide.state_dict(), {}
    for name, value in network.state_dict().items():
        weight = given[name]
        if weight.ndim == 4 and weight.shape[2:] == (3, 3) and value.shape[2:] == (1, 1):
            weight = weight[:, :, 1:2, 1:2]
        if weight.shape != value.shape:
            raise ValueError(f"the networks differ in {name}, not in their reach alone.")
        weights[name] = weight
    return weights


def _found(entry: Entry, path: Path, recipe: Recipe, seed: int) -> Fitted | None:
    try:
        done = digit_kind(entry).load(path)
    except WeightsError:
        return None
    network, card = done.network, done.card
    assert isinstance(network, LossyAutoencoder)
    same = card.seed == seed and _said(recipe).items() <= card.recipe.items()
    return Trained(network, card) if same else None


def _said(recipe: Recipe) -> dict[str, str]:
    return {name: str(value) for name, value in asdict(recipe).items()}


def _held_out(trainer: LossyTrainer, images: npt.NDArray[np.uint8], mixed: bool) -> Bounds:
    """Measure the averaged weights on a thousand digits that are not fitted."""
    some = torch.from_numpy(images[:1000].reshape(-1, 784).copy())
    x = binarised(some, torch.Generator().manual_seed(0))
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=mixed):
        return bounds(trainer.averaged, x, torch.Generator().manual_seed(0), samples=1)
