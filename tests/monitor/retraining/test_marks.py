"""The marks of a user, kept as they change."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from models.contract.marks import MISSED, NORMAL, Mark, MarksError, read_marks
from monitor.retraining.marks import Marks


def test_marks_are_kept_as_they_change(tmp_path):
    path = tmp_path / "deep" / "marks.json"
    marks = Marks(path)
    assert len(marks) == 0
    assert not path.exists()
    one, two = Mark("208", 400, NORMAL), Mark("101", 3, MISSED)
    marks.put(one)
    marks.put(two)
    assert Marks(path).all() == (two, one)
    assert read_marks(path) == (two, one)
    marks.put(Mark("208", 400, MISSED))
    assert Marks(path).all() == (two, Mark("208", 400, MISSED))
    marks.remove(two)
    assert len(Marks(path)) == 1


def test_a_broken_file_is_told_of_and_left(tmp_path):
    path = tmp_path / "marks.json"
    path.write_text("[]")
    with pytest.raises(MarksError, match=r"marks\.json"):
        Marks(path)
    assert path.read_text() == "[]"


def test_a_mark_that_cannot_be_kept_is_not_taken(tmp_path):
    (tmp_path / "file").touch()
    marks = Marks(tmp_path / "file" / "marks.json")
    with pytest.raises(MarksError, match="could not be kept"):
        marks.put(Mark("1", 2, NORMAL))
    assert len(marks) == 0


def test_two_windows_that_mark_lose_nothing(tmp_path):
    path = tmp_path / "marks.json"
    one, two = Marks(path), Marks(path)
    one.put(Mark("208", 100, NORMAL))
    two.put(Mark("208", 200, MISSED))
    one.put(Mark("208", 300, NORMAL))
    two.remove(Mark("208", 100, NORMAL))
    assert [m.sample for m in read_marks(path)] == [200, 300]
    assert two.all() == read_marks(path)


def test_many_that_mark_at_once_lose_nothing(tmp_path):
    path = tmp_path / "marks.json"

    def mark(i):
        Marks(path).put(Mark("208", i, NORMAL))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(mark, range(40)))
    assert [m.sample for m in read_marks(path)] == list(range(40))


def test_a_file_that_broke_meanwhile_is_told_of_and_left(tmp_path):
    path = tmp_path / "marks.json"
    marks = Marks(path)
    path.write_text("[]")
    with pytest.raises(MarksError, match=r"marks\.json"):
        marks.put(Mark("208", 1, NORMAL))
    assert path.read_text() == "[]"


def test_the_beats_of_a_run_are_one_change_of_the_file(tmp_path, monkeypatch):
    written = []
    monkeypatch.setattr(
        "monitor.retraining.marks.write_marks", lambda path, marks: written.append(set(marks))
    )
    Marks(tmp_path / "marks.json").put(*(Mark("208", i, NORMAL) for i in range(54)))
    assert [len(marks) for marks in written] == [54]
