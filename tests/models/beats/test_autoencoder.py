"""The error of a beat, worked out without what calls cost, is that of the network."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from models.beats.autoencoder import BeatErrors
from models.beats.weights import BEATS


@pytest.mark.parametrize("size", [0.1, 1.0, 20.0])
def test_the_errors_are_the_network_s(size: float) -> None:
    network = BEATS.shipped().network.eval()
    beats = size * np.random.default_rng(0).normal(size=(7, network.config.rows))
    with torch.inference_mode():
        expected = network.error(torch.from_numpy(beats.astype(np.float32))).numpy()
    errors = BeatErrors(network)
    np.testing.assert_allclose(errors(beats), expected, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose([errors(beat[None])[0] for beat in beats], expected, rtol=1e-5, atol=1e-6)
