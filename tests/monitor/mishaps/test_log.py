"""The log is bounded, names no patient, and tells the next start of a crash."""

import logging
import subprocess
import sys

import pytest

from monitor.mishaps.log import CRASH_BYTES, LOGGER, MAX_BYTES, MOST, OLDER, Log, log_folder, note


@pytest.fixture
def open_log(tmp_path):
    made = []

    def make(**given):
        made.append(Log(tmp_path / "log", **given))
        return made[-1]

    yield make
    for log in made:
        log.close()


def text_of(log):
    return (log.folder / "ecg-monitor.log").read_text(encoding="utf-8")


def test_it_begins_with_versions_and_the_system(open_log):
    said = text_of(open_log())
    assert "ECG Monitor" in said
    assert f"Python {sys.version_info[0]}.{sys.version_info[1]}" in said
    assert "PySide6 6." in said


def test_an_error_is_kept_with_its_place_and_without_the_record(open_log):
    log = open_log(names=lambda: ["smith-1950"])
    words = "smith-1950", "in", "/data/smith:", "bad"
    try:
        raise RuntimeError(" ".join(words))
    except RuntimeError as error:
        note("The analysis stopped", error)
    said = text_of(log)
    assert "ERROR MainThread: The analysis stopped\n" in said
    assert "RuntimeError: <record> in <path>: bad" in said
    assert "test_log.py" in said
    assert "/data" not in said.partition("RuntimeError")[2]


def test_its_files_are_bounded(open_log):
    log = open_log()
    for i in range(4_000):
        LOGGER.warning("%d %s", i, "x" * 250)
    files = sorted(log.folder.glob("ecg-monitor*.log*"))
    assert len(files) == 1 + OLDER
    assert all(file.stat().st_size <= MAX_BYTES for file in files)
    assert "3999" in text_of(log)


def test_each_window_has_a_log_of_its_own_until_there_are_too_many(open_log):
    logs = [open_log() for _ in range(MOST + 1)]
    assert [bool(log.problem) for log in logs] == [False] * MOST + [True]
    assert len(list(logs[0].folder.glob("ecg-monitor*.log"))) == MOST
    logs[0].close()
    assert not open_log().problem


def test_a_folder_that_cannot_be_made_is_a_clause_and_nothing_else(tmp_path):
    (tmp_path / "file").write_text("")
    log = Log(tmp_path / "file" / "log")
    assert log.problem
    before = list(logging.getLogger().handlers)
    log.close()
    assert logging.getLogger().handlers == before


def test_a_full_disk_is_a_clause_and_nothing_else(open_log, monkeypatch, capsys):
    log = open_log()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(log._handler.stream, "write", full)
    LOGGER.error("lost")
    monkeypatch.undo()
    assert log.problem == "No space left on device"
    assert capsys.readouterr().err == ""


CRASH = """
import ctypes, sys
from pathlib import Path
from monitor.mishaps.log import Log
Log(Path(sys.argv[1]))
ctypes.string_at(0)
"""


def test_a_crash_is_told_to_the_next_start_once(open_log, tmp_path):
    done = subprocess.run([sys.executable, "-c", CRASH, str(tmp_path / "log")], timeout=240, check=False)
    assert done.returncode != 0
    log = open_log()
    assert "string_at" in log.crashed
    assert "The last run ended in a crash" in text_of(log)
    assert "string_at" in text_of(log)
    log.close()
    assert open_log().crashed == ""


def test_what_a_crash_left_is_read_in_bounds(tmp_path, open_log):
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "crash.log").write_bytes(b"x" * (CRASH_BYTES + 1))
    log = open_log()
    assert (len(log.crashed), log.problem) == (CRASH_BYTES, "")


def test_the_user_s_folder_of_logs_is_named_after_the_program():
    assert "ecg-monitor" in str(log_folder())
