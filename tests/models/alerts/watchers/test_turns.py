"""Ectopic beats that take turns with others: one alert stands for them, and holds them."""

import numpy as np
import pytest

from models.alerts.kinds import Kind
from models.alerts.reasons import Channel
from models.alerts.watcher import Block
from models.alerts.watchers.ectopy import BeatWatch
from models.signal.states import State, StateKind
from tests.made_heart import FS, beats

THRESHOLDS = dict.fromkeys(Channel, 1.0)


@pytest.fixture(scope="module")
def found():
    """From the fourth beat on every second one is ectopic, and two in a row at the end."""
    r_peaks = np.arange(1000, 8001, 250)
    made = beats(r_peaks, np.full(len(r_peaks), 250 / FS))
    made.score[3:24:2] = 3.0
    made.score[26:28] = 3.0
    return made


def pushed(found, kind, cuts):
    """What the watcher says of the beats, cut at these samples; the turns are known with the third one."""
    known, over, end = int(found.emitted[7]), int(found.emitted[25]), int(found.index[23])
    watch, events, first = BeatWatch(FS), [], 0
    for stop in (*cuts, 9000):
        some = found.rows(np.flatnonzero((found.emitted >= first) & (found.emitted < stop)))
        states = ()
        if known < stop and over >= first:
            ended = over < stop
            states = (State(kind, 1750, end if ended else stop - 1, known, over if ended else None),)
        events += watch.push(Block(np.zeros(stop - first), stop, {}, some, THRESHOLDS, (), states))
        if states and states[0].over is None:
            assert watch.open is not None
            assert set(watch.open.beats) <= set(found.index[7:24:2].tolist())
        first = stop
    return events + watch.finish()


@pytest.mark.parametrize(
    ("state", "kind"), [(StateKind.BIGEMINY, Kind.BIGEMINY), (StateKind.TRIGEMINY, Kind.TRIGEMINY)]
)
def test_one_alert_stands_for_them_and_holds_them(found, state, kind):
    events = sorted(pushed(found, state, ()), key=lambda e: e.emitted)
    assert [e.kind for e in events] == [Kind.ECTOPIC, Kind.ECTOPIC, kind, Kind.PAIR]
    r_peaks = found.index.tolist()
    assert [e.beats for e in events] == [
        (r_peaks[3],),
        (r_peaks[5],),
        tuple(r_peaks[7:24:2]),
        (r_peaks[26], r_peaks[27]),
    ], "each beat is in one alert: those before it was known, and a pair after it, have their own"
    assert (events[2].start, events[2].end) == (1750, r_peaks[23])


@pytest.mark.parametrize("step", [97, 250, 1000])
def test_however_the_stream_is_cut(found, step):
    whole = sorted(pushed(found, StateKind.BIGEMINY, ()), key=lambda e: (e.emitted, e.start))
    cut = pushed(found, StateKind.BIGEMINY, range(step, 9000, step))
    assert sorted(cut, key=lambda e: (e.emitted, e.start)) == whole
