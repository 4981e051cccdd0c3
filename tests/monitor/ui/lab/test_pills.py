"""Groups and pills: every pane can be come to by mouse and keys; a group knows what was last seen in it."""

import pytest
from PySide6.QtCore import Qt

from monitor.ui.kit.theme import DARK, stylesheet
from monitor.ui.lab.pills import Pills, pills_style
from monitor.ui.lab.registry import GROUPS, PANES


@pytest.fixture
def pills(qtbot):
    made = Pills()
    made.setStyleSheet(stylesheet(DARK) + pills_style(DARK))
    made.chosen.connect(made.choose)
    qtbot.addWidget(made)
    made.show()
    return made


def visible(pills):
    return [PANES[i].name for i in range(len(PANES)) if pills.pills.button(i).isVisible()]


def group(pills, name):
    return pills.groups.button(list(GROUPS).index(name))


@pytest.mark.parametrize("name", dict.fromkeys(spec.group for spec in PANES))
def test_a_group_shows_its_own_pills_and_opens_the_first(pills, name):
    group(pills, name).click()
    inside = [spec.name for spec in PANES if spec.group == name]
    assert visible(pills) == inside
    assert pills.pane == inside[0]
    assert [button.text() for button in pills.groups.buttons() if button.isChecked()] == [name]


def test_every_pane_has_a_pill_that_asks_for_it(pills):
    for i, spec in enumerate(PANES):
        pills.choose(spec.name)
        pills.pills.button(i).click()
        assert pills.pane == spec.name
        assert spec.name in visible(pills)


def test_a_group_opens_what_was_last_seen_in_it(pills):
    pills.choose("holes")
    group(pills, "Use").click()
    assert pills.pane != "holes"
    group(pills, "Space").click()
    assert pills.pane == "holes"


def test_a_group_without_a_pane_has_no_button(pills):
    assert {button.text() for button in pills.groups.buttons()} == {spec.group for spec in PANES}


def test_arrow_keys_go_through_the_groups(qtbot, pills):
    pills.activateWindow()
    qtbot.waitUntil(pills.isActiveWindow)
    buttons = pills.groups.buttons()
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Right)
    assert buttons[1].isChecked()
    assert [spec.group for spec in PANES if spec.name == pills.pane] == [buttons[1].text()]
    assert pills.pane in visible(pills)


def test_the_focus_follows_a_pane_that_is_opened_in_another_group(qtbot, pills):
    pills.activateWindow()
    qtbot.waitUntil(pills.isActiveWindow)
    pills.choose("map")
    pills.pills.checkedButton().setFocus()
    pills.choose("family")
    assert pills.focusWidget() is pills.pills.checkedButton()


def test_both_rows_fit_the_narrowest_window(pills):
    for spec in PANES:
        pills.choose(spec.name)
        assert pills.minimumSizeHint().width() <= 960 - 2 * 16, spec.group
