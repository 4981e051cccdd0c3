"""Pixels thrown as coins, kept, or left grey."""

import numpy as np
import pytest

from models.digits.likelihood.pixels import DYNAMIC, GREY, STATIC, pixels_of

INK = np.linspace(0, 1, 784, dtype=np.float32)[None].repeat(400, 0)


def test_coins_show_ink_as_often_as_a_pixel_is_bright():
    thrown = pixels_of(DYNAMIC, INK)
    assert set(np.unique(thrown)) == {0.0, 1.0}
    assert np.abs(thrown.mean(0) - INK[0]).max() < 0.1
    assert not thrown[:, 0].any()
    assert thrown[:, -1].all()


def test_dynamic_ones_differ_by_throw_and_static_ones_do_not():
    assert (pixels_of(DYNAMIC, INK, 1) != pixels_of(DYNAMIC, INK, 2)).any()
    assert (pixels_of(STATIC, INK, 1) == pixels_of(STATIC, INK, 2)).all()


def test_grey_ones_stay():
    assert (pixels_of(GREY, INK) == INK).all()


def test_another_kind_is_refused():
    with pytest.raises(ValueError, match="no 'sepia' pixels; there are dynamic, static, grey"):
        pixels_of("sepia", INK)
