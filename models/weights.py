"""Weights in and out: safetensors files that carry their own description, read strictly.

Nothing is unpickled. A file is refused, in one sentence, unless its kind, architecture, front end and every
tensor's name, shape and type are the expected ones.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import nn

from assets.errors import WeightsError
from models.autoencoder import Autoencoder, AutoencoderConfig
from models.forecaster import Forecaster, ForecasterConfig
from models.frontend import FRONTEND_ID
from models.scoring import ScorePrior

MAX_BYTES = 16 * 2**20
"""A weights file is no larger than this; a larger one is refused before it is opened."""

_KEY = "ecg-monitor"
_Config = TypeVar("_Config", ForecasterConfig, AutoencoderConfig)


@dataclass(frozen=True)
class Card:
    """What a weights file says of itself.

    Attributes
    ----------
    threshold : float
        Score (above the patient's usual level) at which to alert, nats.
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
    part = path.with_name(path.name + ".part")
    try:
        save_file(tensors, part, metadata={_KEY: json.dumps(description, sort_keys=True)})
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def load_forecaster(path: Path) -> TrainedForecaster:
    """Read a forecaster.

    Raises
    ------
    WeightsError
        If the file is missing, broken, too large, of another kind, front end, architecture or shape.
    """
    tensors, description = _read(path, "forecaster")
    network = Forecaster(_config(path, description, ForecasterConfig))
    _fill(path, network, tensors, description)
    return TrainedForecaster(network, _card(path, description))


def load_autoencoder(path: Path) -> TrainedAutoencoder:
    """Read an autoencoder.

    Raises
    ------
    WeightsError
        If the file is missing, broken, too large, of another kind, front end, architecture or shape.
    """
    tensors, description = _read(path, "autoencoder")
    network = Autoencoder(_config(path, description, AutoencoderConfig))
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


def _read(path: Path, kind: str) -> tuple[dict[str, torch.Tensor], dict[str, Any]]:
    """Tensors and description of a file of this kind."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WeightsError(f"{path} is larger than any weights file ({MAX_BYTES >> 20} MB).")
        with safe_open(path, framework="pt") as file:
            text = (file.metadata() or {}).get(_KEY)
            tensors = {name: file.get_tensor(name) for name in file.keys()}
    except FileNotFoundError:
        raise WeightsError(f"There is no weights file {path}.") from None
    except (SafetensorError, OSError, ValueError, RuntimeError) as error:
        if isinstance(error, WeightsError):
            raise
        raise WeightsError(f"{path} is not a readable safetensors file ({error}).") from None
    try:
        description = json.loads(text or "")
    except (ValueError, RecursionError):
        description = None
    if not isinstance(description, dict):
        raise WeightsError(f"{path} does not say which model it holds.")
    if description.get("kind") != kind:
        raise WeightsError(f"{path} holds a model of kind {description.get('kind')!r}, not {kind!r}.")
    return tensors, description


def _config(path: Path, description: dict[str, Any], cls: type[_Config]) -> _Config:
    """The network's configuration, each field of the default's type and within its bounds."""
    given = description.get("config")
    default = cls()
    if not isinstance(given, dict) or set(given) != {f.name for f in fields(cls)}:
        raise WeightsError(f"{path} has not the settings that this version's models have.")
    values: dict[str, Any] = {}
    for name, value in given.items():
        usual = getattr(default, name)
        if isinstance(usual, tuple):
            if not isinstance(value, list) or not all(type(v) is int for v in value):
                raise WeightsError(f"{path} has an unusable value for {name}.")
            values[name] = tuple(value)
        elif isinstance(usual, float) and type(value) in (int, float):
            values[name] = float(value)
        elif type(value) is type(usual):
            values[name] = value
        else:
            raise WeightsError(f"{path} has an unusable value for {name}.")
    try:
        return cls(**values)
    except ValueError as error:
        raise WeightsError(f"{path} has unusable settings: {error}") from None


def _fill(
    path: Path, network: nn.Module, tensors: dict[str, torch.Tensor], description: dict[str, Any]
) -> None:
    """Put the tensors into the network, if every one is as it should be."""
    if description.get("architecture") != _architecture(network):
        raise WeightsError(
            f"{path} has the architecture {description.get('architecture')!r}, "
            f"but this version reads {_architecture(network)!r}."
        )
    expected = network.state_dict()
    if set(tensors) != set(expected):
        raise WeightsError(f"{path} has not the tensors of a {_architecture(network)}.")
    for name, tensor in tensors.items():
        if tensor.shape != expected[name].shape or tensor.dtype != expected[name].dtype:
            raise WeightsError(
                f"{path} has {name} as {tuple(tensor.shape)} {tensor.dtype}, "
                f"not {tuple(expected[name].shape)} {expected[name].dtype}."
            )
        if not bool(torch.isfinite(tensor).all()):
            raise WeightsError(f"{path} has values in {name} that are not finite.")
    network.load_state_dict(tensors, strict=True)
    network.eval()


def _card(path: Path, description: dict[str, Any]) -> Card:
    """The card, checked as far as the program relies on it."""
    given = description.get("card")
    if not isinstance(given, dict) or set(given) != {f.name for f in fields(Card)}:
        raise WeightsError(f"{path} has not the card that this version's models have.")
    if given["frontend"] != FRONTEND_ID:
        raise WeightsError(
            f"{path} was fitted behind the front end {given['frontend']!r}, "
            f"but this version has {FRONTEND_ID!r}."
        )
    try:
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
            seed=int(given["seed"]),
            epochs=int(given["epochs"]),
            versions={str(k): str(v) for k, v in given["versions"].items()},
            metrics={str(k): float(v) for k, v in given["metrics"].items()},
        )
    except (KeyError, TypeError, AttributeError, OverflowError):
        raise WeightsError(f"{path} has an unusable card: a field is of the wrong type.") from None
    except ValueError as error:
        raise WeightsError(f"{path} has an unusable card: {str(error).splitlines()[0]}") from None
