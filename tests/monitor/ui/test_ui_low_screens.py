"""On a screen too low for it, a dialog is scrolled: all of it is reached, and its buttons stay in sight."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from monitor.ui.instructor.editor import Editor
from monitor.ui.kit.language import LANGUAGES, speak, wanted
from monitor.ui.kit.room import dialog as kit
from monitor.ui.kit.theme import DARK
from monitor.ui.shell.app import application
from monitor.ui.shell.commands.artefacts import ArtefactsDialog
from monitor.ui.shell.dialogs import AboutDialog
from monitor.ui.shell.stage import Stage
from tests.monitor.ui.dialogs import DIALOGS
from tests.monitor.ui.fitting import flaws

pytestmark = pytest.mark.slow

LOW = {
    "200 % of 1920x1080": QSize(960, 540),
    "300 % of 2560x1440": QSize(853, 480),
    "300 % of 1920x1080": QSize(640, 360),
    "200 % of 1024x600": QSize(512, 300),
}
"""Screens in logical pixels."""

REACHED = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QLabel)


@pytest.fixture(scope="module", params=["en", "ja"])
def stage(qapp, request):
    application()
    speak(wanted(request.param))
    with Stage(RecordSource(load_demo()), size=(960, 600)) as one:
        one.go_to(10.0)
        yield one
    speak(LANGUAGES[0])


@pytest.fixture(params=LOW)
def room(request, monkeypatch):
    screen = LOW[request.param]
    room = screen - QSize(*kit.FRAME_PX)
    for module in ("kit.room.dialog", "instructor.window", "instructor.editor"):
        monkeypatch.setattr(f"monitor.ui.{module}.room_on_screen", lambda window: room)
    return room


def parts(whole):
    for widget in whole.findChildren(QWidget):
        above = widget.parentWidget()
        within_a_control = isinstance(above, (QAbstractSpinBox, QComboBox, QLineEdit))
        if isinstance(widget, REACHED) and widget.isVisibleTo(whole) and not within_a_control:
            yield widget


def seen(widget, whole):
    """The part of a widget that is in sight, in its own coordinates."""
    rect, part = widget.rect(), widget
    while part is not whole:
        rect = rect.translated(part.pos()).intersected(part.parentWidget().rect())
        part = part.parentWidget()
    return rect.translated(widget.mapFrom(whole, QPoint()))


def areas(widget, whole):
    above = widget.parentWidget()
    while above is not None and above is not whole:
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()


def out_of_reach(whole):
    """What cannot be brought into sight whole, or, of what is wider than the screen, at both of its ends."""
    for widget in parts(whole):
        if any(
            isinstance(one, QAbstractScrollArea) and not isinstance(one, QScrollArea)
            for one in _all_above(widget, whole)
        ):
            continue  # a list's or a table's own
        corners = [widget.rect().topLeft(), widget.rect().bottomRight()]
        for corner in corners:
            for area in areas(widget, whole):
                at = widget.mapTo(area.widget(), corner)
                area.ensureVisible(at.x(), at.y(), 2, 2)
            if not seen(widget, whole).contains(corner):
                words = widget.text() if hasattr(widget, "text") else widget.accessibleName()
                yield f"{type(widget).__name__} {words[:50]!r} at {corner.toTuple()}"


def _all_above(widget, whole):
    above = widget.parentWidget()
    while above is not None and above is not whole:
        yield above
        above = above.parentWidget()


def buttons_in_sight(dialog):
    """The buttons in the last place of a dialog, without any scrolling."""
    whole = QRect(QPoint(), dialog.size())
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisibleTo(dialog) and not list(areas(button, dialog)):
            yield whole.contains(QRect(button.mapTo(dialog, QPoint()), button.size()))


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_is_reached_wholly(stage, room, name, tmp_path, qapp):
    dialog = DIALOGS[name](stage.window, tmp_path)
    dialog.open()
    stage.settle(0.1)
    assert dialog.size().boundedTo(room) == dialog.size(), f"{dialog.size()} {room}"
    found = list(buttons_in_sight(dialog))
    assert found
    assert all(found)
    cut = [flaw for flaw in flaws(dialog) if "needs a height" in flaw or "lies over" in flaw]
    lost = list(out_of_reach(dialog))
    dialog.done(0)
    assert not lost, "\n".join(lost)
    assert not cut, "\n".join(cut)


def test_the_small_window_of_artefacts_is_reached_wholly(stage, room):
    small = ArtefactsDialog(stage.window.context, stage.window)
    small.show()
    stage.settle(0.1)
    assert small.size().boundedTo(room) == small.size(), f"{small.size()} {room}"
    lost = list(out_of_reach(small))
    small.close()
    small.deleteLater()
    assert not lost, "\n".join(lost)


def test_a_dialog_is_high_enough_for_its_words_on_a_screen_that_is_only_just(stage, monkeypatch):
    dialog = AboutDialog(stage.window)
    monkeypatch.setattr("monitor.ui.kit.room.dialog.room_on_screen", lambda window: dialog.sizeHint())
    dialog.open()
    stage.settle(0.1)
    cut = [flaw for flaw in flaws(dialog) if "needs a height" in flaw]
    assert not dialog.findChildren(QScrollArea)
    for width in (dialog.width() + 200, dialog.width()):
        dialog.resize(width, dialog.height())
        stage.settle(0.05)
        cut += [flaw for flaw in flaws(dialog) if "needs a height" in flaw]
    dialog.done(0)
    assert not cut, "\n".join(cut)


@pytest.mark.parametrize("name", DIALOGS)
def test_with_room_a_dialog_is_not_scrolled(stage, name, tmp_path, monkeypatch):
    monkeypatch.setattr("monitor.ui.kit.room.dialog.room_on_screen", lambda window: QSize(1366, 720))
    dialog = DIALOGS[name](stage.window, tmp_path)
    dialog.open()
    stage.settle(0.02)
    scrolled = [area for area in dialog.findChildren(QScrollArea) if isinstance(area.widget(), kit.Ground)]
    dialog.done(0)
    assert not scrolled


def test_the_instructor_s_window_and_its_editor_are_reached_wholly(stage, room, tmp_path):
    stage.window.context.actions["show_instructor"].trigger()
    shown = stage.window.instructor.shown
    editor = Editor(tmp_path, DARK)
    for window in (shown, editor):
        window.resize(room)
        window.show()
        stage.settle(0.05)
        assert window.size() == room
        assert window.findChildren(QScrollArea)
        lost = list(out_of_reach(window))
        assert not lost, "\n".join(lost)
        window.close()
    editor.deleteLater()
    shown.deleteLater()
    stage.window.instructor.shown = None
