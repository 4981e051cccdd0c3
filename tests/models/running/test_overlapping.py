"""What windows share, worked out once, is what an encoder gives of each window."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch

from models.running.autoencoder import Autoencoder, AutoencoderConfig, ReconstructionStream, error_nats
from models.running.overlapping import Overlapping

ROWS, STREAMS = 700, 2
CUTS = ([0, ROWS], [0, 1, 9, 9, 200, 201, 460, ROWS], [*range(0, ROWS, 3), ROWS])
CONFIGS = {
    "as it ships": AutoencoderConfig(),
    "hop of an odd number": AutoencoderConfig(hop=5),
    "hop that half of the layers share": AutoencoderConfig(hop=4),
    "hop of a second": AutoencoderConfig(hop=100, scored=110, lag=12),
    "short window": AutoencoderConfig(window=32, lag=6, scored=8, hop=8, channels=6),
    "long window": AutoencoderConfig(window=256, channels=4, hop=16),
}


@pytest.fixture(params=CONFIGS.values(), ids=CONFIGS)
def network(request: pytest.FixtureRequest) -> Autoencoder:
    torch.manual_seed(0)
    return Autoencoder(request.param).eval()


@pytest.fixture
def value() -> np.ndarray:
    steps = np.random.default_rng(0).normal(size=(STREAMS, ROWS))
    return (0.05 * steps.cumsum(axis=1)).astype(np.float32)


def test_most_of_a_window_is_shared() -> None:
    network = Autoencoder()
    config = network.config
    assert Overlapping(network.encoder, config.window, config.hop, 1).layers == 6


def test_each_window_gives_what_its_encoder_gives(network: Autoencoder, value: np.ndarray) -> None:
    config = network.config
    for edges in CUTS:
        shared, at = Overlapping(network.encoder, config.window, config.hop, STREAMS), 0
        for first, stop in pairwise(edges):
            windows, maps = shared.push(value[:, first:stop])
            with torch.inference_mode():
                own = network.encoder[: shared.layers](torch.tensor(windows).reshape(-1, 1, config.window))
            if windows.shape[1]:
                theirs = maps.reshape(windows.shape[0], windows.shape[1], *maps.shape[1:])
                whole = np.arange(at, at + windows.shape[1]) * config.hop + config.hop >= config.window
                expected = own.transpose(1, 2).reshape(theirs.shape).numpy()
                np.testing.assert_allclose(theirs[:, whole], expected[:, whole], atol=1e-5)
            at += windows.shape[1]
        assert at == ROWS // config.hop


def test_a_stream_redraws_what_the_network_redraws(network: Autoencoder, value: np.ndarray) -> None:
    config = network.config
    valid = np.ones(value.shape, dtype=bool)
    value[1, 300:310], valid[1, 300:330] = np.nan, False
    for edges in CUTS:
        stream = ReconstructionStream(network, STREAMS)
        parts = [stream.push(value[:, a:b], valid[:, a:b]) for a, b in pairwise(edges)]
        expected = np.concatenate([part.expected for part in parts], axis=1)
        score = np.concatenate([part.score for part in parts], axis=1)
        for i, last in enumerate(range(config.hop - 1, ROWS, config.hop)):
            given = slice(i * config.hop, (i + 1) * config.hop)
            for of in range(STREAMS):
                first = last + 1 - config.window
                if first < 0 or not valid[of, first : last + 1].all():
                    assert np.isnan(expected[of, given]).all()
                    assert np.isnan(score[of, given]).all()
                    continue
                window = value[of, first : last + 1]
                with torch.inference_mode():
                    drawn = network(torch.from_numpy(window[None]))[0].numpy()
                np.testing.assert_allclose(expected[of, given], drawn[config.given], atol=1e-5)
                error = error_nats((window - drawn)[config.measured])
                np.testing.assert_allclose(score[of, given], error, atol=1e-4)
