"""In a low window what is acted on, and what answers it, are seen together: nothing has to be scrolled."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QComboBox,
    QScrollBar,
    QWidget,
)

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from monitor.ui.kit.language import LANGUAGES, speak, wanted
from monitor.ui.kit.themed import Themed
from monitor.ui.lab.registry import GROUPS, PANES, pane_spec
from monitor.ui.shell.app import application
from monitor.ui.shell.stage import Stage

pytestmark = pytest.mark.slow

LOW = (1024, 600)
"""A netbook's, in logical pixels."""

ALARM_AT_S = 25.0
"""Moment of the demo at which an alarm's banner takes room besides, s."""

VIEWS = {
    "race": (lambda pane: pane.show_view(1), lambda pane: pane.show_view(0)),
    "diffusion": tuple(lambda pane, i=i: pane.show_section(i) for i in range(3)),
    "anomaly": (lambda pane: pane.choose_beats(), lambda pane: pane.choose_beats(False)),
    "map": tuple(
        lambda pane, name=name: pane.model.setCurrentIndex(pane.model.findData(name))
        for name in ("cvae", "vae")
    ),
}
"""Panes that show now one thing and now another."""

SEEN = (QAbstractButton, QAbstractSlider, QComboBox, Themed)
"""What is acted on, and pictures and curves that answer."""


@pytest.fixture(scope="module", params=["en", "ja"])
def stage(qapp, request):
    application()
    speak(wanted(request.param))
    with Stage(RecordSource(load_demo()), size=LOW) as one:
        one.go_to(ALARM_AT_S)
        one.show("lab")
        assert one.window.pages.need("lab").height() < 500, "without an alarm there is more room"
        yield one
    speak(LANGUAGES[0])


def parts(pane):
    """What has to be in sight; not what a text that is scrolled by itself consists of."""
    for one in pane._scroll.ground.findChildren(QWidget):
        if not isinstance(one, SEEN) or isinstance(one, QScrollBar):
            continue
        above = one.parentWidget()
        while above is not pane._scroll.ground and not isinstance(above, QAbstractScrollArea):
            above = above.parentWidget()
        if one.isVisible() and above is pane._scroll.ground:
            yield one


def out_of_sight(pane):
    window = pane._scroll.viewport()
    for one in parts(pane):
        place = QRect(one.mapTo(window, QPoint()), one.size())
        if not window.rect().contains(place):
            words = one.text() if hasattr(one, "text") else one.accessibleName()
            yield f"{type(one).__name__} {words!r} at {place.getRect()} of {window.size().toTuple()}"


@pytest.mark.parametrize("name", [spec.name for spec in PANES])
def test_what_is_acted_on_and_what_answers_are_seen_together(stage, name):
    stage.show("lab", name)
    pane = stage.window.pages.need("lab").pane
    for turn in VIEWS.get(name, (lambda pane: None,)):
        turn(pane)
        stage.settle(0.3)
        assert list(parts(pane))
        assert not list(out_of_sight(pane))
        assert pane._scroll.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("name", ["denoise", "uses", "race", "anomaly"])
def test_what_is_folded_comes_into_sight_when_it_is_asked_for(stage, name):
    stage.show("lab", name)
    pane = stage.window.pages.need("lab").pane
    (fold,) = pane._folds
    assert not fold.isVisible()
    fold.button.click()
    stage.settle(0.3)
    assert fold.isVisible()
    window = pane._scroll.viewport()
    place = QRect(fold.mapTo(window, QPoint()), fold.size())
    assert window.rect().intersected(place).height() >= min(place.height(), window.height()) - 1
    fold.button.click()
    stage.settle(0.1)
    assert not fold.isVisible()


@pytest.fixture
def laptop(stage):
    stage.window.resize(1366, 768)
    stage.settle(0.1)
    yield
    stage.window.resize(*LOW)
    stage.settle(0.1)


def test_on_a_laptop_nothing_is_scrolled_either(stage, laptop):
    for spec in PANES:
        stage.show("lab", spec.name)
        pane = stage.window.pages.need("lab").pane
        assert pane._scroll.verticalScrollBar().maximum() == 0, spec.name
        assert pane.caption.plain.isVisible()


def test_the_words_are_a_line_until_they_are_asked_for(stage):
    stage.show("lab", "map")
    caption = stage.window.pages.need("lab").pane.caption
    folded = caption.height()
    assert not caption.plain.isVisible()
    caption.more.click()
    stage.settle(0.1)
    assert caption.plain.isVisible()
    assert caption.height() > folded
    caption.more.click()
    stage.settle(0.1)
    assert caption.height() == folded


def test_the_groups_are_a_menu_beside_the_pills(stage):
    stage.show("lab", "map")
    lab = stage.window.pages.need("lab")
    assert not any(button.isVisible() for button in lab.pills.groups.buttons())
    entries = lab.pills.menu.menu().actions()
    assert len(entries) == len(GROUPS)
    entries[list(GROUPS).index("Family")].trigger()
    assert pane_spec(lab.pills.pane).group == "Family"
    assert lab.pills.menu.text() == entries[list(GROUPS).index("Family")].text()


def test_on_a_laptop_the_groups_have_a_row(stage, laptop):
    stage.show("lab", "map")
    pills = stage.window.pages.need("lab").pills
    assert all(button.isVisible() for button in pills.groups.buttons())
    assert not pills.menu.isVisible()
