"""The shipped lossy autoencoders: alike but for what their decoders see of their own drawing.

Importing this reads no weights and no torch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.digits.entry import Entry

if TYPE_CHECKING:
    from models.digits.lossy.network import LossyAutoencoder

REACHES = (0, 2, 6)
"""Rows above the pixel that the decoders see."""

_FORMULA = r"$\min\; E\left[-\sum_i \log p(x_i \mid x_{<i}, z)\right] + KL(q(z \mid x)\, \|\, p(z))$"


def _entry(reach: int) -> Entry:
    sees = f"the {reach} rows above it" if reach else "none of the others"
    return Entry(
        f"lossy-{reach}", f"lossy, {reach} rows seen", 32, "models.digits.lossy.network:LossyAutoencoder",
        {"reach": reach, "latent": 32, "width": 32, "channels": 32, "hidden": 256, "flow": 3},
        words=f"It draws pixel by pixel, and each pixel sees {sees} and the code. "
        "What near pixels cannot tell has to come from the code.",
        formula=_FORMULA,
        cloud=True,
    )  # fmt: skip


ALL: tuple[Entry, ...] = tuple(_entry(reach) for reach in REACHES)
"""From the one that sees nothing of its drawing to the one that sees most."""

BEST = ALL[-1]
"""The one that is fitted from scratch; the others are fitted on from it, each with its own window."""


def load(entry: Entry) -> LossyAutoencoder:
    """Give one of them with its shipped weights, read once.

    Raises
    ------
    assets.errors.WeightsError
        If its file is missing or not as it should be.
    """
    from models.digits.lossy.network import LossyAutoencoder
    from models.digits.store import digit_kind

    network = digit_kind(entry).shipped().network
    assert isinstance(network, LossyAutoencoder)
    return network
