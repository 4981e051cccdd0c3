"""The fit of the signal's quality: real noise mixed into records at known ratios, and what it looks like.

The front end is linear, so that noise is mixed in behind it: rows of a record plus rows of a noise, whose
ratio is then known stretch by stretch. The first half of each noise's time is learnt from.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.records.record import Record
from models.patients.artefacts.ratio import RATIOS_DB, noise_gain, noise_power
from models.patients.artefacts.recorded import Half, Noise
from models.signal.frontend import MODEL_FS, FrontEnd
from models.signal.quality.features import (
    HOP_ROWS,
    NAMES,
    USUAL,
    WINDOW_ROWS,
    measure,
    relative,
    usual_height,
)
from training.evaluation.robustness import record_power

TURN_S = 60.0
"""With and without noise in turn, for so many s each."""

UNUSABLE_RATIO = 0.35
"""A stretch counts as noisy where the noise that the front end lets through has this share of the QRS
complexes' amplitude or more (9 dB)."""

RIDGE = 1.0
"""Penalty on the squared weights, of measures of variance 1."""

_SEED = 10

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Stretches:
    """Stretches of one lead, measured.

    Attributes
    ----------
    measured : ndarray of float64, shape (n, measures)
        As `models.signal.quality.features.measure` gives them.
    ratio : ndarray of float64, shape (n,)
        Deviation of the noise behind the front end as a share of the QRS complexes' amplitude; 0 without.
    noise : ndarray of int64, shape (n,)
        Number of the noise that was mixed in, -1 for none.
    """

    measured: Array
    ratio: Array
    noise: npt.NDArray[np.int64]


def read_stretches(record: Record, lead: int, noises: Sequence[Noise], half: Half) -> Stretches:
    """Mix noises into a lead, in turn with stretches without any, and measure.

    Raises
    ------
    ValueError
        If the record has no beats to take the signal's power from.
    """
    signal = record.signals[:, lead].astype(np.float64)
    rows, power = FrontEnd(record.fs).push(signal), record_power(record, signal)
    value, drift = rows.value.astype(np.float64), rows.baseline.astype(np.float64)
    added, which = np.zeros(len(rows)), np.full(len(rows), -1)
    rng = np.random.default_rng([_SEED, zlib.crc32(record.name.encode()), lead])
    turn = round(TURN_S * MODEL_FS)
    parts = [noise.part(half) for noise in noises]
    behind = [[FrontEnd(n.fs).push(n.signals[:, c]) for c in range(n.signals.shape[1])] for n in parts]
    for start in range(turn, len(rows), 2 * turn):
        kind, ratio_db = int(rng.integers(len(parts))), RATIOS_DB[int(rng.integers(len(RATIOS_DB)))]
        channel = int(rng.integers(len(behind[kind])))
        noise, of = behind[kind][channel], parts[kind]
        n = min(turn, len(rows) - start)
        at = int(rng.integers(round(2 * MODEL_FS), len(noise) - n))
        gain = noise_gain(power, noise_power(of.signals[:, channel], of.fs), ratio_db)
        added[start : start + n] = gain * noise.value[at : at + n]
        drift[start : start + n] += gain * noise.baseline[at : at + n]
        which[start : start + n] = kind
    windows = _windows(value + added)
    noisy = _windows(which)
    whole = _windows(rows.valid & np.isfinite(value)).all(axis=1)
    measured = np.full((len(windows), len(NAMES) - 1), np.nan)
    measured[whole] = measure(windows[whole], _windows(drift)[whole])
    heights = np.concatenate([np.full(USUAL - 1, np.nan), measured[:, -1]])
    usual = usual_height(np.lib.stride_tricks.sliding_window_view(heights, USUAL))
    usable = whole & (noisy[:, 0] == noisy[:, -1])
    deviation = np.sqrt((_windows(added)[usable] ** 2).mean(axis=1))
    given = relative(measured[usable], usual[usable])
    return Stretches(given, deviation / np.sqrt(power), noisy[usable, 0])


def fit_noisy(parts: Sequence[Stretches]) -> tuple[Array, float]:
    """Fit the log-odds that a stretch is noisy, a logistic regression.

    Returns
    -------
    weights : ndarray of float64, shape (measures,)
    constant : float
    """
    x = np.concatenate([part.measured for part in parts])
    y = np.concatenate([part.ratio for part in parts]) > UNUSABLE_RATIO
    return _logistic(x, y.astype(np.float64))


def fit_kinds(parts: Sequence[Stretches], names: Sequence[str]) -> Mapping[str, tuple[Array, float]]:
    """Fit, for each noise, the log-odds that a noisy stretch is of it rather than of another."""
    x = np.concatenate([part.measured for part in parts])
    ratio = np.concatenate([part.ratio for part in parts])
    noise = np.concatenate([part.noise for part in parts])
    noisy = ratio > UNUSABLE_RATIO
    return {name: _logistic(x[noisy], (noise[noisy] == i).astype(np.float64)) for i, name in enumerate(names)}


def _windows(rows: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return np.lib.stride_tricks.sliding_window_view(rows, WINDOW_ROWS)[::HOP_ROWS]


def _logistic(x: Array, y: Array) -> tuple[Array, float]:
    """Fit by Newton's method, on measures brought to mean 0 and variance 1."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = np.column_stack([(x - mean) / spread, np.ones(len(x))])
    penalty = np.diag([RIDGE] * x.shape[1] + [0.0])
    weights = np.zeros(z.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(z @ weights, -30, 30)))
        gradient = z.T @ (y - p) - penalty @ weights
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + penalty, gradient)
        weights = weights + step
        if np.abs(step).max() < 1e-8:
            break
    own = weights[:-1] / spread
    return own, float(weights[-1] - own @ mean)
