"""Leads scored in step have the scores that each has alone, whatever the lengths of the others."""

from __future__ import annotations

import numpy as np

from assets.records.demo import load_demo
from training.evaluation.detectors.batch import lead_scores
from training.evaluation.detectors.live import LivePipeline, StreamMaker


def test_each_lead_has_the_scores_that_it_has_alone() -> None:
    record = load_demo()
    lead = record.signals[: round(45 * record.fs), 0]
    leads = [lead, -lead[: round(31.3 * record.fs)], 0.5 * lead]
    found = lead_scores(StreamMaker(), leads, record.fs)
    for own, scores in zip(leads, found, strict=True):
        alone = LivePipeline().analyse(own, record.fs).scores
        assert set(scores) == set(alone)
        for name, score in scores.items():
            assert score.latency_s == alone[name].latency_s
            assert score.value.shape == own.shape
            np.testing.assert_allclose(score.value, alone[name].value, atol=2e-3, err_msg=name)
    assert (found[0]["ectopy"].value > 1).any()
