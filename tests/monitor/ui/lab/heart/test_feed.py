"""Where the heartbeats of the lab come from."""

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from models.alerts.reasons import Channel
from models.beats.qrs.detector import QrsDetector
from monitor.stream.past.history import SignalHistory
from monitor.ui.lab.heart.feed import HeartFeed
from monitor.ui.lab.heart.reader import told_kinds
from tests.beats import make_beats


class Watched(QObject):
    """What a session says of the shipped recording, as far as it has been played."""

    opened, pass_started, head_moved = Signal(), Signal(), Signal()
    rows_arrived = Signal(object, object, object)

    def __init__(self):
        super().__init__()
        record = load_demo()
        source = RecordSource(record)
        self.info, self.history = source.info, SignalHistory(source)
        peaks = QrsDetector(record.fs).push(record.signals[: int(60 * record.fs), 0]).index
        self._beats = make_beats(peaks, [2.0 if i % 3 == 0 else 0.2 for i in range(len(peaks))], record.fs)
        self.head, self.lead, self.playing = 0, 0, True

    def play_to(self, seconds):
        before, self.head = self.head, int(seconds * self.info.fs)
        self.history.reach(self.head)
        new = self.beats_between(before, self.head)
        if len(new):
            self.rows_arrived.emit(Channel.ECTOPY, int(new.index[0]), int(new.index[-1]))
        self.head_moved.emit()

    def beats_between(self, first, stop):
        index = self._beats.index
        return self._beats.rows(np.flatnonzero((index >= first) & (index < stop)))


@pytest.fixture
def feed(qtbot):
    made = []

    def make(session):
        one = HeartFeed(session)
        one.beats = []
        one.landed.connect(one.beats.append)
        made.append(one)
        return one

    yield make
    for one in made:
        one.stop()


def test_beats_land_once_they_are_whole_with_what_the_monitor_says(qtbot, feed):
    session = Watched()
    one = feed(session)
    session.play_to(10)
    one.listen()
    assert not one.demo
    assert one.words == f"Beats of {session.info.name}, as they come."
    known = session.beats_between(0, 9.4 * session.info.fs)
    seen = [int(at) for at in known.index if at > 2.5 * session.info.fs]
    qtbot.waitUntil(lambda: seen[-1] in [beat.at for beat in one.beats], timeout=60_000)
    assert [beat.at for beat in one.beats if beat.at > 2.5 * session.info.fs] == seen
    said = dict(zip(known.index.tolist(), told_kinds(known), strict=True))
    assert set(said.values()) == {"N", "V"}
    assert [beat.kind for beat in one.beats] == [said[beat.at] for beat in one.beats]
    assert {len(beat.landings.mean) for beat in one.beats} == {len(session.info.leads)}
    before = len(one.beats)
    session.play_to(14)
    qtbot.waitUntil(lambda: len(one.beats) > before + 2, timeout=60_000)
    assert max(beat.at for beat in one.beats) <= 13.5 * session.info.fs


def test_nothing_is_listened_to_while_nobody_sees_it(qtbot, feed):
    session = Watched()
    one = feed(session)
    session.play_to(10)
    assert one._reader is None
    one.listen()
    one.rest()
    session.play_to(20)
    assert not one._pending


def test_a_jump_begins_anew(qtbot, feed):
    session = Watched()
    one = feed(session)
    session.play_to(10)
    one.listen()
    before = one.source
    session.pass_started.emit()
    assert one.source != before


def test_where_nothing_plays_the_shipped_recordings_beats_come_and_that_is_said(qtbot, feed):
    one = feed(None)
    one.listen()
    qtbot.waitUntil(lambda: len(one.beats) > 0, timeout=60_000)
    assert one.demo
    assert one.words.startswith("Nothing plays")
    assert len(one.leads) == len(one.beats[0].landings.mean)
    # Its beats come one after the other while they are being read.
    qtbot.waitUntil(lambda: {beat.kind for beat in one._demo} >= {"N", "V"}, timeout=60_000)
    assert one.leads == tuple(load_demo().leads)
