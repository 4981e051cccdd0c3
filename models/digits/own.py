"""A net that the learner has trained: read as it was kept, and used as the shipped ones are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assets.errors import AssetError
from assets.phrase import phrase
from models.digits.catalogue import entry
from models.digits.entry import Entry

if TYPE_CHECKING:
    from models.digits.model import DigitModel
    from models.digits.space.codes import ShippedCodes

LIKE = "vae"
"""The model that a learner trains: the course's."""

WORDS = phrase(
    "The net that you trained here, with the layers of the course's VAE. It is kept until the program ends."
)


@dataclass(frozen=True)
class OwnNet:
    """A learner's net and where it puts the test digits.

    Attributes
    ----------
    model : DigitModel
        The net.
    codes : ShippedCodes
        Codes of the test digits; without the judge's confidence.
    errors : ndarray of float32, shape (n,)
        Mean squared error of each test digit's reconstruction.
    """

    model: DigitModel
    codes: ShippedCodes
    errors: npt.NDArray[np.float32]

    @property
    def mse(self) -> float:
        """Mean of the errors."""
        return float(self.errors.mean())

    def auroc(self, digit: int) -> float:
        """How well the error tells a digit from all others: 1 is always, 0.5 by chance.

        Raises
        ------
        ValueError
            If the test digits are all of that kind, or none is.
        """
        from models.digits.anomaly import auroc

        mine = self.codes.labels == digit
        return auroc(self.errors[~mine], self.errors[mine])


def own_entry(name: str, title: str = "") -> Entry:
    """Give the entry of a learner's net, `name` being as in its files and `title` as on the screen."""
    return replace(entry(LIKE), name=name, title=title or name, words=WORDS)


def own_paths(folder: Path, name: str) -> tuple[Path, Path]:
    """Where a learner's net is kept: its weights, and the codes of the test digits."""
    return folder / f"{name}.safetensors", folder / f"{name}-codes.safetensors"


def read_own(folder: Path, name: str, title: str) -> OwnNet:
    """Read a learner's net.

    Raises
    ------
    assets.errors.AssetError
        If a file is missing or not as it should be.
    """
    from models.digits.model import DigitModel
    from models.digits.networks.network import CloudNetwork
    from models.digits.space.codes import read_arrays, read_codes
    from models.digits.store import digit_kind

    weights, path = own_paths(folder, name)
    kept = own_entry(name, title)
    trained = digit_kind(kept).load(weights)
    assert isinstance(trained.network, CloudNetwork)
    codes, errors = read_codes(path, name), read_arrays(path).get(f"{name}.error")
    if errors is None or errors.dtype != np.float32 or errors.shape != (len(codes),):
        raise AssetError(phrase("{path} has unusable errors of {name}.", path=path, name=name))
    if not np.isfinite(errors).all():
        raise AssetError(phrase("{path} has errors of {name} that are not finite.", path=path, name=name))
    return OwnNet(DigitModel(kept, trained.network, trained.card), codes, errors)
