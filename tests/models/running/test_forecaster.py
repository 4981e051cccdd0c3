"""Several leads in step give what each gives alone."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from models.running.forecaster import ForecastStream
from models.running.weights import FORECASTER

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


def test_forecasts(rows: tuple[np.ndarray, np.ndarray]) -> None:
    value, valid = rows
    network = FORECASTER.shipped().network
    together, alone = ForecastStream(network, STREAMS), [ForecastStream(network) for _ in value]
    for part in (slice(*edges) for edges in pairwise(EDGES)):
        out = together.push(value[:, part], valid[:, part])
        for i, stream in enumerate(alone):
            own = stream.push(value[i, part], valid[i, part])
            np.testing.assert_allclose(out.expected[i], own.expected, atol=1e-5)
            np.testing.assert_allclose(out.score[i], own.score, atol=1e-4)
