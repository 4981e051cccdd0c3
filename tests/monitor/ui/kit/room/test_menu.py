"""A menu that is too high for a screen is scrolled where its columns would lie beyond the edge."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from monitor.ui.kit.room.menu import keep_in_reach


@pytest.fixture
def menu(qtbot):
    made = QMenu()
    qtbot.addWidget(made)
    keep_in_reach(made)
    return made


def about_to_show(menu, entries, words):
    menu.clear()
    for i in range(entries):
        menu.addAction(f"{words} {i}")
    menu.aboutToShow.emit()


def columns(menu):
    return {menu.actionGeometry(action).left() for action in menu.actions()}


def test_columns_that_would_lie_beyond_the_edge_are_one_that_is_scrolled(menu):
    room = QGuiApplication.primaryScreen().availableSize()
    about_to_show(menu, 120, "an entry of the menu that takes some room")
    assert len(columns(menu)) == 1
    assert menu.sizeHint().width() < room.width()


def test_columns_that_fit_are_shown_beside_each_other_also_after_others_did_not(menu):
    room = QGuiApplication.primaryScreen().availableSize()
    about_to_show(menu, 120, "an entry of the menu that takes some room")
    about_to_show(menu, 60, "entry")
    assert len(columns(menu)) > 1
    assert menu.sizeHint().width() < room.width()
