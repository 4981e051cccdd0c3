"""Noise of a known ratio is mixed in where the protocol says, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest

from assets.records.record import Annotations, Record
from models.patients.artefacts.ratio import noise_power
from models.patients.artefacts.recorded import Half, Noise
from training.evaluation.noise.mixing import Stress, noisy_spans, shortened

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


def test_what_is_chosen_on_is_not_judged_on(record: Record, noise: Noise) -> None:
    one, other = (Stress(noise, 6.0, half)(record).signals for half in Half)
    assert np.abs(one - other).max() > 0.1
    np.testing.assert_array_equal(other, Stress(noise, 6.0, Half.JUDGING)(record).signals)


def test_a_record_is_shortened_with_its_annotations(record: Record) -> None:
    short = shortened(record, 60.0)
    assert short.n_samples == 60 * FS
    assert short.annotations is not None
    assert len(short.annotations.sample) == len(short.annotations.symbol) == 59
    assert shortened(record, 1e6).n_samples == record.n_samples
