"""The beat-wise detector's weights file: the beat autoencoder, and how the verdicts are weighed.

Read strictly: a file is refused, in one sentence, unless its kind, architecture, front end and every tensor's
name, shape and type are the expected ones.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from assets.errors import WeightsError
from models.beat_autoencoder import BeatAutoencoder, BeatAutoencoderConfig
from models.beats import COMPONENTS
from models.frontend import FRONTEND_ID

MAX_BYTES = 4 * 2**20
"""A weights file is no larger than this; a larger one is refused before it is opened."""

MEASURES = ("distance", "unlikeness", "error", "forecast", "reconstruction")
"""What is measured of a beat and judged against the patient's own usual."""

_KEY = "ecg-monitor"
_KIND = "beats"
_ARCHITECTURE = "beat-autoencoder-1"


@dataclass(frozen=True)
class Weighing:
    """How the measures of a beat are put together; few numbers, chosen on DS1, as it is and with noise added.

    Attributes
    ----------
    unlikeness, widening : float
        Weights of the correlation and of the QRS width within the template's verdict; the distance's is 1.
    autoencoder, forecast, reconstruction : float
        Weights of these verdicts in the score; the template's is 1.
    noise, noise_lately : float
        How much of the noise in the beat, and of the greatest in the latest beats, is taken off the score.
    saturation : float
        The distance above the usual counts no further than this: an artefact can be any distance away.
    """

    unlikeness: float = 1.5
    widening: float = 1.0
    autoencoder: float = 0.3
    forecast: float = 0.2
    reconstruction: float = 0.0
    noise: float = 0.5
    noise_lately: float = 0.2
    saturation: float = 1.5


@dataclass(frozen=True)
class BeatCard:
    """What a weights file says of itself.

    Attributes
    ----------
    weighing : Weighing
        How the score is made.
    usual : mapping of str to float
        The usual level of each of `MEASURES`, for a patient not known yet.
    level : mapping of str to float
        Level of each of `COMPONENTS` that normal beats pass about once a minute: the unit of the verdicts.
    threshold : float
        Score (before it is divided by this) at which to alert.
    premature : float
        Share by which a beat must be premature for an alert.
    records : tuple of str
        Records whose normal beats it was fitted on; the levels and the threshold come from the same patients,
        each scored by a network fitted without it.
    seed : int
        Seed of the fit.
    steps : int
        Batches of the fit.
    versions : mapping of str to str
        Versions of the libraries that fitted it.
    metrics : mapping of str to float
        Figures measured on patients that were left out of the fit.
    frontend : str
        Front end it was fitted behind.
    """

    weighing: Weighing
    usual: Mapping[str, float]
    level: Mapping[str, float]
    threshold: float
    premature: float
    records: tuple[str, ...] = ()
    seed: int = 0
    steps: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)
    metrics: Mapping[str, float] = field(default_factory=dict)
    frontend: str = FRONTEND_ID

    def __post_init__(self) -> None:
        if set(self.usual) != set(MEASURES) or set(self.level) != set(COMPONENTS):
            raise ValueError("the card's usual levels or units are not the expected ones.")
        numbers = [*asdict(self.weighing).values(), *self.usual.values()]
        if not np.isfinite(numbers).all():
            raise ValueError("the card's weights and usual levels must be finite.")
        positive = np.array([*self.level.values(), self.threshold, self.premature])
        if not (np.isfinite(positive).all() and (positive > 0).all()):
            raise ValueError("the card's levels and thresholds must be positive.")


@dataclass(frozen=True)
class TrainedBeats:
    """A beat autoencoder and its card."""

    network: BeatAutoencoder
    card: BeatCard


