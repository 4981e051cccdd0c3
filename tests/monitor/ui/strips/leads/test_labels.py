"""The label of a row: the gain in words fits beside its calibration pulse."""

import numpy as np
import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from monitor.ui.kit.theme import DARK, SMALL
from monitor.ui.strips.extent import Extent
from monitor.ui.strips.leads.labels import CUT, LABEL_PX, NARROW_PX, PULSE_PX, RowLabel
from monitor.ui.strips.scale import GAINS, PaperScale
from monitor.ui.strips.strip import LEAST_HEIGHT, Strip
from monitor.ui.strips.timeline import Timeline
from tests.monitor.conftest import pixels


@pytest.mark.parametrize("gain", [GAINS[0] / 2, *GAINS])
def test_every_usual_gain_fits_beside_the_pulse(qapp, gain):
    font = QFont(qapp.font())
    font.setPixelSize(SMALL)
    assert QFontMetricsF(font).horizontalAdvance(f"{gain:g} mm/mV") <= LABEL_PX - PULSE_PX


def test_a_gain_of_many_figures_is_said_in_three(qapp):
    timeline = Timeline(360, PaperScale(gain=GAINS[0] / 256))
    strip = Strip(timeline, DARK, lambda *_: np.zeros(0, np.float32), 0, lambda *_: [])
    strip.resize(300, 120)
    label = RowLabel("II", "", "#ffffff", DARK, strip)
    label.resize(label.width(), 120)
    assert f"{GAINS[0] / 256:.3g}" in " ".join(label.said).split()


@pytest.mark.parametrize("height", [LEAST_HEIGHT, 50, 70, 120])
@pytest.mark.parametrize("narrow", [False, True])
def test_a_lead_that_is_cut_says_so_in_its_own_cell(qapp, narrow, height):
    timeline = Timeline(360, PaperScale(gain=20.0))
    strip = Strip(timeline, DARK, lambda *_: np.zeros(0, np.float32), 0, lambda *_: [])
    strip.resize(300, height)
    label = RowLabel("aVR", "", "#ffffff", DARK, strip, narrow=narrow)
    label.resize(label.width(), height)
    assert "cut off" not in label.said
    strip.extent = Extent(0.0, -50.0, 50.0)
    label.refresh()
    assert "cut off" in label.said
    if height == 120:
        assert [words.replace("mm/mV", "").strip() for words in label.said if "20" in words] == ["20"]


def test_the_words_for_a_cut_lead_fit_between_two_columns(qapp):
    font = QFont(qapp.font())
    font.setPixelSize(SMALL)
    assert QFontMetricsF(font).horizontalAdvance(CUT) <= NARROW_PX - 2


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("px_per_mm", [3.0, 3.78, 4.2])
def test_the_pulse_is_as_wide_as_on_the_paper(qapp, px_per_mm, narrow):
    timeline = Timeline(360, PaperScale(px_per_mm=px_per_mm, gain=5.0))
    strip = Strip(timeline, DARK, lambda *_: np.zeros(0, np.float32), 0, lambda *_: [])
    strip.resize(300, 120)
    label = RowLabel("II", "", "#ffffff", DARK, strip, narrow=narrow)
    label.resize(label.width(), 120)
    image = pixels(label.grab().toImage())
    lit = np.abs(image - image[-1, 0]).max(axis=2) > 60
    tops = [row for row in lit[40:] if row.sum() >= 8]
    columns = np.flatnonzero(tops[0])
    assert np.ptp(columns) == pytest.approx(5 * px_per_mm, abs=1.6)
