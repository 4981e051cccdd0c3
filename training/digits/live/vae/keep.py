"""Keep the net that somebody trains, so that it can be used as the shipped ones are."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save

from assets.databases.mnist import Mnist
from assets.write import write_bytes
from models.digits.model import DigitModel
from models.digits.own import own_entry, own_paths
from models.digits.store import DigitCard, digit_kind
from models.weights.kind import Trained
from training.digits.fits.rounding import rounded
from training.digits.fits.vae_trainer import VaeTrainer
from training.engine.compute import versions


def keep(trainer: VaeTrainer, mnist: Mnist, folder: Path, name: str) -> None:
    """Write the weights, rounded as the shipped ones are, where they put the test digits, and the errors.

    Parameters
    ----------
    trainer : VaeTrainer
        Of the course's network; it goes on as if nothing had been kept.
    mnist : Mnist
        Its training and test digits.
    folder : Path
        Where to.
    name : str
        As in the files.

    Raises
    ------
    OSError
        If a file cannot be written.
    """
    network = copy.deepcopy(trainer.network)
    rounded(network)
    card = DigitCard(
        seed=trainer.seed,
        epochs=trainer.epochs_done,
        train_loss=tuple(trainer.train_loss),
        data=f"MNIST, {len(mnist.train)} training digits",
        recipe={"beta at the end": f"{trainer.beta:g}"},
        versions=versions(),
    )
    kept = own_entry(name)
    weights, codes = own_paths(folder, name)
    digit_kind(kept).save(weights, Trained(network, card))
    model, x = DigitModel(kept, network, card), mnist.test.pixels()
    mean, std = model.cloud(x)
    arrays: dict[str, npt.NDArray[Any]] = {
        "labels": mnist.test.labels.copy(),
        f"{name}.mean": mean.astype(np.float16),
        f"{name}.std": std.astype(np.float16),
        f"{name}.error": model.errors(x),
    }
    write_bytes(codes, save(arrays, metadata={"ecg-monitor": "codes of the MNIST test digits"}))
