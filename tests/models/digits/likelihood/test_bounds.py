"""Bounds against a model whose likelihood has a formula, and against each other on real digits."""

import math

import numpy as np
import pytest
import torch

from models.digits.catalogue import load
from models.digits.likelihood.bounds import elbo, importance_bound, log_pixels, log_weights
from models.digits.likelihood.pixels import DYNAMIC, pixels_of
from models.digits.likelihood.quadrature import Plane, exact
from models.digits.networks.network import PIXELS, CloudNetwork


class Deaf(CloudNetwork):
    """A decoder that does not listen to its code, so that log p(x) is that of independent coins."""

    latent = 2

    def __init__(self):
        super().__init__()
        self.bias = torch.linspace(-2, 2, PIXELS)

    def cloud(self, x, labels=None):
        return torch.full((len(x), 2), 0.7), torch.full((len(x), 2), math.log(0.3))

    def logits(self, z, labels=None):
        return self.bias.expand(len(z), -1)


def chance(seed=0):
    return torch.Generator().manual_seed(seed)


@pytest.fixture
def coins():
    return torch.from_numpy(pixels_of(DYNAMIC, np.full((3, PIXELS), 0.4, np.float32)))


@pytest.fixture(scope="module")
def digits(request):
    from assets.databases.mnist import load_mnist

    folder = request.getfixturevalue("data_dir") / "mnist"
    return torch.from_numpy(pixels_of(DYNAMIC, load_mnist(folder).test.pixels(slice(24))))


def test_the_pixels_log_probability_is_the_cross_entropy(coins):
    logits = torch.randn(3, PIXELS, generator=chance())
    per_pixel = torch.nn.functional.binary_cross_entropy_with_logits(logits, coins, reduction="none")
    assert torch.allclose(log_pixels(logits, coins), -per_pixel.sum(1), atol=1e-3)


def test_where_the_code_says_nothing_all_weights_of_the_right_cloud_are_the_likelihood(coins):
    network = Deaf()
    true = log_pixels(network.bias, coins).double()
    weights = torch.cat(list(log_weights(network, coins, 20_000, chance())), 1)
    assert torch.allclose(importance_bound(weights, 20_000), true, atol=0.05)
    assert torch.allclose(exact(network, coins, Plane(step=0.3)), true, atol=1e-3)
    gap = true - elbo(network, coins, 3, chance())
    kl = 2 * 0.5 * (0.7**2 + 0.3 - 1 - math.log(0.3))
    assert torch.allclose(gap, torch.full_like(gap, kl), atol=1e-3), "a deaf decoder loses just the KL"


def test_more_draws_never_make_the_bound_worse_and_none_passes_the_exact_value(digits):
    network = load("vae").network
    weights = torch.cat(list(log_weights(network, digits, 512, chance())), 1)
    means = [float(importance_bound(weights, k).mean()) for k in (1, 2, 8, 64, 512)]
    assert means == sorted(means), "groups of the same draws: Jensen's inequality holds to the last digit"
    assert means[0] == pytest.approx(float(elbo(network, digits, 200, chance(1)).mean()), abs=0.3)
    assert means[-1] < float(exact(network, digits, Plane(step=0.06)).mean()) + 0.05


def test_too_few_draws_are_refused(coins):
    weights = torch.cat(list(log_weights(Deaf(), coins, 100, chance())), 1)
    assert weights.shape == (3, 100)
    with pytest.raises(ValueError, match="A bound of 101 draws needs 101 of them, not 100"):
        importance_bound(weights, 101)
    with pytest.raises(ValueError, match="at least one draw"):
        list(log_weights(Deaf(), coins, 0, chance()))
