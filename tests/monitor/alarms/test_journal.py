"""The journal: on the disk at once, whatever then happens to the program or the disk."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import FileIO

import numpy as np
import pytest

from assets.records.lead import Lead, LeadKind
from assets.sources.source import SourceInfo
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from monitor.alarms.journal import Journal
from monitor.alarms.journaling.strips import AFTER_S, BEFORE_S, read_strip
from monitor.alarms.lifecycle import Change, Entry, LifeCycle

FS = 250.0
LEADS = (Lead("II"), Lead("ABP", "mmHg", LeadKind.PRESSURE))
INFO = SourceInfo("bed 3", "patient:vt?seed=3", FS, LEADS)
NOW = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)


def signal_between(start, stop):
    at = np.arange(start, stop)
    wave = np.stack([np.sin(at / 9), 80 + 40 * np.sin(at / 40)], axis=1).astype(np.float32)
    wave[at < 0] = np.nan
    return wave


def asystole(start=1000, **more):
    return Alarm(Condition.ASYSTOLE, start, start + 1000, value=4.0, limit=4.0, source=INFO.identity, **more)


@pytest.fixture
def journal(tmp_path):
    made = Journal(tmp_path / "alarms", clock=lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def feed(journal):
    return journal.feed(INFO, signal_between, Limits)


def read(journal):
    assert journal.close()
    found = journal.read_all()
    return list(found.logged.values()), found.problems


def test_a_life_is_one_alarm_with_all_that_happened_to_it(journal, feed):
    life = LifeCycle(feed.tell)
    life.take([asystole()], 8.0)
    life.take([asystole(end=2500, over=2600)], 10.4)
    life.acknowledge(12.0, by="Anna")
    (logged,), problems = read(journal)
    assert problems == []
    assert [one.change for one in logged.happened] == [
        Change.RAISED,
        Change.LATCHED,
        Change.ACKNOWLEDGED,
        Change.ENDED,
    ]
    assert logged.acknowledged.by == "Anna"
    assert (logged.name, logged.fs, logged.state, logged.at) == ("bed 3", FS, "over", NOW)
    assert logged.alarm == asystole(end=2500, over=2600)
    assert logged.lasted_s == 6.0
    assert logged.limits["asystole_s"] == 4.0
    assert logged == next(iter(journal.logged.values())), "memory and disk say the same"


def test_the_signal_around_is_kept_of_all_leads_once_it_has_come(journal, feed):
    feed.tell(Entry(Change.RAISED, asystole(), 8.0))
    feed.advance(2500)
    assert read(journal)[0][0].strip is None
    feed.advance(3000)
    (logged,), _ = read(journal)
    strip = read_strip(journal.folder, logged.strip, logged.fs)
    assert (strip.start, len(strip.samples)) == (2000 - BEFORE_S * FS, (BEFORE_S + AFTER_S) * FS)
    assert strip.leads == LEADS
    assert strip.samples == pytest.approx(signal_between(500, 3000), abs=0.02)
    assert strip.samples[:, 0] == pytest.approx(signal_between(500, 3000)[:, 0], abs=0.001)


def test_a_stream_that_goes_elsewhere_leaves_what_had_come(journal, feed):
    feed.tell(Entry(Change.RAISED, asystole(), 8.0))
    feed.advance(2200)
    feed.leave()
    feed.advance(50_000)
    feed.tell(Entry(Change.RAISED, asystole(1100), 9.0))
    (first, late), _ = read(journal)
    assert (first.strip.start, first.strip.n) == (500, 1700), "nothing that was not played"
    assert late.strip is not None


def test_what_is_told_late_of_before_a_jump_back_has_its_signal(journal, feed):
    feed.advance(9000)
    feed.leave()
    feed.advance(10)
    feed.tell(Entry(Change.RAISED, asystole(7900), 9.0))
    (logged,), _ = read(journal)
    assert logged.strip.start + logged.strip.n == 9000


def test_an_advisory_is_a_line_without_a_strip(journal, feed):
    feed.tell(Entry(Change.NOTED, replace(asystole(), condition=Condition.MODELS), 8.0))
    feed.advance(9000)
    (logged,), _ = read(journal)
    assert (logged.state, logged.strip) == ("noted", None)


def test_two_programs_write_beside_each_other(tmp_path):
    journals = [Journal(tmp_path, clock=lambda: NOW) for _ in range(2)]
    journals[1]._session += "x"
    for one in journals:
        feed = one.feed(INFO, signal_between, Limits)
        feed.tell(Entry(Change.RAISED, asystole(), 8.0))
    for one in journals:
        one.close()
    assert len(journals[0].read_all().logged) == 2


KILLED = """
import sys
from tests.monitor.alarms.test_journal import INFO, asystole, signal_between
from models.alarms.limits import Limits
from monitor.alarms.journal import Journal
from monitor.alarms.lifecycle import Change, Entry
from pathlib import Path

