from __future__ import annotations

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.explain.lesson import PUBLISHED_LOSSES, prepare, run


def test_the_scaling_knows_only_the_training_span() -> None:
    x = np.sin(np.arange(2000.0) / 9)
    x[1900] = 100.0
    data = prepare(x)
    assert data.train_windows.shape == (1350, 50)
    assert data.test_windows.shape == (550, 50)
    assert data.train_windows.min() >= 0
    assert data.train_next.max() <= 1 < data.test_next.max()
    np.testing.assert_allclose(data.train_windows[1:, -1], data.train_next[:-1])
    np.testing.assert_allclose(data.high, x[:1400].max())


def test_who_peeks_scales_by_what_is_to_come() -> None:
    x = np.sin(np.arange(2000.0) / 9)
    x[1900] = 100.0
    data = prepare(x, peek=True)
    assert data.high == 100.0
    assert data.test_next.max() == 1.0
    assert data.train_next.max() < 0.03


@pytest.mark.parametrize(
    "signal", [np.zeros(1999), np.zeros(2000), np.full(2000, np.nan), np.zeros((2000, 2))]
)
def test_unusable_signals_are_refused(signal: np.ndarray) -> None:
    with pytest.raises(ValueError, match="The lesson"):
        prepare(signal)


@pytest.mark.slow
def test_the_lesson_is_repeated_to_the_last_published_digit() -> None:
    result = run(prepare(load_demo().signals[:, 0]))
    assert {epoch: round(loss, 5) for epoch, loss in result.losses.items()} == PUBLISHED_LOSSES
    assert result.test_mse["LSTM"] == pytest.approx(4.3e-4, abs=0.1e-4)
    assert result.test_mse["persistence"] == pytest.approx(6.8e-4, abs=0.1e-4)
    assert result.test_mse["AR(50)"] == pytest.approx(1.0e-4, abs=0.1e-4)


@pytest.mark.slow
def test_the_lesson_begins_as_published_and_leaves_the_generator_alone() -> None:
    import torch

    torch.manual_seed(7)
    before = torch.random.get_rng_state()
    result = run(prepare(load_demo().signals[:, 0]), epochs=10)
    assert round(result.losses[10], 5) == PUBLISHED_LOSSES[10]
    assert torch.equal(before, torch.random.get_rng_state())
