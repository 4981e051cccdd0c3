import numpy as np
import pytest

from models.digits.pictures.strokes import FORMS, Hand, write


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_is_as_large_and_in_the_middle_as_those_of_mnist(digit):
    for form in range(len(FORMS[digit])):
        picture = write(digit, form, Hand(0.1, 1.0, 10.0))
        assert picture.shape == (28, 28)
        assert 0 <= picture.min()
        assert picture.max() <= 1
        rows, columns = np.flatnonzero(picture.any(1)), np.flatnonzero(picture.any(0))
        assert max(np.ptp(rows), np.ptp(columns)) + 1 in (19, 20)
        at = np.arange(28) + 0.5
        centre = np.array([at @ picture.sum(1), at @ picture.sum(0)]) / picture.sum()
        assert np.abs(centre - 14.5).max() < 0.6


def test_a_hand_slants_widens_and_presses():
    usual = write(1, 0, Hand(0.0, 1.0, 10.0))
    assert write(1, 0, Hand(0.0, 1.0, 14.0)).sum() > 1.2 * usual.sum()
    slanted = write(1, 0, Hand(0.3, 1.0, 10.0))
    columns = np.arange(28)
    assert columns @ slanted[6] / slanted[6].sum() > columns @ slanted[22] / slanted[22].sum() + 2
    round_one, wide = write(0, 0, Hand(0.0, 1.0, 10.0)), write(0, 0, Hand(0.0, 1.3, 10.0))
    assert np.ptp(np.flatnonzero(wide.any(0))) > np.ptp(np.flatnonzero(round_one.any(0)))
