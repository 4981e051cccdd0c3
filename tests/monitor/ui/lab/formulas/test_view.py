import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QToolTip

from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.kit.work.background import left_behind
from monitor.ui.lab.formulas.view import BETWEEN_PX, FormulaTip, FormulaView

LONG = 60_000
"""A loaded machine takes its time to load matplotlib, in milliseconds."""

SOURCE = r"""
    error $= \frac{1}{n} \sum_i (x_i - \hat{x}_i)^2$
    $x$: what is shown
"""


@pytest.fixture
def view(qtbot):
    view = FormulaView(DARK, SOURCE)
    qtbot.addWidget(view)
    view.resize(600, 60)
    with qtbot.waitSignal(view.typeset, timeout=LONG):
        view.show()
    return view


def test_it_is_typeset_when_it_is_first_seen_in_the_colour_of_the_theme(view):
    assert len(view.pieces) == 2

    def darkest_and_brightest(image):
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        values = [grey.pixel(x, y) & 255 for x in range(grey.width()) for y in range(grey.height())]
        return min(values), max(values)

    view.setStyleSheet("background: #000000;")
    assert darkest_and_brightest(view.grab().toImage())[1] > 200, "bright on dark"
    view.theme = LIGHT
    view.setStyleSheet("background: #ffffff;")
    assert darkest_and_brightest(view.grab().toImage())[0] < 60, "dark on bright"


def test_pieces_stand_side_by_side_or_one_below_the_other_and_never_wider_than_the_room(view):
    first, second = view.pieces
    both = round(first.width + BETWEEN_PX + second.width) + 2
    assert view.heightForWidth(both) < first.height + second.height
    assert view.heightForWidth(both - 4) > first.height + second.height
    assert view.heightForWidth(round(first.width / 2)) < view.heightForWidth(both - 4), "shrunk, not cut"


def test_it_has_a_name_and_is_copied(qtbot, view):
    assert view.accessibleName() == "error = 1/n sum_i (x_i - x_i hat)²; x: what is shown"
    view.copy_text()
    assert QGuiApplication.clipboard().text() == view.accessibleName()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == SOURCE


def test_a_tooltip_shows_words_with_the_formula_below(qtbot, view, monkeypatch):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text, __: shown.append(text))
    tip = FormulaTip(view, view, "Less < more.", r"$\hat{y}$")
    assert view.accessibleDescription() == "Less < more. y hat"
    tip.show_at(QPoint(5, 5))
    qtbot.waitUntil(lambda: len(shown) == 1, timeout=LONG)
    assert shown[0].startswith("<qt>Less &lt; more.<br><img src=")
    assert shown[0].count("<img") == 1


def test_one_that_is_stopped_leaves_nothing_running(qtbot):
    view = FormulaView(DARK, "$x_{17}$")
    qtbot.addWidget(view)
    view.show()
    view.stop()
    assert not left_behind()
    view.stop()
