"""The marks on the Retraining page: by record, which are followed, and each can be removed."""

import pytest
from PySide6.QtCore import Qt

from assets.records.identity import file_identity
from models.contract.marks import MISSED, NORMAL, Mark, read_marks

MARKS = (
    Mark("mitdb/101", 3600, NORMAL, "MLII", 360.0),
    Mark("mitdb/101", 7200, MISSED, "MLII", 360.0),
    Mark("mitdb/102", 360, NORMAL, "MLII", 360.0),
)


@pytest.fixture
def choices(make_window):
    window = make_window()
    window.context.home.marks.put(*MARKS)
    window.show_page("retraining")
    return window.pages.need("retraining").choices


def lines(tree):
    found = []
    for i in range(tree.topLevelItemCount()):
        branch = tree.topLevelItem(i)
        found += [branch.text(0), *(branch.child(k).text(0) for k in range(branch.childCount()))]
    return found


def test_marks_are_listed_by_record_and_those_left_out_are_said(choices):
    assert lines(choices.marks.tree) == [
        "101: 2 marks",
        "00:10.0  normal for this patient",
        "00:20.0  missed",
        "102: 1 mark, left out",
        "00:01.0  normal for this patient",
    ]
    assert choices.marks.words.text() == (
        "The fit follows 2 of 3 marks. 1 mark of a record that is not chosen is left out (102)."
    )
    assert choices.followed == set(MARKS[:2])


def test_what_is_left_out_follows_the_ticks(choices):
    choices.tick({"102", "104"})
    choices.held_out.setCurrentText("104")
    assert choices.followed == {MARKS[2]}
    assert "2 marks of records that are not chosen are left out (101)." in choices.marks.words.text()
    choices.tick({"102", "101", "104"})
    assert choices.followed == set(MARKS)
    assert choices.marks.words.text() == "The fit follows 3 of 3 marks."


def test_a_fit_of_the_beats_is_not_given_the_held_out_record(choices):
    choices.held_out.setCurrentText("101")
    assert choices.followed == set(MARKS[:2])
    choices.kind.setCurrentIndex(2)
    assert choices.followed == set()


def test_a_mark_that_is_not_ticked_is_not_followed(choices):
    tree = choices.marks.tree
    tree.topLevelItem(0).child(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert choices.followed == {MARKS[1]}
    choices.tick({"102", "101"})
    assert choices.followed == {MARKS[1], MARKS[2]}, "it stays so when the list is made anew"
    tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert choices.followed == {MARKS[2]}


def test_a_mark_or_a_record_s_marks_are_removed_and_come_back(choices, make_window):
    marks = choices.marks
    assert not marks.remove_button.isEnabled()
    marks.tree.setCurrentItem(marks.tree.topLevelItem(0).child(0))
    marks.remove_button.click()
    assert lines(marks.tree) == [
        "101: 1 mark",
        "00:20.0  missed",
        "102: 1 mark, left out",
        "00:01.0  normal for this patient",
    ]
    marks.tree.setCurrentItem(marks.tree.topLevelItem(1))
    marks.remove()
    assert marks._all() == (MARKS[1],)
    marks._marks.undo()
    marks._marks.undo()
    assert set(marks._all()) == set(MARKS)


def test_own_recordings_are_told_apart_by_their_folder(make_window, tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
        (folder / "rec1.hea").touch()
    window = make_window()
    one, two = (Mark(file_identity(folder / "rec1.hea"), 1, NORMAL, fs=250.0) for folder in (here, there))
    window.context.home.marks.put(one, two)
    window.show_page("retraining")
    choices = window.pages.need("retraining").choices
    choices.use_folder(here)
    assert choices.followed == {one}
    choices.use_folder(there)
    assert choices.followed == {two}


def test_the_fit_is_given_the_marks_it_follows(choices, make_window, monkeypatch):
    page = choices.window().pages.need("retraining")
    monkeypatch.setattr(page, "_run", lambda process: None)
    page.start()
    assert set(read_marks(page._folder / "labels.json").marks) == set(MARKS[:2])


def test_what_an_older_file_cannot_say_is_said_here_too(make_window):
    window = make_window()
    path = window.context.home.marks.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"version": 1, "marks": [{"record": "x", "sample": 3, "mark": "missed"}]}')
    window.context.home.marks.put(MARKS[0])
    window.show_page("retraining")
    words = window.pages.need("retraining").choices.marks.words.text()
    assert words.endswith(
        "1 mark of an older version names only 'x' and cannot be placed: it is kept in the "
        "file and not followed."
    )


def test_marks_of_records_in_folders_within_an_own_one_are_followed(choices, tmp_path):
    below, elsewhere = tmp_path / "own" / "patient" / "a.hea", tmp_path / "ownother" / "b.hea"
    here = tmp_path / "own" / "c.hea"
    gone = tmp_path / "own" / "patient" / "gone.hea"
    for path in (below, elsewhere, here):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a 1 250 100\n")
    mine = {Mark(file_identity(path), 250, NORMAL, "II", 250.0) for path in (below, here)}
    others = [Mark(file_identity(path), 250, NORMAL, "II", 250.0) for path in (elsewhere, gone)]
    choices.window().context.home.marks.put(*mine, *others)
    choices.own.setChecked(True)
    choices.use_folder(tmp_path / "own")
    assert choices.followed == mine
