"""Marks as a file: what the app writes the fits read, and hostile files are refused."""

import json

import pytest

from models.contract.marks import MAX_BYTES, MISSED, NORMAL, Mark, MarksError, read_marks, write_marks


def test_what_is_written_is_read_by_record_and_sample(tmp_path):
    one, two = Mark("208", 400, NORMAL), Mark("101", 3, MISSED)
    write_marks(tmp_path / "deep" / "marks.json", {one, two})
    assert read_marks(tmp_path / "deep" / "marks.json") == (two, one)


ENTRY = {"record": "208", "sample": 12, "mark": "missed"}
HOSTILE = [
    b"",
    b"[]",
    b"{}",
    b"{",
    b'{"version": 1}',
    json.dumps({"version": 2, "marks": []}).encode(),
    json.dumps({"version": 1, "marks": [{**ENTRY, "sample": 1.5}]}).encode(),
    json.dumps({"version": 1, "marks": [{**ENTRY, "sample": True}]}).encode(),
    json.dumps({"version": 1, "marks": [{**ENTRY, "mark": "odd"}]}).encode(),
    json.dumps({"version": 1, "marks": [{**ENTRY, "mark": []}]}).encode(),
    json.dumps({"version": 1, "marks": [{**ENTRY, "record": 1}]}).encode(),
    json.dumps({"version": 1, "marks": [{"record": "208"}]}).encode(),
    json.dumps({"version": 1, "marks": 3}).encode(),
    b"[" * 100_000,
    b"\xff\xfe\x00",
    b" " * (MAX_BYTES + 1),
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_file_is_refused_in_one_sentence_and_left(tmp_path, content):
    path = tmp_path / "marks.json"
    path.write_bytes(content)
    with pytest.raises(MarksError, match=r"marks\.json (is not|is larger|holds)") as refused:
        read_marks(path)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == content


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(MarksError, match=r"There is no file of marks .*nowhere\.json\."):
        read_marks(tmp_path / "nowhere.json")


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(MarksError, match="could not be kept"):
        write_marks(tmp_path / "file" / "marks.json", {Mark("1", 2, NORMAL)})
