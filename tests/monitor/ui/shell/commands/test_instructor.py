"""The instructor's window opens where the class does not read it."""

from types import SimpleNamespace

from PySide6.QtCore import QRect

from monitor.ui.shell.commands.instructor import room_apart


def test_it_opens_on_the_first_screen_where_the_class_has_another():
    laptop = SimpleNamespace(availableGeometry=lambda: QRect(0, 30, 1366, 738))
    beamer = SimpleNamespace(availableGeometry=lambda: QRect(1366, 0, 1920, 1080))
    assert room_apart(beamer, laptop) == QRect(0, 30, 1366, 738)
    assert room_apart(laptop, laptop) is None, "it is not moved to where a class may look"
