"""Marks as a file: what the app writes the fits read, older files are read, and hostile files are refused."""

import json
import math
import os

import pytest

from models.contract.marks import (
    MAX_BYTES,
    MISSED,
    NORMAL,
    Mark,
    MarkFile,
    MarksError,
    left_out,
    read_marks,
    write_marks,
)

ENTRY = {"source": "mitdb/208", "sample": 7, "mark": NORMAL}
OLD = {"record": "101", "sample": 7, "mark": NORMAL}


def test_marks_of_a_namesake_are_told_apart_from_the_chosen_record():
    marks = [Mark("mitdb/208", 1, NORMAL), Mark("mitdb/101", 2, NORMAL)]
    said = left_out(marks, {"file:/own/208"})
    assert "1 mark is of mitdb/208, not of the chosen recording of that name: it is left out." in said
    assert "1 mark of a record that is not chosen is left out (101)." in said


def test_marks_come_back_by_source_and_sample(tmp_path):
    one, two = Mark("mitdb/208", 400, NORMAL, "MLII", 360.0), Mark("file:/a/rec1", 3, MISSED)
    write_marks(tmp_path / "deep" / "marks.json", MarkFile((one, two)))
    back = read_marks(tmp_path / "deep" / "marks.json")
    assert back.marks == (two, one)
    assert (back.marks[1].lead, back.marks[1].fs) == ("MLII", 360.0)
    assert back.problem == ""


def test_two_files_of_one_name_are_two(tmp_path):
    one, two = Mark("file:/a/rec1", 3, NORMAL), Mark("file:/b/rec1", 3, NORMAL)
    assert one != two
    assert one.record == two.record == "rec1"
    assert not one.near(two.source, 3, 360)
    assert Mark(r"file:C:\data\rec1", 3, NORMAL).record == "rec1"


def test_a_file_of_version_1_is_read_and_what_cannot_be_placed_is_kept(tmp_path):
    path = tmp_path / "marks.json"
    entries = [
        OLD,
        {"record": "rec1", "sample": 5, "mark": MISSED, "by": "me"},
        {"record": "208", "sample": 5, "mark": NORMAL},
        {"record": "208", "sample": 400_000, "mark": NORMAL},
    ]
    path.write_text(json.dumps({"version": 1, "marks": entries}))
    kept = read_marks(path)
    assert [(m.source, m.sample, m.fs) for m in kept.marks] == [
        ("mitdb/101", 7, 360.0),
        ("mitdb/208", 400_000, 360.0),
    ]
    assert kept.unplaced == (entries[1], entries[2]), "rec1 is any file's, 208 may be the demo"
    assert kept.problem == (
        "2 marks of an older version name only '208', 'rec1' and cannot be placed: they are kept in the "
        "file and not followed."
    )
    write_marks(path, kept)
    assert read_marks(path) == kept, "and they outlast a change"
    assert json.loads(path.read_text())["unplaced"] == [entries[1], entries[2]]


def test_fields_that_are_not_known_are_kept(tmp_path):
    path = tmp_path / "marks.json"
    whole = {"version": 2, "marks": [{**ENTRY, "by": "somebody", "seen": [1, 2]}], "editor": {"name": "x"}}
    path.write_text(json.dumps(whole))
    write_marks(path, read_marks(path))
    back = json.loads(path.read_text())
    assert back["editor"] == {"name": "x"}
    assert (back["marks"][0]["by"], back["marks"][0]["seen"]) == ("somebody", [1, 2])


def test_marks_of_records_that_are_not_chosen_are_named():
    marks = [Mark("mitdb/101", 1, NORMAL), Mark("mitdb/208", 1, NORMAL), Mark("mitdb/208", 2, MISSED)]
    assert left_out(marks, {"mitdb/101", "mitdb/208"}) == ""
    assert left_out(marks, {"mitdb/208"}) == "1 mark of a record that is not chosen is left out (101)."
    assert left_out(marks, set()) == "3 marks of records that are not chosen are left out (101, 208)."


HOSTILE = [
    b"",
    b"{",
    b"[]",
    b"\xff\xfe",
    json.dumps({"version": 3, "marks": []}).encode(),
    json.dumps({"version": [], "marks": []}).encode(),
    json.dumps({"version": 1, "marks": [{**OLD, "sample": 1.5}]}).encode(),
    json.dumps({"version": 1, "marks": [{**OLD, "record": 1}]}).encode(),
    json.dumps({"version": 1, "marks": [{"record": "208"}]}).encode(),
    json.dumps({"version": 2, "marks": [{**ENTRY, "sample": 1.5}]}).encode(),
    json.dumps({"version": 2, "marks": [{**ENTRY, "sample": True}]}).encode(),
    json.dumps({"version": 2, "marks": [{**ENTRY, "mark": "odd"}]}).encode(),
    json.dumps({"version": 2, "marks": [{**ENTRY, "mark": []}]}).encode(),
    json.dumps({"version": 2, "marks": [{**ENTRY, "source": 1}]}).encode(),
    json.dumps({"version": 2, "marks": [{**ENTRY, "lead": []}]}).encode(),
    json.dumps({"version": 2, "marks": [{**ENTRY, "fs": math.nan}]}).encode(),
    json.dumps({"version": 2, "marks": [{**ENTRY, "fs": -1}]}).encode(),
    json.dumps({"version": 2, "marks": [OLD]}).encode(),
    json.dumps({"version": 2, "marks": [], "unplaced": [{"sample": 1}]}).encode(),
    json.dumps({"version": 2, "marks": [], "unplaced": 4}).encode(),
    json.dumps({"version": 2, "marks": 3}).encode(),
    b"[" * 100_000,
    b" " * (MAX_BYTES + 1),
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_files_are_refused_in_one_sentence(tmp_path, content):
    path = tmp_path / "marks.json"
    path.write_bytes(content)
    with pytest.raises(MarksError, match=r"marks\.json (is not|is larger|holds)") as refused:
        read_marks(path)
    assert str(refused.value).endswith(".")
    assert path.read_bytes() == content


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "marks.json")
    with pytest.raises(MarksError, match=r"marks\.json is not a file of marks: it is a pipe"):
        read_marks(tmp_path / "marks.json")


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(MarksError, match=r"There is no file of marks .*nowhere\.json\."):
        read_marks(tmp_path / "nowhere.json")


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(MarksError, match="could not be kept"):
        write_marks(tmp_path / "file" / "marks.json", MarkFile((Mark("1", 2, NORMAL),)))
