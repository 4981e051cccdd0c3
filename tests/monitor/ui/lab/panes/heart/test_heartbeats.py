import numpy as np
import pytest

from models.heartbeats.model import Landings, decode, land
from models.heartbeats.shape import BEFORE, ROWS, Shapes
from models.heartbeats.usual import FEWEST
from models.heartbeats.weights import HEARTBEATS
from monitor.ui.lab.heart.curves import KINDS, curve
from monitor.ui.lab.heart.reader import LandedBeat
from monitor.ui.lab.widgets.digits.input_panel import InputColumn

TWELVE = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")


@pytest.fixture
def pane(open_pane):
    shown = open_pane("heartbeats")
    shown.feed.rest()
    return shown


def beat(codes, at=0, aami="N"):
    """Give a beat of which the network drew each lead at a code."""
    network = HEARTBEATS.shipped().network
    shape = decode(network, codes)
    shape /= np.sqrt((shape**2).mean(axis=1, keepdims=True))
    found = land(network, shape)
    one = np.ones(len(shape), np.float32)
    return LandedBeat(
        0, at, aami, "N", Shapes(shape, 0 * one, one),
        Landings(found.mean, found.std, found.redrawn, found.error),
    )  # fmt: skip


def test_a_patients_beats_lie_together_and_one_that_lands_elsewhere_is_given_away(pane):
    for i in range(FEWEST):
        pane.take(beat([[0.8, 0.6]], i))
    assert "not known yet" in pane.verdict.said.text()
    pane.take(beat([[0.8, 0.6]], FEWEST))
    assert not pane.verdict.place.over
    assert "nothing gives it away" in pane.verdict.said.text()
    pane.take(beat([[-0.6, -2.5]], FEWEST + 1, "V"))
    assert pane.verdict.place.over
    assert "<b>Ventricular, says the record.</b>" in pane.verdict.said.text()
    assert "far from the usual place" in pane.verdict.said.text()
    assert [cloud.colour for cloud in pane.view.clouds[-2:]] == [KINDS["N"], KINDS["V"]]
    assert pane.view.clouds[-1].strength == 1 > pane.view.clouds[-2].strength
    place, radius = pane.view.ring
    assert np.linalg.norm(place - [0.8, 0.6]) < 0.5
    assert radius == pane.card.far


def test_twelve_leads_are_twelve_landings_with_their_names(pane, monkeypatch):
    monkeypatch.setattr(type(pane.feed), "leads", TWELVE)
    pane._begin()
    rng = np.random.default_rng(1)
    pane.take(beat(rng.normal(size=(12, 2)).astype(np.float32)))
    assert len(pane.view.clouds) == 1
    pane._shown.button(1).click()
    assert [cloud.label for cloud in pane.view.clouds] == list(TWELVE)
    assert pane.view.ring is None
    pane.lead.setCurrentIndex(3)
    assert np.array_equal(pane.canvas.beat, pane.patient.beats[-1].shapes.shape[3])
    gap = beat(rng.normal(size=(12, 2)).astype(np.float32))
    gap.landings.mean[4] = np.nan
    pane.take(gap)
    assert len(pane.view.clouds) == 11
    assert pane._whose.text().endswith("Flat, or a gap: aVL.")


def test_a_beat_that_is_drawn_is_judged_and_stays_while_others_land(qtbot, pane):
    for i in range(FEWEST + 1):
        pane.take(beat([[0.8, 0.6]], i))
    pane.flatten()
    pane.canvas.draw_through([(-0.25, 0), (-0.05, -0.2), (0, 5), (0.05, -0.5), (0.4, 0.2)])
    drawn = pane.canvas.beat.copy()
    assert len(drawn) == ROWS
    assert drawn[BEFORE] == 5
    assert "<b>Your beat.</b>" in pane.verdict.said.text()
    assert pane.verdict.error.words.startswith("Not redrawn: ")
    mean, _ = pane.view.marks.cloud
    assert np.isfinite(mean).all()
    pane.take(beat([[0.8, 0.6]], 99))
    assert np.array_equal(pane.canvas.beat, drawn)
    pane._follow.click()
    assert np.array_equal(pane.canvas.beat, pane.patient.beats[-1].shapes.shape[0])
    assert pane.view.marks.cloud is None


def test_a_flat_line_is_no_beat(pane):
    pane.flatten()
    pane.canvas.draw_through([(-0.25, 0.0), (0.4, 0.0)])
    assert pane.canvas.redrawn is None
    assert not pane.verdict.said.text()


def test_the_map_morphs_a_beat_under_the_cursor_and_between_two_pins(pane):
    network = HEARTBEATS.shipped().network
    pane.view.point(0.5, -0.5)
    assert pane.walk.here.image == curve(decode(network, [[0.5, -0.5]])[0])
    pane.walk.put_pin(-1, 1)
    pane.walk.put_pin(1, 1)
    pane.walk.morph.slide.setValue(100)
    assert pane.walk.here.image == curve(decode(network, [[1, 1]])[0])


def test_what_lies_beyond_the_map_is_reached_by_its_zoom(qtbot, pane):
    far = np.array([[pane.view.extent.x - 1.5 * pane.view.extent.half, pane.view.extent.y]], np.float32)
    before = pane.view._ground
    assert not pane.view.square.contains(pane.view.places(far)[0])
    pane.view.zoom(2.0)
    qtbot.waitUntil(lambda: pane.view._ground is not before)
    assert pane.view.square.contains(pane.view.places(far)[0])


def test_it_has_no_use_for_a_digit_and_the_others_have(lab, pane):
    column = lab.findChild(InputColumn)
    assert not column.isVisible()
    lab.show_pane("map")
    assert column.isVisible()


def test_the_shipped_recordings_beats_land_while_nothing_plays(qtbot, open_pane):
    shown = open_pane("heartbeats")
    qtbot.waitUntil(lambda: len(shown.patient.beats) > 0, timeout=60_000)
    assert shown._whose.text().startswith("Nothing plays")
    assert len(shown.view.clouds) == len(shown.patient.beats)
