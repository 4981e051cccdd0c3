from __future__ import annotations

import numpy as np

from models.explain.lesson import PUBLISHED_LOSSES, LessonResult
from training.fits.lesson import lesson_tables, lesson_text

NONE = np.zeros(0)
RESULT = LessonResult(
    losses={epoch: loss + 1e-5 for epoch, loss in PUBLISHED_LOSSES.items()},
    train_forecast=NONE,
    test_forecast=NONE,
    test_mse={"LSTM": 4.3e-4, "AR(50)": 1.0e-4},
)


def test_losses_stand_below_the_published_ones() -> None:
    published, here = (line.split(" | ")[-1] for line in lesson_tables(RESULT).splitlines()[2:4])
    assert (published, here) == ("0.00057 |", "0.00058 |")
    assert "| AR(50) | 1.0e-04 |" in lesson_tables(RESULT)


def test_the_better_linear_forecaster_is_named() -> None:
    assert "AR(50), which is linear, forecasts the next sample better" in lesson_text(RESULT)
