import numpy as np
import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from models.digits.space.extent import Extent
from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.digits.pictures import DIGIT_COLOURS
from monitor.ui.lab.widgets.plane.map_view import MapView
from monitor.ui.lab.widgets.plane.points import LABEL_PX, SIGMAS, draw_clouds, draw_labels


@pytest.fixture
def view(qtbot):
    made = MapView(DARK, "map", Extent(0.0, 0.0, 4.0))
    qtbot.addWidget(made)
    made.resize(400, 400)
    return made


def painted(paint):
    """Pixels (row, column) that are not transparent."""
    image = QImage(400, 400, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    alpha = np.frombuffer(image.constBits(), np.uint8).reshape(400, 400, 4)[..., 3]
    return np.argwhere(alpha > 0)


def test_a_digit_is_named_inside_the_map_among_those_of_its_codes_that_are_seen(view):
    rng = np.random.default_rng(0)
    near = rng.normal([3.95, -3.95], 0.01, (20, 2))
    far = rng.normal([30.0, 0.0], 1.0, (80, 2))
    codes = np.concatenate([near, far]).astype(np.float32)
    labels = np.full(100, 4, np.uint8)
    found = painted(lambda p: draw_labels(p, codes, labels, view.extent, view.places, QFont()))
    assert found.min(0) == pytest.approx([400 - LABEL_PX, 400 - LABEL_PX], abs=2)
    assert found.max() < 400
    beyond = painted(lambda p: draw_labels(p, codes[20:], labels[20:], view.extent, view.places, QFont()))
    assert not len(beyond)


def test_clouds_are_as_wide_as_their_spread_and_points_are_still_seen(view):
    means = np.array([[1.0, -2.0]], np.float32)
    labels = np.array([3], np.uint8)
    for std, half in ((0.5, SIGMAS * 0.5 * 50), (0.0, 1.2)):
        stds = np.full((1, 2), std, np.float32)
        found = painted(lambda p, s=stds: draw_clouds(p, means, s, labels, view.places, view.unit))
        middle, reach = found.mean(0), np.ptp(found, axis=0) / 2
        assert middle == pytest.approx([300, 250], abs=1)
        assert reach == pytest.approx([half, half], abs=1.5)
    assert QColor(DIGIT_COLOURS[3]).isValid()


def test_large_clouds_are_outlines_for_which_frames_need_not_wait(view):
    means, labels = np.zeros((300, 2), np.float32), np.full(300, 3, np.uint8)
    for std, filled in ((0.05, True), (1.0, False)):
        stds = np.full((300, 2), std, np.float32)
        found = painted(lambda p, s=stds: draw_clouds(p, means, s, labels, view.places, view.unit))
        assert ([200, 200] in found.tolist()) == filled, "the middle of all of them"
