"""Weights of the rhythm: what tells a beat's class, and what tells an irregular rhythm; their card and kind.

NumPy alone reads them and computes with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.shipped import weights_file
from models.rhythm.evidence import EVIDENCE
from models.rhythm.irregular import IRREGULARITY
from models.weights.arrays import ARRAYS, ArrayNetwork
from models.weights.card import FitCard, of_fit
from models.weights.kind import Kind, Trained, card_of, settings_of

CLASSES = ("N", "S", "V")
"""Classes that the network tells apart, in the order of its outputs."""

MAX_BYTES = 2**20
"""A file of these weights is no larger than this."""


@dataclass(frozen=True)
class RhythmConfig:
    """Layout of the network.

    Attributes
    ----------
    hidden : int
        Units of its one hidden layer, 1 to 256.
    """

    hidden: int = 12

    def __post_init__(self) -> None:
        if not 1 <= self.hidden <= 256:
            raise ValueError("hidden must lie between 1 and 256.")

    def shapes(self) -> dict[str, tuple[int, ...]]:
        """Name and shape of every tensor."""
        known, out = len(EVIDENCE), len(CLASSES)
        return {
            "centre": (known,),
            "spread": (known,),
            "hidden.weight": (self.hidden, known),
            "hidden.bias": (self.hidden,),
            "head.weight": (out, self.hidden),
            "head.bias": (out,),
            "irregular.weight": (len(IRREGULARITY),),
            "irregular.bias": (1,),
        }


@dataclass(frozen=True)
class RhythmCard(FitCard):
    """What a weights file says of itself, beside what all of them say of their fit.

    Attributes
    ----------
    premature : float
        Probability of S, of S and N, at which a beat of ordinary shape raises an alert.
    narrow : float
        Probability of S, of S and V, at which an ectopic beat is taken for a supraventricular one.
    steps : int
        Batches of the fit.
    """

    premature: float
    narrow: float
    steps: int = 0

    def __post_init__(self) -> None:
        if not (0 < self.premature < 1 and 0 < self.narrow < 1):
            raise ValueError("the card's probabilities must lie between 0 and 1.")


class RhythmWeights(ArrayNetwork[RhythmConfig]):
    """A network as NumPy sees it, and what it computes."""

    def logits(self, evidence: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Give the log odds of `CLASSES`, but for a constant, shape (..., classes), of (..., `EVIDENCE`)."""
        t = self.tensors
        x = (evidence - t["centre"]) / t["spread"]
        hidden = np.tanh(x @ t["hidden.weight"].T + t["hidden.bias"])
        return np.asarray(hidden @ t["head.weight"].T + t["head.bias"], dtype=np.float64)

    def irregular(self, measured: npt.NDArray[np.float64]) -> float:
        """Give the log odds of an irregular rhythm; NaN where it could not be measured."""
        return float(measured @ self.tensors["irregular.weight"] + self.tensors["irregular.bias"][0])


def _card(given: dict[str, Any]) -> RhythmCard:
    return RhythmCard(
        premature=float(given["premature"]),
        narrow=float(given["narrow"]),
        steps=int(given["steps"]),
        **of_fit(given),
    )


RHYTHM: Kind[RhythmWeights, RhythmCard] = Kind(
    name="rhythm",
    architecture="rhythm-1",
    make=RhythmWeights,
    settings=settings_of(RhythmConfig),
    card=card_of(RhythmCard, _card),
    shipped_file=weights_file("rhythm"),
    tensors=ARRAYS,
    framework="np",
    max_bytes=MAX_BYTES,
)

TrainedRhythm = Trained[RhythmWeights, RhythmCard]
