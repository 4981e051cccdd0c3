"""A kind of weights: what its files hold. Those of all kinds are written and read in one way."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, Protocol, TypeVar

from models.weights.file import (
    MAX_BYTES,
    Framework,
    Layout,
    check_architecture,
    check_tensors,
    read_config,
    read_weights,
    reading_card,
    write_weights,
)

Description = Mapping[str, Any]
"""What a file says of itself, as `models.weights.file.read_weights` gives it."""

Network = TypeVar("Network")
Card = TypeVar("Card")


@dataclass(frozen=True)
class Trained(Generic[Network, Card]):
    """A network and what its file says of it.

    Attributes
    ----------
    network
        Ready for use.
    card : dataclass
        Where it comes from, and how it is used.
    """

    network: Network
    card: Card


class Tensors(Protocol):
    """How the tensors of a network go into a file and back."""

    def stored(self, network: Any) -> dict[str, Any]:
        """Give the tensors as they are stored, by name."""

    def layout(self, network: Any) -> Layout:
        """Give shape and type of each stored tensor."""

    def fill(self, network: Any, stored: Mapping[str, Any]) -> None:
        """Put tensors of this layout into the network, and make it ready for use."""


class StateDict:
    """Tensors of a torch module, each as it is."""

    def stored(self, network: Any) -> dict[str, Any]:
        """Give them on the CPU, contiguous."""
        return {name: t.detach().cpu().contiguous() for name, t in network.state_dict().items()}

    def layout(self, network: Any) -> Layout:
        """Give their shapes and types."""
        return {name: (tuple(t.shape), t.dtype) for name, t in network.state_dict().items()}

    def fill(self, network: Any, stored: Mapping[str, Any]) -> None:
        """Load them; the network evaluates from then on."""
        network.load_state_dict(stored, strict=True)
        network.eval()


STATE_DICT = StateDict()


def config_of(network: Any) -> dict[str, Any]:
    """Describe a network by its settings, the dataclass `network.config`."""
    return {"config": asdict(network.config)}


def settings_of(cls: type) -> Callable[[Path, Description], Any]:
    """Read settings of this dataclass (`models.weights.file.read_config`)."""
    return lambda path, description: read_config(path, description, cls)


def card_of(
    cls: type, make: Callable[[dict[str, Any]], Card], former: Mapping[str, str] = MappingProxyType({})
) -> Callable[[Path, Description], Card]:
    """Read a card of this dataclass (`models.weights.file.reading_card`).

    Parameters
    ----------
    cls : type
        The dataclass, for its fields.
    make : callable
        Makes the card from these fields, and checks them.
    former : mapping of str to str
        Fields under the names that earlier versions wrote, and their names now.
    """

    def read(path: Path, description: Description) -> Card:
        card = description.get("card")
        if isinstance(card, dict):
            description = {**description, "card": {former.get(k, k): v for k, v in card.items()}}
        with reading_card(path, description, cls) as given:
            return make(given)

    return read


@dataclass(frozen=True, eq=False, kw_only=True)
class Kind(Generic[Network, Card]):
    """A kind of weights; declared beside its network, and listed in `models.kinds`.

    Attributes
    ----------
    name : str
        As files, commands and messages name it.
    architecture : str
        Name of the network's layout, with a number that rises whenever the layout changes.
    make : callable
        Makes a network from its settings.
    settings : callable
        Reads the settings of a file; see `settings_of`.
    card : callable
        Reads and checks the card of a file; see `card_of`.
    shipped_file : Path
        Where the shipped weights are.
    describe : callable
        Gives what a file says of a network besides kind, architecture and card.
    check : callable, optional
        Refuses a file by its description, before anything else is read of it.
    tensors : Tensors
        How the tensors are stored.
    framework : {"np", "pt"}
        What the tensors are.
    max_bytes : int
        No file of this kind is larger; a larger one is refused unread.
    """

    name: str
    architecture: str
    make: Callable[[Any], Network]
    settings: Callable[[Path, Description], Any]
    card: Callable[[Path, Description], Card]
    shipped_file: Path
    describe: Callable[[Network], dict[str, Any]] = config_of
    check: Callable[[Path, Description], None] | None = None
    tensors: Tensors = STATE_DICT
    framework: Framework = "pt"
    max_bytes: int = MAX_BYTES

    def save(self, path: Path, trained: Trained[Network, Card]) -> None:
        """Write network and card to a safetensors file; it appears whole or not at all.

        Parameters
        ----------
        path : Path
            Where to; its folder must exist.
        trained : Trained
            What to write.

        Raises
        ------
        assets.errors.WriteError
            If the file cannot be written.
        """
        description = {
            "kind": self.name,
            "architecture": self.architecture,
            **self.describe(trained.network),
            "card": asdict(trained.card),  # type: ignore[call-overload]  # every card is a dataclass
        }
        write_weights(path, self.tensors.stored(trained.network), description, self.framework)

    def load(self, path: Path) -> Trained[Network, Card]:
        """Read network and card.

        Raises
        ------
        assets.errors.WeightsError
            If the file is missing, broken, too large, of another kind, front end, architecture or shape.
        """
        with _for_good(self.framework):
            tensors, description = read_weights(path, self.name, self.framework, self.max_bytes)
            if self.check is not None:
                self.check(path, description)
            check_architecture(path, description, self.architecture)
            network = self.make(self.settings(path, description))
            check_tensors(path, tensors, self.tensors.layout(network), self.architecture)
            self.tensors.fill(network, tensors)
        return Trained(network, self.card(path, description))

    def shipped(self) -> Trained[Network, Card]:
        """Give the weights that ship with the program, read once.

        Raises
        ------
        assets.errors.WeightsError
            If their file is missing or not as it should be.
        """
        return _shipped(self)


def _for_good(framework: Framework) -> AbstractContextManager[object]:
    """Leave torch's inference mode: networks are kept, and one made in it could never be differentiated."""
    if framework == "np":
        return nullcontext()
    import torch

    return torch.inference_mode(False)


@functools.cache
def _shipped(kind: Kind[Network, Card]) -> Trained[Network, Card]:
    return kind.load(kind.shipped_file)
