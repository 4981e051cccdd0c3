import numpy as np
from PySide6.QtGui import QImage

from monitor.ui.kit.theme import DARK
from monitor.ui.lab.heart.heart_map import Cloud, HeartMap


def drawn(view):
    return view.grab().toImage()


def test_a_cloud_is_as_large_as_its_spread_and_one_beyond_the_map_stands_at_its_edge(qtbot):
    view = HeartMap(DARK, "test", 3.0)
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    empty = drawn(view)

    def marked(mean, std):
        view.show_clouds([Cloud(np.array(mean), np.array(std), "#ff0000")], None)
        image: QImage = drawn(view)
        return [(x, y) for x in range(300) for y in range(300) if image.pixel(x, y) != empty.pixel(x, y)]

    places = marked((1.0, -1.0), (0.5, 0.2))
    wide, high = (max(p[i] for p in places) - min(p[i] for p in places) for i in (0, 1))
    assert abs(wide - 50) <= 4
    assert abs(high - 20) <= 4
    centre = view.place((1.0, -1.0))
    assert abs(sum(p[0] for p in places) / len(places) - centre.x()) < 2
    assert max(p[0] for p in marked((9.0, 0.0), (0.1, 0.1))) < 300


def test_names_of_places_that_lie_together_stand_apart(qtbot):
    view = HeartMap(DARK, "test", 3.0)
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    at, spread = np.array([0.0, 0.0]), np.array([0.05, 0.05])

    def ink(n):
        view.show_clouds([Cloud(at, spread, "#ff0000", 1.0, "aVR") for _ in range(n)], None)
        image = drawn(view)
        return sum(image.pixelColor(x, y).name() == "#ffffff" for x in range(300) for y in range(300))

    one = ink(1)
    assert one > 10
    assert ink(5) > 4 * one
