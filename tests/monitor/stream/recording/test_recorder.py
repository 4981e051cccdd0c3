"""Recordings: to the sample, killed at any moment, over a full disk, a folder that goes, and jumps."""

import errno
import gc
import os
import signal
import subprocess
import sys
import time
import tracemalloc
from io import FileIO
from itertools import cycle

import numpy as np
import pytest
import wfdb
from hypothesis import given
from hypothesis import strategies as st

from assets.records.annotations import read_annotations
from assets.records.record import Annotations
from assets.sources.open import open_source
from assets.sources.record import RecordSource
from assets.sources.source import Lead, SourceBlock, SourceInfo
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.patients.source import SCHEMES
from monitor.stream.recording.recorder import AHEAD_S, HELD_S, RETRY_S, Recorder
from tests.monitor.conftest import FS, FakeTime, make_record

INFO = SourceInfo("made", "test:made", FS, (Lead("MLII"), Lead("V5")))


def noise(start, n, size=1.0, annotations=None):
    """Samples that are a function of where they lie."""
    at = np.arange(start, start + n)
    samples = size * np.stack([np.sin(at / 7), np.cos(at / 11)], axis=1)
    blank = Annotations(np.zeros(0, np.int64), (), ())
    return SourceBlock(start, samples.astype(np.float32), annotations or blank)


def record(recorder, source, seconds, hop=7):
    news = ()
    while source.info.fs * seconds > recorder.written + recorder._held_samples:
        news += recorder.take(source.read(hop))
    return news


def annotations(header, annotator):
    found, warnings = read_annotations(
        header.with_suffix(f".{annotator}"), frame_rate=FS, fs=FS, n_samples=2**31
    )
    assert not warnings
    return found


@pytest.mark.parametrize("name", ["demo", "patient:vt?leads=3&fs=250", "patient:af?vitals=yes"])
def test_a_recording_opens_again_to_the_sample(name, tmp_path):
    source = open_source(name, schemes=SCHEMES)
    recorder = Recorder(source.info, tmp_path)
    assert record(recorder, source, 20) == ()
    recorder.close()
    (header,) = recorder.headers
    n = recorder.written
    theirs = wfdb.rdrecord(str(header.with_suffix("")))
    again = open_source(name, schemes=SCHEMES).read(n)
    assert theirs.sig_len == n == len(again.samples)
    assert (np.abs(theirs.p_signal - again.samples) * theirs.adc_gain).max() <= 1.0
    assert theirs.sig_name == list(source.info.lead_names)
    opened = open_source(str(header))
    assert (opened.info.warnings, opened.info.leads) == ((), source.info.leads)
    assert (np.abs(opened.read(n).samples - again.samples) * theirs.adc_gain).max() <= 1.0
    kept = opened.between(0, n).annotations
    assert kept.sample.tolist() == again.annotations.sample.tolist()
    assert kept.symbol == again.annotations.symbol
    assert kept.aux_note == again.annotations.aux_note


def test_a_record_of_mit_bih_comes_back_as_it_is(data_dir, tmp_path):
    source = open_source("208", data_dir=data_dir)
    recorder = Recorder(source.info, tmp_path)
    for _ in range(600):
        recorder.take(source.read(360))
    recorder.close()
    opened = open_source(str(recorder.headers[0]))
    first = open_source("208", data_dir=data_dir).read(216_000)
    back = opened.read(216_000)
    assert np.array_equal(np.rint(back.samples * 200), np.rint(first.samples * 200)), "to the very number"
    assert back.annotations.symbol == first.annotations.symbol


