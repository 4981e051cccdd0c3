"""The teacher's page: every lesson with its questions, and answers that are measured."""

import pytest
from PySide6.QtWidgets import QFileDialog

from monitor.ui.lab.course.fact import of_everybody
from monitor.ui.lab.course.steps import lessons


@pytest.mark.parametrize("number", range(1, len(lessons()) + 1))
def test_it_holds_every_question_and_every_answer_that_is_measured(open_pane, number):
    pane = open_pane("teacher")
    pane.choose(number)
    said = " ".join(pane.text.toPlainText().split())
    lesson = lessons()[number - 1]
    assert f"{lesson.minutes} minutes" in said
    for step in lesson.steps:
        assert step.question in said
        find = lesson.finder(step)
        if of_everybody(find):
            assert find().words in said
    for words in (*lesson.mistaken, *(one.answer for one in lesson.ask)):
        assert " ".join(words.split()) in said


def test_a_lesson_is_opened_from_here(lab, open_pane):
    pane = open_pane("teacher")
    pane.choose(2)
    pane.begin.click()
    assert lab.guide.lesson is lessons()[1]
    assert lab.pills.pane == "course", "no answer is left on the screen"


def test_all_of_it_is_saved_as_text(open_pane, monkeypatch, tmp_path):
    pane = open_pane("teacher")
    path = tmp_path / "lessons.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    pane.save_text.click()
    text = path.read_text(encoding="utf-8")
    assert all(lesson.title in text for lesson in lessons())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "a.md"), ""))
    pane.save_text.click()
    assert "could not be written" in pane.message.text()
