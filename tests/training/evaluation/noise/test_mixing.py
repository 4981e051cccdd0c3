"""Noise of a known ratio is mixed in where the protocol says, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assets.records.record import Annotations, Record
from training.evaluation.noise.mixing import (
    NOISES,
    Half,
    Noise,
    Stress,
    noise_power,
    noisy_spans,
    read_noise,
    shortened,
)

FS = 250.0


@pytest.fixture(scope="module")
def record() -> Record:
    """Thirteen minutes of beats of 2 mV from peak to peak, each second, in two leads."""
    n = round(13 * 60 * FS)
    beats = np.arange(round(FS), n - 100, round(FS))
    signals = np.zeros((n, 2), dtype=np.float32)
    signals[beats] = 1.5
    signals[beats + 3] = -0.5
    notes = Annotations(beats.astype(np.int64), ("N",) * len(beats), ("",) * len(beats))
    return Record("made", FS, ("A", "B"), signals, notes)


@pytest.fixture(scope="module")
def noise() -> Noise:
    rng = np.random.default_rng(1)
    signals = np.column_stack([0.3 * rng.standard_normal(100_000), 0.05 * rng.standard_normal(100_000)])
    return Noise("made", FS, signals.astype(np.float32))


def test_noise_comes_after_five_minutes_and_in_turn(record: Record, noise: Noise) -> None:
    added = Stress(noise, 6.0)(record).signals - record.signals
    noisy = np.abs(added).max(axis=1) > 0
    minutes = noisy.reshape(13, -1).mean(axis=1)
    np.testing.assert_allclose(minutes, [0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0], atol=1e-3)
    assert noisy_spans(record.n_samples, FS)[0] == (75_000, 105_000)


@pytest.mark.parametrize("ratio_db", [24.0, 0.0, -6.0])
def test_each_lead_gets_the_ratio_that_is_asked_for(record: Record, noise: Noise, ratio_db: float) -> None:
    added = Stress(noise, ratio_db)(record).signals - record.signals
    for lead in range(2):
        own = added[75_000:105_000, lead]
        # The signal's power is that of a sine that swings as far as the QRS complexes: 2 mV.
        assert 10 * np.log10(2.0**2 / 8 / noise_power(own, FS)) == pytest.approx(ratio_db, abs=0.1)


def test_the_noise_s_power_is_of_its_seconds_and_not_of_its_wander() -> None:
    time = np.arange(round(60 * FS)) / FS
    tone = np.sqrt(2) * 0.2 * np.sin(2 * np.pi * 25 * time)
    assert noise_power(tone, FS) == pytest.approx(0.04, rel=1e-3)
    assert noise_power(tone + np.floor(time), FS) == pytest.approx(0.04, rel=1e-3)
    with pytest.raises(ValueError, match="less than one"):
        noise_power(tone[:100], FS)


def test_what_is_chosen_on_is_not_judged_on(record: Record, noise: Noise) -> None:
    marked = Noise("made", FS, np.repeat([[1.0], [2.0]], 50_000, axis=0).astype(np.float32))
    assert set(marked.part(Half.CHOOSING).signals.ravel()) == {1.0}
    assert set(marked.part(Half.JUDGING).signals.ravel()) == {2.0}
    one, other = (Stress(noise, 6.0, half)(record).signals for half in Half)
    assert np.abs(one - other).max() > 0.1
    np.testing.assert_array_equal(other, Stress(noise, 6.0, Half.JUDGING)(record).signals)


def test_a_record_is_shortened_with_its_annotations(record: Record) -> None:
    short = shortened(record, 60.0)
    assert short.n_samples == 60 * FS
    assert short.annotations is not None
    assert len(short.annotations.sample) == len(short.annotations.symbol) == 59
    assert shortened(record, 1e6).n_samples == record.n_samples


def test_the_noise_records_are_read_and_brought_to_a_rate(data_dir: Path) -> None:
    for name in NOISES:
        read = read_noise(name, data_dir)
        assert read.signals.shape == (650_000, 2)
        assert read.fs == 360
    slower = read.at(128.0)
    assert len(slower.signals) / 128 == pytest.approx(650_000 / 360, abs=0.1)
    band = [noise_power(n.signals[:, 0], n.fs) for n in (read, slower)]
    assert 0.3 < band[1] / band[0] <= 1.0
