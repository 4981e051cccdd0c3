"""What is said of the running models agrees with what their lanes show at the beat."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.records.demo import load_demo
from models.alerts.analyzer import Analyzer
from models.alerts.reasons import CHANNELS, Channel, Reason
from models.alerts.watcher import Block
from models.alerts.watchers.lanes import AFTER_S, BEFORE_S, Lanes
from models.pipeline import ScoreStream
from models.running.channels import ChannelRows
from tests.beats import make_beats

FS = 360.0
INDEX = np.arange(0, 4000, 3)
BEATS = make_beats([900, 1800, 2700])
LINES = {**dict.fromkeys(Channel, 1.0), Channel.FORECAST: 2.0}


def blocks(score, late, cuts=()):
    """Both lanes with these scores, which come so many samples late, cut before these samples."""
    rows = ChannelRows(INDEX, INDEX + late, np.asarray(score, np.float32), np.asarray(score, np.float32))
    for first, stop in pairwise([0, *sorted(cuts), 5000]):
        there = (rows.emitted >= first) & (rows.emitted < stop)
        part = ChannelRows(
            *(column[there] for column in (rows.index, rows.emitted, rows.expected, rows.score))
        )
        come = np.flatnonzero((BEATS.emitted >= first) & (BEATS.emitted < stop))
        yield Block(np.zeros(stop - first), stop, dict.fromkeys(CHANNELS, part), BEATS.rows(come), LINES)


def shown(score, late=0, cuts=()):
    lanes = Lanes(FS)
    told = [lanes.told(block) for block in blocks(score, late, cuts)]
    return [np.concatenate([getattr(t, name) for t in told]) for name in ("forecast", "reconstruction")]


def spike(at, height=3.0):
    return np.where(np.abs(INDEX - at) <= 6, height, -1.0)


def test_a_beat_has_how_high_its_lanes_came_as_a_multiple_of_their_lines():
    forecast, reconstruction = shown(spike(1800))
    assert forecast.tolist() == [0.0, 1.5, 0.0], "and nought where they stay below it"
    assert reconstruction.tolist() == [0.0, 3.0, 0.0]


@pytest.mark.parametrize(
    ("by_s", "seen"), [(-BEFORE_S - 0.05, False), (-BEFORE_S, True), (AFTER_S, True), (AFTER_S + 0.05, False)]
)
def test_what_lies_beside_the_beat_is_not_about_it(by_s, seen):
    forecast, _ = shown(spike(1800 + by_s * FS))
    assert (forecast[1] > 0) == seen


def test_what_had_not_come_when_the_beat_was_classified_is_not_told():
    delay = int(BEATS.emitted[1] - BEATS.index[1])
    spiked, nothing = shown(spike(1800), late=delay - 9)[0], shown(spike(1800), late=delay + 60)[0]
    assert spiked[1] == 1.5
    assert np.isnan(nothing).all()
    assert shown(spike(1800), late=delay + 20)[0][1] == 0.0, "what came before it had come"


@given(st.lists(st.integers(0, 5000), max_size=30))
def test_it_is_the_same_however_the_stream_is_cut(cuts):
    score = np.random.default_rng(0).normal(size=len(INDEX))
    np.testing.assert_array_equal(shown(score, 90, cuts), shown(score, 90))


@pytest.mark.slow
def test_every_model_that_an_alert_names_is_over_its_line_in_its_lane():
    signal = load_demo().signals[: 90 * 360, 0]
    analyzer = Analyzer(FS, ScoreStream.shipped(FS))
    analyzer.set_threshold(Channel.FORECAST, 0.6 * analyzer.thresholds[Channel.FORECAST])
    told = [analyzer.push(signal[a : a + 36]) for a in range(0, len(signal), 36)]
    events = [e for analysis in told for e in analysis.events if e.kind.has_beats]
    named = 0
    for channel, words in zip(CHANNELS, ("the forecast missed", "could not redraw"), strict=True):
        rows = ChannelRows.concatenate([analysis.rows[channel] for analysis in told])
        for event in events:
            about = (rows.index >= event.peak - BEFORE_S * FS) & (rows.index <= event.peak + AFTER_S * FS)
            over = np.nanmax(rows.score[about]) >= analyzer.thresholds[channel]
            if words in event.why():
                assert over, f"{event.why()} at {event.peak / FS:.1f} s"
                named += 1
            if event.reasons.get(Reason(channel.value), 0) >= 1:
                assert over
    assert named > 3
