"""Files that belong together are all there, or none is."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assets.errors import WriteError
from assets.together import found_below, tidy, written_together


def test_all_are_moved_to_their_places(tmp_path):
    paths = [tmp_path / "r.dat", tmp_path / "r.hea"]
    with written_together(paths) as folder:
        for path in paths:
            (folder / path.name).write_text(path.name)
        assert not any(path.exists() for path in paths)
    assert [path.read_text() for path in paths] == ["r.dat", "r.hea"]
    assert sorted(os.listdir(tmp_path)) == ["r.dat", "r.hea"]


def test_where_something_goes_wrong_nothing_is_left_and_the_old_files_stay(tmp_path):
    paths = [tmp_path / "r.dat", tmp_path / "r.hea"]
    paths[0].write_text("old")

    def cancelled():
        with written_together(paths) as folder:
            (folder / "r.dat").write_text("new")
            raise KeyError("cancelled")

    with pytest.raises(KeyError):
        cancelled()
    assert paths[0].read_text() == "old"
    assert os.listdir(tmp_path) == ["r.dat"]


def test_what_was_not_written_this_time_does_not_stay_from_before(tmp_path):
    paths = [tmp_path / "r.marks", tmp_path / "r.hea"]
    for path in paths:
        path.write_text("old")
    with written_together(paths) as folder:
        (folder / "r.hea").write_text("new")
    assert os.listdir(tmp_path) == ["r.hea"]
    assert paths[1].read_text() == "new"


def test_a_move_that_fails_puts_back_what_stood_there(tmp_path, monkeypatch):
    paths = [tmp_path / "r.dat", tmp_path / "r.hea"]
    for path in paths:
        path.write_text("old")
    replace = os.replace

    def fails(a, b):
        if os.path.basename(b) == "r.hea" and not os.path.basename(a).endswith(".before"):
            raise OSError(28, "No space left on device")
        replace(a, b)

    monkeypatch.setattr("assets.together.os.replace", fails)

    def both():
        with written_together(paths) as folder:
            for path in paths:
                (folder / path.name).write_text("new")

    with pytest.raises(WriteError, match=r"r\.hea could not be written: No space"):
        both()
    assert [path.read_text() for path in paths] == ["old", "old"]
    assert sorted(os.listdir(tmp_path)) == ["r.dat", "r.hea"]


def test_what_cannot_be_put_back_is_not_lost(tmp_path, monkeypatch):
    paths = [tmp_path / "r.dat", tmp_path / "r.hea"]
    for path in paths:
        path.write_text("old")
    replace = os.replace
    gone = []

    def breaks(a, b):
        if gone or (os.path.basename(b) == "r.hea" and not os.path.basename(a).endswith(".before")):
            gone.append(b)
            raise OSError(5, "Input/output error")
        replace(a, b)

    monkeypatch.setattr("assets.together.os.replace", breaks)

    def both():
        with written_together(paths) as folder:
            for path in paths:
                (folder / path.name).write_text("new")

    with pytest.raises(WriteError, match=r"What stood there before is kept in .*\.part\."):
        both()
    (kept,) = tmp_path.glob(".*.part")
    assert {path.read_text() for path in kept.glob(".*.before")} == {"old"}


KILLED = """
import os, sys, time
from pathlib import Path
import assets.together as together
folder, when = Path(sys.argv[1]), sys.argv[2]
replace = os.replace

def stop(*_):
    print("here", flush=True)
    time.sleep(600)

def moved(a, b):
    replace(a, b)
    if Path(b).name == when:
        stop()

together.os.replace = moved
with together.written_together([folder / name for name in ("r.dat", "r.atr", "r.hea")]) as aside:
    for name in ("r.dat", "r.atr", "r.hea"):
        (aside / name).write_text("new")
    if when == "writing":
        stop()
