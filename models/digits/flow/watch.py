"""Watches what a network does while it does it, whatever way it is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional
from torch.overrides import TorchFunctionMode

from assets.phrase import phrase
from models.digits.model import Array

SHARES = phrase("shares of one")
"""Activation of a layer whose units are certainties of the ten digits."""

POOLED = "the largest of four"
"""What is said of a layer of which only the strongest places are handed on."""

_LAYERS: dict[Any, str] = {
    functional.linear: "dense",
    functional.conv2d: "conv",
    functional.conv_transpose2d: "conv",
}
_AFTER: dict[Any, str] = {
    torch.relu: "ReLU",
    functional.relu: "ReLU",
    torch.sigmoid: phrase("sigmoid"),
    functional.sigmoid: phrase("sigmoid"),
    functional.max_pool2d: POOLED,
    torch.softmax: SHARES,
}


@dataclass
class Seen:
    """A layer as it was met on the way."""

    raw: torch.Tensor
    out: torch.Tensor
    weight: torch.Tensor
    transposed: bool
    active: str = ""

    def weights(self) -> Array:
        """Weights with the unit first."""
        weight = self.weight.detach()
        own: Array = (weight.transpose(0, 1) if self.transposed else weight).numpy()
        return own


class Watch(TorchFunctionMode):
    """Keeps what the layers say; one unit can be silenced after its activation."""

    def __init__(self, silent: tuple[int, int] | None = None) -> None:
        super().__init__()
        self.layers: list[Seen] = []
        self._silent = silent

    def named(self, tensors: dict[str, torch.Tensor]) -> dict[int, str]:
        """Which layers gave these tensors."""
        return {
            i: words
            for i, seen in enumerate(self.layers)
            for words, tensor in tensors.items()
            if seen.out is tensor
        }

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        """Do what is asked for, and keep it where it is a layer or its activation."""
        out = func(*args, **(kwargs or {}))
        if func in _LAYERS:
            out = self._quiet(len(self.layers), out)
            self.layers.append(Seen(out, out, args[1], func is functional.conv_transpose2d))
        elif func in _AFTER and self.layers:
            last = self.layers[-1]
            # Flattened on the way or not, this is what the last layer said.
            if args[0].numel() == last.out.numel() and args[0].data_ptr() == last.out.data_ptr():
                shaped = out if _AFTER[func] == POOLED else out.reshape(last.out.shape)
                quiet = self._quiet(len(self.layers) - 1, shaped)
                last.active = " and ".join(filter(None, (last.active, _AFTER[func])))
                last.out = quiet
                return quiet if shaped is out else quiet.reshape(out.shape)
        return out

    def _quiet(self, layer: int, out: torch.Tensor) -> torch.Tensor:
        if self._silent is None or self._silent[0] != layer:
            return out
        mask = torch.ones_like(out)
        mask[:, self._silent[1]] = 0
        return out * mask