@pytest.mark.parametrize("name", ["041s/041s", "s25047/s25047-2704-05-04-10-44"])
def test_records_of_intensive_care_keep_their_units_and_gaps(data_dir, name, tmp_path):
    path = data_dir / "formats" / name
    source = open_source(str(path))
    recorder, n = Recorder(source.info, tmp_path), 0
    while n < 60_000 and len((block := source.read(1000)).samples):
        n = block.stop
        recorder.take(block)
    recorder.close()
    at = 0
    for header in recorder.headers:
        opened = open_source(str(header))
        back = opened.read(10**6).samples
        truth = open_source(str(path)).between(at, at + len(back)).samples
        at += len(back)
        step = 1 / np.array(wfdb.rdheader(str(header.with_suffix(""))).adc_gain)
        assert (np.isnan(back) == np.isnan(truth)).all()
        assert (np.nan_to_num(np.abs(back - truth)) <= step).all()
        assert [(x.name, x.kind) for x in opened.info.leads] == [(x.name, x.kind) for x in source.info.leads]
    assert at == recorder.written > 5_000


@given(cuts=st.lists(st.integers(1, 400), min_size=1, max_size=12))
def test_it_is_the_same_however_the_stream_is_cut(cuts, tmp_path_factory):
    def files(sizes):
        folder = tmp_path_factory.mktemp("r")
        recorder, source = Recorder(INFO, folder, name="r"), RecordSource(make_record(20.0))
        at = 0
        for size in cycle(sizes):
            block = source.read(min(size, 3000 - at))
            recorder.take(block)
            recorder.beats(block.annotations.sample, block.annotations.symbol)
            at = block.stop
            if at == 3000:
                break
        recorder.close()
        assert recorder.written == 3000
        return [(folder / f"r.{end}").read_bytes() for end in ("dat", "atr", "ecgm")]

    assert files(cuts) == files([3000])


def test_beats_and_alarms_have_annotators_of_their_own(tmp_path):
    recorder = Recorder(INFO, tmp_path, name="r")
    began = Alarm(Condition.ASYSTOLE, start=500, raised=1940, value=4.0, limit=4.0)
    recorder.take(noise(0, 1000))
    recorder.beats([100, 400], ["N", "V"])
    recorder.take(noise(1000, 2000))
    recorder.alarms([began])
    recorder.take(noise(3000, 500))
    recorder.alarms([Alarm(Condition.ASYSTOLE, 500, 1940, end=3100, over=3200, value=4.0, limit=4.0)])
    recorder.close()
    beats, alarms = annotations(tmp_path / "r.hea", "ecgm"), annotations(tmp_path / "r.hea", "alm")
    assert (beats.sample.tolist(), beats.symbol) == ([100, 400], ("N", "V"))
    assert alarms.sample.tolist() == [1940, 3200]
    assert alarms.aux_note[0] == "begins asystole high from 500 Asystole: 4.0 s"
    assert alarms.aux_note[1].startswith("over asystole high from 500 to 3100")
    assert wfdb.rdann(str(tmp_path / "r"), "alm").aux_note == list(alarms.aux_note)


def test_what_is_said_long_before_its_samples_are_written_waits_for_them_too(tmp_path):
    """As on a disk that is slow: what streams is far ahead of what is written."""
    recorder = Recorder(INFO, tmp_path, name="r")
    last = round(2.5 * AHEAD_S * FS)
    recorder.beats([100, 700, last - 100], ["N", "V", "N"])
    for start in range(0, last, round(AHEAD_S * FS)):
        recorder.take(noise(start, round(AHEAD_S * FS)))
    recorder.close()
    assert annotations(tmp_path / "r.hea", "ecgm").sample.tolist() == [100, 700, last - 100]


def test_what_is_said_before_its_samples_are_written_waits_for_them(tmp_path):
    recorder = Recorder(INFO, tmp_path, name="r")
    recorder.beats([100, 700], ["N", "V"])
    recorder.take(noise(0, 500))
    recorder.take(noise(500, 500))
    recorder.close()
    assert annotations(tmp_path / "r.hea", "ecgm").sample.tolist() == [100, 700]


