"""The real noise is read, halved and brought to a rate."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from models.patients.artefacts.ratio import noise_power
from models.patients.artefacts.recorded import NOISES, Half, Noise, read_noise


def test_its_halves_share_nothing() -> None:
    marked = Noise("made", 250.0, np.repeat([[1.0], [2.0]], 50_000, axis=0).astype(np.float32))
    assert set(marked.part(Half.CHOOSING).signals.ravel()) == {1.0}
    assert set(marked.part(Half.JUDGING).signals.ravel()) == {2.0}


def test_the_noise_records_are_read_and_brought_to_a_rate(data_dir: Path) -> None:
    for name in NOISES:
        read = read_noise(name, data_dir)
        assert read.signals.shape == (650_000, 2)
        assert read.fs == 360
    slower = read.at(128.0)
    assert len(slower.signals) / 128 == pytest.approx(650_000 / 360, abs=0.1)
    band = [noise_power(n.signals[:, 0], n.fs) for n in (read, slower)]
    assert 0.3 < band[1] / band[0] <= 1.0
