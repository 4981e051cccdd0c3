"""A model of the digit lab: what the lab tells of it, how its network is made, and where its weights are."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assets.shipped import digits_folder

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, eq=False)
class Entry:
    """A model as the lab presents it.

    Attributes
    ----------
    name : str
        As in commands and file names.
    title : str
        As on the screen, a few words.
    latent : int
        Numbers in the code.
    network : str
        Class of its network, ``module:class``.
    settings : mapping
        Arguments of that class.
    words : str
        What it is, in two plain sentences.
    formula : str
        What it minimises: text with mathtext between dollar signs, a piece a line.
    cloud : bool
        Whether an image's code is a cloud rather than a point.
    labelled : bool
        Whether it is told the digit.
    """

    name: str
    title: str
    latent: int
    network: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    words: str = ""
    formula: str = ""
    cloud: bool = False
    labelled: bool = False

    @property
    def path(self) -> Path:
        """Where its shipped weights are."""
        return digits_folder() / f"{self.name}.safetensors"

    @property
    def architecture(self) -> str:
        """Name of its network's layout, with a number that rises whenever the layout changes."""
        return self.network.partition(":")[2].lower() + "-1"

    def build(self) -> nn.Module:
        """Make its network, untrained."""
        module, _, name = self.network.partition(":")
        network: nn.Module = getattr(importlib.import_module(module), name)(**self.settings)
        return network
