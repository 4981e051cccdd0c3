from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.training.archive.conftest import Pieces
from training.archive.recordings import find, names_many, stamp


def keys(*paths: object) -> list[str]:
    return [recording.key.rpartition("/")[2] for recording in find([str(path) for path in paths])]


def test_a_folder_is_searched_with_all_folders_in_it(pieces: Pieces, tmp_path: Path) -> None:
    pieces(2, folder="data/b")
    pieces(1, folder="data/a")
    found = find([str(tmp_path / "data")])
    assert [recording.spec for recording in found] == [
        str(tmp_path / "data" / name) for name in ("a/p000.hea", "b/p000.hea", "b/p001.hea")
    ]
    assert len({recording.key for recording in found}) == 3, "two of one name in two folders are two"


def test_whatever_names_a_recording_it_is_one(
    pieces: Pieces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pieces(3)
    monkeypatch.chdir(tmp_path)
    assert keys("data/p000", "data/p000.hea", folder / "p000.dat", "data/../data/p000") == ["p000"]
    assert keys("data/p00[12].*") == ["p001", "p002"]
    assert keys("**/p002.hea", "data") == ["p002", "p000", "p001"]


def test_a_list_names_recordings_relative_to_itself(pieces: Pieces) -> None:
    folder = pieces(3)
    listed = folder / "RECORDS"
    listed.write_text("# of our own\np002\n\n p000.hea  # the first\n800\n", encoding="utf-8")
    assert [recording.spec for recording in find([str(listed)])] == [
        str(folder / "p002.hea"),
        str(folder / "p000.hea"),
        "800",
    ]


def test_names_of_the_catalogue_keep_their_database(tmp_path: Path) -> None:
    assert [recording.key for recording in find(["208", "800", "demo"])] == [
        "mitdb/208",
        "svdb/800",
        "demo/demo",
    ]


def test_a_record_that_is_not_there_is_a_recording_that_cannot_be_read(tmp_path: Path) -> None:
    (one,) = find([str(tmp_path / "gone")])
    assert one.spec == str(tmp_path / "gone")
    assert stamp(one.spec) == []


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: path.mkdir(), "holds no recording"),
        (lambda path: path.write_text("# nothing\n"), "names no recording"),
        (lambda path: path.write_bytes(b"\xff\xfe\x00"), "neither a record nor a list"),
    ],
)
def test_what_gives_no_recording_is_refused(tmp_path: Path, make: object, why: str) -> None:
    make(tmp_path / "x")  # type: ignore[operator]
    with pytest.raises(ValueError, match=why):
        find([str(tmp_path / "x")])


def test_a_pattern_that_matches_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="No recording matches"):
        find([str(tmp_path / "*.hea")])


def test_a_list_does_not_lead_to_a_list(tmp_path: Path) -> None:
    """A list that names itself would go on for ever."""
    (tmp_path / "list").write_text("list\n", encoding="utf-8")
    (one,) = find([str(tmp_path / "list")])
    assert one.spec == str(tmp_path / "list")


def test_what_stands_for_many_is_told_from_one_record(pieces: Pieces, tmp_path: Path) -> None:
    folder = pieces(1)
    (tmp_path / "list").write_text("data/p000\n", encoding="utf-8")
    assert all(names_many(str(path)) for path in (folder, folder / "*.hea", tmp_path / "list"))
    assert not any(
        names_many(str(path)) for path in (folder / "p000", folder / "p000.dat", "208", "demo", "gone")
    )


def test_a_changed_file_has_another_stamp(pieces: Pieces) -> None:
    spec = str(pieces(1) / "p000.hea")
    before = stamp(spec)
    Path(spec).with_suffix(".dat").write_bytes(b"")
    assert stamp(spec) != before


def test_a_source_of_another_kind_is_one_recording_with_a_room_of_its_own() -> None:
    names = ["patient:vt?rate=180", "patient:vt?rate=200"]
    assert not any(names_many(name) for name in names)
    found = find(names)
    assert [one.spec for one in found] == names
    assert len({one.key for one in found}) == 2
    assert all(re.fullmatch(r"patient-[0-9a-f]{8}/vt", one.key) for one in found)
    assert stamp(names[0]) == []


def test_a_text_file_is_a_recording_with_what_is_said_of_it(tmp_path):
    for name in ("a.csv", "b.txt"):
        (tmp_path / name).write_text("1\n2\n")
    said = f"{tmp_path / 'b.txt'}?rate=250&unit=mV"
    assert [one.spec for one in find([str(tmp_path / "a.csv"), said])] == [str(tmp_path / "a.csv"), said]
    assert "/b_txt" in find([said])[0].key
    assert [row[0] for row in stamp(said)] == ["b.txt"]
    assert not names_many(said)


def test_a_folder_of_text_files_is_read_as_is_said_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("1\n2\n3\n")
    (folder / "deep" / "b.csv").write_text("1;2\n3;4\n")
    (folder / "README.txt").write_text("what this is\n")
    files = [folder / "a.txt", folder / "deep" / "b.csv"]
    assert [one.spec for one in find([str(folder)])] == [str(file) for file in files]
    assert [stamp(str(file))[0][0] for file in files] == ["a.txt", "b.csv"]
    asked = f"{folder}?rate=250&unit=mV"
    assert names_many(asked)
    assert [one.spec for one in find([asked])] == [f"{file}?rate=250&unit=mV" for file in files]
    with pytest.raises(ValueError, match="may stand rate, unit, column and time, not 'colour'"):
        find([f"{folder}?colour=red"])
    (folder / "r.hea").write_text("r 1 250 10\n")
    assert [one.spec for one in find([str(folder)])] == [str(folder / "r.hea")]  # tables beside a record
