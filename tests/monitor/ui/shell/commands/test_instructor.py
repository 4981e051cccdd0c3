"""The instructor's window opens where the class does not read it."""

from types import SimpleNamespace

from PySide6.QtCore import QRect

from assets.shipped import scenarios_folder
from monitor.ui.shell.commands.instructor import room_apart, side_by_side


def test_it_opens_on_the_first_screen_where_the_class_has_another():
    laptop = SimpleNamespace(availableGeometry=lambda: QRect(0, 30, 1366, 738))
    beamer = SimpleNamespace(availableGeometry=lambda: QRect(1366, 0, 1920, 1080))
    assert room_apart(beamer, laptop) == QRect(0, 30, 1366, 738)
    assert room_apart(laptop, laptop) is None, "it is not moved to where a class may look"


def test_both_windows_lie_beside_each_other_where_there_is_room():
    screen = QRect(0, 30, 1920, 1050)
    left, right = side_by_side(screen, 960, 900)
    assert left.united(right) == screen
    assert not left.intersects(right)
    assert left.width() >= 960
    assert right.width() >= 900
    assert side_by_side(QRect(0, 0, 1366, 768), 960, 900) is None


def test_a_scenario_that_begins_leaves_the_teacher_on_the_page_class(make_window, qtbot):
    window = make_window()
    window.show_page("class")
    window.instructor.desk.start(scenarios_folder() / "first-pvc.toml")
    qtbot.waitUntil(lambda: window.instructor.desk.course is not None)
    assert window.context.page == "class"
    window.show_page("trends")
    window.instructor.desk.start(scenarios_folder() / "svt-drug.toml")
    qtbot.waitUntil(lambda: window.context.page == "monitor")


def test_a_minimised_window_of_the_instructor_comes_back(make_window):
    window = make_window()
    window.context.actions["show_instructor"].trigger()
    window.instructor.shown.showMinimized()
    window.context.actions["show_instructor"].trigger()
    assert not window.instructor.shown.isMinimized()
