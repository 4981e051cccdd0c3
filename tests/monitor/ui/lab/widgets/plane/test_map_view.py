import numpy as np
import pytest
from PySide6.QtGui import QColor

from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.plane.map_marks import LIGHT_MARK, WARM_MARK
from monitor.ui.lab.widgets.plane.map_view import MapView


def test_map_places_and_codes_are_inverse_with_z2_upwards(qtbot):
    view = MapView(DARK, "map")
    qtbot.addWidget(view)
    view.resize(600, 600)
    for z in ((0.0, 0.0), (-3.0, 3.0), (1.25, -2.5)):
        assert view.code(view.place(z)) == pytest.approx(z, abs=1e-6)
    assert view.place((0, 2)).y() < view.place((0, -2)).y()


def test_marks_are_painted_where_their_codes_are(qtbot):
    view = MapView(DARK, "map")
    qtbot.addWidget(view)
    view.resize(600, 600)
    view.show()

    def painted(colour, *places):
        image, wanted = view.grab().toImage(), QColor(colour).getRgb()
        found = (image.pixelColor(view.place(z).toPoint()).getRgb() for z in places)
        return [np.abs(np.subtract(one, wanted)).max() < 16 for one in found]

    first = [(x / 100, 1.5) for x in range(-195, -5)]
    second = [(-x, y) for x, y in first]
    assert not any(painted(LIGHT_MARK, *first, *second))
    view.marks.path = np.array([[-2, 1.5], [0, 1.5], [2, 1.5]], np.float32)
    assert all(painted(LIGHT_MARK, *first, *second))
    view.marks.beyond = np.array([False, True, True])
    assert all(painted(LIGHT_MARK, *first))
    assert not any(painted(LIGHT_MARK, *second))
    dashes = painted(WARM_MARK, *second)
    assert any(dashes)
    assert not all(dashes)
    view.marks.cloud = (np.array([1.5, -1.5], np.float32), np.array([0.3, 0.5], np.float32))
    assert all(painted(WARM_MARK, (1.5, -1.5), (1.8, -1.5), (1.5, -0.5))), "centre, one sigma, two sigmas"
    assert not any(painted(WARM_MARK, (1.65, -1.5), (1.5, -1.25)))
