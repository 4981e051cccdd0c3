"""The replay clock and its readers: nothing dropped, nothing rushed, nothing drifting."""

import itertools
import threading

import numpy as np
import pytest

from assets.errors import RecordError
from assets.records.record import Record
from assets.sources.record import RecordSource
from monitor.stream.clock import ReplayClock
from monitor.stream.replay import MAX_SPEED, Replay

FS = 360.0


class FakeTime:
    def __init__(self):
        self.t = 1000.0

    def __call__(self):
        return self.t


@pytest.fixture
def time():
    return FakeTime()


def ramp(n=36_000, leads=2):
    signals = np.arange(n * leads, dtype=np.float32).reshape(n, leads)
    return RecordSource(Record("ramp", FS, tuple(f"L{i}" for i in range(leads)), signals))


def drain(reader, chunk=10_000):
    blocks = []
    while (block := reader.read(chunk)) is not None:
        blocks.append(block)
    return blocks


def test_ten_minutes_of_irregular_frames_do_not_drift(time):
    replay = Replay(ramp(n=300_000, leads=1), now=time)
    reader = replay.reader()
    replay.play()
    rng = np.random.default_rng(1)
    start, read = time.t, 0
    while time.t - start < 600:
        time.t += rng.uniform(0.001, 0.09)
        read += sum(len(b.samples) for b in drain(reader))
    assert abs(read - (time.t - start) * FS) <= 1


@pytest.mark.parametrize("speed", [0.25, 1, 2.5, 8])
def test_samples_due_are_elapsed_times_fs_times_speed(time, speed):
    replay = Replay(ramp(), now=time)
    replay.set_speed(speed)
    replay.play()
    time.t += 7.3
    assert abs(replay.position - 7.3 * FS * speed) <= 1


def test_pausing_freezes_time_and_resuming_does_not_rush(time):
    replay = Replay(ramp(), now=time)
    reader = replay.reader()
    replay.play()
    time.t += 1
    replay.pause()
    drain(reader)
    time.t += 3600
    assert reader.read(1000) is None
    replay.play()
    time.t += 0.1
    assert sum(len(b.samples) for b in drain(reader)) == pytest.approx(36, abs=1)


def test_a_reader_that_stalls_gets_every_sample_in_order(time):
    replay = Replay(ramp(), now=time)
    fast, slow = replay.reader(), replay.reader()
    replay.play()
    seen = []
    for _ in range(200):
        time.t += 0.05
        seen += drain(fast)
    late = drain(slow, chunk=777)
    expected = np.concatenate([b.samples for b in seen])
    assert np.array_equal(np.concatenate([b.samples for b in late]), expected)
    assert late[0].start == 0
    assert all(a.stop == b.start for a, b in itertools.pairwise(late))


def test_lag_is_the_seconds_due_and_unread(time):
    replay = Replay(ramp(), now=time)
    reader = replay.reader()
    replay.play()
    time.t += 2.0
    assert reader.lag == pytest.approx(2.0, abs=2 / FS)
    drain(reader)
    assert reader.lag == 0


def test_a_seek_starts_a_new_generation_there_even_when_paused(time):
    replay = Replay(ramp(), now=time)
    reader = replay.reader()
    replay.play()
    time.t += 1
    drain(reader)
    replay.pause()
    replay.seek(20_000)
    block = reader.read(100)
    assert (block.generation, block.start, len(block.samples)) == (1, 20_000, 0)
    assert reader.read(100) is None
    replay.play()
    time.t += 0.01
    assert reader.read(100).start == 20_000


@pytest.mark.parametrize(("asked", "got"), [(-5, 0), (10**9, 36_000)])
def test_a_seek_outside_the_record_is_clipped(time, asked, got):
    replay = Replay(ramp(), now=time)
    replay.seek(asked)
    assert replay.position == got


def test_the_end_stops_the_stream_and_play_starts_it_over(time):
    replay = Replay(ramp(n=360), now=time)
    reader = replay.reader()
    replay.play()
    time.t += 5
    assert sum(len(b.samples) for b in drain(reader)) == 360
    assert replay.ended
    assert not replay.playing
    replay.play()
    time.t += 0.5
    assert reader.read(1000).generation == 1


def test_looping_hands_a_lagging_reader_the_whole_tail_before_the_next_pass(time):
    replay = Replay(ramp(n=360), now=time)
    replay.loop = True
    reader = replay.reader()
    replay.play()
    time.t += 2.5
    blocks = drain(reader, chunk=100)
    per_pass = {g: sum(len(b.samples) for b in blocks if b.generation == g) for g in (0, 1, 2)}
    assert per_pass == {0: 360, 1: 360, 2: 180}


def test_changing_the_speed_moves_nothing(time):
    replay = Replay(ramp(), now=time)
    replay.play()
    time.t += 1
    before = replay.position
    for speed in (2, MAX_SPEED, 0.5, MAX_SPEED, 1):
        replay.set_speed(speed)
        assert replay.position == before
    assert replay.playing


