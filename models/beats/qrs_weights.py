"""The QRS network's layout, and its weights (`models.weights.file`).

NumPy alone reads them, so that a heart rate does not wait for torch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

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

ROWS_A_STEP = 2
"""Rows of the front end (`MODEL_FS`) that one step of the network covers."""

STEM_ROWS = 8
"""Rows that the first convolution sees."""

TAPS = 3
"""Taps of each dilated convolution."""

MAX_BYTES = 2**20
"""A file of these weights is no larger than this."""

_KIND = "qrs"
_ARCHITECTURE = "qrs-tcn-1"


@dataclass(frozen=True)
class QrsConfig:
    """Layout of the network.

    Attributes
    ----------
    channels : int
        Channels of each layer, 1 to 64.
    dilations : tuple of int
        Dilation of each layer, steps, 1 to 256.
    lookahead : int
        Steps by which the output lags behind the R peak that it tells of, 0 to 30.
    """

    channels: int = 28
    dilations: tuple[int, ...] = (1, 2, 4, 8, 16, 32, 64)
    lookahead: int = 14

    def __post_init__(self) -> None:
        if not 1 <= self.channels <= 64:
            raise ValueError("channels must lie between 1 and 64.")
        if not 1 <= len(self.dilations) <= 12 or not all(1 <= d <= 256 for d in self.dilations):
            raise ValueError("dilations must be 1 to 12 numbers between 1 and 256.")
        if not 0 <= self.lookahead <= 30:
            raise ValueError("lookahead must lie between 0 and 30.")

    def shapes(self) -> dict[str, tuple[int, ...]]:
        """Name and shape of every tensor, as torch names those of `training.fits.qrs.QrsNetwork`."""
        c = self.channels
        shapes: dict[str, tuple[int, ...]] = {"stem.weight": (c, 2, STEM_ROWS), "stem.bias": (c,)}
        for i in range(len(self.dilations)):
            shapes |= {f"layers.{i}.weight": (c, c, TAPS), f"layers.{i}.bias": (c,)}
        return shapes | {"head.weight": (1, c, 1), "head.bias": (1,)}


@dataclass(frozen=True)
class QrsCard:
    """What a weights file says of itself.

    Attributes
    ----------
    records : tuple of str
        Records whose R peaks it was fitted on.
    seed, steps : int
        Seed and number of batches of the fit.
    versions : mapping of str to str
        Versions of the libraries that fitted it.
    metrics : mapping of str to float
        Figures measured at the time of the fit.
    frontend : str
        Front end it was fitted behind.
    """

    records: tuple[str, ...] = ()
    seed: int = 0
    steps: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)
    metrics: Mapping[str, float] = field(default_factory=dict)
    frontend: str = FRONTEND_ID


@dataclass(frozen=True)
class QrsWeights:
    """A fitted network: layout, tensors (float32, by the names of `QrsConfig.shapes`) and card."""

    config: QrsConfig
    tensors: Mapping[str, npt.NDArray[np.float32]]
    card: QrsCard


def save(path: Path, weights: QrsWeights) -> None:
    """Write a fitted network to a safetensors file; it appears whole or not at all.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    description = {
        "kind": _KIND,
        "architecture": _ARCHITECTURE,
        "config": asdict(weights.config),
        "card": asdict(weights.card),
    }
    tensors = {name: np.ascontiguousarray(tensor) for name, tensor in weights.tensors.items()}
    write_weights(path, tensors, description, "np")


def load(path: Path) -> QrsWeights:
    """Read a fitted network.

    Raises
    ------
    WeightsError
        If the file is missing, broken, too large, of another kind, front end, architecture or shape.
    """
    tensors, description = read_weights(path, _KIND, "np", MAX_BYTES)
    check_architecture(path, description, _ARCHITECTURE)
    config = read_config(path, description, QrsConfig)
    expected = {name: (shape, np.dtype(np.float32)) for name, shape in config.shapes().items()}
    check_tensors(path, tensors, expected, _ARCHITECTURE)
    return QrsWeights(config, tensors, _card(path, description))


@cache
def shipped() -> QrsWeights:
    """Give the network that ships with the program, read once.

    Raises
    ------
    WeightsError
        If its file is missing or not as it should be.
    """
    return load(Path(str(resources.files("assets") / "weights" / "qrs.safetensors")))


def _card(path: Path, description: dict[str, Any]) -> QrsCard:
    with reading_card(path, description, QrsCard) as given:
        return QrsCard(
            records=tuple(str(r) for r in given["records"]), steps=int(given["steps"]), **history(given)
        )
