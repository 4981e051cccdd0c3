"""How much an autoencoder redraws, as its card has it, to be said beside its pictures; without torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assets.phrase import phrase
from assets.shipped import weights_file
from models.weights.file import read_weights

ENOUGH, TOO_MUCH = 0.8, 0.5
"""A code is too narrow if it explains less of the N beats, too wide if it explains more of the V beats."""


@dataclass(frozen=True)
class Figures:
    """How much is redrawn on patients that were not learnt from, as the card has it.

    Attributes
    ----------
    normal, ventricular : float
        Share of the variance about the R peak that is explained, median of the patients.
    """

    normal: float
    ventricular: float

    @classmethod
    def of(cls, metrics: Mapping[str, float]) -> Figures | None:
        """Take them from a card; None where it has none."""
        normal, ventricular = (metrics.get(f"validation_ev_{name}") for name in ("normal", "ventricular"))
        return None if normal is None or ventricular is None else cls(normal, ventricular)

    @property
    def verdict(self) -> str:
        """What they say of the code."""
        if self.normal < ENOUGH:
            return phrase("too narrow")
        if self.ventricular > TOO_MUCH:
            return phrase("too wide")
        return phrase("as it should")

    def __str__(self) -> str:
        """In words, as parts of a sentence: ``95 % of a normal beat and nothing of a ventricular one``."""
        return str(self.told())

    def told(self) -> str:
        """The same words, to be told in the user's language."""
        normal, ventricular = share_in_words(self.normal), share_in_words(self.ventricular)
        return phrase(
            "{normal} of a normal beat and {ventricular} of a ventricular one",
            normal=normal,
            ventricular=ventricular,
        )


def shipped_figures() -> Figures | None:
    """Give those of the shipped autoencoder; None where its card has none.

    Raises
    ------
    assets.errors.WeightsError
        If the file is missing or not as it should be.
    """
    _, described = read_weights(weights_file("autoencoder"), "autoencoder", "np")
    return Figures.of(described["card"]["metrics"])


def share_in_words(explained: float) -> str:
    """A share of the variance as people say it; less than a level line explains is none."""
    return f"{100 * explained:.0f} %" if explained > 0.005 else phrase("nothing")
