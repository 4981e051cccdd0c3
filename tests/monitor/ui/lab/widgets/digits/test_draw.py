import numpy as np

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
