"""Dots: a step's colour says how it went."""

import pytest
from PySide6.QtGui import QColor

from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.lab.course.dots import APART_PX, StepDots


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_colours_say_how_steps_went(qtbot, theme):
    dots = StepDots(theme, 3)
    qtbot.addWidget(dots)
    dots.show_steps([True, False, None])
    dots.resize(dots.sizeHint())
    image = dots.grab().toImage()
    middle = [QColor(image.pixel(int(APART_PX * (i + 0.5)), APART_PX // 2)).name() for i in range(3)]
    assert middle[:2] == [QColor(theme.accent).name(), QColor(theme.alert).name()]
    assert middle[2] not in middle[:2]
    assert dots.accessibleName() == "2 of 3 steps done, 1 as predicted"
