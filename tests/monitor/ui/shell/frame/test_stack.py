"""Where there is much, other colours come in short turns, and what is not shown has them once it is shown."""

from __future__ import annotations

import pytest

from monitor.ui.kit.theme import stylesheet
from monitor.ui.shell.frame import stack


@pytest.fixture
def window(make_window):
    made = make_window()
    made.show_page("trends")
    made.show_page("alarms")
    return made


def test_pages_that_are_not_shown_are_put_away_and_come_back_in_the_new_colours(window, monkeypatch):
    monkeypatch.setattr(stack, "COLOURED_AT_ONCE", 0)
    first, hidden, shown = (window.pages.made[name] for name in ("monitor", "trends", "alarms"))
    before = window.styleSheet()
    window.context.actions["toggle_theme"].trigger()
    window.pages.settle()
    assert window.styleSheet() == stylesheet(window.context.theme) != before
    assert window.pages.isAncestorOf(shown)
    assert window.pages.isAncestorOf(first), "it draws while it is not shown"
    assert not window.pages.isAncestorOf(hidden)
    window.show_page("trends")
    assert window.pages.isAncestorOf(hidden)
    assert hidden.isVisible()


def test_a_page_shown_before_its_turn_has_the_new_colours(window, monkeypatch):
    monkeypatch.setattr(stack, "COLOURED_AT_ONCE", 0)
    told = []
    for name, page in window.pages.made.items():
        monkeypatch.setattr(page, "restyle", lambda theme, name=name: told.append((name, theme)))
    window.context.actions["toggle_theme"].trigger()
    window.show_page("trends")
    assert ("trends", window.context.theme) in told
    window.pages.settle()
    assert sorted(told) == sorted((name, window.context.theme) for name in window.pages.made), "each once"


def test_where_there_is_little_all_is_done_at_once(window):
    hidden = window.pages.made["trends"]
    window.context.actions["toggle_theme"].trigger()
    assert window.styleSheet() == stylesheet(window.context.theme)
    assert window.pages.isAncestorOf(hidden)


def test_what_was_put_away_ends_with_the_window(window, monkeypatch):
    monkeypatch.setattr(stack, "COLOURED_AT_ONCE", 0)
    hidden = window.pages.made["trends"]
    window.context.actions["toggle_theme"].trigger()
    window.pages.settle()
    assert not window.isAncestorOf(hidden)
    window.end()
    assert window.isAncestorOf(hidden)
