import numpy as np

from monitor.ui.lab.widgets.digits.pictures import difference, grey, heat


def test_pictures_keep_their_shapes_and_meaning():
    assert grey(np.array([[0.0, 1.0]])).pixelColor(1, 0).lightness() == 255
    lost = difference(np.array([[1.0, -1.0]]))
    assert lost.pixelColor(0, 0).red() > lost.pixelColor(0, 0).blue()
    assert lost.pixelColor(1, 0).blue() > lost.pixelColor(1, 0).red()
    hot = heat(np.array([[0.0, 1.0]]), 1.0)
    assert hot.pixelColor(1, 0).lightness() > hot.pixelColor(0, 0).lightness()
