"""Whatever has the focus shows it, and has a name and a role for screen readers."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from monitor.alarms.setup import AlarmSetUp
from monitor.ui.alarms.limits import LimitsDialog
from monitor.ui.kit.drawing.palettes import APART, USUAL, theme_of
from monitor.ui.kit.speaking import tell_roles
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.records.chooser import RecordChooser
from monitor.ui.shell.app import application
from monitor.ui.shell.dialogs import AboutDialog, HelpDialog, MessagesDialog
from monitor.ui.shell.stage import Stage
from monitor.ui.shell.welcome.doors import Doors

pytestmark = pytest.mark.slow

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
PARTS = (QHeaderView, QScrollArea, QScrollBar)
"""What Qt makes for a control, or what only holds others."""

WITHOUT_ROLE = {"Client", "NoRole"}

LEAST_PIXELS = 40
"""So many pixels differ at least between a control with the focus and the same without."""


@pytest.fixture(scope="module")
def stage(qapp):
    application()
    tell_roles()
    with Stage(RecordSource(load_demo()), size=(1366, 768)) as one:
        one.go_to(20.0)
        yield one


def own(widget):
    """Whether we made it, and not a control of Qt's for itself."""
    above = widget.parentWidget()
    while above is not None:
        # pyqtgraph makes a menu a plot, which is never shown.
        if isinstance(above, (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit, QMenu)):
            return False
        above = above.parentWidget()
    return True


def controls(whole):
    for widget in whole.findChildren(QWidget):
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if own(widget) and not isinstance(widget, PARTS) and (takes_focus or isinstance(widget, CONTROLS)):
            yield widget


def told(widget):
    above = widget.parentWidget()
    return (
        f"{type(widget).__name__} {widget.objectName()!r} in {type(above).__name__}: {widget.toolTip()[:60]}"
    )


def unspoken(whole):
    """What a screen reader would not know."""
    for widget in controls(whole):
        said = QAccessible.queryAccessibleInterface(widget)
        if not said.text(QAccessible.Text.Name).strip():
            yield f"{told(widget)} has no name"
        if said.role().name in WITHOUT_ROLE and not isinstance(widget, QScrollArea):
            yield f"{told(widget)} has no role"


def show_all(stage):
    for spec in PAGE_SPECS:
        page = stage.window.pages.need(spec.name)
        stage.window.show_page(spec.name)
        for pane in page.pane_names or (None,):
            if pane is not None:
                page.show_pane(pane)
            stage.wait_for(lambda page=page: page.ready)
            stage.settle(0.02)
            yield f"{spec.name} {pane or ''}".strip()


def test_no_control_of_any_page_pane_or_dialog_is_without_a_name_and_a_role(stage):
    said = {}
    for where in show_all(stage):
        for flaw in unspoken(stage.window):
            said.setdefault(flaw, where)
    window = stage.window
    window.context.actions["show_instructor"].trigger()
    for dialog in (
        RecordChooser(None, window),
        Doors(window),
        HelpDialog(window),
        AboutDialog(window),
        MessagesDialog(window.context.messages, window),
        LimitsDialog(AlarmSetUp(), window),
    ):
        dialog.open()
        stage.settle(0.02)
        for flaw in unspoken(dialog):
            said.setdefault(flaw, type(dialog).__name__)
        dialog.done(0)
    for other in QApplication.topLevelWidgets():
        if other.isVisible() and other is not window:
            for flaw in unspoken(other):
                said.setdefault(flaw, type(other).__name__)
    assert window.instructor.shown is not None
    window.instructor.shown.close()
    assert not said, "\n".join(f"{where}: {flaw}" for flaw, where in said.items())


def pixels(widget):
    """What is seen there, (height, width, 3): in its window, for many have no ground of their own."""
    place = QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
    image = widget.window().grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return lines[:, : image.width(), :3].astype(np.int16)


@pytest.mark.parametrize(("name", "palette"), [("dark", USUAL), ("light", APART)])
def test_whatever_has_the_focus_shows_it(stage, name, palette, qapp):
    window = stage.window
    window.context.set_theme(theme_of(name, palette))
    window.session.pause()
    said, seen, looked_at = {}, set(), 0
    for where in show_all(stage):
        window.activateWindow()
        stage.wait_for(window.isActiveWindow)
        for widget in list(controls(window)):
            if id(widget) in seen or not widget.isVisible() or not widget.isEnabled():
                continue
            if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
                continue
            seen.add(id(widget))
            widget.clearFocus()
            qapp.processEvents()
            before = pixels(widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            qapp.processEvents()
            after = pixels(widget)
            if not widget.hasFocus() or before.shape != after.shape:
                continue
            looked_at += 1
            if (np.abs(after - before).max(2) > 30).sum() < LEAST_PIXELS:
                said[told(widget)] = where
    assert looked_at > 100, looked_at
    assert not said, "\n".join(f"{where}: {flaw}" for flaw, where in said.items())
