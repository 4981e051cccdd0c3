"""Several patients in step: each one's scores are those that he gets alone."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.batch import BatchScores, BatchStream
from models.beats.scores import BeatScores
from models.pipeline import ScoreStream
from models.running.channels import ChannelRows

STARTS = (0, 9_000, 31_000)


@pytest.fixture(scope="module")
def leads() -> np.ndarray:
    """Three stretches of 20 s of the demo, one of them with a gap."""
    record = load_demo()
    n = round(20 * record.fs)
    x = np.stack([record.signals[start : start + n, 0] for start in STARTS]).astype(np.float64)
    x[1, 2500:3000] = np.nan
    return x


def pushed(batch: BatchStream, x: np.ndarray, edges: list[int]) -> list[BatchScores]:
    batch.reset()
    return [batch.push(x[:, a:b]) for a, b in pairwise(edges)]


@pytest.mark.slow
@pytest.mark.parametrize("hop", [7, 360, 7200])
def test_each_patient_gets_the_scores_he_gets_alone(leads: np.ndarray, hop: int) -> None:
    n = leads.shape[1]
    parts = pushed(BatchStream(360, len(leads)), leads, [*range(0, n, hop), n])
    for i, lead in enumerate(leads):
        alone = ScoreStream.shipped(360).push(lead)
        for channel in ("forecast", "reconstruction"):
            rows = ChannelRows.concatenate([getattr(part, channel) for part in parts])
            own = getattr(alone, channel)
            np.testing.assert_array_equal(rows.index, own.index)
            np.testing.assert_array_equal(rows.emitted, own.emitted)
            np.testing.assert_allclose(rows.score[i], own.score, atol=1e-4)
            np.testing.assert_allclose(rows.expected[i], own.expected, atol=1e-4)
        beats = BeatScores.concatenate([part.beats[i] for part in parts])
        for field in fields(BeatScores):
            np.testing.assert_allclose(
                getattr(beats, field.name), getattr(alone.beats, field.name), atol=1e-3, err_msg=field.name
            )
        assert len(beats) > 15


def test_it_declares_what_one_patient_s_stream_declares() -> None:
    batch, alone = BatchStream(360, 2), ScoreStream.shipped(360)
    assert batch.latency_s == alone.latency_s
    assert batch.thresholds == alone.thresholds


def test_bad_numbers_of_patients_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one patient"):
        BatchStream(360, 0)
    with pytest.raises(ValueError, match="3 rows, one a stream"):
        BatchStream(360, 3).push(np.zeros((2, 10)))
