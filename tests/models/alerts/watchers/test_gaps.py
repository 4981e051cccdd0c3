"""A lead that falls silent is announced, however the stream is cut."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.alerts.kinds import Kind
from models.alerts.watcher import Block
from models.alerts.watchers.gaps import GapWatch
from models.beats.scores import BeatScores

FS = 360.0


def block(samples):
    return Block(samples, 0, {}, BeatScores.none(), {})


@given(cuts=st.lists(st.integers(0, 2000), max_size=30))
def test_a_gap_is_found_whatever_the_chunks(cuts):
    signal = np.zeros(2000)
    signal[500:520] = np.nan
    signal[900:1400] = np.nan
    watch = GapWatch(FS)
    events = []
    for part in np.split(signal, sorted(cuts)):
        events += watch.push(block(part))
    assert [(e.kind, e.start, e.end) for e in events] == [(Kind.GAP, 900, 1399)]
    assert events[0].technical
    assert watch.open is None


def test_a_gap_that_lasts_is_open():
    watch = GapWatch(FS)
    watch.start_at(1000)
    watch.push(block(np.full(400, np.nan)))
    assert watch.open is not None
    assert watch.open.start == 1000
    assert watch.finish() == [watch.open], "at the end of the stream it is told"


@pytest.mark.parametrize("n", [1, 100, 180])
def test_a_short_gap_is_not_announced(n):
    watch = GapWatch(FS)
    silent = np.concatenate([np.zeros(50), np.full(n, np.nan), np.zeros(50)])
    assert watch.push(block(silent)) == []
    assert watch.finish() == []
