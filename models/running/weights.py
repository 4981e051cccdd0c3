"""Weights of the forecaster and of the autoencoder: what their card says, and their kinds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from assets.shipped import weights_file
from models.running.autoencoder import Autoencoder, AutoencoderConfig
from models.running.forecaster import Forecaster, ForecasterConfig
from models.signal.baseline import ScorePrior
from models.weights.card import FitCard, of_fit
from models.weights.kind import Kind, Trained, card_of, settings_of


@dataclass(frozen=True)
class Card(FitCard):
    """What a weights file says of itself, beside what all of them say of their fit.

    Attributes
    ----------
    threshold : float
        Score (above the patient's baseline) at which to alert, nats.
    prior : ScorePrior
        Distribution of the score's peaks over normal rhythm, where a new patient starts from.
    validation_records : tuple of str
        Records of other patients: the epoch was selected, the threshold set and the figures measured on them.
    epochs : int
        Passes of the fit.
    """

    threshold: float
    prior: ScorePrior
    validation_records: tuple[str, ...] = ()
    epochs: int = 0


def _card(given: dict[str, Any]) -> Card:
    """Make the card, checked as far as the program relies on it."""
    prior = ScorePrior(
        float(given["prior"]["low"]),
        float(given["prior"]["high"]),
        tuple(float(d) for d in given["prior"]["density"]),
    )
    threshold = float(given["threshold"])
    if not (np.isfinite(threshold) and threshold > 0):
        raise ValueError("the threshold is not positive.")
    return Card(
        threshold=threshold,
        prior=prior,
        validation_records=tuple(str(r) for r in given["validation_records"]),
        epochs=int(given["epochs"]),
        **of_fit(given),
    )


FORECASTER: Kind[Forecaster, Card] = Kind(
    name="forecaster",
    architecture="forecaster-1",
    make=Forecaster,
    settings=settings_of(ForecasterConfig),
    card=card_of(Card, _card),
    shipped_file=weights_file("forecaster"),
)

AUTOENCODER: Kind[Autoencoder, Card] = Kind(
    name="autoencoder",
    architecture="autoencoder-3",
    make=Autoencoder,
    settings=settings_of(AutoencoderConfig),
    card=card_of(Card, _card),
    shipped_file=weights_file("autoencoder"),
)

TrainedForecaster = Trained[Forecaster, Card]
TrainedAutoencoder = Trained[Autoencoder, Card]
