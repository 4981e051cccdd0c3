"""What really happened: found when it is asked for, from the pane, the input or the shipped figures."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Fact:
    """What happened.

    Attributes
    ----------
    answer : str or float
        The key of the step's choice that turned out to be so, or the figure that was measured.
    words : str
        The same as a sentence with its figures.
    """

    answer: str | float
    words: str


@dataclass(frozen=True)
class Scene:
    """What a learner has before the eyes.

    Attributes
    ----------
    picture : ndarray of float32, shape (28, 28), or None
        The input.
    pane : Pane
        The step's pane; its public attributes are read.
    """

    picture: npt.NDArray[np.float32] | None
    pane: Any


class NotYetError(Exception):
    """A learner has not done what the step asks for; the message says what is missing."""


FigureFact = Callable[[], Fact]
"""Finds its answer in figures that ship: it is the same for everybody."""

SceneFact = Callable[[Scene], Fact]
"""Finds its answer in what the learner has done."""


def of_everybody(find: FigureFact | SceneFact) -> bool:
    """Whether a fact is found in shipped figures and needs nobody to have done anything."""
    return not inspect.signature(find).parameters
