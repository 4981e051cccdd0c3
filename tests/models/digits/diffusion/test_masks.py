"""Half of a picture is half of its pixels."""

import numpy as np
import pytest

from models.digits.diffusion.masks import MASKS, known_part


@pytest.mark.parametrize("missing", MASKS)
def test_as_much_is_missing_as_is_said(missing):
    known = known_part(missing, 3)
    assert known.shape == (3, 28, 28)
    assert list((~known).mean((1, 2))) == [0.25 if missing == "middle" else 0.5] * 3


def test_halves_are_where_they_are_said_to_be():
    for one, other, place in (("lower", "upper", np.s_[0, 20, 14]), ("right", "left", np.s_[0, 14, 20])):
        assert not known_part(f"{one} half")[place]
        assert known_part(f"{other} half")[place]


def test_chance_is_its_seeds_and_each_pictures_own():
    one = known_part("half of the pixels", 2, seed=4)
    assert np.array_equal(one, known_part("half of the pixels", 2, seed=4))
    assert not np.array_equal(one[0], one[1])
    with pytest.raises(ValueError, match="not 'all'"):
        known_part("all")
