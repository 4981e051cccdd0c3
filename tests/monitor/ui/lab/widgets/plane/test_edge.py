import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.plane.edge import INSET_PX, edge_place
from monitor.ui.lab.widgets.plane.map_marks import WARM_MARK
from monitor.ui.lab.widgets.plane.map_view import MapView


@pytest.mark.parametrize("towards", [(900, 100), (100, -400), (-1000, 230), (260, 2000)])
def test_an_arrow_stands_at_the_edge_on_the_way_to_what_is_beyond(towards):
    square = QRectF(0, 0, 200, 200)
    place, (dx, dy) = edge_place(square, QPointF(*towards))
    inside = square.adjusted(INSET_PX, INSET_PX, -INSET_PX, -INSET_PX)
    edges = (place.x() - inside.left(), inside.right() - place.x())
    edges += (place.y() - inside.top(), inside.bottom() - place.y())
    assert min(edges) == pytest.approx(0, abs=1e-6)
    assert dx * dx + dy * dy == pytest.approx(1)
    across = (towards[0] - 100) * (place.y() - 100) - (towards[1] - 100) * (place.x() - 100)
    assert across == pytest.approx(0, abs=1e-3), "on the straight line from the middle"


def test_the_input_beyond_the_map_has_an_arrow_and_one_on_it_has_none(qtbot):
    import numpy as np

    view = MapView(DARK, "map", zoomable=True)
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    warm = QColor(WARM_MARK).rgb()

    def painted():
        """Middle of what is painted in the input's colour, in pixels."""
        image = view.grab().toImage()
        found = [(x, y) for x in range(300) for y in range(300) if image.pixel(x, y) == warm]
        return np.mean(found, axis=0)

    view.marks.cloud = (np.array([9.0, 0.0], np.float32), np.array([0.3, 0.3], np.float32))
    x, y = painted()
    assert x > 240
    assert abs(y - 150) < 8
    view.frame(view.extent.including(9.0, 0.0))
    x, y = painted()
    assert (x, y) == pytest.approx((view.place((9.0, 0.0)).x(), 150), abs=3)
