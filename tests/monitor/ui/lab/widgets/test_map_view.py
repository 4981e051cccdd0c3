import pytest

from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.map_view import MapView


def test_map_places_and_codes_are_inverse_with_z2_upwards(qtbot):
    view = MapView(DARK, "map")
    qtbot.addWidget(view)
    view.resize(600, 600)
    for z in ((0.0, 0.0), (-3.0, 3.0), (1.25, -2.5)):
        assert view.code(view.place(z)) == pytest.approx(z, abs=1e-6)
    assert view.place((0, 2)).y() < view.place((0, -2)).y()
