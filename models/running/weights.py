"""Weights of the forecaster and of the autoencoder in and out (`models.weights.file`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from torch import nn

from models.running.autoencoder import Autoencoder, AutoencoderConfig
from models.running.forecaster import Forecaster, ForecasterConfig
from models.signal.baseline import ScorePrior
from models.signal.frontend import FRONTEND_ID
from models.weights.file import (
    check_architecture,
    check_tensors,
    history,
    read_config,
    read_weights,
    reading_card,
    write_weights,
)


@dataclass(frozen=True)
class Card:
    """What a weights file says of itself.

    Attributes
    ----------
    threshold : float
        Score (above the patient's baseline) at which to alert, nats.
    prior : ScorePrior
        Distribution of the score's peaks over normal rhythm, where a new patient starts from.
    records : tuple of str
        Records whose normal beats it was fitted on.
    validation_records : tuple of str
        Records of other patients, on which the epoch was selected and the threshold set.
    seed : int
        Seed of the fit.
    epochs : int
        Passes of the fit.
    versions : mapping of str to str
        Versions of the libraries that fitted it.
    metrics : mapping of str to float
        Figures measured on `validation_records`.
    frontend : str
        Front end it was fitted behind.
    """

    threshold: float
    prior: ScorePrior
    records: tuple[str, ...] = ()
    validation_records: tuple[str, ...] = ()
    seed: int = 0
    epochs: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)
    metrics: Mapping[str, float] = field(default_factory=dict)
    frontend: str = FRONTEND_ID


@dataclass(frozen=True)
class TrainedForecaster:
    """A forecaster and its card."""

    network: Forecaster
    card: Card


@dataclass(frozen=True)
class TrainedAutoencoder:
    """An autoencoder and its card."""

    network: Autoencoder
    card: Card


def save(path: Path, trained: TrainedForecaster | TrainedAutoencoder) -> None:
    """Write network and card to a safetensors file; it appears whole or not at all.

    Parameters
    ----------
    path : Path
        Where to; its folder must exist.
    trained : TrainedForecaster or TrainedAutoencoder
        What to write.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    network = trained.network
    kind = "forecaster" if isinstance(trained, TrainedForecaster) else "autoencoder"
    description = {
        "kind": kind,
        "architecture": _architecture(network),
        "config": asdict(network.config),
        "card": asdict(trained.card),
    }
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in network.state_dict().items()}
    write_weights(path, tensors, description, "pt")


def load_forecaster(path: Path) -> TrainedForecaster:
    """Read a forecaster.

    Raises
    ------
    WeightsError
        If the file is missing, broken, too large, of another kind, front end, architecture or shape.
    """
    tensors, description = read_weights(path, "forecaster", "pt")
    network = Forecaster(read_config(path, description, ForecasterConfig))
    _fill(path, network, tensors, description)
    return TrainedForecaster(network, _card(path, description))


def load_autoencoder(path: Path) -> TrainedAutoencoder:
    """Read an autoencoder.

    Raises
    ------
    WeightsError
        If the file is missing, broken, too large, of another kind, front end, architecture or shape.
    """
    tensors, description = read_weights(path, "autoencoder", "pt")
    network = Autoencoder(read_config(path, description, AutoencoderConfig))
    _fill(path, network, tensors, description)
    return TrainedAutoencoder(network, _card(path, description))


def shipped_path(kind: str) -> Path:
    """Path of the weights that ship with the program (`kind` is ``forecaster`` or ``autoencoder``)."""
    return Path(str(resources.files("assets") / "weights" / f"{kind}.safetensors"))


@cache
def shipped_forecaster() -> TrainedForecaster:
    """Give the forecaster that ships with the program, read once.

    Raises
    ------
    WeightsError
        If its file is missing or not as it should be.
    """
    return load_forecaster(shipped_path("forecaster"))


@cache
def shipped_autoencoder() -> TrainedAutoencoder:
    """Give the autoencoder that ships with the program, read once.

    Raises
    ------
    WeightsError
        If its file is missing or not as it should be.
    """
    return load_autoencoder(shipped_path("autoencoder"))


def _architecture(network: nn.Module) -> str:
    """Name of the network's layout; raise the number whenever a layout changes."""
    return f"{type(network).__name__.lower()}-1"


def _fill(path: Path, network: nn.Module, tensors: dict[str, Any], description: dict[str, Any]) -> None:
    """Put the tensors into the network, if every one is as it should be."""
    architecture = _architecture(network)
    check_architecture(path, description, architecture)
    expected = {name: (tuple(t.shape), t.dtype) for name, t in network.state_dict().items()}
    check_tensors(path, tensors, expected, architecture)
    network.load_state_dict(tensors, strict=True)
    network.eval()


def _card(path: Path, description: dict[str, Any]) -> Card:
    """The card, checked as far as the program relies on it."""
    with reading_card(path, description, Card) as given:
        prior = ScorePrior(
            float(given["prior"]["low"]),
            float(given["prior"]["high"]),
            tuple(float(d) for d in given["prior"]["density"]),
        )
        threshold = float(given["threshold"])
        if not (np.isfinite(threshold) and threshold > 0):
            raise ValueError("the threshold is not positive.")
        return Card(
            threshold=threshold,
            prior=prior,
            records=tuple(str(r) for r in given["records"]),
            validation_records=tuple(str(r) for r in given["validation_records"]),
            epochs=int(given["epochs"]),
            **history(given),
        )
