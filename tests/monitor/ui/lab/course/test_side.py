"""The left of the page: card and input side by side, or one of them where there is not room for both."""

import pytest

from monitor.ui.lab.course.side import BOTH_PX, DIGIT
from monitor.ui.lab.widgets.digits.input_panel import InputPanel


@pytest.fixture
def seen(lab, qapp):
    panel = lab.findChild(InputPanel)

    def look(width):
        lab.resize(width, 600)
        for _ in range(4):
            qapp.processEvents()
        return lab.side.card.isVisible(), panel.isVisible()

    return look


def test_in_the_free_lab_there_is_the_input_only(lab, seen):
    lab.show_pane("map")
    assert seen(1000) == (False, True)
    assert seen(BOTH_PX) == (False, True)


def test_a_pane_that_does_not_look_at_the_input_has_its_room(lab, seen):
    lab.show_pane("map")
    seen(1000)
    width = lab.pane.width()
    lab.show_pane("course")
    assert seen(1000) == (False, False)
    assert lab.pane.width() > width


def test_a_wide_page_shows_both_and_a_narrow_one_what_is_chosen(lab, seen):
    lab.guide.begin("summary")
    lab.guide.predict("many")
    assert seen(BOTH_PX) == (True, True)
    assert seen(1000) == (True, False)
    lab.side.switch.button(DIGIT).click()
    assert seen(1000) == (False, True)
    lab.guide.next()
    lab.guide.predict("conv")
    assert seen(1000) == (True, False), "the next task is to be read first"


def test_while_a_prediction_is_asked_for_beside_the_lessons_there_is_no_input(lab, seen):
    lab.guide.begin("summary")
    assert seen(1000) == (True, False)
    assert not lab.side.switch.button(DIGIT).isVisible()


def test_a_pane_without_an_input_can_have_the_cards_room_in_a_narrow_page(lab, seen):
    lab.guide.begin("summary")
    assert seen(1000) == (True, False)
    assert lab.pills.fold.isVisible()
    width = lab.pane.width()
    lab.pills.fold.click()
    assert seen(1000) == (False, False)
    assert lab.pane.width() > width
    lab.pills.fold.click()
    assert seen(1000) == (True, False)
    lab.pills.fold.click()
    lab.guide.predict("many")
    assert seen(1000) == (True, False), "the task is to be read"
    assert not lab.pills.fold.isVisible()
    assert seen(BOTH_PX) == (True, True)


def test_what_happened_is_scrolled_to_its_end_in_a_low_window(qtbot, lab):
    lab.resize(960, 420)
    lab.guide.begin("making")
    lab.guide.predict("up")
    card = lab.side.card
    card.check.click()
    qtbot.waitUntil(lambda: not card.next.visibleRegion().isEmpty())
