"""All leads of a record are assessed as the monitor analyses them."""

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.leads.stream import FusedStream
from training.evaluation.detectors.live import FUSED, LivePipeline, StreamMaker


@pytest.fixture(scope="module")
def signals() -> np.ndarray:
    first = load_demo().signals[: 360 * 40, 0]
    return np.stack([first, -0.6 * np.roll(first, 4)], axis=1).astype(np.float32)


def test_the_score_of_all_leads_is_that_of_the_analysis_that_raises_the_alerts(signals: np.ndarray) -> None:
    found = LivePipeline(StreamMaker(), (1.5,)).analyse_together(signals, 360, ("MLII", "V1"))
    assert found is not None
    assert set(found.scores) == {FUSED}
    beats = FusedStream(360, 2).push(signals).beats
    np.testing.assert_array_equal(found.beats, beats.index)
    score = found.scores[FUSED].value
    assert score.max() == pytest.approx(np.nanmax(beats.score), abs=1e-3)
    assert all(alert.together == ("MLII", "V1") for alert in found.alerts)
    ectopic = [sum(label == "V" for label in found.labels[at]) for at in (1.0, 1.5)]
    assert ectopic[0] >= ectopic[1] > 0


def test_of_one_lead_there_is_nothing_to_put_together(signals: np.ndarray) -> None:
    assert LivePipeline().analyse_together(signals[:, :1], 360, ("MLII",)) is None
