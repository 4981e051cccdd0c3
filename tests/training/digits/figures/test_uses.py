import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from assets.databases.mnist import DigitSet, Mnist
from models.digits.networks.pca import Pca
from models.digits.networks.vae import ConditionalVae
from training.digits.figures import uses
from training.digits.figures.uses import adjusted_rand_index
from training.digits.fits.pca import fit_pca


def test_known_partitions():
    assert adjusted_rand_index([0, 0, 1, 1], [1, 1, 0, 0]) == 1.0, "names do not matter"
    assert adjusted_rand_index([0, 0, 1, 2], [0, 0, 1, 1]) == pytest.approx(0.5714285714)
    assert adjusted_rand_index([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]) == pytest.approx(0.2424242424)
    assert adjusted_rand_index([0, 0, 0], [1, 1, 1]) == 1.0


def test_chance_is_about_nothing():
    rng = np.random.default_rng(0)
    assert abs(adjusted_rand_index(rng.integers(0, 10, 5000), rng.integers(0, 10, 5000))) < 0.01


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=40))
def test_it_is_symmetric_and_at_most_1(pairs):
    a, b = zip(*pairs, strict=True)
    forth, back = adjusted_rand_index(a, b), adjusted_rand_index(b, a)
    assert forth == pytest.approx(back)
    assert forth <= 1.0 + 1e-12


def test_partitions_must_match():
    with pytest.raises(ValueError, match="as many"):
        adjusted_rand_index([0, 1], [0])


@pytest.fixture
def little(blobs, monkeypatch):
    monkeypatch.setattr(uses, "ASKED", 20)
    monkeypatch.setattr(uses, "KNOWN", 40)
    images, labels = blobs
    return Mnist(DigitSet(images[:200], labels[:200]), DigitSet(images[200:], labels[200:]))


def test_draws_have_no_digit_in_common(little):
    draws = uses.samples(little, 5)
    asked = torch.cat([draw.x for draw in draws])
    assert torch.equal(
        asked.sum(1).sort().values, torch.from_numpy(little.test.pixels()).sum(1).sort().values
    )
    again = uses.samples(little, 5)
    assert all(torch.equal(a.known, b.known) for a, b in zip(draws, again, strict=True))
    assert not torch.equal(uses.samples(little, 5, seed=1)[0].x, draws[0].x)


def test_too_few_digits_are_refused(little):
    with pytest.raises(ValueError, match="6 draws of 20 digits need 120; there are 100"):
        uses.samples(little, 6)


def test_a_spread_is_that_of_the_draws(little):
    draws = uses.samples(little, 5)
    each = [uses.clustering_row("pixels", None, [draw])["ari"] for draw in draws]
    row = uses.clustering_row("pixels", None, draws)
    assert row["ari"] == pytest.approx(np.mean(each))
    assert row["ari_std"] == pytest.approx(np.std(each, ddof=1))
    assert "ari_std" not in uses.clustering_row("pixels", None, draws[:1]), "one draw has no spread"


def test_pca_is_no_better_than_itself_and_a_network_that_is_told_takes_its_likeliest_digit(
    little, monkeypatch
):
    def fitted(network, pixels):
        fit_pca(network, np.tile(pixels, (4, 1)))

    monkeypatch.setattr(uses, "fit_pca", fitted)
    draws = uses.samples(little, 2)
    reduction = uses.Reduction(little, draws)
    pca = Pca(8)
    fit_pca(pca, little.train.pixels())
    row = reduction.row("pca", pca)
    assert row["mse"] == pytest.approx(row["pca_mse"], rel=1e-3)
    assert row["neighbours"] == pytest.approx(row["pca_neighbours"], abs=0.05)

    torch.manual_seed(0)
    told = ConditionalVae(hidden=16, latent=2).eval()
    x = draws[0].x
    with torch.inference_mode():
        expected = told.encode(x, told.likeliest(x)).numpy()
    assert np.allclose(uses.codes_of(told, x), expected)
    assert set(reduction.row("cvae", told)) == set(row)