def test_at_max_speed_the_driving_reader_sets_the_pace(time):
    replay = Replay(ramp(), now=time)
    driver, watcher = replay.reader(drives=True), replay.reader()
    replay.set_speed(MAX_SPEED)
    assert driver.read(500) is None, "paused: nothing may move"
    replay.play()
    assert len(driver.read(500).samples) == 500
    assert len(watcher.read(10_000).samples) == 500
    assert watcher.read(10_000) is None
    assert sum(len(b.samples) for b in drain(driver, 500)) == 35_500
    assert replay.ended
    assert not replay.playing


def test_at_max_speed_a_loop_goes_on(time):
    replay = Replay(ramp(n=300), now=time)
    replay.loop = True
    driver = replay.reader(drives=True)
    replay.set_speed(MAX_SPEED)
    replay.play()
    read = [driver.read(200) for _ in range(6)]
    assert sum(len(b.samples) for b in read) >= 600
    assert read[-1].generation >= 1


def test_bad_speeds_are_refused_with_the_range():
    with pytest.raises(ValueError, match=r"between 0\.25 and 8"):
        Replay(ramp()).set_speed(100)


def test_a_clock_needs_a_positive_rate():
    with pytest.raises(ValueError, match="positive"):
        ReplayClock(0)


def test_readers_in_threads_lose_nothing():
    replay = Replay(ramp(n=3600))
    replay.set_speed(8)
    readers = [replay.reader() for _ in range(3)]
    got: list[list] = [[] for _ in readers]

    def pull(i):
        while sum(len(b.samples) for b in got[i]) < 3600:
            if (block := readers[i].read(50)) is not None:
                got[i].append(block)

    threads = [threading.Thread(target=pull, args=(i,)) for i in range(3)]
    replay.play()
    for t in threads:
        t.start()
    for t in threads:
        t.join(180)
    for blocks in got:
        assert np.array_equal(np.concatenate([b.samples for b in blocks]), replay.history.between(0, 3600))


def test_blocks_cannot_be_written_to():
    replay = Replay(ramp())
    replay.seek(100)
    reader = replay.reader()
    replay.play()
    block = reader.read(10)
    while block is None or not len(block.samples):
        block = reader.read(10)
    with pytest.raises(ValueError, match="read-only"):
        block.samples[0, 0] = 1


def test_a_reader_may_look_ahead_and_leave_out_what_it_knows(time):
    replay = Replay(ramp(), now=time)
    reader = replay.reader()
    assert reader.ahead(1000) is None
    replay.play()
    time.t += 2.0
    due = reader.ahead(1000)
    assert (due.generation, due.start, due.stop) == (0, 0, 720)
    assert reader.position == 0, "it has looked, and read nothing"
    reader.skip_to(700)
    assert reader.lag == pytest.approx(20 / FS)
    assert reader.read(1000).start == 700
    replay.seek(10_000)
    reader.go_to(9000)
    assert reader.position == 10_000, "no further back than its pass"
    time.t += 1.0
    reader.go_to(10_100)
    assert reader.ahead(10).start == 10_100


def test_for_drawing_only_the_newest_pass_is_due(time):
    replay = Replay(ramp(n=360), now=time)
    reader = replay.reader()
    assert reader.due() is None
    replay.loop = True
    replay.play()
    time.t += 0.5
    first = reader.due()
    assert (first.generation, first.start, first.stop) == (0, 0, 180)
    assert reader.due() is None
    time.t += 2.0
    later = reader.due()
    assert (later.generation, later.start, later.stop) == (2, 0, 180)
    replay.pause()
    replay.seek(100)
    moved = reader.due()
    assert (moved.generation, moved.start, moved.stop) == (3, 100, 100), "a jump is told while paused, too"


class Breaks(RecordSource):
    """A record whose file is gone from a sample on."""

    def __init__(self, until, **record):
        self.until = until
        super().__init__(Record("broken", FS, ("A",), np.zeros((36_000, 1), np.float32), **record))

    def between(self, start, stop):
        if stop > self.until:
            raise RecordError("broken.dat cannot be read any more (it has become shorter).")
        return super().between(start, stop)


def test_what_is_due_of_a_record_is_read_by_whom_it_is_for_and_by_nobody_else(time):
    """A window that stood still for an hour does not read that hour from the disk in one frame."""
    source = Breaks(until=0)
    replay = Replay(source, now=time)
    drawing = replay.reader()
    replay.play()
    time.t += 80
    assert drawing.due().stop == round(80 * FS)
    assert replay.history.span == (0, round(80 * FS))
    assert not replay.failure


def test_a_record_that_can_be_read_no_more_ends_in_a_sentence_and_a_way_back_goes_on(time):
    replay = Replay(Breaks(until=720), now=time)
    reader = replay.reader()
    replay.play()
    time.t += 1
    assert len(reader.read(10_000).samples) == 360
    time.t += 2
    assert np.isnan(reader.read(10_000).samples).all()
    assert replay.ended
    assert not replay.playing
    assert replay.failure == (
        "broken gives nothing any more: broken.dat cannot be read any more (it has become shorter)."
    )
    replay.seek(0)
    assert not replay.failure
    replay.play()
    time.t += 0.5
    assert not np.isnan(reader.read(10_000).samples).any()
