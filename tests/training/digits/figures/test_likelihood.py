"""The study of likelihood: the order of its figures on real digits, and its table."""

import torch

from models.digits.catalogue import load
from models.digits.likelihood.pixels import DYNAMIC, pixels_of
from training.digits.figures.likelihood import KS, markdown, measure


def test_the_exact_value_is_below_every_bound_and_the_bounds_below_the_elbo(mnist):
    x = torch.from_numpy(pixels_of(DYNAMIC, mnist.test.pixels(slice(12))))
    low, bounds, sure = measure(load("vae").network, x, seed=1, ks=(1, 50, 500))
    assert sure is not None
    assert sure < bounds[500] < bounds[50] < bounds[1]
    assert abs(low - bounds[1]) < 0.5


def test_sixteen_numbers_have_bounds_only(mnist):
    x = torch.from_numpy(pixels_of(DYNAMIC, mnist.test.pixels(slice(2))))
    _, bounds, sure = measure(load("conv-vae-16").network, x, seed=1, ks=(1, 8))
    assert sure is None
    assert bounds[8] < bounds[1]


def test_the_table_says_that_grey_pixels_have_no_likelihood():
    row = {
        "model": "vae",
        "digits": 3,
        "elbo": 154.9,
        "bounds": {str(k): 153.0 for k in KS},
        "exact": 152.0,
    }
    text = markdown([{**row, "pixels": "dynamic"}, {**row, "pixels": "grey", "exact": None}])
    assert "| vae | dynamic | 3 | 154.90 |" in text
    assert "| vae | grey (BCE: no likelihood) |" in text
