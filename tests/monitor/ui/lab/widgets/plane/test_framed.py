import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.digits.space.extent import Extent
from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.plane.framed import FARTHEST, NEAREST
from monitor.ui.lab.widgets.plane.map_view import MapView


@pytest.fixture
def view(qtbot):
    made = MapView(DARK, "map", Extent(1.0, -2.0, 4.0), zoomable=True)
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    return made


def turn(view, at, steps):
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_the_wheel_comes_nearer_where_the_mouse_is(view):
    at = QPoint(120, 300)
    before = view.code(QPointF(at))
    turn(view, at, 2)
    assert view.extent.half == pytest.approx(4.0 / 1.25**2)
    assert view.code(QPointF(at)) == pytest.approx(before)


def test_it_comes_neither_all_too_near_nor_goes_too_far(view):
    turn(view, QPoint(200, 200), 100)
    assert view.extent.half == pytest.approx(NEAREST * 4)
    turn(view, QPoint(200, 200), -100)
    assert view.extent.half == pytest.approx(FARTHEST * 4)


def test_the_right_button_drags_the_map(view):
    code = view.code(QPointF(100, 100))
    QTest.mousePress(view, Qt.MouseButton.RightButton, pos=QPoint(100, 100))
    QTest.mouseMove(view, QPoint(160, 130))
    QTest.mouseRelease(view, Qt.MouseButton.RightButton, pos=QPoint(160, 130))
    place = view.place(code)
    assert (place.x(), place.y()) == pytest.approx((160, 130), abs=1e-6)
    assert view.extent.half == 4.0


def test_a_map_is_square_whatever_room_there_is(view):
    for size in ((700, 300), (300, 700)):
        view.resize(*size)
        assert view.square.width() == view.square.height() == 300
        assert view.code(view.place((2.0, 1.0))) == pytest.approx((2.0, 1.0))
