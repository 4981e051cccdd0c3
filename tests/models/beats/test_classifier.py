"""The beat classifier takes each beat once, late but causally, and the same however the stream is cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from itertools import pairwise

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.beats.scores import BeatScores
from models.beats.variety import Variety
from models.beats.weighing import MOST_PREMATURE
from models.beats.weights import BEATS
from models.pipeline import ScoreStream
from models.running.weights import AUTOENCODER, FORECASTER

MakeStream = Callable[[float], ScoreStream]
MakeEcg = Callable[..., np.ndarray]


def classified(stream: ScoreStream, x: np.ndarray, edges: list[int] | None = None) -> BeatScores:
    stream.reset()
    edges = edges or [0, len(x)]
    return BeatScores.concatenate([stream.push(x[a:b]).beats for a, b in pairwise(edges)])


def assert_same(a: BeatScores, b: BeatScores, n: int | None = None) -> None:
    """`a` is `b`, or its first `n` beats."""
    for f in fields(BeatScores):
        np.testing.assert_allclose(getattr(a, f.name), getattr(b, f.name)[:n], atol=1e-4, err_msg=f.name)


@pytest.mark.parametrize("chunk", [1, 7, 36, 3600])
def test_beats_do_not_depend_on_the_chunks(chunk: int, make_stream: MakeStream, make_ecg: MakeEcg) -> None:
    x = make_ecg(40 if chunk > 1 else 25)
    x[3000:3200] = np.nan
    stream = make_stream(360)
    whole = classified(stream, x)
    assert len(whole) > 20
    assert_same(classified(stream, x, [*range(0, len(x), chunk), len(x)]), whole)


@pytest.mark.parametrize("fs", [100.0, 128.0, 333.3, 1000.0])
def test_any_rate_and_nothing_looks_ahead(fs: float, make_stream: MakeStream, make_ecg: MakeEcg) -> None:
    x = make_ecg(30, fs)
    stream = make_stream(fs)
    whole = classified(stream, x)
    assert len(whole) > 25
    assert (np.diff(whole.index) > 0).all()
    assert (np.diff(whole.emitted) >= 0).all()
    delay = (whole.emitted - whole.index) / fs
    assert 0 < delay.min()
    assert delay.max() <= stream.latency_s["ectopy"] + 1e-9
    assert stream.latency_s["ectopy"] < 0.37
    for stop in (len(x) // 3, len(x) // 2 + 1, len(x) - 7):
        assert_same(classified(stream, x[:stop]), whole, int((whole.emitted < stop).sum()))


def test_the_first_beats_are_reported_but_not_classified(make_stream: MakeStream, make_ecg: MakeEcg) -> None:
    stream = make_stream(360)
    assert stream.template is None
    beats = classified(stream, make_ecg(60))
    assert np.isnan(beats.score[:8]).all()
    assert np.isfinite(beats.score[20:]).all()
    assert np.isnan(beats.rr_s[0])
    np.testing.assert_allclose(beats.rr_s[1:], np.diff(beats.index) / 360, atol=1e-5)
    assert stream.template is not None
    time, mv = stream.template
    assert abs(time[np.argmax(mv)]) <= 1 / 60, "the R peak stands at zero"


def test_a_premature_beat_is_called_so(make_stream: MakeStream) -> None:
    time = np.arange(30 * 360) / 360
    peaks = np.arange(0.5, 29, 0.8)
    peaks[20] -= 0.3
    x = sum(1.2 * np.exp(-0.5 * ((time - p) / 0.012) ** 2) for p in peaks)
    beats = classified(make_stream(360), np.asarray(x) + 0.4)
    early = int(np.argmin(np.abs(beats.index - peaks[20] * 360)))
    assert beats.premature[early] == pytest.approx(0.375, abs=0.02)
    assert beats.premature[early + 1] == pytest.approx(-0.375, abs=0.02)


def test_prematurity_counts_a_little_in_the_score(monkeypatch: pytest.MonkeyPatch) -> None:
    """As much as its weight says, and not enough to raise an alert about a beat of ordinary shape."""
    # What is taken off among beats of many forms is a share of the score, and of when the beat came.
    monkeypatch.setattr(Variety, "judge", lambda self, r_peak, shifts, score, **moment: score)
    record, trained = load_demo(), BEATS.shipped()
    forecaster, autoencoder, weighing = FORECASTER.shipped(), AUTOENCODER.shipped(), trained.card.weighing
    x = record.signals[: 60 * 360, 0]
    scores = {}
    for rhythm in (0.0, weighing.rhythm):
        card = replace(trained.card, weighing=replace(weighing, rhythm=rhythm))
        scores[rhythm] = classified(
            ScoreStream(record.fs, forecaster, autoencoder, replace(trained, card=card)), x
        )
    without, plain = scores[0.0], scores[weighing.rhythm]
    known = np.isfinite(plain.score)
    early = np.nan_to_num(plain.premature[known]).clip(0, MOST_PREMATURE)
    assert early.max() > 0.3
    added = (plain.score - without.score)[known]
    np.testing.assert_allclose(added, weighing.rhythm * early / trained.card.threshold, atol=1e-5)
    assert weighing.rhythm * MOST_PREMATURE < 0.5 * trained.card.threshold


def test_beats_in_a_gap_and_of_a_flat_line(make_stream: MakeStream, make_ecg: MakeEcg) -> None:
    stream = make_stream(360)
    assert len(classified(stream, np.zeros(7200))) == 0
    assert len(classified(stream, np.full(7200, np.nan))) == 0
    x = make_ecg(60)
    x[30 * 360 : 31 * 360] = np.nan
    beats = classified(stream, x)
    near = (beats.index > 29.7 * 360) & (beats.index < 33 * 360)
    assert np.isnan(beats.score[near]).all(), "in the gap, and while the front end settles"
    assert np.isfinite(beats.score[beats.index > 34 * 360]).all()


@pytest.fixture(scope="module")
def plain() -> BeatScores:
    """What the shipped models say of the demo's first two minutes."""
    record = load_demo()
    return classified(ScoreStream.shipped(record.fs), record.signals[: 120 * 360, 0])


@pytest.mark.slow
@pytest.mark.parametrize("gain", [0.5, -1.0, 2.0])
def test_scores_hardly_depend_on_gain_and_polarity(gain: float, plain: BeatScores) -> None:
    record = load_demo()
    other = classified(ScoreStream.shipped(record.fs), gain * record.signals[: 120 * 360, 0])
    assert len(plain) == pytest.approx(len(other), abs=3)
    both = np.intersect1d(plain.index, other.index, return_indices=True)
    a, b = plain.score[both[1]], other.score[both[2]]
    known = np.isfinite(a) & np.isfinite(b)
    assert np.corrcoef(a[known], b[known])[0, 1] > 0.85


def test_about_a_third_of_the_demos_beats_are_ectopic_and_they_are_wide() -> None:
    record = load_demo()
    beats = classified(ScoreStream.shipped(record.fs), record.signals[:, 0])
    known = np.isfinite(beats.score)
    ectopic = beats.score[known] >= 1
    assert 0.2 < ectopic.mean() < 0.55
    assert np.median(beats.template[known][ectopic]) > 1
    assert np.median(beats.template[known][~ectopic]) < 0.5
