import numpy as np
import pytest

from models.digits.catalogue import MAPS
from models.digits.space.codes import load_codes
from models.digits.space.extent import SHARE, Extent, extent_of


@pytest.mark.parametrize("name", MAPS)
def test_every_map_holds_the_same_share_of_its_codes_and_is_no_larger(name):
    codes = load_codes(name)
    assert SHARE <= codes.extent.holds(codes.means).mean() < SHARE + 0.01
    smaller = Extent(codes.extent.x, codes.extent.y, codes.extent.half - 0.1)
    assert smaller.holds(codes.means).mean() < SHARE


def test_a_map_is_centred_on_its_codes_and_not_on_the_outermost():
    codes = np.random.default_rng(0).normal((10.0, -4.0), 1.0, (5000, 2))
    codes[0] = (1000.0, 1000.0)
    extent = Extent.of(codes)
    assert (extent.x, extent.y) == pytest.approx((10.0, -4.0), abs=0.2)
    assert extent.half < 4
    assert not extent.holds(codes[:1])[0]


def test_codes_that_are_one_point_have_a_map_too():
    assert Extent.of(np.ones((3, 2))) == Extent(1.0, 1.0, 0.1)


def test_nearer_the_code_stays_where_it_is():
    extent = Extent(1.0, 2.0, 4.0)
    nearer = extent.zoomed(0.5, 3.0, 0.0)
    assert nearer.half == 2.0
    for whole, part, code in ((extent.left, nearer.left, 3.0), (extent.bottom, nearer.bottom, 0.0)):
        assert (code - whole) / 8 == pytest.approx((code - part) / 4)


def test_a_code_beyond_is_brought_in_and_one_within_changes_nothing():
    extent = Extent(0.0, 0.0, 3.0)
    assert extent.including(2.0, -2.0) is extent
    wider = extent.including(-7.0, 1.0)
    assert wider.holds([-7.0, 1.0])[0]
    assert extent.clip(-7.0, 1.0) == (-3.0, 1.0)


def test_places_of_tiles_are_their_middles():
    across, up = Extent(0.0, 1.0, 2.0).tiles(4).axes(4)
    assert across.tolist() == [-1.5, -0.5, 0.5, 1.5]
    assert up.tolist() == [-0.5, 0.5, 1.5, 2.5]


def test_what_is_no_extent_is_refused():
    assert extent_of(3.0) == Extent(0.0, 0.0, 3.0)
    for bad in (0.0, -1.0, np.nan, np.inf):
        with pytest.raises(ValueError, match="reach must be positive"):
            extent_of(bad)
    with pytest.raises(ValueError, match="middle of a map"):
        Extent(np.nan, 0.0, 1.0)
    with pytest.raises(ValueError, match="codes must be finite"):
        Extent.of(np.zeros((3, 3)))
    with pytest.raises(ValueError, match="share must be"):
        Extent.of(np.zeros((3, 2)), 0.0)
