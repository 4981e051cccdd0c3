"""The lab's page: it waits for torch, goes on beside weights that cannot be read, and keeps its keys."""

import gc
import weakref

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QScrollBar, QWidget

from models.digits import catalogue
from models.digits.entry import Entry
from monitor.ui.kit.theme import DARK
from monitor.ui.lab import loading
from monitor.ui.lab import page as lab_page
from monitor.ui.lab.page import LabPage
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.registry import PANES
from monitor.ui.lab.widgets.plane.map_view import MapView


def test_the_page_waits_for_torch(qtbot, tmp_path, monkeypatch):
    with monkeypatch.context() as without:
        without.delitem(lab_page.sys.modules, "torch", raising=False)
        page = LabPage(tmp_path, DARK)
        qtbot.addWidget(page)
        page.activate()
        assert page.pane is None
        assert "Loading" in page._waiting.text()
    qtbot.waitUntil(lambda: page.pane is not None)
    assert page.pane is page.panes["course"]
    page.stop()


def test_what_was_prepared_is_what_is_shown(qtbot, tmp_path):
    import torch  # noqa: F401 - the page waits for it

    page = LabPage(tmp_path, DARK)
    qtbot.addWidget(page)
    page.prepare()
    pane = page.pane
    assert pane is not None
    page.activate()
    assert page.pane is pane
    assert list(page.panes) == ["course"]
    page.stop()


def test_the_lab_opens_where_nothing_was_ever_watched(make_window, qtbot, monkeypatch):
    import torch

    def imported(name):
        lab_page.sys.modules[name] = torch  # a second import of it would end the interpreter

    window = make_window()
    monkeypatch.delitem(lab_page.sys.modules, "torch")
    monkeypatch.setattr(loading, "import_module", imported)
    window.show_page("lab")
    page = window.pages.need("lab")
    qtbot.waitUntil(lambda: page.pane is not None)
    assert window.session.source is None


def test_why_there_is_no_torch_is_said(make_window, qtbot, monkeypatch):
    import torch  # noqa: F401 - so that there is one to take away

    def refused(name):
        raise ImportError("no such library")

    window = make_window()
    with monkeypatch.context() as without:
        without.delitem(lab_page.sys.modules, "torch")
        without.setattr(loading, "import_module", refused)
        window.show_page("lab")
        page = window.pages.need("lab")
        qtbot.waitUntil(lambda: "could not be loaded (no such library)" in page._waiting.text())
    assert page.ready


def test_a_page_made_anew_goes_on_where_the_old_one_was(lab, qtbot, tmp_path):
    lab.show_pane("map")
    lab.state.show(np.eye(28, dtype=np.float32), "a line", drawn=True)
    lab.guide.begin("summary")
    lab.state.new_own_name()
    assert not lab.busy
    legacy = lab.hand_over()
    page = LabPage(tmp_path, DARK)
    qtbot.addWidget(page)
    page.take_over(legacy)
    page.activate()
    qtbot.waitUntil(lambda: page.pane is not None)
    assert page.pane is page.panes["map"]
    assert np.array_equal(page.state.picture, np.eye(28))
    assert (page.state.source, page.state.drawn) == ("a line", True)
    assert page.guide.lesson is not None
    assert page.guide.lesson.name == "summary"
    assert page.state.new_own_name() == "own-2", "no net takes another's place"
    page.stop()


CORRUPT = b"\x10\x00\x00\x00\x00\x00\x00\x00not json at all!"


FOREIGN = catalogue.entry("linear").path.read_bytes()


@pytest.fixture
def spoil(monkeypatch, tmp_path):
    """Return a function that puts other bytes in the place of a model's weights."""
    others = {}
    original = Entry.path
    monkeypatch.setattr(Entry, "path", property(lambda entry: others.get(entry.name) or original.fget(entry)))

    def put(name, content):
        others[name] = tmp_path / f"{name}.safetensors"
        others[name].write_bytes(content)
        catalogue.load.cache_clear()

    yield put
    catalogue.load.cache_clear()


