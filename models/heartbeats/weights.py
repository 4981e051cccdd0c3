"""Weights of the heartbeat autoencoder: what their card says, and their kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from assets.shipped import weights_file
from models.heartbeats.network import HeartbeatConfig, HeartbeatVae
from models.weights.card import FitCard, of_fit
from models.weights.kind import Kind, Trained, card_of, settings_of

MAX_BYTES = 300_000
"""A file of these weights is no larger than this."""


@dataclass(frozen=True)
class HeartbeatCard(FitCard):
    """What a weights file says of itself, beside what all of them say of their fit.

    Both lines were set on patients that the network which was asked had not learnt from.

    Attributes
    ----------
    badly_redrawn : float
        So many times the patient's usual reconstruction error is what a twentieth of the normal beats passes.
    far : float
        Distance from the patient's usual place that a twentieth of the normal beats passes, in units of the
        code.
    steps : int
        Batches of the fit.
    """

    badly_redrawn: float
    far: float
    steps: int = 0

    def __post_init__(self) -> None:
        lines = np.array([self.badly_redrawn, self.far])
        if not (np.isfinite(lines).all() and (lines > 0).all()):
            raise ValueError("the card's lines must be positive.")


def _card(given: dict[str, Any]) -> HeartbeatCard:
    return HeartbeatCard(
        badly_redrawn=float(given["badly_redrawn"]),
        far=float(given["far"]),
        steps=int(given["steps"]),
        **of_fit(given),
    )


HEARTBEATS: Kind[HeartbeatVae, HeartbeatCard] = Kind(
    name="heartbeats",
    architecture="heartbeat-vae-1",
    make=HeartbeatVae,
    settings=settings_of(HeartbeatConfig),
    card=card_of(HeartbeatCard, _card),
    shipped_file=weights_file("heartbeats"),
    max_bytes=MAX_BYTES,
)

TrainedHeartbeats = Trained[HeartbeatVae, HeartbeatCard]
