"""The card beside the panes: it asks first, opens the pane then, and tells what happened there."""

import pytest
from PySide6.QtCore import Qt

from monitor.ui.lab.course.guide import Stage
from monitor.ui.lab.course.steps import lessons
from tests.monitor.ui.fitting import flaws


@pytest.fixture
def begin(lab):
    def take(name, number=1):
        lab.guide.begin(name)
        for _ in range(number - 1):
            lab.guide.next()
        return lab.side.card

    return take


def test_the_pane_opens_once_something_is_predicted(lab, begin):
    card = begin("summary")
    assert lab.pills.pane == "course"
    assert card.isVisible()
    assert not card.predict.isEnabled(), "nothing is chosen yet"
    card.choices["many"].click()
    card.predict.click()
    assert lab.pills.pane == "family"
    assert "nearer" in card.words
    card.check.click()
    assert lab.guide.stage is Stage.TOLD
    assert "As you predicted" in card.words
    assert "mean squared error" in card.words


def test_a_number_is_predicted_and_held_against_the_figure(lab, begin):
    card = begin("alarm")
    card.number.setValue(10)
    card.predict.click()
    assert lab.pills.pane == "anomaly"
    card.check.click()
    assert "Not as you predicted" in card.words
    assert "10 of 100" in card.words


def test_what_is_missing_is_said_and_can_be_made_up_for(lab, begin):
    card = begin("summary", 4)
    assert lab.guide.step.name == "way"
    card.predict.click()
    lab.pane.view.marks.pins.clear()
    card.check.click()
    assert "two pins" in card.words
    lab.pane.put_pin(-1.0, 0.0)
    lab.pane.put_pin(1.0, 0.0)
    card.check.click()
    assert "The judge is sure" in card.words


def test_in_a_low_window_what_is_missing_leaves_the_button_in_sight(qtbot, lab, begin):
    lab.resize(960, 420)
    card = begin("making", 5)
    card.choices["many"].click()
    card.predict.click()
    card.check.click()
    qtbot.waitUntil(lambda: card.check.visibleRegion().boundingRect().height() == card.check.height())


def test_one_can_look_elsewhere_and_come_back(lab, begin):
    card = begin("alarm")
    card.predict.click()
    assert not card.open.isVisible()
    lab.show_pane("map")
    assert card.open.isVisible()
    card.open.click()
    assert lab.pills.pane == "anomaly"
    assert not card.open.isVisible()


def test_a_lesson_is_left_at_once_and_its_end_leads_to_the_lessons(lab, begin):
    card = begin("alarm")
    card.predict.click()
    card.leave.click()
    assert not card.isVisible()
    assert lab.pills.pane == "anomaly", "the pane stays"
    card = begin("alarm", len(next(one for one in lessons() if one.name == "alarm").steps))
    lab.guide.predict(next(iter(lab.guide.step.choices), 0.0))
    card.check.click()
    assert card.next.text() == "End of the lesson"
    card.next.click()
    assert lab.pills.pane == "course"
    assert not card.isVisible()


def test_the_keys_lead_through_a_step(qtbot, lab, begin):
    lab.activateWindow()
    qtbot.waitUntil(lab.isActiveWindow)
    card = begin("alarm", 2)
    first, *_ = card.choices.values()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    card.predict.setFocus()
    qtbot.keyClick(card.predict, Qt.Key.Key_Space)
    card.check.setFocus()
    qtbot.keyClick(card.check, Qt.Key.Key_Space)
    assert lab.guide.stage is Stage.TOLD


@pytest.mark.slow
@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.name)
@pytest.mark.parametrize("size", [(960, 520), (1366, 688)], ids=str)
def test_no_words_of_a_step_are_clipped(qapp, lab, begin, lesson, size):
    lab.resize(*size)
    said = []
    for i, step in enumerate(lesson.steps, 1):
        card = begin(lesson.name, i)
        lab.guide.progress.reset()
        for stage in ("asked", "tried"):
            for _ in range(6):
                qapp.processEvents()
            said += [f"{step.name}, {stage}: {flaw}" for flaw in flaws(card)]
            lab.guide.predict(next(iter(step.choices), step.low))
    assert not said, "\n".join(said)


def test_a_short_question_takes_no_more_room_than_it_needs(qapp, lab, begin):
    card = begin("clouds")
    qapp.processEvents()
    long = card._question.minimumHeight()
    begin("alarm", 3)
    qapp.processEvents()
    assert len(lab.guide.step.question) < 100
    assert card._question.minimumHeight() < long