def test_a_jump_begins_another_segment_and_what_is_late_finds_its_own(tmp_path):
    recorder = Recorder(INFO, tmp_path, name="r")
    recorder.take(noise(0, 1000))
    recorder.take(noise(50_000, 1000))
    recorder.beats([900, 50_100], ["V", "N"])
    recorder.close()
    assert [header.name for header in recorder.headers] == ["r.hea", "r_2.hea"]
    assert annotations(recorder.headers[0], "ecgm").sample.tolist() == [900]
    assert annotations(recorder.headers[1], "ecgm").sample.tolist() == [100]
    comments = wfdb.rdheader(str(tmp_path / "r_2")).comments
    assert any("test:made, from its sample 50000 on; segment 2" in one for one in comments)


def test_a_lead_that_leaves_its_range_goes_on_in_a_wider_segment(tmp_path):
    recorder = Recorder(INFO, tmp_path, name="r")
    recorder.take(noise(0, 1000))
    recorder.take(noise(1000, 1000, size=300.0))
    recorder.take(noise(2000, 1000))
    recorder.close()
    first, second = (wfdb.rdrecord(str(header.with_suffix(""))) for header in recorder.headers)
    assert (first.fmt, second.fmt) == (["16"] * 2, ["24"] * 2)
    assert second.sig_len == 2000
    assert second.p_signal[:1000] == pytest.approx(noise(1000, 1000, size=300.0).samples, abs=0.001)


def test_nothing_is_written_over(tmp_path):
    for size in (1.0, 2.0):
        recorder = Recorder(INFO, tmp_path, name="r")
        recorder.take(noise(0, 500, size))
        recorder.close()
    assert wfdb.rdrecord(str(tmp_path / "r")).p_signal.max() == pytest.approx(1.0, abs=0.01)
    assert wfdb.rdrecord(str(tmp_path / "r_2")).p_signal.max() == pytest.approx(2.0, abs=0.01)


def test_without_samples_there_are_no_files(tmp_path):
    recorder = Recorder(INFO, tmp_path)
    recorder.beats([5], ["N"])
    assert recorder.close() == ()
    assert not list(tmp_path.iterdir())


# What disks do --------------------------------------------------------------------------------------


class Disk(FileIO):
    """Files on a disk that is full while it is told to be."""

    full = False

    def write(self, content):
        if Disk.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(content)


@pytest.fixture
def disk(monkeypatch):
    monkeypatch.setattr("assets.recording.signals.FileIO", Disk)
    yield Disk
    Disk.full = False


def test_a_full_disk_raises_one_alarm_and_recording_goes_on_in_a_new_segment(tmp_path, disk):
    now = FakeTime()
    recorder = Recorder(INFO, tmp_path, name="r", now=now)
    assert recorder.take(noise(0, 360)) == ()
    disk.full = True
    (began,) = recorder.take(noise(360, 360))
    assert (began.condition, began.start, began.goes_on) == (Condition.NOT_RECORDED, 360, True)
    assert began.title() == "Recording stopped: No space left on device"
    assert "made is not being recorded" in recorder.problem
    now.t += RETRY_S + 1
    assert recorder.take(noise(720, 360)) == (), "it is said once"
    disk.full = False
    assert recorder.take(noise(1080, 360)) == (), "it does not try all the time"
    now.t += RETRY_S + 1
    (over,) = recorder.take(noise(1440, 360))
    assert (over.start, over.end, over.over) == (360, 1799, 1800)
    assert recorder.problem == ""
    recorder.close()
    assert (recorder.written, recorder.lost) == (720, 1080)
    assert [header.name for header in recorder.headers] == ["r.hea", "r_2.hea"]
    for header, start in zip(recorder.headers, (0, 1440), strict=True):
        theirs = wfdb.rdrecord(str(header.with_suffix("")))
        assert theirs.p_signal == pytest.approx(noise(start, 360).samples, abs=0.001)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.dat", "r.hea", "r_2.dat", "r_2.hea"]


