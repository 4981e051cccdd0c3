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
    assert read_marks(path).marks == (two, one)
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
    assert [m.sample for m in read_marks(path).marks] == [200, 300]
    assert two.all() == read_marks(path).marks


def test_many_that_mark_at_once_lose_nothing(tmp_path):
    path = tmp_path / "marks.json"

    def mark(i):
        Marks(path).put(Mark("208", i, NORMAL))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(mark, range(40)))
    assert [m.sample for m in read_marks(path).marks] == list(range(40))


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
        "monitor.retraining.marks.write_marks", lambda path, marks: written.append(set(marks.marks))
    )
    Marks(tmp_path / "marks.json").put(*(Mark("208", i, NORMAL) for i in range(54)))
    assert [len(marks) for marks in written] == [54]


def test_changes_are_taken_back_one_after_the_other(tmp_path):
    marks = Marks(tmp_path / "marks.json")
    one, two = Mark("mitdb/208", 100, NORMAL, fs=360.0), Mark("mitdb/208", 120, MISSED, fs=360.0)
    marks.put(one)
    marks.put(two)
    assert marks.all() == (two,), "54 ms apart: one beat, one mark"
    marks.remove(two)
    assert marks.undo() == (set(), {two})
    assert marks.undo() == ({two}, {one})
    assert marks.all() == (one,)
    assert marks.undo() == ({one}, set())
    assert marks.undo() is None
    assert read_marks(marks.path).marks == ()


def test_what_was_not_changed_is_not_taken_back(tmp_path):
    marks, other = Marks(tmp_path / "marks.json"), Marks(tmp_path / "marks.json")
    marks.put(Mark("208", 1, NORMAL))
    other.put(Mark("208", 2, NORMAL))
    marks.put(Mark("208", 2, NORMAL))
    assert marks.undo() == ({Mark("208", 1, NORMAL)}, set())
    assert marks.all() == (Mark("208", 2, NORMAL),), "the other window's stays"


def test_a_mark_of_another_window_on_the_same_beat_gives_way(tmp_path):
    one, two = Marks(tmp_path / "marks.json"), Marks(tmp_path / "marks.json")
    two.put(Mark("208", 100, NORMAL, fs=360.0))
    one.put(Mark("208", 110, MISSED, fs=360.0))
    assert [m.mark for m in one.all()] == [MISSED]


def test_marks_are_found_by_place(tmp_path):
    marks = Marks(tmp_path / "marks.json")
    marks.put(*(Mark(source, i, NORMAL) for source in ("a", "b", "c") for i in range(0, 50, 10)))
    assert [(m.source, m.sample) for m in marks.between("b", 10, 30.0)] == [("b", 10), ("b", 20), ("b", 30)]
    assert marks.between("b", 41, 99) == ()
    assert marks.between("bb", 0, 99) == ()


def test_what_an_older_file_cannot_say_is_told_and_outlasts_changes(tmp_path):
    path = tmp_path / "marks.json"
    path.write_text('{"version": 1, "marks": [{"record": "x", "sample": 3, "mark": "missed"}], "mine": 1}')
    marks = Marks(path)
    assert "1 mark of an older version names only 'x' and cannot be placed" in marks.problem
    marks.put(Mark("mitdb/208", 1, NORMAL))
    kept = read_marks(path)
    assert kept.unplaced == ({"record": "x", "sample": 3, "mark": "missed"},)
    assert kept.rest == {"mine": 1}