@pytest.mark.parametrize(
    ("content", "why"), [(CORRUPT, "not a readable safetensors file"), (FOREIGN, "holds 'linear'")]
)
def test_corrupt_or_foreign_weights_are_a_sentence_and_other_panes_go_on(lab, open_pane, spoil, content, why):
    spoil("cvae", content)
    assert open_pane("write") is None
    assert "cvae.safetensors" in lab._waiting.text()
    assert why in lab._waiting.text()
    assert open_pane("map") is not None


def test_what_there_is_of_a_pane_that_could_not_be_made_is_left_to_no_other_thread(
    open_pane, spoil, monkeypatch
):
    begun = []
    make = Pane.__init__

    def noted(pane, *arguments):
        begun.append(weakref.ref(pane))
        make(pane, *arguments)

    monkeypatch.setattr(Pane, "__init__", noted)
    spoil("cvae", CORRUPT)
    assert open_pane("write") is None
    gc.collect()
    assert begun[0]() is not None


def test_weights_that_are_read_later_are_a_sentence_too(qtbot, open_pane, spoil):
    for name in ("conv-vae", "denoising", "without-4"):
        spoil(name, CORRUPT)
    shown = open_pane("map")
    before = shown.network
    shown.model.setCurrentIndex(shown.model.findData("conv-vae"))
    assert "conv-vae.safetensors" in shown.message.text()
    assert shown.network is before
    assert shown.model.currentData() == "vae"
    assert "denoising.safetensors" in open_pane("denoise").message.text()
    shown = open_pane("anomaly")
    shown.leave_out(4)
    assert "without-4.safetensors" in shown.message.text()
    shown.leave_out(3)
    assert not shown.message.text()
    shown = open_pane("family")
    qtbot.waitUntil(lambda: len(shown.errors) == len(catalogue.FAMILY))
    assert "safetensors" in shown.message.text()
    assert np.isfinite(shown.errors["vae"])


@pytest.mark.slow
@pytest.mark.parametrize("name", [spec.name for spec in PANES])
def test_the_tab_key_comes_to_every_control_of_a_pane(qtbot, lab, open_pane, name):
    shown = open_pane(name)
    kinds = (QAbstractButton, QAbstractSlider, QComboBox, MapView)
    wanted = {
        control
        for control in shown.findChildren(QWidget)
        if isinstance(control, kinds)
        and control.isVisible()
        and control.isEnabled()
        # Of buttons of which one is pressed, Tab comes to that one, and the arrow keys to the others.
        and not (isinstance(control, QAbstractButton) and control.group() and not control.isChecked())
        and not isinstance(control, QScrollBar)
    }
    reached = []
    control = lab.pills.groups.checkedButton()
    control.setFocus()
    while control not in reached:
        reached.append(control)
        qtbot.keyClick(control, Qt.Key.Key_Tab)
        control = lab.focusWidget()
    assert wanted <= set(reached)
    assert reached[-2:] == [shown.caption.show_formula, shown.caption.save], "the caption comes last"


def test_a_control_keeps_its_keys_from_the_windows_shortcuts(qtbot, lab, open_pane):
    taken = []
    for key in ("Left", "Right", "Space"):
        QShortcut(QKeySequence(key), lab, lambda key=key: taken.append(key))
    lab.activateWindow()
    qtbot.waitUntil(lab.isActiveWindow)
    shown = open_pane("denoise")
    shown.level.setFocus()
    before = shown.level.value()
    qtbot.keyClick(shown.level, Qt.Key.Key_Right)
    assert shown.level.value() == before + 1
    seven = open_pane("write").digits._group.button(7)
    seven.setFocus()
    qtbot.keyClick(seven, Qt.Key.Key_Right)
    assert lab.pane.digit == 8
    view = open_pane("map").view
    view.setFocus()
    x, y = view.marks.cursor
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.marks.cursor == pytest.approx((x - view.extent.half / 30, y))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.marks.pins == [view.marks.cursor]
    shown = open_pane("map").morph
    qtbot.keyClick(view, Qt.Key.Key_Return)
    shown.animate.setFocus()
    qtbot.keyClick(shown.animate, Qt.Key.Key_Space)
    assert shown.animate.isChecked()
    assert not taken
