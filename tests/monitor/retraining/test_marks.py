"""Marks set in review."""

import pytest

from monitor.retraining.marks import MISSED, NORMAL, Mark, Marks, MarksError
from training.data.own import read_marks


def test_marks_are_kept_and_read_by_the_training(tmp_path):
    path = tmp_path / "deep" / "marks.json"
    marks = Marks(path)
    assert len(marks) == 0
    assert not path.exists()
    one, two = Mark("208", 400, NORMAL), Mark("101", 3, MISSED)
    marks.put(one)
    marks.put(two)
    assert Marks(path).all() == (two, one)
    assert [(m.record, m.sample, m.normal) for m in read_marks(path)] == [
        ("101", 3, False),
        ("208", 400, True),
    ]
    marks.put(Mark("208", 400, MISSED))
    assert Marks(path).all() == (two, Mark("208", 400, MISSED))
    marks.remove(two)
    assert len(Marks(path)) == 1


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"version": 2, "marks": []}', '{"version": 1, "marks": [{"record": 1}]}', "[" * 100_000],
)
def test_a_broken_file_is_refused_and_left(tmp_path, text):
    path = tmp_path / "marks.json"
    path.write_text(text)
    with pytest.raises(MarksError, match=r"marks\.json"):
        Marks(path)
    assert path.read_text() == text


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(MarksError, match="could not be kept"):
        Marks(tmp_path / "file" / "marks.json").put(Mark("1", 2, NORMAL))
