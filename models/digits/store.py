"""Weights of the digit networks in and out (`models.weights.file`), of eight bits a weight.

A matrix is stored as whole numbers from -127 to 127 with a scale a row in half precision, everything else in
half precision. That keeps the files small; the figures on a card were measured on the weights as stored.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import nn

from assets.errors import WeightsError
from models.digits.entry import Entry
from models.weights.file import check_architecture, check_tensors, history, read_weights, write_weights

MAX_BYTES = 2 * 2**20
"""A digit network's file is no larger than this; a larger one is refused before it is opened."""

_KIND = "digits"
_PRECISION = "int8, a float16 scale a row"
_SCALE = ".scale"
_MOST = 127
_LEAST_SCALE = 2.0**-14  # the smallest half that keeps all its digits


@dataclass(frozen=True)
class DigitCard:
    """What a digit network's file says of its training.

    Attributes
    ----------
    seed : int
        Seed of the fit.
    epochs : int
        Passes over the training digits.
    train_loss : tuple of float
        Mean loss of each pass.
    data : str
        What it was fitted on.
    recipe : mapping of str to str
        Settings of the fit, for a reader.
    versions : mapping of str to str
        Versions of the libraries that fitted it.
    metrics : mapping of str to float
        Figures measured on the test digits.
    """

    seed: int = 0
    epochs: int = 0
    train_loss: tuple[float, ...] = ()
    data: str = "MNIST, 60 000 training digits"
    recipe: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    metrics: Mapping[str, float] = field(default_factory=dict)


def rounded(network: nn.Module) -> None:
    """Round the weights of a network to what is stored, in place; once more changes nothing."""
    with torch.no_grad():
        for name, value in network.state_dict().items():
            # By way of half precision, in which each scale and each vector is.
            value.copy_(_unpacked(_packed(name, value.half().float()), name))


def _packed(name: str, value: torch.Tensor) -> dict[str, torch.Tensor]:
    """What is stored of a tensor."""
    if value.ndim < 2:
        return {name: value.detach().half().contiguous()}
    rows = value.detach().reshape(len(value), -1)
    scale = (rows.abs().amax(1) / _MOST).half().clamp(min=_LEAST_SCALE)
    whole = (rows / scale.float()[:, None]).round().clamp(-_MOST, _MOST).to(torch.int8)
    return {name: whole.reshape(value.shape), name + _SCALE: scale}


def _layout(name: str, value: torch.Tensor) -> dict[str, tuple[tuple[int, ...], torch.dtype]]:
    """Shapes and types of what is stored of a tensor."""
    shape = tuple(value.shape)
    if value.ndim < 2:
        return {name: (shape, torch.float16)}
    return {name: (shape, torch.int8), name + _SCALE: (shape[:1], torch.float16)}


def _unpacked(stored: Mapping[str, torch.Tensor], name: str) -> torch.Tensor:
    """Give the tensor of which that is stored, in single precision."""
    value = stored[name].float()
    if name + _SCALE not in stored:
        return value
    return value * stored[name + _SCALE].float().reshape(-1, *[1] * (value.ndim - 1))


def write_network(path: Path, entry: Entry, network: nn.Module, card: DigitCard) -> None:
    """Write a network, its weights `rounded`, and its card; the file appears whole or not at all.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    description = {
        "kind": _KIND,
        "name": entry.name,
        "architecture": entry.architecture,
        "precision": _PRECISION,
        "config": entry.settings,
        "card": asdict(card),
    }
    tensors = {k: v for name, value in network.state_dict().items() for k, v in _packed(name, value).items()}
    write_weights(path, tensors, description, "pt")


def read_network(path: Path, entry: Entry) -> tuple[nn.Module, DigitCard]:
    """Read the network of an entry, in evaluation mode, and its card.

    Raises
    ------
    WeightsError
        If the file is missing, broken, too large, of another model, or has other tensors.
    """
    tensors, description = read_weights(path, _KIND, "pt", MAX_BYTES)
    card = _described(path, entry, description)
    network = entry.build()
    own = network.state_dict()
    expected = {k: v for name, value in own.items() for k, v in _layout(name, value).items()}
    check_tensors(path, tensors, expected, entry.architecture)
    network.load_state_dict({name: _unpacked(tensors, name) for name in own}, strict=True)
    network.eval().requires_grad_(False)
    return network, card


def _described(path: Path, entry: Entry, given: Mapping[str, Any]) -> DigitCard:
    """The card, if the file describes itself as the entry's."""
    if given.get("name") != entry.name:
        raise WeightsError(f"{path} holds {given.get('name')!r}, not the digit model {entry.name!r}.")
    check_architecture(path, given, entry.architecture)
    if given.get("precision") != _PRECISION:
        raise WeightsError(
            f"{path} has weights as {given.get('precision')!r}, but this version reads {_PRECISION!r}."
        )
    if given.get("config") != json.loads(json.dumps(entry.settings)):
        raise WeightsError(f"{path} has not the settings that this version's {entry.name!r} has.")
    return _card(path, given.get("card"))


def _card(path: Path, given: Any) -> DigitCard:
    try:
        card = DigitCard(
            epochs=int(given["epochs"]),
            train_loss=tuple(float(loss) for loss in given["train_loss"]),
            data=str(given["data"]),
            recipe={str(k): str(v) for k, v in given["recipe"].items()},
            **history(given),
        )
        if not all(math.isfinite(v) for v in (*card.train_loss, *card.metrics.values())):
            raise ValueError("a figure is not finite.")
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise WeightsError(f"{path} has an unusable card: {error}") from None
    return card