def test_a_folder_that_goes_and_comes_back(tmp_path):
    now, folder = FakeTime(), tmp_path / "stick"
    folder.mkdir()
    recorder = Recorder(INFO, folder, name="r", now=now)
    recorder.take(noise(0, 360))
    folder.rename(tmp_path / "away")
    (began,) = recorder.take(noise(360, 360))
    assert began.condition is Condition.NOT_RECORDED
    now.t += RETRY_S + 1
    assert recorder.take(noise(720, 360)) == ()
    assert not folder.exists(), "it is not made anew where it has gone"
    (tmp_path / "away").rename(folder)
    now.t += RETRY_S + 1
    (over,) = recorder.take(noise(1080, 360))
    assert over.over == 1440
    recorder.close()
    assert wfdb.rdrecord(str(folder / "r")).sig_len == 360
    assert wfdb.rdrecord(str(folder / "r_2")).sig_len == 360


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path):
    tmp_path.chmod(0o500)
    recorder = Recorder(INFO, tmp_path)
    (began,) = recorder.take(noise(0, 360))
    assert "Permission denied" in began.title()
    tmp_path.chmod(0o700)


KILLED = """
import sys, time
from pathlib import Path
from assets.sources.open import open_source
from models.patients.source import SCHEMES
from monitor.stream.recording.recorder import Recorder

source = open_source("patient:af?leads=3", schemes=SCHEMES)
recorder = Recorder(source.info, Path(sys.argv[1]), name="r")
hop = round(source.info.fs / 50)
while True:
    block = source.read(hop)
    recorder.take(block)
    recorder.beats(block.annotations.sample, ["N"] * len(block.annotations.sample))
    sys.stdout.write(f"{block.stop}\\n")
    sys.stdout.flush()
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
@pytest.mark.parametrize("lines", [1, 40, 997])
def test_killed_at_any_moment_all_but_the_last_second_can_be_read(lines, tmp_path):
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True, env=os.environ
    )
    for _ in range(lines + 20):
        told = int(child.stdout.readline())
    time.sleep(0.003 * (lines % 7))
    child.send_signal(signal.SIGKILL)
    rest = child.communicate(timeout=240)[0].split("\n")[:-1]
    last = int(rest[-1]) if rest else told
    theirs = wfdb.rdrecord(str(tmp_path / "r"))
    source = open_source("patient:af?leads=3", schemes=SCHEMES)
    assert theirs.sig_len >= last - source.info.fs
    truth = source.read(theirs.sig_len)
    assert theirs.p_signal == pytest.approx(truth.samples, abs=0.001)
    opened = open_source(str(tmp_path / "r.hea"))
    assert opened.info.warnings == ()
    labels = opened.between(0, theirs.sig_len).annotations
    known = truth.annotations.sample <= labels.sample[-1]
    assert labels.sample.tolist() == truth.annotations.sample[known].tolist()
    assert truth.annotations.sample[~known].size * 0.2 < 3, "a second of them at most is missing"
    assert len(wfdb.rdann(str(tmp_path / "r"), "ecgm").sample)


def test_memory_stays_flat_over_hours(tmp_path):
    recorder = Recorder(INFO, tmp_path, name="r")
    block = noise(0, 3600).samples
    at = 0

    def hours(n):
        nonlocal at
        for _ in range(360 * n):
            recorder.take(SourceBlock(at, block))
            recorder.beats([at + 10], ["N"])
            at += len(block)

    tracemalloc.start()
    hours(1)
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    hours(3)
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    recorder.close()
    assert grown < 64 * 1024
    assert wfdb.rdheader(str(tmp_path / "r")).sig_len == 4 * 3600 * FS


def test_so_much_is_held_and_no_more(tmp_path):
    recorder = Recorder(INFO, tmp_path, name="r")
    at = 0
    while not recorder.written:
        recorder.take(noise(at, 7))
        at += 7
    assert at <= HELD_S * FS + 7
    recorder.close()
