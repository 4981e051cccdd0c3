"""Weights of the digit networks, of eight bits a weight: what their card says, and their kinds.

A matrix is stored as whole numbers from -127 to 127 with a scale a row in half precision, everything else in
half precision. That keeps the files small; the figures on a card were measured on the weights as stored.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import nn

from assets.errors import WeightsError
from assets.phrase import phrase
from models.digits.entry import Entry
from models.weights.file import Layout, history
from models.weights.kind import Description, Kind

MAX_BYTES = 2 * 2**20
"""A digit network's file is no larger than this; a larger one is refused before it is opened."""

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


class EightBits:
    """How the tensors are stored: of a tensor that was not rounded to this before, what is near it."""

    def stored(self, network: nn.Module) -> dict[str, torch.Tensor]:
        """Give whole numbers and scales, or half precision."""
        return {k: v for name, value in network.state_dict().items() for k, v in _packed(name, value).items()}

    def layout(self, network: nn.Module) -> Layout:
        """Give their shapes and types."""
        return {k: v for name, value in network.state_dict().items() for k, v in _layout(name, value).items()}

    def fill(self, network: nn.Module, stored: Mapping[str, torch.Tensor]) -> None:
        """Load them in single precision; the network evaluates from then on, without gradients."""
        network.load_state_dict({name: _unpacked(stored, name) for name in network.state_dict()}, strict=True)
        network.eval().requires_grad_(False)


@functools.cache
def digit_kind(entry: Entry) -> Kind[nn.Module, DigitCard]:
    """Give the kind of weights of a digit model; the settings of its network are part of its entry."""

    def check(path: Path, given: Description) -> None:
        if given.get("name") != entry.name:
            raise WeightsError(
                phrase(
                    "{path} holds {found!r}, not the digit model {name!r}.",
                    path=path,
                    found=given.get("name"),
                    name=entry.name,
                )
            )
        if given.get("precision") != _PRECISION:
            raise WeightsError(
                phrase(
                    "{path} has weights as {found!r}, but this version reads {wanted!r}.",
                    path=path,
                    found=given.get("precision"),
                    wanted=_PRECISION,
                )
            )

    def settings(path: Path, given: Description) -> None:
        if given.get("config") != json.loads(json.dumps(entry.settings)):
            raise WeightsError(
                phrase(
                    "{path} has not the settings that this version's {name!r} has.",
                    path=path,
                    name=entry.name,
                )
            )

    return Kind(
        name="digits",
        architecture=entry.architecture,
        make=lambda _: entry.build(),
        settings=settings,
        card=_card,
        shipped_file=entry.path,
        describe=lambda _: {"name": entry.name, "precision": _PRECISION, "config": entry.settings},
        check=check,
        tensors=EightBits(),
        max_bytes=MAX_BYTES,
    )


def _card(path: Path, description: Description) -> DigitCard:
    try:
        given = description["card"]
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
        raise WeightsError(phrase("{path} has an unusable card: {error}", path=path, error=error)) from None
    return card
