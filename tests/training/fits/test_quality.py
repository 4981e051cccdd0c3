"""The fit of the signal's quality tells noisy stretches from clean ones, and the noises from each other."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from assets.records.open import open_record
from models.patients.artefacts.recorded import NOISES, Half, read_noise
from models.signal.quality.weights import KIND, KIND_CONSTANT, NOISY, NOISY_CONSTANT
from training.evaluation.noise.mixing import shortened
from training.fits.quality import UNUSABLE_RATIO, Stretches, fit_kinds, fit_noisy, read_stretches


def stretches(name: str, half: Half, data_dir: Path) -> Stretches:
    noises = [read_noise(noise, data_dir) for noise in NOISES]
    return read_stretches(shortened(open_record(name, data_dir=data_dir), 900.0), 0, noises, half)


def right(given: Stretches, weights: np.ndarray, constant: float) -> float:
    """Mean of the shares of noisy stretches, and of those without noise, that are told as such."""
    odds = given.measured @ weights + constant
    noisy = given.ratio > 2 * UNUSABLE_RATIO
    return float((np.mean(odds[noisy] > 0) + np.mean(odds[given.noise < 0] <= 0)) / 2)


def test_what_is_fitted_on_records_holds_on_another(data_dir: Path) -> None:
    learnt = [stretches(name, Half.CHOOSING, data_dir) for name in ("116", "201", "208")]
    judged = stretches("119", Half.JUDGING, data_dir)
    assert right(judged, *fit_noisy(learnt)) > 0.9
    assert right(judged, NOISY, NOISY_CONSTANT) > 0.9


def test_the_shipped_weights_name_the_noise(data_dir: Path) -> None:
    judged = stretches("119", Half.JUDGING, data_dir)
    noisy = judged.ratio > UNUSABLE_RATIO
    named = (judged.measured[noisy] @ KIND.T + KIND_CONSTANT).argmax(axis=1)
    assert np.mean(named == judged.noise[noisy]) > 0.7
    fitted = fit_kinds([judged], NOISES)
    assert set(fitted) == set(NOISES)
    own = np.stack([judged.measured[noisy] @ w + c for w, c in fitted.values()], axis=1).argmax(axis=1)
    assert np.mean(own == judged.noise[noisy]) > 0.8
