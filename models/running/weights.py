"""Weights of the forecaster and of the autoencoder: what their card says, and their kinds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from assets.shipped import weights_file
from models.running.autoencoder import Autoencoder, AutoencoderConfig
from models.running.forecaster import Forecaster, ForecasterConfig
from models.signal.baseline import ScorePrior
from models.signal.version import FRONTEND_ID
from models.weights.file import history
from models.weights.kind import Kind, Trained, card_of, settings_of


@dataclass(frozen=True)
class Card:
    """What a weights file says of itself.

    Attributes
    ----------
    threshold : float
        Score (above the patient's baseline) at which to alert, nats.
    prior : ScorePrior
        Distribution of the score's peaks over normal rhythm, where a new patient starts from.
    records : tuple of str
        Records whose normal beats it was fitted on.
    validation_records : tuple of str
        Records of other patients, on which the epoch was selected and the threshold set.
    seed : int
        Seed of the fit.
    epochs : int
        Passes of the fit.
    versions : mapping of str to str
        Versions of the libraries that fitted it.
    metrics : mapping of str to float
        Figures measured on `validation_records`.
    frontend : str
        Front end it was fitted behind.
    """

    threshold: float
    prior: ScorePrior
    records: tuple[str, ...] = ()
    validation_records: tuple[str, ...] = ()
    seed: int = 0
    epochs: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)
    metrics: Mapping[str, float] = field(default_factory=dict)
    frontend: str = FRONTEND_ID


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
        records=tuple(str(r) for r in given["records"]),
        validation_records=tuple(str(r) for r in given["validation_records"]),
        epochs=int(given["epochs"]),
        **history(given),
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
    architecture="autoencoder-2",
    make=Autoencoder,
    settings=settings_of(AutoencoderConfig),
    card=card_of(Card, _card),
    shipped_file=weights_file("autoencoder"),
)

TrainedForecaster = Trained[Forecaster, Card]
TrainedAutoencoder = Trained[Autoencoder, Card]
