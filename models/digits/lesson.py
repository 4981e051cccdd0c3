"""The course's lesson on the variational autoencoder: what it published, and how near a run must come."""

from __future__ import annotations

EPOCHS = 5
BATCH = 128
LEARNING_RATE = 1e-3

PUBLISHED_LOSSES = (191.36, 168.44, 163.75, 161.13, 159.33)
"""Mean training loss by epoch, nats per image, as published with the lesson."""

TARGET_LOSS = 159.3
"""Mean loss of the last epoch that a faithful run reaches, nats per image."""

TOLERANCE = 2.5
"""How far from `TARGET_LOSS` seeds may lead, nats per image."""


def reproduced(losses: list[float] | tuple[float, ...]) -> bool:
    """Whether the losses of a run, one an epoch, end where the lesson's do."""
    return len(losses) == EPOCHS and abs(losses[-1] - TARGET_LOSS) <= TOLERANCE
