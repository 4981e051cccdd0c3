import numpy as np
import pytest

from models.digits.catalogue import load, load_judge
from models.digits.space.codes import ShippedCodes, load_codes
from models.digits.space.holes import UNSURE, unreadable


def test_shares_are_weighted_by_how_places_are_chosen():
    rng = np.random.default_rng(0)
    means = (rng.standard_normal((2000, 2)) * 0.5 + [3.0, 0.0]).astype(np.float32)
    stds = np.full_like(means, 0.1)
    codes = ShippedCodes(means, stds, np.zeros(2000, np.uint8))
    extent, n = codes.extent, 40
    right = np.arange(n) > n / 2
    plane = np.where(right, 0.9, 0.3).astype(np.float32)[None].repeat(n, 0)
    shares = unreadable(ShippedCodes(means, stds, codes.labels, plane))
    assert extent.x == pytest.approx(3, abs=0.1)
    assert shares.square == pytest.approx(0.5, abs=0.05)
    assert shares.digits == pytest.approx(0.5, abs=0.1)
    assert shares.chance > 0.9, "by chance the places at the left, nearest to the origin, are drawn"


def test_without_the_judge_there_is_no_share():
    with pytest.raises(ValueError, match="without the judge"):
        unreadable(load_codes("cvae"))


@pytest.mark.parametrize("name", ["vae", "ae-2"])
def test_the_shares_are_what_a_draw_of_places_finds(name):
    codes, rng, n = load_codes(name), np.random.default_rng(0), 1500
    shares = unreadable(codes)

    def drawn(places):
        return (load_judge().confidence(load(name).decode(places.astype(np.float32))) < UNSURE).mean()

    assert drawn(rng.standard_normal((n, 2))) == pytest.approx(shares.chance, abs=0.04)
    extent = codes.extent
    square = extent.half * rng.uniform(-1, 1, (n, 2)) + [extent.x, extent.y]
    assert drawn(square) == pytest.approx(shares.square, abs=0.04)
