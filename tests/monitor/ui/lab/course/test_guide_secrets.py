"""A pane that the course opens does not answer what is still to be predicted."""

import pytest
from PySide6.QtWidgets import QLabel

from monitor.ui.lab.course.steps import lessons
from monitor.ui.lab.registry import PANES


def seen(pane):
    """Give all words that can be read on a pane."""
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane))


def go_to(lab, lesson, step):
    """Take a lesson up to a step, the others done without a word of what happened."""
    (taken,) = (one for one in lessons() if one.name == lesson)
    for one in taken.steps:
        if one.name == step:
            break
        lab.state.progress.keep(taken.key(one), True)
    lab.guide.begin(lesson)
    return taken


@pytest.mark.parametrize(
    ("lesson", "before", "asked", "answer"),
    [
        ("clouds", "spread", "chance", "where chance draws"),
        ("clouds", "spread", "chance", "can be read"),
        ("summary", "two-or-many", "sixteen", "usually"),
        ("summary", "two-or-many", "sixteen", "greatest code is not"),
        ("alarm", "unseen-0", "unseen-1", "see the error miss it"),
        ("alarm", "unseen-0", "beats", "of a ventricular one"),
        ("alarm", "unseen-0", "unseen-1", "AUROC of this score"),
    ],
)
def test_an_answer_is_told_once_it_is_predicted(lab, lesson, before, asked, answer):
    taken = go_to(lab, lesson, before)
    lab.guide.predict(0.0)
    assert answer not in seen(lab.pane)
    for step in taken.steps:
        lab.state.progress.keep(taken.key(step), True)
    lab.guide.changed.emit()
    assert answer in seen(lab.pane)


def test_in_the_free_lab_nothing_is_held_back(lab, open_pane):
    assert "where chance draws" in seen(open_pane("holes"))


def test_the_pane_of_the_next_question_is_closed_until_something_is_predicted(lab):
    go_to(lab, "clouds", "spread")
    lab.guide.predict(0.0)
    assert lab.pills.pane == "holes"
    lab._check()
    assert lab.pills.pane == "holes"
    lab.guide.next()
    assert lab.guide.step.pane == "holes"
    assert lab.pills.pane == "course"
    lab.guide.predict(0.0)
    assert lab.pills.pane == "holes"


def test_what_a_pane_keeps_secret_is_a_step_that_there_is():
    keys = {one.key(step) for one in lessons() for step in one.steps}
    for spec in PANES:
        assert spec.load().tells <= keys
