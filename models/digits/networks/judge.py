"""The judge: a small classifier that says which digit a picture shows, and how surely."""

from __future__ import annotations

import torch
from torch import nn


class JudgeNetwork(nn.Module):
    """Two convolutions with pooling and two linear layers.

    Parameters
    ----------
    channels : int
        Feature maps of the first layer; the second has twice as many.
    hidden : int
        Width of the last but one layer.
    """

    def __init__(self, channels: int = 16, hidden: int = 64) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Unflatten(1, (1, 28, 28)),
            nn.Conv2d(1, channels, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(channels, 2 * channels, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(2 * channels * 49, hidden), nn.ReLU(),
        )  # fmt: skip
        self.head = nn.Linear(hidden, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Scores of the ten digits, before the softmax; (n, 784) to (n, 10)."""
        return self.head(self.features(x))

    def log_probability(self, x: torch.Tensor) -> torch.Tensor:
        """Log-probability of each digit; (n, 784) to (n, 10)."""
        return torch.log_softmax(self(x), 1)
