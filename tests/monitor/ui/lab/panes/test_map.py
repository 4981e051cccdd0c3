import numpy as np

from models.digits import catalogue
from monitor.ui.lab.widgets.pictures import grey


def test_pointing_at_the_map_decodes_that_place(open_pane):
    shown = open_pane("map")
    shown.view.point(0.6, -1.2)
    expected = grey(catalogue.load("vae").decode(np.array([0.6, -1.2], np.float32))[0])
    assert shown._here.image == expected
    assert "z = (+0.60, -1.20)" in shown._place.text()
    assert "judge:" in shown._judged.text()


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
