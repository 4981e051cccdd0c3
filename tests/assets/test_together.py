"""Files that belong together are all there, or none is."""

import os
from pathlib import Path

import pytest

from assets.errors import WriteError
from assets.together import written_together


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
