"""The beat autoencoder: rebuilds one beat, in units of the patient's own amplitude, from a narrow code.

It has seen the normal beats of many patients. Its error says how unusual a beat is for anyone, which is what
tells a bigeminy's ectopic beats from its normal ones when both are as frequent.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from models.running.products import Products

INPUT_LIMIT = 8.0
"""The network sees the beat clipped to this, in the patient's amplitudes."""


@dataclass(frozen=True)
class BeatAutoencoderConfig:
    """What defines a beat autoencoder.

    Attributes
    ----------
    before, after : int
        Rows (1/120 s) of the beat before and after the R peak.
    hidden : int
        Units of each hidden layer.
    latent : int
        Numbers in the code.
    min_sigma : float
        Least standard deviation that the network can claim, in the patient's amplitudes.
    clip : float
        Ceiling of the squared, variance-scaled error.
    """

    before: int = 30
    after: int = 32
    hidden: int = 96
    latent: int = 8
    min_sigma: float = 0.05
    clip: float = 16.0

    def __post_init__(self) -> None:
        if not (18 <= self.before <= 120 and 18 <= self.after <= 120):
            raise ValueError("before and after must lie between 18 and 120 rows.")
        if not (1 <= self.hidden <= 1024 and 1 <= self.latent <= 256):
            raise ValueError("hidden must be at most 1024 and latent at most 256.")
        if not (0 < self.min_sigma < 10 and 0 < self.clip < 1e4):
            raise ValueError("min_sigma and clip must be positive and below their limits.")

    @property
    def rows(self) -> int:
        """Rows of a beat."""
        return self.before + 1 + self.after


class BeatAutoencoder(nn.Module):
    """Dense layers down to a code, and back up to a mean and a log-variance a row.

    Parameters
    ----------
    config : BeatAutoencoderConfig, optional
        Sizes.
    """

    def __init__(self, config: BeatAutoencoderConfig | None = None) -> None:
        super().__init__()
        self.config = config or BeatAutoencoderConfig()
        rows, hidden, latent = self.config.rows, self.config.hidden, self.config.latent
        self.encoder = nn.Sequential(
            nn.Linear(rows, hidden), nn.GELU(),
            nn.Linear(hidden, hidden), nn.GELU(),
            nn.Linear(hidden, latent),
        )  # fmt: skip
        self.decoder = nn.Sequential(
            nn.Linear(latent, hidden), nn.GELU(),
            nn.Linear(hidden, hidden), nn.GELU(),
            nn.Linear(hidden, 2 * rows),
        )  # fmt: skip

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Rebuild beats.

        Parameters
        ----------
        x : Tensor, shape (batch, rows)
            Beats of mean zero, divided by the patient's amplitude.

        Returns
        -------
        mean, log_variance : Tensor, shape (batch, rows)
            The reconstruction and the log of its variance.
        """
        mean, raw = self.decoder(self.encoder(x.clamp(-INPUT_LIMIT, INPUT_LIMIT))).chunk(2, dim=1)
        return mean, 2 * math.log(self.config.min_sigma) + nn.functional.softplus(raw)

    def error(self, x: torch.Tensor, clip: float | None = None) -> torch.Tensor:
        """Clipped negative log-likelihood (less its constant) of each beat, nats a row.

        Parameters
        ----------
        x : Tensor, shape (batch, rows)
        clip : float, optional
            In place of `BeatAutoencoderConfig.clip`.

        Returns
        -------
        Tensor, shape (batch,)
        """
        mean, log_variance = self(x)
        z2 = (x.clamp(-INPUT_LIMIT, INPUT_LIMIT) - mean).square() * torch.exp(-log_variance)
        return 0.5 * (z2.clamp(max=self.config.clip if clip is None else clip) + log_variance).mean(dim=1)


class BeatErrors:
    """`BeatAutoencoder.error` of a fitted network, sooner: of one beat, calls cost more than arithmetic.

    Parameters
    ----------
    network : BeatAutoencoder
        The fitted network; its weights are copied.
    """

    def __init__(self, network: BeatAutoencoder) -> None:
        config = network.config
        self._layers = Products(nn.Sequential(*network.encoder, *network.decoder), config.rows, 1)
        self._floor, self._clip = np.float32(2 * math.log(config.min_sigma)), np.float32(config.clip)

    def __call__(self, beats: npt.NDArray[np.floating]) -> npt.NDArray[np.float32]:
        """Give the error of each beat, shape (n,), of beats of shape (n, rows)."""
        x = np.minimum(np.maximum(beats.astype(np.float32), -INPUT_LIMIT), INPUT_LIMIT)
        with torch.inference_mode():
            drawn = self._layers(torch.from_numpy(x)).numpy()
        rows = x.shape[1]
        log_variance = self._floor + np.logaddexp(np.float32(0), drawn[:, rows:])
        z2 = (x - drawn[:, :rows]) ** 2 * np.exp(-log_variance)
        error = 0.5 * (np.minimum(z2, self._clip) + log_variance).mean(axis=1)
        return np.asarray(error, dtype=np.float32)
