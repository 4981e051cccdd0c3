"""Several leads in step give what each gives alone."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch

from models.running.autoencoder import (
    Autoencoder,
    AutoencoderConfig,
    ReconstructionStream,
    error_nats,
    level_and_scale,
)
from models.running.weights import AUTOENCODER

STREAMS = 3
EDGES = [0, 1, 3, 50, 51, 400, 900]


@pytest.fixture
def rows() -> tuple[np.ndarray, np.ndarray]:
    value = (
        np.random.default_rng(0).normal(size=(STREAMS, EDGES[-1])).cumsum(axis=1).astype(np.float32) * 0.05
    )
    valid = np.ones(value.shape, dtype=bool)
    value[1, 300:350], valid[1, 300:360] = np.nan, False
    return value, valid


def test_reconstructions(rows: tuple[np.ndarray, np.ndarray]) -> None:
    value, valid = rows
    network = AUTOENCODER.shipped().network
    together, alone = ReconstructionStream(network, STREAMS), [ReconstructionStream(network) for _ in value]
    for part in (slice(*edges) for edges in pairwise(EDGES)):
        out = together.push(value[:, part], valid[:, part])
        for i, stream in enumerate(alone):
            own = stream.push(value[i, part], valid[i, part])
            np.testing.assert_array_equal(out.row, own.row)
            np.testing.assert_array_equal(out.at, own.at)
            np.testing.assert_allclose(out.expected[i], own.expected, atol=1e-5)
            np.testing.assert_allclose(out.score[i], own.score, atol=1e-4)


def test_the_score_is_that_of_the_smoothed_error_and_noise_counts_less_than_a_wave() -> None:
    rows = np.arange(20)
    wave, noise = np.full((1, 20), 0.3), np.where(rows % 2, 0.3, -0.3)[None]
    assert error_nats(wave)[0] == pytest.approx(np.log(0.3), abs=1e-3)
    assert error_nats(noise)[0] == pytest.approx(np.log(0.3 / 9), abs=1e-3)
    assert np.isfinite(error_nats(np.zeros((1, 20)))).all()


def test_level_and_scale_of_a_window_pass_by_the_code() -> None:
    network = Autoencoder(AutoencoderConfig(channels=4, latent=2)).eval()
    window = torch.randn(5, network.config.window, generator=torch.Generator().manual_seed(0))
    level, scale = level_and_scale(window)
    assert torch.equal(level, window.median(dim=1, keepdim=True).values)
    with torch.inference_mode():
        once, moved = network(window), network(1.5 * window + 0.4)
    # But for what is added to the scale, a signal half as high again and lifted is drawn so.
    torch.testing.assert_close(moved, 1.5 * once + 0.4, atol=0.02, rtol=0)
    assert (scale > 0.5).all()
    flat = torch.zeros(1, network.config.window)
    assert torch.isfinite(network(flat)).all()


def test_the_rows_given_out_have_signal_on_both_sides_and_the_counted_ones_lie_about_them() -> None:
    config = AUTOENCODER.shipped().network.config
    assert config.given == slice(100, 108)
    assert config.counted == slice(96, 112)
    assert config.lag + config.hop - 1 == 27, "the longest delay, in rows, is 0.225 s"
    for wrong in ({"lag": 0}, {"lag": 125}, {"scored": 4}, {"window": 100}, {"latent": 0}):
        with pytest.raises(ValueError, match="must"):
            AutoencoderConfig(**wrong)
