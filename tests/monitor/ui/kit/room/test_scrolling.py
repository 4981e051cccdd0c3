"""A stack asks for the room of the one that is shown, and one of many lays out no other."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from monitor.ui.kit.room.scrolling import LoneStack, Stack


def page(width):
    made = QWidget()
    made.button = QPushButton("x")
    made.button.setMinimumWidth(width)
    QVBoxLayout(made).addWidget(made.button)
    return made


@pytest.fixture(params=[Stack, LoneStack])
def stack(request, qtbot):
    made = request.param()
    qtbot.addWidget(made)
    made.pages = [page(100), page(400), page(700)]
    for one in made.pages:
        made.addWidget(one)
    made.show()
    return made


def test_the_first_is_shown_and_any_other_when_it_is_asked_for(stack):
    first, second, third = stack.pages
    for one in (first, third, second, second, first):
        stack.setCurrentWidget(one)
        assert stack.currentWidget() is one
        assert [other for other in stack.pages if other.isVisible()] == [one]
        assert stack.minimumSizeHint() == one.minimumSizeHint()
        assert one.size() == stack.size()


def test_the_focus_goes_to_the_one_that_is_shown(qtbot, stack):
    stack.activateWindow()
    qtbot.waitActive(stack)
    first, second, _ = stack.pages
    first.button.setFocus()
    stack.setCurrentWidget(second)
    assert stack.focusWidget() is second.button


def test_of_many_only_the_one_that_is_shown_is_laid_out(qtbot):
    stack = LoneStack()
    qtbot.addWidget(stack)
    pages = [page(100) for _ in range(5)]
    for one in pages:
        stack.addWidget(one)
    for one in reversed(pages):
        stack.setCurrentWidget(one)
        assert stack.count() == 1
        assert all(other.parentWidget() is stack for other in pages), "they are ended with it"


def test_what_is_put_away_is_outside_of_the_window_until_it_is_shown(stack):
    first, second, third = stack.pages
    for one in stack.pages:
        stack.put_away(one)
    assert stack.isAncestorOf(first), "the one that is shown stays"
    assert not stack.isAncestorOf(second)
    assert not stack.isAncestorOf(third)
    stack.setStyleSheet("QPushButton { min-height: 77px; }")
    assert second.button.minimumSizeHint().height() < 77, "new looks do not reach it there"
    stack.setCurrentWidget(second)
    assert second.isVisible()
    assert second.button.minimumSizeHint().height() >= 77
    stack.bring_back()
    assert stack.isAncestorOf(third)
    assert not third.isVisible()
    assert stack.currentWidget() is second
