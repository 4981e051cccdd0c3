"""A message lies over the line at the window's foot: nothing moves, and a sentence hides no control."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox

from assets.sources.record import RecordSource
from monitor.ui.pages.actions.pages import PAGE_SPECS

LONG = "This record cannot be read: " + "the header names a file that is not there, " * 9


@pytest.fixture
def window(make_window, record, settings, play):
    settings.setValue("noticed", "true")
    made = make_window(size=(1024, 600))
    made.put_on(RecordSource(record))
    play(made, 1)
    return made


def places(window, kinds):
    return {
        w: (w.mapTo(window, w.rect().topLeft()), w.size())
        for kind in kinds
        for w in window.findChildren(kind)
        if w.isVisible() and not window.messages.isAncestorOf(w)
    }


def seen(control):
    """What of a control is not scrolled out of sight, in its own pixels."""
    rect, parent = control.rect(), control.parentWidget()
    while parent is not None:
        corner = control.mapFrom(parent, parent.rect().topLeft())
        rect, parent = rect.intersected(parent.rect().translated(corner)), parent.parentWidget()
    return rect


@pytest.mark.slow
@pytest.mark.parametrize("words", ["There is no later alert.", LONG])
@pytest.mark.parametrize("page", [spec.name for spec in PAGE_SPECS])
def test_a_message_moves_nothing(window, page, words, qapp):
    kinds = (QAbstractButton, QComboBox, QAbstractSlider)
    window.show_page(page)
    qapp.processEvents()
    before = places(window, kinds)
    assert before
    window.context.say(words)
    qapp.processEvents()
    assert window.messages.isVisible()
    assert places(window, kinds) == before


@pytest.mark.slow
@pytest.mark.parametrize("page", [spec.name for spec in PAGE_SPECS])
def test_a_sentence_of_one_line_hides_no_control(window, page, qapp):
    window.show_page(page)
    window.context.say("There is no later alert.")
    qapp.processEvents()
    bar = window.messages
    foot = bar.geometry().translated(bar.parentWidget().mapTo(window, bar.parentWidget().rect().topLeft()))
    for control, (corner, size) in places(window, (QAbstractButton, QComboBox, QAbstractSlider)).items():
        hidden = foot.intersects(seen(control).translated(corner))
        assert not hidden, f"{control.metaObject().className()} {control.accessibleName()} {size}"


def test_a_long_message_is_shown_whole_and_leaves_the_notice_free(window, qapp):
    window.context.say(LONG)
    qapp.processEvents()
    bar = window.messages
    assert bar.height() >= bar.heightForWidth(bar.width()) > 60
    assert bar.geometry().bottom() == bar.parentWidget().rect().bottom()
    window.resize(1400, 700)
    qapp.processEvents()
    assert bar.geometry().bottom() == bar.parentWidget().rect().bottom()
    assert bar.geometry().right() < 1400 - 150, "what the program is not for stays to be read"
