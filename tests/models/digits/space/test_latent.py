"""Ways through a latent space."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from models.digits.catalogue import entry, load, load_judge
from models.digits.model import DigitModel
from models.digits.space import latent
from models.digits.space.latent import confidence_plane
from models.digits.store import DigitCard

CODES = hnp.arrays(np.float64, 4, elements=st.floats(-3, 3))


def test_the_maps_grid_reaches_from_minus_3_to_3_with_y_upwards():
    codes = latent.grid_codes()
    assert codes.shape == (400, 2)
    assert codes[0].tolist() == [-3, 3], "top left"
    assert codes[19].tolist() == [3, 3], "top right"
    assert codes[-20].tolist() == [-3, -3], "bottom left"
    assert codes[-1].tolist() == [3, -3], "bottom right"
    np.testing.assert_allclose(np.diff(codes[:20, 0]), 6 / 19, rtol=1e-5)


def test_tiles_are_where_their_codes_are():
    found = entry("vae")
    torch.manual_seed(0)
    network = found.build()
    model = DigitModel(found, network, DigitCard())
    tiles = latent.decode_grid(model, n=4, span=2.0)
    assert tiles.shape == (4, 4, 28, 28)
    np.testing.assert_allclose(tiles[0, 3], model.decode([2.0, 2.0])[0], atol=1e-6)
    np.testing.assert_allclose(tiles[3, 0], model.decode([-2.0, -2.0])[0], atol=1e-6)
    picture = latent.mosaic(tiles)
    assert picture.shape == (112, 112)
    np.testing.assert_array_equal(picture[:28, -28:], tiles[0, 3])


@pytest.mark.parametrize(("n", "span"), [(1, 3.0), (20, 0.0), (20, float("nan"))])
def test_an_impossible_grid_is_refused(n, span):
    with pytest.raises(ValueError, match="must be"):
        latent.grid_codes(n, span)


@given(CODES, CODES)
def test_both_ways_lead_from_end_to_end(a, b):
    for way in (latent.straight, latent.slerp):
        path = way(a, b, [0.0, 0.5, 1.0])
        assert path.shape == (3, 4)
        np.testing.assert_allclose(path[0], a, atol=1e-5)
        np.testing.assert_allclose(path[2], b, atol=1e-5)
        assert np.isfinite(path).all()


def test_the_arc_keeps_the_length_and_goes_at_an_even_pace():
    path = latent.slerp([2.0, 0.0], [0.0, 2.0], np.linspace(0, 1, 7))
    np.testing.assert_allclose(np.linalg.norm(path, axis=1), 2.0, rtol=1e-6)
    np.testing.assert_allclose(
        np.degrees(np.arctan2(path[:, 1], path[:, 0])), np.arange(0, 91, 15), atol=1e-4
    )


def test_the_straight_line_cuts_the_corner():
    np.testing.assert_allclose(latent.straight([2.0, 0.0], [0.0, 2.0], 0.5), [[1.0, 1.0]])


def test_where_there_is_no_one_arc_the_line_is_taken():
    for a, b in (([1, 1], [2, 2]), ([1, 0], [-1, 0]), ([0, 0], [1, 2])):
        np.testing.assert_allclose(latent.slerp(a, b, 0.25), latent.straight(a, b, 0.25), atol=1e-6)


def test_ends_that_do_not_match_are_refused():
    with pytest.raises(ValueError, match="one size"):
        latent.slerp([1, 2], [1, 2, 3], 0.5)
    with pytest.raises(ValueError, match="finite"):
        latent.straight([1, np.inf], [1, 2], 0.5)


def test_the_judge_is_asked_about_every_place():
    model, judge = load("vae"), load_judge()
    confidence, digit = confidence_plane(model, judge, n=8)
    assert confidence.shape == digit.shape == (8, 8)
    for (row, column), code in (((0, 0), [-3, 3]), ((0, 7), [3, 3]), ((7, 0), [-3, -3])):
        chance = judge.probabilities(model.decode(code))[0]
        assert confidence[row, column] == pytest.approx(chance.max(), abs=1e-5)
        assert digit[row, column] == chance.argmax()
    assert len(np.unique(digit)) >= 5
