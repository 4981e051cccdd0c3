"""How far a lead reaches: its complexes count, pacing spikes and single artefacts do not."""

import numpy as np
import pytest

from assets.records.demo import load_demo
from monitor.ui.strips.extent import FLAT, NOTHING, extent, silence

FS = 360.0


@pytest.fixture(scope="module")
def lead():
    return load_demo().signals[: int(10 * FS), 0]


def test_every_complex_lies_within(lead):
    found = extent(lead, FS)
    assert found.bottom <= np.quantile(lead, 0.001)
    assert found.top >= np.quantile(lead, 0.999)
    assert found.bottom < found.level < found.top


def test_an_offset_moves_it_and_does_not_stretch_it(lead):
    plain, moved = extent(lead, FS), extent(lead + 300, FS)
    assert moved.level == pytest.approx(plain.level + 300, abs=1e-3)
    assert moved.span == pytest.approx(plain.span, abs=1e-3)


@pytest.mark.parametrize("fs", [360.0, 1000.0])
def test_pacing_spikes_are_left_out(lead, fs):
    at = np.arange(0, 10, 1 / fs)
    quiet = np.interp(at, np.arange(len(lead)) / FS, lead).astype(np.float32)
    paced = quiet.copy()
    width = max(1, round(0.002 * fs))
    for start in range(round(0.1 * fs), len(paced), round(0.8 * fs)):
        paced[start : start + width] += 30
    assert extent(paced, fs).span < 1.1 * extent(quiet, fs).span


def test_one_artefact_is_left_out_and_a_tall_beat_is_not(lead):
    plain = extent(lead, FS).span
    torn, tall = lead.copy(), lead.copy()
    torn[1000:1200] += np.linspace(0, 50, 200, dtype=np.float32)
    assert extent(torn, FS).span < 1.1 * plain
    tall[1000:1040] += 1.5 * plain
    assert extent(tall, FS).span > 1.4 * plain


def test_too_little_signal_says_nothing(lead):
    assert extent(lead[:100], FS) is None
    assert extent(np.full(3600, np.nan, np.float32), FS) is None


def test_a_lead_without_signal_and_a_flat_one_are_told(lead):
    assert silence(lead, 3600, FS) == ""
    gap = lead.copy()
    gap[-720:] = np.nan
    assert silence(gap, 700, FS) == NOTHING, "all that is on screen is a gap"
    assert silence(gap, 1000, FS) == ""
    assert silence(np.full(3600, 0.2, np.float32), 3600, FS) == FLAT
    assert silence(np.full(30, np.nan, np.float32), 30, FS) == "", "it has only begun"
