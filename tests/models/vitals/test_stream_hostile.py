"""Whatever a lead holds, the readings go on, and a figure is a number or none."""

import numpy as np
import pytest

from assets.sources.source import Lead, LeadKind
from models.vitals.stream import VitalsStream

LEADS = (
    Lead("ABP", "mmHg", LeadKind.PRESSURE),
    Lead("CVP", "mmHg", LeadKind.PRESSURE),
    Lead("PLETH", "NU", LeadKind.PLETH),
    Lead("RESP", "Ohm", LeadKind.RESPIRATION),
    Lead("SpO2", "%", LeadKind.NUMERIC),
)

SIGNALS = {
    "noise": lambda rng, t: rng.normal(size=len(t)) * 10.0 ** rng.integers(-6, 6),
    "one value": lambda rng, t: np.full(len(t), rng.normal()),
    "nothing": lambda rng, t: np.full(len(t), np.nan),
    "wander": lambda rng, t: np.cumsum(rng.normal(size=len(t))),
    "falling": lambda rng, t: -t,
    "fading": lambda rng, t: np.exp(-t),
    "tiny wave": lambda rng, t: 1e-8 * np.sin(7 * t),
    "spikes": lambda rng, t: np.where(rng.random(len(t)) < 0.02, 1e30, 0.0),
    "full of gaps": lambda rng, t: np.where(rng.random(len(t)) < 0.3, np.nan, np.sin(7 * t)),
    "coarse": lambda rng, t: np.round(5 * np.sin(6 * t)) / 5,
    "infinite": lambda rng, t: np.where(rng.random(len(t)) < 0.01, np.inf, np.sin(7 * t)),
    "comes and goes": lambda rng, t: np.where(t % 5 < 2, np.nan, 80 + 20 * np.sin(7 * t)),
}


@pytest.mark.parametrize("fs", [100.0, 360.0])
@pytest.mark.parametrize("kind", SIGNALS)
def test_no_signal_stops_the_readings(kind, fs):
    rng = np.random.default_rng(4)
    time = np.arange(0, 34, 1 / fs)
    with np.errstate(over="ignore"):
        samples = np.column_stack([SIGNALS[kind](rng, time) for _ in LEADS]).astype(np.float32)
    stream, rows = VitalsStream(fs, LEADS, 12_345), 0
    for start in range(0, len(samples), 777):
        readings = stream.push(samples[start : start + 777])
        rows += len(readings)
        assert not np.isinf(readings.values).any()
    assert rows in (33, 34)
