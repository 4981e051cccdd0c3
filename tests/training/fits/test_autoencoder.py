"""What counts in the fit of the autoencoder."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from models.running.autoencoder import Autoencoder, AutoencoderConfig
from training.fits.autoencoder import reconstruction_loss, row_weights


def test_rows_that_are_given_out_count_most_and_all_together_what_they_would_without() -> None:
    config = AutoencoderConfig()
    weights = row_weights(config)
    assert weights.mean() == pytest.approx(1, abs=1e-6)
    assert config.given.start <= int(weights.argmax()) < config.given.stop
    assert weights.max() > 4 * weights.min() > 0
    np.testing.assert_array_equal(row_weights(config, focus=0), 1)


def test_an_error_counts_as_a_share_of_its_windows_variance() -> None:
    network = Autoencoder(AutoencoderConfig(channels=4, latent=2)).eval()
    target = np.random.default_rng(0).normal(size=(4, network.config.window)).astype(np.float32)
    with torch.no_grad():
        once = float(reconstruction_loss(network, target, target))
        twice = float(reconstruction_loss(network, 2 * target, 2 * target))
    assert twice == pytest.approx(once, rel=0.05)
