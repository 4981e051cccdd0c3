from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from assets.records.record import Record
from training.evaluation.robustness import CONDITIONS, Condition, band_noise, record_power

MakeRecord = Callable[..., Record]


def test_gain_and_lead_and_sign(make_record: MakeRecord) -> None:
    record = make_record(20)
    np.testing.assert_array_equal(Condition(gain=-1.0)(record).signals[:, 0], -record.signals[:, 0])
    np.testing.assert_array_equal(Condition(gain=2.0)(record).signals[:, 0], 2 * record.signals[:, 0])
    second = Condition(lead=1)(record)
    assert second.leads == ("V1",)
    np.testing.assert_array_equal(second.signals[:, 0], record.signals[:, 1])
    with pytest.raises(ValueError, match="has no lead 3"):
        Condition(lead=2)(record)


def test_resampling_moves_the_annotations_with_the_signal(make_record: MakeRecord) -> None:
    record = make_record(20)
    slow = Condition(fs=250.0)(record)
    assert slow.fs == 250.0
    assert slow.duration == pytest.approx(record.duration, abs=0.01)
    assert slow.annotations is not None
    assert record.annotations is not None
    at = slow.annotations.sample[1:]
    np.testing.assert_allclose(at / 250.0, record.annotations.sample[1:] / record.fs, atol=0.003)
    assert (slow.signals[at, 0] > 0.8).all(), "the R peaks are where the annotations are"


@pytest.mark.parametrize("ratio", [24.0, 12.0])
def test_noise_has_the_stated_power_and_is_the_same_each_time(make_record: MakeRecord, ratio: float) -> None:
    record = make_record(60)
    clean = record.signals[:, 0].astype(float)
    for condition in (Condition(wander_db=ratio), Condition(muscle_db=ratio)):
        noisy = condition(record).signals[:, 0]
        noise = noisy - clean
        measured = 10 * np.log10(record_power(record, clean) / np.mean(noise**2))
        assert measured == pytest.approx(ratio, abs=0.5)
        np.testing.assert_array_equal(condition(record).signals[:, 0], noisy)
        assert not np.allclose(condition(replace(record, name="other")).signals[:, 0], noisy)


def test_noise_stays_in_its_band() -> None:
    noise = band_noise(36_000, 360.0, (20.0, 150.0), np.random.default_rng(0))
    power = np.abs(np.fft.rfft(noise)) ** 2
    hz = np.fft.rfftfreq(36_000, 1 / 360)
    assert power[(hz > 15) & (hz < 160)].sum() > 0.95 * power.sum()
    assert band_noise(1000, 128.0, (20.0, 150.0), np.random.default_rng(0)).std() == pytest.approx(1)


def test_every_condition_of_the_table_can_be_applied(make_record: MakeRecord) -> None:
    assert len(CONDITIONS) == 9
    for condition in CONDITIONS.values():
        assert np.isfinite(condition(make_record(20)).signals).all()
