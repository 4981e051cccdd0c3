import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.digits.draw import DrawCanvas


def test_undo_takes_the_last_stroke_back(qtbot):
    canvas = DrawCanvas(DARK)
    qtbot.addWidget(canvas)
    canvas.add_stroke([(20, 20), (60, 60)])
    one = canvas.ink()
    canvas.add_stroke([(100, 20), (100, 90)])
    canvas.undo()
    assert np.array_equal(canvas.ink(), one)
    canvas.undo()
    assert canvas.empty


def test_a_digit_is_drawn_by_keys_alone_and_said(qtbot, monkeypatch):
    said = []
    monkeypatch.setattr("monitor.ui.lab.pen.announce", lambda widget, words, **_: said.append(words))
    canvas = DrawCanvas(DARK)
    qtbot.addWidget(canvas)
    canvas.show()
    for _ in range(5):
        qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.empty, "the pen is up"
    assert said[-1] == "column 14, row 9"
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert said[-1] == "Pen down, column 14, row 9"
    for _ in range(10):
        qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert said[-1] == "Pen up"
    by_keys = canvas.ink()
    assert by_keys[9 * 7 : 19 * 7, 14 * 7].min() > 200, "a stroke straight down"
    assert by_keys[19 * 7, 14 * 7 : 18 * 7].min() > 200, "and to the right"
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert np.array_equal(canvas.ink(), by_keys), "the pen is up again"
    qtbot.keyClick(canvas, Qt.Key.Key_Backspace)
    assert canvas.empty


def test_the_pen_stays_on_the_canvas_and_is_not_left_down(qtbot):
    canvas = DrawCanvas(DARK)
    qtbot.addWidget(canvas)
    canvas.show()
    for _ in range(40):
        qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.keys.place.x() == 0
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.keys.down
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut))
    assert not canvas.keys.down
