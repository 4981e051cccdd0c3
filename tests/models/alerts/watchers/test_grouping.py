"""Provisional alerts are the same however scores arrive."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.alerts.kinds import Kind
from models.alerts.reasons import Channel
from models.alerts.watchers.grouping import Grouper

FS = 360.0
F, R = Channel.FORECAST, Channel.RECONSTRUCTION
DELAY = {F: 12, R: 60}


def rows(score, channel):
    index = np.arange(len(score), dtype=np.int64) * 3
    return index, index + DELAY[channel], np.asarray(score, dtype=np.float32)


def run(scores, cuts, threshold=1.0):
    """Feed both channels, cut at the given emission times, and collect the alerts."""
    grouper = Grouper(FS)
    arrays = {c: rows(s, c) for c, s in scores.items()}
    events = []
    last = max(int(a[1][-1]) for a in arrays.values()) + 1
    previous = -1
    for cut in [*sorted(cuts), last]:
        for c, (index, emitted, score) in arrays.items():
            new = (emitted > previous) & (emitted <= cut)
            grouper.add(c, index[new], emitted[new], score[new], threshold)
        previous = cut
        events += grouper.take_complete()
    return events + grouper.take_rest()


def bumps(n, *at):
    score = np.zeros(n)
    for start, length, height in at:
        score[start : start + length] = height
    return score


def test_a_crossing_in_both_channels_is_one_alert_with_both_reasons():
    events = run({F: bumps(500, (100, 10, 4)), R: bumps(500, (110, 20, 6))}, [])
    assert len(events) == 1
    event = events[0]
    assert event.kind is Kind.PROVISIONAL
    assert event.provisional
    assert (event.start, event.peak, event.end) == (300, 330, 387)
    assert event.scores == {F: 4.0, R: 6.0}
    assert "forecast missed (4.0" in event.why()
    assert "autoencoder could not redraw it (6.0" in event.why()


def test_one_channel_alone_names_itself():
    assert set(run({F: bumps(500, (100, 5, 2)), R: bumps(500)}, [])[0].scores) == {F}
    assert set(run({F: bumps(500), R: bumps(500, (100, 5, 2))}, [])[0].scores) == {R}


def test_two_beats_a_fast_rr_apart_are_two_alerts():
    assert len(run({F: bumps(500, (100, 10, 4), (160, 10, 4)), R: bumps(500)}, [])) == 2


def test_an_alert_is_complete_only_when_no_channel_can_add_to_it():
    events = run({F: bumps(500, (100, 10, 4)), R: bumps(500)}, [])
    assert events[0].emitted == 327 + 90 + 3 + DELAY[R]


def test_nan_never_alerts():
    score = np.full(300, np.nan)
    assert run({F: score, R: score}, []) == []


spans = st.lists(st.tuples(st.integers(0, 380), st.integers(1, 40), st.floats(0.5, 9, width=32)), max_size=8)


@given(forecast=spans, reconstruction=spans, cuts=st.lists(st.integers(0, 1200), max_size=60))
def test_alerts_do_not_depend_on_the_cuts(forecast, reconstruction, cuts):
    scores = {F: bumps(400, *forecast), R: bumps(400, *reconstruction)}
    key = [(e.kind, e.start, e.peak, e.end, e.scores) for e in run(scores, [])]
    cut = run(scores, cuts)
    assert [(e.kind, e.start, e.peak, e.end, e.scores) for e in cut] == key
    complete = [e.emitted for e in run(scores, [])]
    assert [e.emitted for e in cut] == complete