def save_beats(path: Path, trained: TrainedBeats) -> None:
    """Write network and card to a safetensors file; it appears whole or not at all.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    description = {
        "kind": _KIND,
        "architecture": _ARCHITECTURE,
        "config": asdict(trained.network.config),
        "card": asdict(trained.card),
    }
    state = trained.network.state_dict()
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in state.items()}
    part = path.with_name(path.name + ".part")
    try:
        save_file(tensors, part, metadata={_KEY: json.dumps(description, sort_keys=True)})
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def load_beats(path: Path) -> TrainedBeats:
    """Read a beat autoencoder with its card.

    Raises
    ------
    WeightsError
        If the file is missing, broken, too large, of another kind, front end, architecture or shape.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WeightsError(f"{path} is larger than any weights file ({MAX_BYTES >> 20} MB).")
        with safe_open(path, framework="pt") as file:
            text = (file.metadata() or {}).get(_KEY)
            tensors = {name: file.get_tensor(name) for name in file.keys()}
    except FileNotFoundError:
        raise WeightsError(f"There is no weights file {path}.") from None
    except WeightsError:
        raise
    except (SafetensorError, OSError, ValueError, RuntimeError) as error:
        raise WeightsError(f"{path} is not a readable safetensors file ({error}).") from None
    try:
        description = json.loads(text or "")
    except (ValueError, RecursionError):
        description = None
    if not isinstance(description, dict):
        raise WeightsError(f"{path} does not say which model it holds.")
    if description.get("kind") != _KIND:
        raise WeightsError(f"{path} holds a model of kind {description.get('kind')!r}, not {_KIND!r}.")
    if description.get("architecture") != _ARCHITECTURE:
        raise WeightsError(
            f"{path} has the architecture {description.get('architecture')!r}, "
            f"but this version reads {_ARCHITECTURE!r}."
        )
    network = BeatAutoencoder(_config(path, description))
    _fill(path, network, tensors)
    return TrainedBeats(network, _card(path, description))


@cache
def shipped_beats() -> TrainedBeats:
    """Give the beat autoencoder that ships with the program, read once.

    Raises
    ------
    WeightsError
        If its file is missing or not as it should be.
    """
    return load_beats(Path(str(resources.files("assets") / "weights" / "beats.safetensors")))


def _config(path: Path, description: dict[str, Any]) -> BeatAutoencoderConfig:
    given, usual = description.get("config"), BeatAutoencoderConfig()
    if not isinstance(given, dict) or set(given) != {f.name for f in fields(usual)}:
        raise WeightsError(f"{path} has not the settings that this version's models have.")
    for name, value in given.items():
        if type(value) is not type(getattr(usual, name)):
            raise WeightsError(f"{path} has an unusable value for {name}.")
    try:
        return BeatAutoencoderConfig(**given)
    except ValueError as error:
        raise WeightsError(f"{path} has unusable settings: {error}") from None


def _fill(path: Path, network: BeatAutoencoder, tensors: dict[str, torch.Tensor]) -> None:
    expected = network.state_dict()
    if set(tensors) != set(expected):
        raise WeightsError(f"{path} has not the tensors of a {_ARCHITECTURE}.")
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


def _card(path: Path, description: dict[str, Any]) -> BeatCard:
    given = description.get("card")
    if not isinstance(given, dict) or set(given) != {f.name for f in fields(BeatCard)}:
        raise WeightsError(f"{path} has not the card that this version's models have.")
    if given["frontend"] != FRONTEND_ID:
        raise WeightsError(
            f"{path} was fitted behind the front end {given['frontend']!r}, "
            f"but this version has {FRONTEND_ID!r}."
        )
    try:
        if set(given["weighing"]) != {f.name for f in fields(Weighing)}:
            raise ValueError("it weighs other things than this version does.")
        return BeatCard(
            weighing=Weighing(**{str(k): float(v) for k, v in given["weighing"].items()}),
            usual={str(k): float(v) for k, v in given["usual"].items()},
            level={str(k): float(v) for k, v in given["level"].items()},
            threshold=float(given["threshold"]),
            premature=float(given["premature"]),
            records=tuple(str(r) for r in given["records"]),
            seed=int(given["seed"]),
            steps=int(given["steps"]),
            versions={str(k): str(v) for k, v in given["versions"].items()},
            metrics={str(k): float(v) for k, v in given["metrics"].items()},
        )
    except (KeyError, TypeError, AttributeError, OverflowError):
        raise WeightsError(f"{path} has an unusable card: a field is of the wrong type.") from None
    except ValueError as error:
        raise WeightsError(f"{path} has an unusable card: {str(error).splitlines()[0]}") from None
