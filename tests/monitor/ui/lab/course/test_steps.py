"""The lessons as written: each step leads to a pane that there is, and its answer can be found."""

import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from monitor.ui.lab.course.fact import of_everybody
from monitor.ui.lab.course.steps import FOLDER, NAMES, lessons, read_lesson
from monitor.ui.lab.registry import PANES

STEPS = [(lesson, step) for lesson in lessons() for step in lesson.steps]
ALL = pytest.mark.parametrize(("lesson", "step"), STEPS, ids=lambda one: one.name)


def test_each_file_is_a_lesson_and_each_lesson_a_file():
    assert {path.name.partition(".")[0] for path in FOLDER.glob("*.toml")} == set(NAMES)
    assert len({lesson.key(step) for lesson, step in STEPS}) == len(STEPS)


@pytest.mark.parametrize("lesson", lessons(), ids=lambda one: one.name)
def test_a_lesson_is_short_and_gives_a_teacher_what_is_needed(lesson):
    assert 3 <= len(lesson.steps) <= 6
    assert 5 <= lesson.minutes <= 30
    assert lesson.aim.endswith(".")
    assert lesson.mistaken
    assert all(one.question.endswith("?") and one.answer for one in lesson.ask)


@ALL
def test_a_step_asks_something_and_is_tried_on_a_pane_that_there_is(lesson, step):
    assert step.pane in {spec.name for spec in PANES}
    assert step.question.rstrip().endswith("?")
    assert bool(step.choices) != bool(step.unit), "either choices, or a number of something"
    assert len(step.choices) != 1
    assert step.low < step.high
    assert step.near < (step.high - step.low) / 3, "a guess at random is mostly not near"
    assert step.why.endswith(".")


@ALL
def test_the_answer_is_found_and_is_one_that_can_be_predicted(lesson, step):
    find = lesson.finder(step)
    assert callable(find)
    assert find.__doc__
    if of_everybody(find):
        fact = find()
        assert re.search(r"\d", fact.words), "with its figures"
        if step.choices:
            assert fact.answer in step.choices
        else:
            assert step.low <= fact.answer <= step.high
        assert step.said(fact.answer)


QUOTING = [(lesson, step) for lesson, step in STEPS if "“" in step.task]


@pytest.mark.parametrize(("lesson", "step"), QUOTING, ids=lambda one: one.name)
def test_what_a_task_names_in_quotes_stands_on_the_pane(open_pane, lesson, step):
    pane = open_pane(step.pane)
    seen = [shown.text() for kind in (QAbstractButton, QLabel) for shown in pane.findChildren(kind)]
    seen += [box.itemText(i) for box in pane.findChildren(QComboBox) for i in range(box.count())]
    assert set(re.findall("“(.+?)”", step.task)) <= set(seen)


def test_numbers_count_as_predicted_when_they_are_near():
    step = next(step for _, step in STEPS if not step.choices)
    assert step.hit(step.low, step.low + step.near)
    assert not step.hit(step.low, step.low + step.near + 1)


def test_of_choices_only_the_very_one_counts():
    step = next(step for _, step in STEPS if step.choices)
    first, second, *_ = step.choices
    assert step.hit(first, first)
    assert not step.hit(first, second)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("title = ", "Invalid value"),
        ('title = "Alone"', "missing required field"),
        ("colour = 3", "unknown field"),
    ],
)
def test_a_file_that_is_no_lesson_is_refused_with_the_reason(tmp_path, written, why):
    path = tmp_path / "made.toml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"made\.toml is no lesson: .*{why}"):
        read_lesson(path)
