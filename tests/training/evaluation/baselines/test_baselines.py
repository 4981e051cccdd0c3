"""No detector looks ahead of the sample at which it speaks."""

from __future__ import annotations

import numpy as np
import pytest

from assets.records.demo import load_demo
from training.evaluation.baselines import lesson
from training.evaluation.baselines.registry import BASELINES
from training.evaluation.detectors.live import LivePipeline
from training.evaluation.protocol import SILENT, Detector

FS = 360.0
LEARN_S = 15.0

LIVE = "live"
NAMES = [
    LIVE,
    *BASELINES,
]


@pytest.fixture(autouse=True)
def _a_short_lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lesson, "EPOCHS", 1)


def make(name: str) -> Detector:
    """The detector; a missing library skips the one baseline that needs it."""
    if name == LIVE:
        return LivePipeline()
    for module, _ in BASELINES[name].needs:
        pytest.importorskip(module)
    return BASELINES[name].make(LEARN_S)


@pytest.fixture(scope="module")
def ecg() -> np.ndarray:
    return load_demo().signals[: round(30 * FS), 0]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_score_is_the_same_whatever_comes_after(name: str, ecg: np.ndarray) -> None:
    """Truncation: ``score(x)[:n]`` is ``score(x[:n])``, also where what follows is wild."""
    detector = make(name)
    whole = detector(ecg, FS)
    for seconds in (16.0, 20.0 + 1 / FS, 27.9):
        n = round(seconds * FS)
        cut = detector(ecg[:n], FS)
        wild = ecg.copy()
        wild[n:] = np.random.default_rng(0).normal(0, 5, len(ecg) - n)
        other = detector(wild, FS)
        assert set(cut) == set(whole)
        for score in whole:
            assert whole[score].latency_s == cut[score].latency_s
            assert len(cut[score].value) == n
            np.testing.assert_allclose(cut[score].value, whole[score].value[:n], atol=1e-4, err_msg=score)
            np.testing.assert_allclose(other[score].value[:n], whole[score].value[:n], atol=1e-4)


@pytest.mark.parametrize("name", NAMES)
def test_every_detector_speaks(name: str, ecg: np.ndarray) -> None:
    for score in make(name)(ecg, FS).values():
        assert score.value.dtype == np.float32
        assert np.isfinite(score.value).all()
        assert (score.value[round(25 * FS) :] > SILENT).any()
        assert 0 < score.latency_s < 1


@pytest.mark.parametrize("name", NAMES)
def test_a_stream_with_nothing_in_it_is_silent(name: str) -> None:
    detector = make(name)
    for n in (0, 10, 7200):
        for score in detector(np.full(n, np.nan, dtype=np.float32), FS).values():
            assert score.value.tolist() == [SILENT] * n
