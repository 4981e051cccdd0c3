"""What is read of the journal's folder: hostile lines are left out and named, the rest is read."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from monitor.alarms.journaling.folder import MAX_NAMED, make_room, read_folder
from monitor.alarms.journaling.lines import encoded, line_of
from monitor.alarms.lifecycle import Change, Entry

NOW = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)


def line(key="a", start=100):
    alarm = Alarm(Condition.PAUSE, start, start + 500, source="test:x")
    return encoded(line_of(key, Entry(Change.RAISED, alarm, 0.0), NOW, "x", 250.0))


def test_no_folder_holds_nothing(tmp_path):
    found = read_folder(tmp_path / "absent")
    assert (found.logged, found.problems) == ({}, [])


def test_a_torn_last_line_is_set_aside_and_said(tmp_path):
    (tmp_path / "one.jsonl").write_bytes(line("a") + line("b")[:40])
    found = read_folder(tmp_path)
    assert list(found.logged) == ["a"]
    (said,) = found.problems
    assert said == "The last line of one.jsonl of the alarm log is torn, as by a crash, and was left out."


HOSTILE = [
    b"",
    b"{}",
    b"[" * 5000,
    b"\xff\xfe\x00",
    b"x" * 20_000,
    line().replace(b'"pause"', b'"rm -rf"'),
    line().replace(b"600", b"1e999"),
    line().replace(b"250.0", b"-1"),
    line().replace(b"250.0", b"NaN"),
    line().replace(b"250.0", b"1e-300"),
    line().replace(b"2026-", b"0001-"),
    line().replace(b"2026-", b"9999-"),
    line().replace(b'"raised","name"', b'"exploded","name"'),
    line().replace(b"+00:00", b"").replace(b'Z"', b'"'),
    line().replace(b'"x"', b'"' + b"x" * 500 + b'"'),
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_line_is_named_and_the_rest_is_read(hostile, tmp_path):
    hostile = hostile.rstrip(b"\n")
    (tmp_path / "one.jsonl").write_bytes(line("a") + hostile + b"\n" + line("b"))
    found = read_folder(tmp_path)
    assert list(found.logged) == ["a", "b"]
    (said,) = found.problems
    assert said.startswith("Line 2 of one.jsonl of the alarm log was left out: ")
    assert len(said) < 400


@given(content=st.binary(max_size=300))
def test_no_bytes_break_the_reading(content, tmp_path_factory):
    folder = tmp_path_factory.mktemp("j")
    (folder / "one.jsonl").write_bytes(line("a") + content.replace(b"\n", b" ") + b"\n" + line("b"))
    assert list(read_folder(folder).logged) == ["a", "b"]


def test_of_many_a_few_are_named(tmp_path):
    (tmp_path / "one.jsonl").write_bytes(b"x\n" * 40 + line())
    found = read_folder(tmp_path)
    assert len(found.problems) == MAX_NAMED + 1
    assert found.problems[-1] == f"{40 - MAX_NAMED} more lines of the alarm log were left out."


def test_a_file_that_is_none_or_too_large_is_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr("monitor.alarms.journaling.folder.MAX_FILE_BYTES", 1000)
    (tmp_path / "folder.jsonl").mkdir()
    (tmp_path / "large.jsonl").write_bytes(b"x" * 3000)
    (tmp_path / "one.jsonl").write_bytes(line())
    found = read_folder(tmp_path)
    assert list(found.logged) == ["a"]
    assert [said.split()[0] for said in found.problems] == ["folder.jsonl", "large.jsonl"]


def test_the_oldest_go_with_their_strips_and_what_is_written_stays(tmp_path):
    for name in ("1", "2", "3"):
        (tmp_path / f"{name}.jsonl").write_bytes(b"x" * 100)
        (tmp_path / f"{name}.strips").write_bytes(b"x" * 100)
    assert make_room(tmp_path, "1", 450) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.jsonl", "1.strips", "3.jsonl", "3.strips"]
