"""The digit lab as a learner meets it: every pane on real weights, hostile input."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QScrollBar, QWidget

from models.digits import catalogue
from models.digits.entry import Entry
from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.lab import page as lab_page
from monitor.ui.lab.page import LabPage
from monitor.ui.lab.registry import PANES
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.draw import DrawCanvas
from monitor.ui.lab.widgets.map_view import MapView
from monitor.ui.lab.widgets.pictures import difference, grey, heat


@pytest.mark.parametrize("name", [spec.name for spec in PANES])
def test_every_pane_opens_offline_with_words_and_a_formula(open_pane, name):
    shown = open_pane(name)
    assert shown.words.count(".") + shown.words.count("?") >= 2
    assert shown.formula
    assert not shown.picture().isNull()
    shown.restyle(LIGHT)


def test_pointing_at_the_map_decodes_that_place(open_pane):
    shown = open_pane("map")
    shown.view.point(0.6, -1.2)
    expected = grey(catalogue.load("vae").decode(np.array([0.6, -1.2], np.float32))[0])
    assert shown._here.image == expected
    assert "z = (+0.60, -1.20)" in shown._place.text()
    assert "judge:" in shown._judged.text()


def test_map_places_and_codes_are_inverse_with_z2_upwards(qtbot):
    view = MapView(DARK, "map")
    qtbot.addWidget(view)
    view.resize(600, 600)
    for z in ((0.0, 0.0), (-3.0, 3.0), (1.25, -2.5)):
        assert view.code(view.place(z)) == pytest.approx(z, abs=1e-6)
    assert view.place((0, 2)).y() < view.place((0, -2)).y()


def test_two_pins_make_a_morph_from_one_to_the_other(open_pane):
    shown = open_pane("map")
    shown.put_pin(-2, 1)
    assert not shown.morph.slide.isEnabled()
    shown.put_pin(1, 2)
    network = catalogue.load("vae")
    shown.morph.slide.setValue(0)
    assert shown.morph.here.image == grey(network.decode(np.array([-2, 1], np.float32))[0])
    shown.morph.slide.setValue(100)
    assert shown.morph.here.image == grey(network.decode(np.array([1, 2], np.float32))[0])
    assert len(shown.view.marks.path) == 60


def test_a_drawing_becomes_the_input_and_lands_as_a_cloud(lab, open_pane):
    shown = open_pane("map")
    canvas = lab._input.canvas
    canvas.add_stroke([(100, 30), (100, 160)])
    assert lab.state.source.startswith("Your drawing")
    assert lab.state.picture.shape == (28, 28)
    _, std = shown.view.marks.cloud
    assert np.all(std > 0)
    assert "a cloud, not a point" in shown._landed.text() or "off the map" in shown._landed.text()


@pytest.mark.parametrize(
    ("strokes", "words"),
    [
        ([], "Nothing is drawn yet."),
        ([[(98, 98)]], "dot"),
        ([[(0, y), (196, y)] for y in range(0, 197, 6)], "all ink"),
    ],
)
def test_drawings_without_a_digit_are_a_sentence_and_keep_the_input(lab, strokes, words):
    before = lab.state.picture
    canvas = lab._input.canvas
    canvas.blockSignals(True)
    for stroke in strokes:
        canvas.add_stroke(stroke)
    canvas.blockSignals(False)
    canvas.changed.emit()
    assert words in lab._input._words.text()
    assert lab.state.picture is before


def test_undo_takes_the_last_stroke_back(qtbot):
    canvas = DrawCanvas(DARK)
    qtbot.addWidget(canvas)
    canvas.add_stroke([(20, 20), (60, 60)])
    one = canvas.ink()
    canvas.add_stroke([(100, 20), (100, 90)])
    canvas.undo()
    assert np.array_equal(canvas.ink(), one)
    canvas.undo()
    assert canvas.empty


def test_the_plain_autoencoder_has_more_unreadable_places_than_the_vae(open_pane):
    plain, vae = open_pane("holes").unsure
    assert plain > vae


def test_the_family_rebuilds_one_input_side_by_side(qtbot, lab, open_pane):
    shown = open_pane("family")
    lab._input.pick_example(3)
    qtbot.waitUntil(lambda: set(shown.errors) == {e.name for e in catalogue.FAMILY}, timeout=5000)
    assert shown.errors["conv-ae"] < shown.errors["vae"], "sixteen numbers lose less than two"


def test_the_denoising_network_gives_back_less_noise_than_it_got(open_pane):
    shown = open_pane("denoise")
    for kind in range(shown.kind.count()):
        shown.kind.setCurrentIndex(kind)
        assert shown.errors["denoised"] < shown.errors["noisy"]
        assert shown.errors["denoised"] < shown.errors["plain"]


def test_the_asked_digit_is_written_whatever_the_style(open_pane):
    shown = open_pane("write")
    for digit in (7, 2):
        shown.ask(digit)
        shown.view.point(0.3, 0.2)
        assert f"the judge reads a {digit}" in shown._said.text()


def test_the_anomaly_pane_says_where_the_method_fails(open_pane):
    shown = open_pane("anomaly")
    worst = min(shown.figures, key=lambda d: shown.figures[d]["auroc"])
    assert shown.figures[worst]["auroc"] < 0.5
    shown.leave_out(worst)
    assert "Worse than chance" in shown.said.text()
    assert "ECG tab" in shown.words


def test_the_search_climbs_and_says_where_it_leaves_the_real_digits(qtbot, open_pane):
    shown = open_pane("search")
    shown.climb_from(1.4, -1.6)
    assert "Climbing" in shown._verdict.text()
    qtbot.waitUntil(lambda: not shown.climbing, timeout=10_000)
    assert np.all(np.diff(shown.found.score) >= 0)
    assert "rises from" in shown._verdict.text()
    left = shown.found.left_at is not None
    assert ("leaves the real digits" in shown._verdict.text()) == left


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


CORRUPT = b"\x10\x00\x00\x00\x00\x00\x00\x00not json at all!"
FOREIGN = catalogue.entry("linear").path.read_bytes()


@pytest.mark.parametrize(
    ("content", "why"), [(CORRUPT, "not a readable safetensors file"), (FOREIGN, "holds 'linear'")]
)
def test_corrupt_or_foreign_weights_are_a_sentence_and_other_panes_go_on(lab, open_pane, spoil, content, why):
    spoil("cvae", content)
    assert open_pane("write") is None
    assert "cvae.safetensors" in lab._waiting.text()
    assert why in lab._waiting.text()
    assert open_pane("map") is not None


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
    qtbot.waitUntil(lambda: len(shown.errors) == len(catalogue.FAMILY), timeout=20_000)
    assert "safetensors" in shown.message.text()
    assert np.isfinite(shown.errors["vae"])


def test_a_broken_idx_file_is_a_sentence(qtbot, tmp_path, monkeypatch):
    from monitor.ui.lab import state as lab_state

    for name in ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"):
        (tmp_path / f"{name}-ubyte.gz").write_bytes(b"no gzip at all")
    monkeypatch.setattr(lab_state, "fetch_mnist", lambda **_: tmp_path)
    state = LabState(None)
    state.fetch_mnist()
    qtbot.waitUntil(lambda: bool(state.mnist_problem), timeout=5000)
    assert "idx3-ubyte.gz" in state.mnist_problem
    assert state.mnist is None


def test_pictures_keep_their_shapes_and_meaning():
    assert grey(np.array([[0.0, 1.0]])).pixelColor(1, 0).lightness() == 255
    lost = difference(np.array([[1.0, -1.0]]))
    assert lost.pixelColor(0, 0).red() > lost.pixelColor(0, 0).blue()
    assert lost.pixelColor(1, 0).blue() > lost.pixelColor(1, 0).red()
    hot = heat(np.array([[0.0, 1.0]]), 1.0)
    assert hot.pixelColor(1, 0).lightness() > hot.pixelColor(0, 0).lightness()


def test_the_page_waits_for_torch(qtbot, tmp_path, monkeypatch):
    monkeypatch.delitem(lab_page.sys.modules, "torch", raising=False)
    page = LabPage(tmp_path, DARK)
    qtbot.addWidget(page)
    page.activate()
    assert page.pane is None
    assert "Loading" in page._waiting.text()
    page.stop()


def test_a_model_that_is_told_the_digit_draws_it_all_over_its_map(open_pane):
    shown = open_pane("map")
    assert not shown.label.isVisible()
    shown.model.setCurrentIndex(shown.model.findData("cvae"))
    assert shown.label.isVisible()
    for digit in (3, 8):
        shown.label.setCurrentIndex(digit)
        shown.view.point(0.2, -0.3)
        assert shown._judged.text().startswith(f"judge: {digit}")
    shown.model.setCurrentIndex(shown.model.findData("ae-2"))
    assert not shown.label.isVisible()
    assert "a point" in shown._landed.text() or "off the map" in shown._landed.text()


def test_the_morph_runs_by_itself_and_back(qtbot, open_pane):
    shown = open_pane("map")
    shown.morph.slide.setValue(98)
    shown.morph.animate.click()
    qtbot.waitUntil(lambda: shown.morph.slide.value() == 100, timeout=5000)
    qtbot.waitUntil(lambda: shown.morph.slide.value() < 99, timeout=5000)
    shown.put_pin(0, 0)
    assert not shown.morph.animate.isChecked(), "one pin is no way"


# Keyboard ---------------------------------------------------------------------------------------------


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
    control = lab._pills.checkedButton()
    control.setFocus()
    while control not in reached:
        reached.append(control)
        qtbot.keyClick(control, Qt.Key.Key_Tab)
        control = lab.focusWidget()
    assert wanted <= set(reached)
    assert reached[-2:] == [shown._show_formula, shown._save], "the caption comes last"


def test_a_control_keeps_its_keys_from_the_windows_shortcuts(qtbot, lab, open_pane):
    taken = []
    for key in ("Left", "Right", "Space"):
        QShortcut(QKeySequence(key), lab, lambda key=key: taken.append(key))
    lab.activateWindow()
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
    assert view.marks.cursor == pytest.approx((x - 0.1, y))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.marks.pins == [view.marks.cursor]
    shown = open_pane("map").morph
    qtbot.keyClick(view, Qt.Key.Key_Return)
    shown.animate.setFocus()
    qtbot.keyClick(shown.animate, Qt.Key.Key_Space)
    assert shown.animate.isChecked()
    assert not taken
