"""Weights of the beat classifier: what their card says of network and weighing, and their kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np

from assets.shipped import weights_file
from models.beats.autoencoder import BeatAutoencoder, BeatAutoencoderConfig
from models.beats.scores import COMPONENTS
from models.weights.card import FitCard, of_fit
from models.weights.kind import Kind, Trained, card_of, settings_of

MAX_BYTES = 4 * 2**20
"""A file of these weights is no larger than this."""

MEASURES = ("distance", "unlikeness", "error", "forecast", "reconstruction")
"""What is measured of a beat and compared with the patient's own baseline."""

_FORMER_NAMES = {"usual": "baseline"}
"""Fields of a card under the names that earlier versions wrote, and their names now."""


@dataclass(frozen=True)
class Weighing:
    """How the measures of a beat are put together; few numbers, chosen on DS1, as it is and with noise added.

    ``ecg-train weighing`` searches DS1 for others. The reconstruction's weight was set alone, when its
    autoencoder had learnt to leave ectopic beats out: the mean of the average precision and of the class V
    beats found at one false alarm a minute and in ten minutes rises from .9757 to .9772 on DS1, on patients
    left out by .0016 to .0026 (standard error .0017 to .0033), and in muscle noise of 12 dB on the five
    patients of `models.contract.fits.HELD_OUT` from .856 to .889.

    Attributes
    ----------
    unlikeness, widening : float
        Weights of the correlation and of the QRS width within the template's verdict; the distance's is 1.
    autoencoder, forecast, reconstruction : float
        Weights of these verdicts in the score; the template's is 1.
    noise, noise_lately : float
        How much of the noise in the beat, and of the greatest in the latest beats, is taken off the score.
    saturation : float
        The distance above the baseline counts no further than this: an artefact can be any distance away.
    rhythm : float
        Weight of the share by which the beat was premature, 0 to `models.beats.weighing.MOST_PREMATURE`.
    """

    unlikeness: float = 1.5
    widening: float = 1.0
    autoencoder: float = 0.3
    forecast: float = 0.2
    reconstruction: float = 0.2
    noise: float = 0.5
    noise_lately: float = 0.2
    saturation: float = 1.5
    rhythm: float = 1.5

    @property
    def counted(self) -> frozenset[str]:
        """The verdicts, of `COMPONENTS` and ``rhythm``, whose weight in the score is not 0."""
        weights = {
            "forecast": self.forecast,
            "reconstruction": self.reconstruction,
            "template": 1.0,
            "autoencoder": self.autoencoder,
            "rhythm": self.rhythm,
        }
        return frozenset(name for name, weight in weights.items() if weight)


@dataclass(frozen=True)
class BeatCard(FitCard):
    """What a weights file says of itself, beside what all of them say of their fit.

    The levels and the threshold come from the patients of its records, each scored by a network fitted
    without it.

    Attributes
    ----------
    weighing : Weighing
        How the score is made.
    baseline : mapping of str to float
        Level of each of `MEASURES` at ordinary beats, for a patient not known yet; unit of the measure.
    level : mapping of str to float
        Level of each of `COMPONENTS` that normal beats pass about once a minute: the unit of the verdicts.
    threshold : float
        Score (before it is divided by this) at which to alert.
    premature : float
        Share by which a beat must be premature for an alert.
    steps : int
        Batches of the fit.
    """

    weighing: Weighing
    baseline: Mapping[str, float]
    level: Mapping[str, float]
    threshold: float
    premature: float
    steps: int = 0

    def __post_init__(self) -> None:
        if set(self.baseline) != set(MEASURES) or set(self.level) != set(COMPONENTS):
            raise ValueError("the card's baselines or units are not the expected ones.")
        numbers = [*asdict(self.weighing).values(), *self.baseline.values()]
        if not np.isfinite(numbers).all():
            raise ValueError("the card's weights and baselines must be finite.")
        positive = np.array([*self.level.values(), self.threshold, self.premature])
        if not (np.isfinite(positive).all() and (positive > 0).all()):
            raise ValueError("the card's levels and thresholds must be positive.")


def _card(given: dict[str, Any]) -> BeatCard:
    if set(given["weighing"]) != {f.name for f in fields(Weighing)}:
        raise ValueError("it weighs other things than this version does.")
    return BeatCard(
        weighing=Weighing(**{str(k): float(v) for k, v in given["weighing"].items()}),
        baseline={str(k): float(v) for k, v in given["baseline"].items()},
        level={str(k): float(v) for k, v in given["level"].items()},
        threshold=float(given["threshold"]),
        premature=float(given["premature"]),
        steps=int(given["steps"]),
        **of_fit(given),
    )


BEATS: Kind[BeatAutoencoder, BeatCard] = Kind(
    name="beats",
    architecture="beat-autoencoder-1",
    make=BeatAutoencoder,
    settings=settings_of(BeatAutoencoderConfig),
    card=card_of(BeatCard, _card, former=_FORMER_NAMES),
    shipped_file=weights_file("beats"),
    max_bytes=MAX_BYTES,
)

TrainedBeats = Trained[BeatAutoencoder, BeatCard]
