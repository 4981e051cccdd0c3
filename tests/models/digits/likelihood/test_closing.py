"""One picture's likelihood, step by step: what is known grows, and ends where the measurement does."""

import pytest
import torch

from models.digits.catalogue import load
from models.digits.likelihood.bounds import elbo
from models.digits.likelihood.closing import KS, ZOOM_SIDE, close, posterior
from models.digits.likelihood.quadrature import exact
from models.digits.pictures.examples import load_examples


@pytest.fixture(scope="module")
def digit():
    return torch.from_numpy((load_examples().images()[:1].reshape(1, -1) > 0.5).astype("float32"))


@pytest.mark.slow
def test_it_ends_with_every_bound_and_the_exact_value(digit):
    network = load("vae").network
    told = list(close(network, digit, seed=1))
    assert [one.draws for one in told] == sorted(one.draws for one in told)
    assert [one.swept for one in told] == sorted(one.swept for one in told)
    assert all(one.exact is None for one in told[:-1])
    last = told[-1]
    assert tuple(last.bounds) == KS
    assert last.exact == pytest.approx(-float(exact(network, digit)), abs=0.005)
    assert last.bounds[4096] == pytest.approx(last.exact, abs=0.5), "a draw may be lucky"
    assert last.bounds[4096] < last.bounds[1]
    chance = torch.Generator().manual_seed(2)
    assert last.elbo == pytest.approx(-float(elbo(network, digit, 500, chance)), abs=0.3)
    assert all(one.elbo == one.bounds[1] for one in told), (
        "the ELBO is the bound of one draw, of the same draws"
    )


def test_the_same_seed_tells_the_same(digit):
    network = load("vae").network
    runs = [next(iter(close(network, digit, seed=seed))).bounds for seed in (3, 3, 4)]
    assert runs[0] == runs[1] != runs[2]


def test_the_true_posterior_peaks_within_the_picture_around_the_cloud(digit):
    shown = posterior(load("vae").network, digit)
    assert shown.density.shape == (ZOOM_SIDE, ZOOM_SIDE)
    assert shown.density.max() == pytest.approx(1.0)
    edge = torch.from_numpy(shown.density)
    assert max(edge[0].max(), edge[-1].max(), edge[:, 0].max(), edge[:, -1].max()) < 0.5
