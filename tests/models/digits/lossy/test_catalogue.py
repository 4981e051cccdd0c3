"""What ships: models alike but for their reach, and the figures that were measured on them."""

import itertools

import pytest
import torch

from models.digits.lossy.bound import bounds
from models.digits.lossy.catalogue import ALL, BEST, REACHES, load
from models.digits.lossy.figures import load_kept


def test_the_models_are_alike_but_for_their_reach():
    assert [e.settings["reach"] for e in ALL] == list(REACHES)
    assert BEST.settings["reach"] == max(REACHES)
    assert len({str({**e.settings, "reach": None}) for e in ALL}) == 1


@pytest.mark.parametrize("entry", ALL, ids=lambda e: e.name)
def test_each_ships_and_is_as_good_as_its_figures_say(mnist, entry):
    network, told = load(entry), load_kept()[entry.name]
    assert network.reach == told.reach == entry.settings["reach"]
    x = torch.from_numpy(mnist.test.pixels(slice(100)))
    binary = (torch.rand(x.shape, generator=torch.Generator().manual_seed(0)) < x).float()
    found = bounds(network, binary, torch.Generator().manual_seed(1), samples=1)
    assert found.elbo == pytest.approx(told.elbo, abs=7), "100 digits of all"
    assert found.kl == pytest.approx(told.kl, abs=1.5)


def test_the_best_reaches_what_was_aimed_at():
    kept = load_kept()[BEST.name]
    assert kept.digits == 10_000
    assert kept.iwae <= 81.5, "and more codes can only make it better"
    assert kept.iwae < kept.elbo == pytest.approx(kept.reconstruction + kept.kl, abs=0.002)


def test_a_decoder_that_sees_less_asks_more_of_the_code():
    kept = [load_kept()[e.name] for e in ALL]
    assert [k.reach for k in kept] == sorted(k.reach for k in kept)
    assert all(less.kl > more.kl for less, more in itertools.pairwise(kept))
    assert all(less.elbo > more.elbo for less, more in itertools.pairwise(kept))
