from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch

from models.beats.autoencoder import BeatAutoencoder, BeatAutoencoderConfig
from models.beats.scores import COMPONENTS
from models.beats.weights import MEASURES, BeatCard, TrainedBeats, Weighing
from models.pipeline import ScoreStream
from models.running.autoencoder import Autoencoder, AutoencoderConfig
from models.running.forecaster import Forecaster, ForecasterConfig
from models.running.weights import Card, TrainedAutoencoder, TrainedForecaster
from models.signal.baseline import ScorePrior

MakeEcg = Callable[..., np.ndarray]


@pytest.fixture(scope="session")
def make_ecg() -> MakeEcg:
    """Return a function ``make_ecg(seconds, fs=360.0, seed=0)`` that draws a simple ECG in mV."""

    def make(seconds: float, fs: float = 360.0, seed: int = 0) -> np.ndarray:
        rng = np.random.default_rng(seed)
        time = np.arange(int(seconds * fs)) / fs
        signal = 0.1 * np.sin(2 * np.pi * 0.2 * time) + 0.4
        for beat in np.arange(0.4, seconds, 0.8) + rng.normal(0, 0.02, len(np.arange(0.4, seconds, 0.8))):
            for height, delay, width in ((0.1, -0.16, 0.025), (1.2, 0.0, 0.012), (0.25, 0.27, 0.05)):
                signal += height * np.exp(-0.5 * ((time - beat - delay) / width) ** 2)
        return signal + rng.normal(0, 0.01, len(time))

    return make


@pytest.fixture(scope="session")
def untrained() -> tuple[TrainedForecaster, TrainedAutoencoder]:
    """Return small networks with random weights."""
    prior = ScorePrior.fit(np.random.default_rng(0).normal(size=500))
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        return (
            TrainedForecaster(Forecaster(ForecasterConfig(hidden=12)), Card(1.0, prior)),
            TrainedAutoencoder(Autoencoder(AutoencoderConfig(channels=4, latent=4)), Card(2.0, prior)),
        )


@pytest.fixture(scope="session")
def untrained_beats() -> TrainedBeats:
    """Return a small beat autoencoder with random weights."""
    card = BeatCard(Weighing(), dict.fromkeys(MEASURES, 0.0), dict.fromkeys(COMPONENTS, 1.0), 2.0, 0.2)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        return TrainedBeats(BeatAutoencoder(BeatAutoencoderConfig(hidden=8, latent=3)), card)


@pytest.fixture
def make_stream(
    untrained: tuple[TrainedForecaster, TrainedAutoencoder], untrained_beats: TrainedBeats
) -> Callable[[float], ScoreStream]:
    """Return a function that makes a pipeline of untrained networks for a source rate."""
    return lambda fs: ScoreStream(fs, *untrained, untrained_beats)
