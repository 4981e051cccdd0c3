import numpy as np
import pytest

from models.digits import catalogue
from models.digits.space.codes import load_codes
from models.digits.space.extent import Extent
from models.digits.space.latent import GRID, decode_grid, mosaic
from monitor.ui.lab.widgets.digits.pictures import grey


def test_pointing_at_the_map_decodes_that_place(open_pane):
    shown = open_pane("map")
    shown.view.point(0.6, -1.2)
    expected = grey(catalogue.load("vae").decode(np.array([0.6, -1.2], np.float32))[0])
    assert shown._here.image == expected
    assert "z = (+0.60, -1.20)" in shown._place.text()
    chance = catalogue.load_judge().probabilities(shown.network.decode([0.6, -1.2])[0])[0]
    assert shown._judged.text().startswith(f"judge: {chance.argmax()} {chance.max():.2f}")


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


def test_the_input_lands_where_the_model_encodes_it_as_a_cloud_or_a_point(lab, open_pane):
    shown = open_pane("map")
    picture = catalogue.load("vae").decode([0.6, -1.2])[0]
    lab.state.show(picture, "Drawn by the decoder.")
    mean, std = catalogue.load("vae").cloud(picture)
    assert np.array_equal(shown.view.marks.cloud, [mean[0], std[0]])
    assert np.all(std > 0)
    assert f"at ({mean[0, 0]:.2f}, {mean[0, 1]:.2f})" in shown._landed.text()
    assert shown._landed.text().endswith("a cloud, not a point.")
    shown.model.setCurrentIndex(shown.model.findData("ae-2"))
    assert shown._landed.text().endswith("a point, for this model stores no clouds.")
    assert not np.any(shown.view.marks.cloud[1])


def test_a_drawing_beyond_the_map_is_said_to_land_off_it(lab, open_pane):
    shown = open_pane("map")
    lab._input.canvas.add_stroke([(100, 30), (100, 160)])
    assert not shown._find.isVisible()
    beyond = shown.view.marks.cloud[0]
    shown.view.frame(Extent(0.0, 0.0, 1.0))
    assert not shown.view.extent.holds(beyond)[0]
    assert shown._landed.text().startswith("Your digit lands beyond what is shown")
    shown._find.click()
    assert shown.view.extent.holds(beyond)[0]
    assert not shown._find.isVisible()
    assert "± (" in shown._landed.text()


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


@pytest.mark.parametrize("name", catalogue.MAPS)
def test_each_map_is_as_large_as_its_codes_need_and_is_said_to_be_what_it_is(open_pane, name):
    shown = open_pane("map")
    shown.model.setCurrentIndex(shown.model.findData(name))
    assert shown.view.extent == load_codes(name).extent
    assert shown.caption.plain.text() == shown.words
    stores_clouds = "stored as a small cloud" in shown.words
    assert stores_clouds == (catalogue.entry(name).cloud and not catalogue.entry(name).labelled)
    assert ("as a point" in shown.words) == (not catalogue.entry(name).cloud)


def test_nearer_the_map_is_decoded_anew_and_its_places_stay_what_they_are(qtbot, open_pane):
    shown = open_pane("map")
    shown.view.point(0.6, -1.2)
    at = shown.view.place((0.6, -1.2))
    before = shown.view._ground
    shown.view._buttons.nearer.emit()
    assert shown.view.extent.half == pytest.approx(shown.view.home.half / 1.25)
    assert (shown.view.place((0.6, -1.2)) - at).manhattanLength() < 1e-6, "the cursor stays where it is"
    qtbot.waitUntil(lambda: shown.view._ground != before)
    tiles = decode_grid(shown.network, GRID, shown.view.extent.tiles(GRID))
    assert shown.view._ground == grey(mosaic(tiles))
    shown.view._buttons.whole.emit()
    assert shown.view.extent == shown.view.home


def test_the_morph_runs_by_itself_and_back(qtbot, open_pane):
    shown = open_pane("map")
    shown.morph.slide.setValue(98)
    shown.morph.animate.click()
    qtbot.waitUntil(lambda: shown.morph.slide.value() == 100)
    qtbot.waitUntil(lambda: shown.morph.slide.value() < 99)
    shown.put_pin(0, 0)
    assert not shown.morph.animate.isChecked(), "one pin is no way"
