import numpy as np
from PySide6.QtCore import QPoint, Qt

from models.heartbeats.shape import BEFORE, ROWS
from monitor.ui.kit.theme import DARK
from monitor.ui.lab.heart.beat_canvas import BeatCanvas
from monitor.ui.lab.heart.curves import HIGH, LOW


def test_the_mouse_bends_the_beat_that_is_shown_and_leaves_the_rest(qtbot):
    canvas = BeatCanvas(DARK)
    qtbot.addWidget(canvas)
    canvas.resize(400, 200)
    canvas.show()
    before = np.sin(np.arange(ROWS) / 9).astype(np.float32)
    canvas.show_beat(before, None)
    told = []
    canvas.drawn.connect(lambda: told.append(True))
    left, top = QPoint(200, 10), QPoint(300, 10)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=left)
    qtbot.mouseMove(canvas, top)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=top)
    changed = np.flatnonzero(canvas.beat != before)
    # Half of the width is half of the rows, three quarters are three quarters of them.
    assert abs(changed[0] - (ROWS - 1) / 2) <= 1
    assert abs(changed[-1] - (ROWS - 1) * 3 / 4) <= 1
    expected = HIGH - 10 / canvas._box.height() * (HIGH - LOW)
    assert np.allclose(canvas.beat[changed], expected, atol=0.1)
    assert len(told) >= 2
    assert before[BEFORE] == np.float32(np.sin(BEFORE / 9)), "what was shown is not written to"


def test_keys_bend_the_beat_as_the_mouse_does(qtbot):
    canvas = BeatCanvas(DARK)
    qtbot.addWidget(canvas)
    canvas.resize(400, 200)
    canvas.show()
    before = np.zeros(ROWS, np.float32)
    canvas.show_beat(before, None)
    for _ in range(8):
        qtbot.keyClick(canvas, Qt.Key.Key_Up)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    for _ in range(10):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    changed = np.flatnonzero(canvas.beat)
    middle = (ROWS - 1) / 2
    assert abs(changed[0] - middle) <= 1
    assert abs(changed[-1] - (middle + 10)) <= 1
    height = HIGH - (0.5 - 8 / 40) * (HIGH - LOW)
    assert np.allclose(canvas.beat[changed], height, atol=0.05)
