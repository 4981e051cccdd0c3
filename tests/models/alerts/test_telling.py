"""Where the heart flutters the signal is not called disturbed; what disturbs it otherwise is told."""

from dataclasses import replace

import numpy as np
import pytest

from assets.records.open import open_record
from models.alerts.analyzer import Analyzer
from models.alerts.telling import LATE_S, Telling
from models.alerts.watcher import Block
from models.beats.scores import BeatScores
from models.leads.stream import FusedStream
from models.signal.states import State, StateKind, Topic
from monitor.stream.states import StateLog

FS = 360.0
FLUTTER = State(StateKind.FLUTTER, 3000, 6000, 4200, 6900)
MOTION = State(StateKind.UNUSABLE, 3300, 5000, 3900, 5000, "electrode motion", "II")


def log(states, step):
    """What stays told of these states when the stream comes in pieces."""
    telling, kept = Telling(FS), StateLog(FS)
    for first in range(0, 12_000, step):
        stop = first + step
        now = [
            s if s.over < stop else replace(s, end=min(s.end, stop - 1), over=None)
            for s in states
            if s.known < stop and s.over >= first
        ]
        block = Block(np.zeros(step), stop, {}, BeatScores.none(), {}, (), tuple(now))
        kept.take(telling.take(block, now), stop)
    return [(s.kind, s.start, s.end) for s in kept]


WHOLE = [(StateKind.FLUTTER, 3000, 6000)]


@pytest.mark.parametrize("step", [100, 500, 12_000])
def test_what_flutter_was_taken_for_is_withdrawn(step):
    over_before_it_was_known = replace(MOTION, lead="V1", end=4000, over=4100)
    assert log([FLUTTER, over_before_it_was_known, MOTION], step) == WHOLE


@pytest.mark.parametrize("step", [100, 500, 12_000])
def test_what_was_disturbed_before_stays_so(step):
    before = replace(MOTION, start=3000 - round(LATE_S * FS) - 1, known=2500)
    assert log([FLUTTER, before], step) == [(before.kind, before.start, before.end), *WHOLE]


@pytest.mark.parametrize("step", [100, 500, 12_000])
def test_what_is_disturbed_still_is_told_from_the_end_of_flutter(step):
    longer = replace(MOTION, end=9000, over=9100)
    assert log([FLUTTER, longer], step) == [*WHOLE, (longer.kind, 6001, 9000)]
    little = replace(MOTION, end=6100, over=7000)
    assert log([FLUTTER, little], step) == WHOLE


def test_without_flutter_everything_is_told():
    assert log([MOTION], 100) == [(MOTION.kind, MOTION.start, MOTION.end)]


def test_in_207_the_signal_is_not_blamed_for_its_flutter(data_dir):
    record = open_record("207", data_dir=data_dir)
    fs = int(record.fs)
    analyzer, kept = Analyzer(fs, FusedStream(fs, 2), together=("MLII", "V1")), StateLog(fs)
    said = []
    for at in range(0, 75 * fs, fs):
        found = analyzer.push(record.signals[at : at + fs])
        kept.take(found.states, at + fs)
        said += [e for e in found.events if e.kind.title.startswith("Ventricular flutter")]
    flutter = [s for s in kept if s.kind is StateKind.FLUTTER]
    quality = [s for s in kept if s.kind.topic is Topic.QUALITY]
    assert len(said) == len(flutter) == 2
    assert quality, "there are real artefacts before it"
    assert not any(s.start <= f.end and s.end >= f.start for s in quality for f in flutter)
    assert not any(m.kind.topic is Topic.QUALITY for e in said for m in e.meanwhile)
