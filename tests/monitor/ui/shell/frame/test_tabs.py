"""The tabs of the pages: nine have room in a small window, the rest in a menu, and none is lost."""

import pytest
from PySide6.QtGui import QAction

from monitor.ui.kit.theme import DARK, stylesheet
from monitor.ui.pages.actions.pages import PAGE_SPECS, PageSpec
from monitor.ui.shell.frame import tabs as module
from monitor.ui.shell.frame.tabs import Tabs

TEXTS = ("Monitor", "Ward", "Trends", "Alarms", "Review", "Model view", "Class", "Retraining", "Digit lab")
PAGES = tuple(PageSpec(text.split()[0].lower(), text, "", "", "") for text in TEXTS)


@pytest.fixture
def made(qtbot, monkeypatch):
    monkeypatch.setattr(module, "hint", lambda action: action)
    actions = {f"show_{page.name}": QAction(page.text) for page in PAGES}
    tabs = Tabs(actions, PAGES)
    tabs.actions_made = actions
    tabs.setStyleSheet(stylesheet(DARK))
    qtbot.addWidget(tabs)
    tabs.show()
    return tabs


@pytest.mark.parametrize("room", [300, 450, 600, 800, 1200])
@pytest.mark.parametrize("page", ["monitor", "review", "digit"])
def test_every_page_has_a_tab_or_a_place_in_the_menu_and_the_shown_one_a_tab(made, room, page):
    made.set_room(room)
    made.show_page(page)
    assert page in made.shown
    assert set(made.shown).isdisjoint(made.in_menu)
    assert {*made.shown, *made.in_menu} == {p.name for p in PAGES}
    assert made.sizeHint().width() <= room
    assert list(made.shown) == [p.name for p in PAGES if p.name in made.shown]


def test_all_have_a_tab_where_there_is_room(made):
    made.set_room(1000)
    assert not made.in_menu
    made.set_room(400)
    assert made.in_menu
    made.set_room(1000)
    assert not made.in_menu


def test_the_menu_shows_a_page_that_has_no_tab(made):
    made.set_room(400)
    name = made.in_menu[0]
    asked = []
    made.actions_made[f"show_{name}"].triggered.connect(lambda: asked.append(name))
    (action,) = (a for a in made._menu.actions() if a is made.actions_made[f"show_{name}"])
    action.trigger()
    assert asked == [name]


@pytest.mark.parametrize("width", [960, 1024])
def test_a_small_window_reaches_every_page_of_the_table(make_window, qtbot, width):
    window = make_window(size=(width, 600))
    tabs = window.header.tabs
    qtbot.waitUntil(lambda: window.header.width() == width)
    for spec in PAGE_SPECS:
        window.header.show_page(spec.name)
        assert spec.name in tabs.shown
        assert window.header.minimumSizeHint().width() <= width
