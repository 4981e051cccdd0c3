"""All leads of a record are assessed as the monitor analyses them."""

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.leads.stream import FusedStream
from training.evaluation.detectors.live import (
    FUSED,
    MAIN,
    OF_BEATS,
    LivePipeline,
    StreamMaker,
    emission_scores,
)
from training.evaluation.protocol import SILENT


@pytest.fixture(scope="module")
def signals() -> np.ndarray:
    first = load_demo().signals[: 360 * 40, 0]
    return np.stack([first, -0.6 * np.roll(first, 4)], axis=1).astype(np.float32)


def test_the_score_of_all_leads_is_that_of_the_analysis_that_raises_the_alerts(signals: np.ndarray) -> None:
    found = LivePipeline(StreamMaker(), (1.5,)).analyse_together(signals, 360, ("MLII", "V1"))
    assert set(found.scores) == {FUSED, *LivePipeline.names}
    beats = FusedStream(360, 2).push(signals).beats
    np.testing.assert_array_equal(found.beats, beats.index)
    score = found.scores[FUSED].value
    assert score.max() == pytest.approx(np.nanmax(beats.score), abs=1e-3)
    assert all(alert.together == ("MLII", "V1") for alert in found.alerts)
    ectopic = [sum(label == "V" for label in found.labels[at]) for at in (1.0, 1.5)]
    assert ectopic[0] >= ectopic[1] > 0


def test_a_score_describes_the_r_peak_of_its_beat(signals: np.ndarray) -> None:
    """Most beats of several leads are classified sooner than the longest delay, which is the declared one."""
    stream = FusedStream(360, 2)
    scores = stream.push(signals)
    beats = scores.beats
    assert np.median(beats.emitted - beats.index) < stream.latency_s["ectopy"] * 360 - 20
    score = emission_scores(stream, scores, len(signals))[MAIN]
    known = np.isfinite(beats.score) & (beats.index + score.delay(360) < len(signals))
    at = beats.index[known] + score.delay(360)
    assert (beats.emitted[known] <= at).all()
    np.testing.assert_allclose(score.value[at], np.maximum(beats.score[known], SILENT))
    before = at[at > 0] - 1
    assert (score.value[before] != score.value[before + 1]).all()


def test_the_first_lead_s_scores_beside_are_those_of_the_first_lead_alone(signals: np.ndarray) -> None:
    together = LivePipeline().analyse_together(signals, 360, ("MLII", "V1")).scores
    alone = LivePipeline().analyse(signals[:, 0], 360).scores
    assert alone[MAIN].value.max() > 1, "there are ectopic beats"
    for name, score in alone.items():
        assert together[name].latency_s == score.latency_s
        np.testing.assert_allclose(together[name].value, score.value, atol=2e-3, err_msg=name)


def test_the_first_lead_is_analysed_by_itself_where_it_is_not_among_those_put_together(
    signals: np.ndarray,
) -> None:
    names = ("aVR", "V1", "V5", "II")
    found = LivePipeline().analyse_together(signals[:, [0, 1, 1, 1]], 360, names).scores
    alone = LivePipeline().analyse(signals[:, 0], 360).scores
    np.testing.assert_array_equal(found[MAIN].value, alone[MAIN].value)


def test_what_is_not_asked_for_of_the_first_lead_is_left_out(signals: np.ndarray) -> None:
    found = LivePipeline().analyse_together(signals, 360, ("MLII", "V1"), alone=False)
    assert set(found.scores) == {FUSED, *LivePipeline.names} - {*OF_BEATS}


def test_of_one_lead_the_score_of_all_is_its_own(signals: np.ndarray) -> None:
    found = LivePipeline().analyse_together(signals[:, :1], 360, ("MLII",))
    np.testing.assert_array_equal(found.scores[FUSED].value, found.scores[MAIN].value)
