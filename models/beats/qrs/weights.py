"""The QRS network's layout, its weights, what their card says, and their kind.

NumPy alone reads them, so that a heart rate does not wait for torch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assets.shipped import weights_file
from models.weights.arrays import ARRAYS, ArrayNetwork
from models.weights.card import FitCard, of_fit
from models.weights.kind import Kind, Trained, card_of, settings_of

ROWS_A_STEP = 2
"""Rows of the front end (`MODEL_FS`) that one step of the network covers."""

STEM_ROWS = 8
"""Rows that the first convolution sees."""

TAPS = 3
"""Taps of each dilated convolution."""

MAX_BYTES = 2**20
"""A file of these weights is no larger than this."""


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
class QrsCard(FitCard):
    """What a weights file says of itself, beside what all of them say of their fit.

    Attributes
    ----------
    steps : int
        Batches of the fit.
    """

    steps: int = 0


class QrsWeights(ArrayNetwork[QrsConfig]):
    """A network as NumPy sees it."""


def _card(given: dict[str, Any]) -> QrsCard:
    return QrsCard(steps=int(given["steps"]), **of_fit(given))


QRS: Kind[QrsWeights, QrsCard] = Kind(
    name="qrs",
    architecture="qrs-tcn-1",
    make=QrsWeights,
    settings=settings_of(QrsConfig),
    card=card_of(QrsCard, _card),
    shipped_file=weights_file("qrs"),
    tensors=ARRAYS,
    framework="np",
    max_bytes=MAX_BYTES,
)

TrainedQrs = Trained[QrsWeights, QrsCard]
