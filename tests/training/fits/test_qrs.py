from __future__ import annotations

import numpy as np
import pytest
import torch

from models.beats.qrs.network import QrsInput, QrsStream
from models.beats.qrs.weights import QrsCard, QrsConfig
from training.engine.progress import Silent
from training.fits.qrs import (
    QrsFitSettings,
    QrsNetwork,
    QrsPatient,
    disturbance,
    example,
    fit_qrs,
    to_weights,
)


def test_streaming_equals_the_fitted_network() -> None:
    torch.manual_seed(1)
    config = QrsConfig(channels=6, dilations=(1, 3, 8), lookahead=5)
    network = QrsNetwork(config)
    inputs = QrsInput().push(np.sin(np.arange(600) / 7.0))
    with torch.no_grad():
        expected = network(torch.from_numpy(inputs)[None])[0].numpy()
    stream = QrsStream(to_weights(network, QrsCard()).network)
    got = np.concatenate([stream.push(part) for part in np.split(inputs, [1, 2, 7, 100, 333])])
    np.testing.assert_allclose(got, expected, atol=1e-5)


def test_a_bell_stands_where_the_output_is_due() -> None:
    value = np.zeros((1, 6000))
    patient = QrsPatient(value, np.arange(100.0, 6000.0, 100.0), np.ones(6000, dtype=bool))
    inputs, target, mask = example(patient, QrsConfig(), np.random.default_rng(1))
    assert inputs.shape == (2400, 2)
    assert target.shape == mask.shape == (1200,)
    assert target.max() > 0.9
    assert not mask[:60].any()


def test_disturbances_are_finite_and_repeatable() -> None:
    for seed in range(20):
        x = disturbance(2400, np.random.default_rng(seed))
        assert np.isfinite(x).all()
        np.testing.assert_array_equal(x, disturbance(2400, np.random.default_rng(seed)))


def patients() -> list[QrsPatient]:
    rng = np.random.default_rng(5)
    beats = np.cumsum(rng.uniform(80, 120, 60))
    t = np.arange(6500)
    x = np.exp(-0.5 * ((t[:, None] - beats) / 1.5) ** 2).sum(axis=1)
    return [QrsPatient(np.stack([x, -x]), beats, np.ones(len(t), dtype=bool))]


def test_the_same_seed_gives_the_same_weights_and_learns() -> None:
    settings = QrsFitSettings(steps=12, batch=4, seed=3)
    config = QrsConfig(channels=4, dilations=(1, 2))
    losses: list[float] = []

    class Watcher(Silent):
        def step(self, done: int, loss: float) -> None:
            losses.append(loss)

    one = fit_qrs(patients(), settings, config, progress=Watcher())
    two = fit_qrs(patients(), settings, config)
    assert all(
        np.array_equal(one.network.tensors[name], two.network.tensors[name]) for name in one.network.tensors
    )
    assert losses[-1] < losses[0]
    assert one.card.seed == 3


def test_no_patients_and_no_steps_are_refused() -> None:
    with pytest.raises(ValueError, match="no records"):
        fit_qrs([], QrsFitSettings(steps=1))
    with pytest.raises(ValueError, match="at least 1"):
        QrsFitSettings(steps=0)
