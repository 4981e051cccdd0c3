"""Networks of NumPy alone: their tensors as arrays, so that nobody waits for torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from models.weights.file import Layout


class Shaped(Protocol):
    """Settings of a network that say which tensors it has."""

    def shapes(self) -> dict[str, tuple[int, ...]]:
        """Name and shape of every tensor."""


Config = TypeVar("Config", bound=Shaped)


@dataclass
class ArrayNetwork(Generic[Config]):
    """A network as NumPy sees it.

    Attributes
    ----------
    config : Shaped
        Its layout.
    tensors : mapping of str to array of float32
        By the names of `Shaped.shapes`.
    """

    config: Config
    tensors: Mapping[str, npt.NDArray[np.float32]] = field(default_factory=dict)


class Arrays:
    """How the tensors of an `ArrayNetwork` are stored: each as it is."""

    def stored(self, network: ArrayNetwork[Any]) -> dict[str, npt.NDArray[np.float32]]:
        """Give them, contiguous."""
        return {name: np.ascontiguousarray(tensor) for name, tensor in network.tensors.items()}

    def layout(self, network: ArrayNetwork[Any]) -> Layout:
        """Give their shapes and types."""
        return {name: (shape, np.dtype(np.float32)) for name, shape in network.config.shapes().items()}

    def fill(self, network: ArrayNetwork[Any], stored: Mapping[str, npt.NDArray[np.float32]]) -> None:
        """Put them into the network."""
        network.tensors = dict(stored)


ARRAYS = Arrays()
