"""The LSTM lesson as it is watched."""

import pytest

from models.contract.messages.commands import TrainForecast
from models.contract.messages.lab import Share
from models.explain.lesson import PUBLISHED_LOSSES
from training.digits.live.lessons import forecast


def test_its_losses_fall_as_the_lesson_s_and_its_forecast_grows(kept, monkeypatch):
    monkeypatch.setattr(forecast, "EPOCHS", 5)
    forecast.run(TrainForecast(peek=False), kept)
    loss = kept.series["loss"]
    assert loss.x == (1.0, 2.0, 3.0, 4.0, 5.0)
    assert max(PUBLISHED_LOSSES.values()) * 0.5 < loss.y[-1] < 0.5 * loss.y[0]
    assert (kept.series["forecast"].x[0], len(kept.series["forecast"].y)) == (1450, 550)
    assert sum(m.name == "forecast" for m in kept.told if hasattr(m, "name")) == 2, "epochs 1 and 5"
    assert len(kept.series["errors"].y) == 3
    *_, last = (m for m in kept.told if isinstance(m, Share))
    assert last.share == pytest.approx(1.0)
