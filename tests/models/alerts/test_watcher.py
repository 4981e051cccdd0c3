"""Every watcher that the analyzer holds keeps to the one interface."""

import numpy as np
import pytest

from models.alerts.course import CourseWatch
from models.alerts.ectopy import BeatWatch
from models.alerts.gaps import GapWatch
from models.alerts.reasons import CHANNELS, Channel
from models.alerts.watcher import Block
from models.beats.scores import BeatScores
from models.running.channels import ChannelRows

FS = 360.0
START, STEP, N = 5000, 500, 6000
WATCHERS = (BeatWatch, CourseWatch, GapWatch)
THRESHOLDS = dict.fromkeys(Channel, 1.0)


@pytest.fixture(scope="module")
def blocks():
    """Blocks with an ectopic beat, a course without beats that the models miss, and a gap up to the end."""
    signal, score = np.zeros(N, np.float32), np.zeros(N, np.float32)
    score[1500:2400] = 3.0
    signal[4000:] = np.nan
    at, one = np.array([START + 400]), np.ones(1, np.float32)
    beat = BeatScores(at, at + 126, 2 * one, one, one, one, one, 0 * one, one, one)
    made = []
    for first in range(0, N, STEP):
        index = np.arange(first, first + STEP, 5)
        rows = ChannelRows(START + index, START + index, signal[index], score[index])
        beats = beat if first == STEP else BeatScores.none()
        stop = START + first + STEP
        made.append(
            Block(signal[first : first + STEP], stop, dict.fromkeys(CHANNELS, rows), beats, THRESHOLDS)
        )
    return made


def told(watcher, blocks):
    return [event for block in blocks for event in watcher.push(block)] + watcher.finish()


@pytest.mark.parametrize("make", WATCHERS)
def test_a_watcher_speaks_in_the_source_s_time_base(make, blocks):
    watcher = make(FS)
    watcher.start_at(START)
    events = told(watcher, blocks)
    assert len(events) == 1
    assert START <= events[0].start <= events[0].peak <= events[0].end <= events[0].emitted < blocks[-1].stop


@pytest.mark.parametrize("make", WATCHERS)
def test_a_watcher_that_starts_again_has_forgotten_everything(make, blocks):
    watcher, fresh = make(FS), make(FS)
    fresh.start_at(START)
    for stop in (2, 5, len(blocks)):
        watcher.start_at(START)
        told(watcher, blocks[:stop])
    watcher.start_at(START)
    assert watcher.open is None
    assert told(watcher, blocks) == told(fresh, blocks)


@pytest.mark.parametrize("make", WATCHERS)
def test_a_block_without_news_brings_none(make):
    watcher = make(FS)
    watcher.start_at(START)
    quiet = Block(np.zeros(100), START + 100, {}, BeatScores.none(), THRESHOLDS)
    assert told(watcher, [quiet]) == []
    assert watcher.open is None
