"""Between two beats there was a pause, a beat that was not found, or no signal."""

from __future__ import annotations

import numpy as np
import pytest

from assets.databases.mitbih import AAMI_CLASS
from assets.records.open import open_record
from models.beats.pauses import Between
from models.pipeline import ScoreStream
from models.signal.frontend import MODEL_FS

FS = 360.0


def rows(*, missed: float = 0.0, seconds: int = 20) -> np.ndarray:
    """A wave a second, none from the tenth to the twelfth but one of height `missed` at the eleventh."""
    at = np.arange(seconds * round(MODEL_FS)) / MODEL_FS
    near = np.round(at)
    height = np.where(near == 11, missed, np.where((near == 10) | (near == 12), 0.0, 1.0))
    wave = height * np.exp(-((at - near) ** 2) / (2 * 0.015**2)) + 0.02 * np.sin(40 * at)
    return wave.astype(np.float32)


def between(value: np.ndarray, cuts: int = 1, drift: float = 0.0) -> Between:
    it = Between()
    line = np.linspace(0, drift * len(value) / MODEL_FS, len(value), dtype=np.float32)
    for part, baseline in zip(np.array_split(value, cuts), np.array_split(line, cuts), strict=True):
        it.push(part, baseline)
    for second in range(1, 10):
        it.add(round(second * MODEL_FS))
    return it


FIRST, SECOND = round(9 * MODEL_FS), round(13 * MODEL_FS)


@pytest.mark.parametrize("cuts", [1, 7, 500])
def test_a_quiet_stretch_is_a_pause_and_one_with_a_wave_is_not(cuts: int) -> None:
    assert between(rows(), cuts).quiet(FIRST, SECOND)
    assert not between(rows(missed=0.5), cuts).quiet(FIRST, SECOND)
    assert between(rows(missed=0.1), cuts).quiet(FIRST, SECOND), "a P wave is no beat"


def test_a_lead_that_drifts_away_shows_no_pause() -> None:
    assert between(rows(), drift=0.05).quiet(FIRST, SECOND), "the wander that every lead has"
    assert not between(rows(), drift=0.5).quiet(FIRST, SECOND), "without contact"


def test_where_signal_is_missing_nothing_is_a_pause() -> None:
    value = rows()
    value[11 * 120] = np.nan
    it = between(value)
    assert it.broken(FIRST, SECOND)
    assert not it.quiet(FIRST, SECOND)
    assert not it.broken(round(2 * MODEL_FS), round(3 * MODEL_FS))


def test_only_so_much_is_remembered() -> None:
    it = between(rows(seconds=20))
    assert it.broken(round(2 * MODEL_FS), round(13 * MODEL_FS)), "longer than is told of"
    it.forget()
    assert it.broken(FIRST - 240, FIRST - 120), "forgotten"


def test_the_pauses_of_a_record_are_told_and_a_gap_is_none(data_dir: object) -> None:
    record = open_record("201", data_dir=data_dir)
    first = round(340 * FS)
    signal = record.signals[first : first + round(60 * FS), 0].copy()
    reference = record.annotations.sample[np.array([s in AAMI_CLASS for s in record.annotations.symbol])]
    beats = ScoreStream.shipped(FS).push(signal).beats
    paused = np.flatnonzero(np.isfinite(beats.pause_s))
    assert len(paused) > 0
    for i in paused:
        r_peak = first + beats.index[i]
        last = reference[np.searchsorted(reference, r_peak - 50) - 1]
        assert beats.pause_s[i] == pytest.approx((r_peak - last) / FS, abs=0.1)
    longest = beats.index[paused[np.argmax(beats.pause_s[paused])]]
    signal[longest - 400 : longest - 200] = np.nan
    again = ScoreStream.shipped(FS).push(signal).beats
    after = again.index >= longest - 200
    assert np.isnan(again.pause_s[after][0])
    assert np.isnan(again.rr_s[after][0])
    assert np.isnan(again.premature[after][0])
