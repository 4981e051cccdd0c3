"""A lead that shows hardly any signal while another shows beats."""

import numpy as np
import pytest

from models.leads.faint import FaintLeads
from models.signal.frontend import FrontEndRows
from models.signal.states import FAINT, State, StateKind

ROWS = 120


def rows(value, valid=None, first=0):
    n = len(value)
    index = np.arange(first, first + n, dtype=np.int64) * 3
    good = np.ones(n, dtype=bool) if valid is None else valid
    return FrontEndRows(index, index + 12, value.astype(np.float32), np.zeros(n, np.float32), good)


def heart(seconds, height=1.0, seed=0):
    """Beats at 75 a minute in a little noise."""
    value = np.random.default_rng(seed).normal(0, 0.005, seconds * ROWS)
    for at in range(40, len(value) - 6, 96):
        value[at : at + 6] += height * np.hanning(6)
    return value


def told(leads, cut=None, qualities=None, valid=None):
    """Give each lead's states as they were told last, by start."""
    finder, n = FaintLeads(len(leads)), len(leads[0])
    found = [{} for _ in leads]
    for first in range(0, n, cut or n):
        stop = min(n, first + (cut or n))
        given = [
            rows(lead[first:stop], None if valid is None else valid[first:stop], first) for lead in leads
        ]
        said = finder.push(given, qualities or [()] * len(leads))
        for own, states in zip(found, said, strict=True):
            own.update({state.start: state for state in states})
    return [list(own.values()) for own in found]


def without(value, begin, end, seed=9):
    """The same with an electrode off from one second to another: noise is left."""
    off = value.copy()
    off[begin * ROWS : end * ROWS] = np.random.default_rng(seed).normal(0, 0.008, (end - begin) * ROWS)
    return off


def test_a_lead_that_is_off_for_four_seconds_is_told_for_these():
    good = heart(40)
    one, other = told([good, without(good, 20, 24)])
    assert one == []
    (state,) = other
    assert (state.kind, state.why) == (StateKind.DOUBTFUL, FAINT)
    assert state.start / 360 == pytest.approx(20, abs=0.6)
    assert state.end / 360 == pytest.approx(24, abs=0.6)
    assert 22 <= state.known / 360 < 23


def test_a_line_without_beats_is_no_leads_fault():
    good = heart(40)
    assert told([without(good, 20, 30), without(good, 20, 30, seed=3)]) == [[], []]


def test_a_slow_heart_and_a_gap_are_none():
    slow = heart(40)
    slow[20 * ROWS : 23 * ROWS] = 0.0
    assert told([slow, slow * 0.5]) == [[], []]
    good = heart(40)
    missing = np.ones(len(good), dtype=bool)
    missing[20 * ROWS : 24 * ROWS] = False
    assert told([good, without(good, 20, 24)], valid=missing) == [[], []]


def test_what_is_told_of_the_signal_otherwise_is_not_told_again():
    good = heart(40)
    noisy = State(StateKind.UNUSABLE, 0, 40 * 360, 0, None)
    assert told([good, without(good, 20, 24)], qualities=[(), (noisy,)]) == [[], []]


@pytest.mark.parametrize("cut", [1, 7, 60, 997])
def test_it_is_the_same_however_the_stream_is_cut(cut):
    good = heart(30)
    leads = [good, without(without(good, 8, 13), 20, 24)]
    assert told(leads, cut) == told(leads)
    assert len(told(leads)[1]) == 2
