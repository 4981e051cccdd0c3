"""Strips of what is measured beside the ECG."""

import numpy as np
import pytest

from assets.sources.source import Lead, LeadKind
from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.strips.timeline import Timeline
from monitor.ui.strips.vital import VitalStrip

FS = 125.0
ABP = Lead("ABP", "mmHg", LeadKind.PRESSURE)
PLETH = Lead("PLETH", "mV", LeadKind.PLETH)


@pytest.fixture
def make(qtbot):
    def of(lead, wave):
        timeline = Timeline()
        timeline.fs, timeline.head = FS, len(wave)
        timeline.fit(800)
        strip = VitalStrip(timeline, DARK, lambda a, b: wave[a:b], lambda theme: theme.pressure, lead)
        qtbot.addWidget(strip)
        strip.resize(800, 90)
        return strip

    return of


def wave(low, high, seconds=20):
    time = np.arange(0, seconds, 1 / FS)
    return ((high + low) / 2 + (high - low) / 2 * np.sin(2 * np.pi * 1.2 * time)).astype(np.float32)


def look(strip):
    strip.measure()
    strip.settle()


def test_the_range_of_a_pressure_is_round_and_holds_it(make):
    strip = make(ABP, wave(72, 118))
    look(strip)
    assert strip.shown_range == (60.0, 120.0)
    assert strip.range_words == "60–120 mmHg"
    heights = strip.height_of(np.array([72.0, 118.0]))
    assert 0 < heights[1] < heights[0] < 90


def test_the_range_stays_while_the_signal_fills_some_of_it(make):
    signal = wave(72, 118)
    strip = make(ABP, signal)
    look(strip)
    signal[:] = wave(80, 110)
    look(strip)
    assert strip.shown_range == (60.0, 120.0)
    signal[:] = wave(70, 150)
    look(strip)
    assert strip.shown_range[1] >= 150
    signal[:] = wave(20, 30)
    look(strip)
    assert strip.shown_range[1] <= 40


def test_small_pulses_of_an_artery_are_small_and_an_arrest_lies_at_the_foot(make):
    signal = wave(57, 66)
    strip = make(ABP, signal)
    look(strip)
    low, high = strip.shown_range
    assert low <= 57 < 66 <= high
    assert high - low >= 40
    signal[:] = wave(14.9, 15.1)
    look(strip)
    assert strip.shown_range == (0.0, 40.0)


def test_noise_where_nothing_pulses_is_a_line(make):
    strip = make(Lead("PLETH", "NU", LeadKind.PLETH), wave(-0.01, 0.01))
    look(strip)
    heights = strip.height_of(np.array([-0.01, 0.01]))
    assert abs(heights[0] - heights[1]) < 10


def test_what_is_nearly_still_is_not_blown_up(make):
    signal = wave(-1, 1)
    strip = make(PLETH, signal)
    look(strip)
    signal[:] = wave(-1e-6, 1e-6)
    look(strip)
    heights = strip.height_of(np.array([-1e-6, 1e-6]))
    assert abs(heights[0] - heights[1]) < 2


def test_it_is_drawn_in_its_colour_in_both_themes(make):
    strip = make(ABP, wave(72, 118))
    look(strip)
    for theme in (DARK, LIGHT):
        strip.restyle(theme)
        strip.rebuild()
        picture = strip.grab().toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(0, 700, 3) for y in range(90)}
        assert theme.pressure in colours


def test_a_lost_lead_says_so(make):
    strip = make(ABP, np.full(2500, np.nan, np.float32))
    look(strip)
    assert strip.accessibleDescription() == "no signal"
    assert strip.shown_range is None