journal = Journal(Path(sys.argv[1]))
feed = journal.feed(INFO, signal_between, Limits)
n = 0
while True:
    feed.tell(Entry(Change.RAISED, asystole(1000 * n), float(n)))
    feed.advance(1000 * n + 2000)
    n += 1
    while n - 1 - len([1 for one in journal.logged.values() if one.strip]) > 3:
        pass
    sys.stdout.write(f"{n}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
def test_a_program_that_is_killed_has_its_alarms_on_the_disk(tmp_path):
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True, env=os.environ
    )
    for _ in range(60):
        told = int(child.stdout.readline())
    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=240)
    found = Journal(tmp_path).read_all()
    assert all("torn" in problem for problem in found.problems)
    assert len(found.logged) >= told - 5
    with_strip = [one for one in found.logged.values() if one.strip]
    assert len(with_strip) >= told - 10
    for one in with_strip:
        assert np.isfinite(read_strip(tmp_path, one.strip, one.fs).samples).any()


class Disk(FileIO):
    full = False

    def write(self, content):
        if Disk.full:
            super().write(memoryview(content)[:20])
            raise OSError(28, "No space left on device")
        return super().write(content)


def test_a_full_disk_is_said_and_nothing_is_lost_once_there_is_room(tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr("monitor.alarms.journal.FileIO", Disk)
    monkeypatch.setattr("monitor.alarms.journal.RETRY_S", 0.05)
    journal = Journal(tmp_path, clock=lambda: NOW)
    feed = journal.feed(INFO, signal_between, Limits)
    feed.tell(Entry(Change.RAISED, asystole(), 8.0))
    qtbot.waitUntil(lambda: any(path.stat().st_size for path in tmp_path.glob("*.jsonl")))
    monkeypatch.setattr(Disk, "full", True)
    for start in (2000, 3000):
        feed.tell(Entry(Change.RAISED, asystole(start), 9.0))
    qtbot.waitUntil(lambda: "No space left on device" in journal.problem)
    assert len(journal.logged) == 3
    monkeypatch.setattr(Disk, "full", False)
    qtbot.waitUntil(lambda: journal.problem == "")
    logged, problems = read(journal)
    assert [one.alarm.start for one in logged] == [1000, 2000, 3000]
    assert all("torn" in problem for problem in problems)


def test_the_oldest_files_go_and_the_folder_stays_small(tmp_path, monkeypatch):
    monkeypatch.setattr("monitor.alarms.journal.MAX_FILE_BYTES", 4000)
    journal = Journal(tmp_path, clock=lambda: NOW, kept_bytes=20_000)
    feed = journal.feed(INFO, signal_between, Limits)
    for n in range(100):
        feed.tell(Entry(Change.RAISED, asystole(1000 * n), float(n)))
    logged, problems = read(journal)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 26_000
    assert not problems
    assert logged[-1].alarm.start == 99_000
    assert 10 < len(logged) < 60


def test_every_line_is_json_that_others_can_read(journal, feed):
    feed.tell(Entry(Change.RAISED, asystole(note="“odd” \n note"), 8.0))
    journal.close()
    (path,) = journal.folder.glob("*.jsonl")
    (line,) = path.read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert (told["condition"], told["source"], told["name"]) == ("asystole", INFO.identity, "bed 3")


def test_what_cannot_be_written_as_text_is_said_and_the_next_alarm_is_kept(journal, feed, qtbot):
    feed.tell(Entry(Change.RAISED, replace(asystole(), note="\udcff"), 0.0))
    qtbot.waitUntil(lambda: "lacks a line" in journal.problem)
    feed.tell(Entry(Change.RAISED, asystole(5000), 0.0))
    logged, _ = read(journal)
    assert [one.alarm.start for one in logged] == [5000]
