import numpy as np
import pytest

from models.digits import catalogue
from monitor.ui.lab.panes.space.resample import SEVERAL, WIDTHS
from monitor.ui.lab.widgets.digits.pictures import grey


@pytest.fixture
def shown(open_pane):
    return open_pane("resample")


def test_a_draw_is_the_middle_shifted_by_chance_times_the_width(lab, shown):
    shown.pad.pressed.emit(1.5, -2.0)
    network = catalogue.load("vae")
    (mean,), (std,) = network.cloud(lab.state.picture)
    z = mean + std * np.array([1.5, -2.0], np.float32)
    assert shown.places == pytest.approx(z[None], abs=1e-6)
    assert shown.view.marks.draws == pytest.approx(z[None], abs=1e-6)
    assert shown.table.text(2) == ["+1.50", "−2.00"]
    assert shown.table.text(3) == [f"{value:+.2f}".replace("-", "−") for value in z.tolist()]
    assert shown._drawn.image == grey(network.decode(shown.places)[0])


def test_with_another_digit_the_chance_stays_and_the_place_follows(lab, shown):
    shown.draw(SEVERAL)
    noise, before = shown.noise.copy(), shown.places
    lab._input.pick_example(0)
    assert np.array_equal(shown.noise, noise)
    (mean,), (std,) = shown.network.cloud(lab.state.picture)
    assert shown.places == pytest.approx(mean + std * noise, abs=1e-6)
    assert not np.allclose(shown.places, before)
    assert shown.view.extent.holds([mean])[0], "the map shows where the cloud is"


def test_draws_are_from_the_cloud(shown):
    shown.draw(500)
    mean, std = shown._cloud
    assert shown.places.mean(0) == pytest.approx(mean, abs=5 * float(std.max()) / 500**0.5)
    assert shown.places.std(0) == pytest.approx(std, rel=0.12)


def test_all_draws_of_a_digits_cloud_are_that_digit_and_those_of_a_far_wider_one_are_not(lab, shown):
    lab._input.pick_example(0)
    shown.draw(SEVERAL)
    assert f"{SEVERAL} of {SEVERAL}" in shown.said.text()
    narrow = shown._cloud[1]
    shown.wider.setValue(len(WIDTHS) - 1)
    assert shown._cloud[1] == pytest.approx(WIDTHS[-1] * narrow)
    assert f"{SEVERAL} of {SEVERAL}" not in shown.said.text()


def test_the_map_follows_a_cloud_that_is_made_wider_and_narrower_again(shown):
    shown.draw(SEVERAL)
    near = shown.view.extent
    for step in (*range(len(WIDTHS)), *reversed(range(len(WIDTHS)))):
        shown.wider.setValue(step)
        assert shown.view.extent.holds(shown.places).all(), f"{WIDTHS[step]} times as wide"
    assert shown.view.extent.half < 3 * near.half