"""


def killed(folder, when):
    """Kill a process that writes three files there, while it writes or once one of them has been moved."""
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder), when], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    return process


def aged(folder):
    for aside in folder.glob(".*.part"):
        os.utime(aside, (time.time() - 120, time.time() - 120))


def old_files(folder):
    """What stood there long before."""
    for name in ("r.dat", "r.hea"):
        (folder / name).write_text("old")
        os.utime(folder / name, (time.time() - 1000, time.time() - 1000))


@pytest.mark.skipif(os.name != "posix", reason="nothing is killed elsewhere as by SIGKILL")
@pytest.mark.parametrize("when", ["writing", ".r.dat.before", "r.dat", "r.atr"])
def test_what_a_killed_writer_left_is_tidied_by_the_next(tmp_path, when):
    old_files(tmp_path)
    process = killed(tmp_path, when)
    with written_together([tmp_path / "running.csv"]) as folder:
        (folder / "running.csv").write_text("mine")
    aged(tmp_path)
    with written_together([tmp_path / "old.csv"]) as folder:  # it is still writing, however long ago it began
        (folder / "old.csv").write_text("mine")
    assert len(list(tmp_path.glob(".*.part"))) == 1
    process.send_signal(signal.SIGKILL)
    process.communicate()
    aged(tmp_path)
    with written_together([tmp_path / "new.csv"]) as folder:
        (folder / "new.csv").write_text("mine")
    assert sorted(os.listdir(tmp_path)) == ["new.csv", "old.csv", "r.dat", "r.hea", "running.csv"]
    assert [(tmp_path / name).read_text() for name in ("r.dat", "r.hea")] == ["old", "old"]


@pytest.mark.skipif(os.name != "posix", reason="nothing is killed elsewhere as by SIGKILL")
def test_how_many_killed_writers_were_tidied_up_after_is_told(tmp_path):
    for _ in range(2):
        process = killed(tmp_path, "writing")
        assert tidy(tmp_path) == 0, "it is still writing"
        process.send_signal(signal.SIGKILL)
        process.communicate()
    aged(tmp_path)
    assert tidy(tmp_path) == 2
    assert (tidy(tmp_path), os.listdir(tmp_path)) == (0, [])


def test_what_is_being_written_is_not_found_yet(tmp_path):
    (tmp_path / "patient").mkdir()
    (tmp_path / "patient" / "r.hea").touch()
    with written_together([tmp_path / "new.hea"]) as folder:
        (folder / "new.hea").touch()
        assert [path.name for path in found_below(tmp_path)] == ["patient", "r.hea"]


@pytest.mark.skipif(os.name != "posix", reason="nothing is killed elsewhere as by SIGKILL")
def test_what_was_written_since_is_never_put_back(tmp_path):
    old_files(tmp_path)
    process = killed(tmp_path, "r.dat")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    aged(tmp_path)
    (tmp_path / "r.dat").write_text("newer")
    with written_together([tmp_path / "new.csv"]) as folder:
        (folder / "new.csv").write_text("mine")
    assert (tmp_path / "r.dat").read_text() == "newer"
    assert len(list(tmp_path.glob(".*.part"))) == 1  # with what stood there before


@pytest.mark.skipif(os.name != "posix", reason="nothing is killed elsewhere as by SIGKILL")
def test_an_older_file_that_somebody_put_there_since_is_not_taken_for_the_killed_one_s(tmp_path):
    process = killed(tmp_path, "r.atr")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    aged(tmp_path)
    (tmp_path / "r.dat").unlink()
    backup = tmp_path / "backup"
    backup.write_text("from a backup")
    os.utime(backup, (time.time() - 1000, time.time() - 1000))
    os.replace(backup, tmp_path / "r.atr")
    with written_together([tmp_path / "new.csv"]) as folder:
        (folder / "new.csv").write_text("mine")
    assert (tmp_path / "r.atr").read_text() == "from a backup"


@pytest.mark.skipif(os.name != "posix", reason="links are not allowed everywhere")
def test_a_folder_from_outside_leads_nobody_through_a_link(tmp_path):
    outside = tmp_path / "outside"
    there = tmp_path / "records"
    aside = there / ".0123456789ab.part"
    aside.mkdir(parents=True)
    outside.mkdir()
    (outside / "mine").write_text("mine")
    (there / "r.dat").symlink_to(outside / "new")
    (there / "r.hea").symlink_to(outside / "mine")
    (aside / ".lock").touch()
    (aside / ".r.dat.before").write_text("theirs")
    (aside / ".r.hea.nothing").touch()
    os.utime(outside / "mine", (time.time() - 1000, time.time() - 1000))
    aged(there)
    with written_together([there / "new.csv"]) as folder:
        (folder / "new.csv").write_text("mine")
    assert os.listdir(outside) == ["mine"]


def test_where_a_file_system_has_no_locks_files_are_written_all_the_same(tmp_path, monkeypatch):
    def locked(*_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("filelock.BaseFileLock.acquire", lambda self, **_: locked())
    with written_together([tmp_path / "r.csv"]) as folder:
        (folder / "r.csv").write_text("mine")
    assert os.listdir(tmp_path) == ["r.csv"]


def test_a_folder_that_only_looks_alike_is_left_alone(tmp_path):
    for name in (".0123456789ab.part", ".notes.part"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mine").write_text("mine")
    aged(tmp_path)
    with written_together([tmp_path / "new.csv"]) as folder:
        (folder / "new.csv").write_text("mine")
    assert len(list(tmp_path.glob(".*.part/mine"))) == 2


def test_a_full_disk_is_a_sentence(tmp_path):
    with (
        pytest.raises(WriteError, match=r"r\.csv could not be written: No space"),
        written_together([tmp_path / "r.csv"]),
    ):
        raise OSError(28, "No space left on device")
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="devices are files on POSIX systems alone")
def test_what_is_no_file_is_refused():
    with (
        pytest.raises(WriteError, match="no ordinary file"),
        written_together([Path("/dev/null")]),
    ):
        pass


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "there").write_text("old")
    link = tmp_path / "here"
    try:
        link.symlink_to(tmp_path / "there")
    except OSError:
        pytest.skip("links are not allowed here")
    with written_together([link]) as folder:
        (folder / "here").write_text("new")
    assert link.is_symlink()
    assert (tmp_path / "there").read_text() == "new"


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (OSError(28, "No space left on device"), "No space left on device."),
        (OSError("9 requested and 5 written"), "not all of it was taken (9 requested and 5 written)."),
    ],
)
def test_why_nothing_was_written_is_said_without_the_folder_that_nobody_knows(tmp_path, raised, said):
    path = tmp_path / "r.hea"

    def full(inner):
        with written_together([path]):
            try:
                raise raised
            except OSError as error:
                if inner:
                    raise WriteError(f"{tmp_path}/.part/r.dat could not be written: it is full.") from error
                raise

    for inner in (False, True):
        with pytest.raises(WriteError) as error:
            full(inner)
        assert str(error.value) == f"{path} could not be written: {said}"
