"""A fit of a lossy autoencoder: it learns, goes on where it was, and keeps the averaged weights."""

import pytest
import torch

from models.digits.lossy.network import LossyAutoencoder
from training.digits.lossy.trainer import TOLD, LossyTrainer, Recipe, binarised

RECIPE = Recipe(steps=40, batch=10)


def trainer(images, recipe=RECIPE, mixed=False):
    torch.manual_seed(0)
    network = LossyAutoencoder(reach=1, latent=8, width=4, channels=4, hidden=16, flow=1)
    return LossyTrainer(network, images, recipe, 3, mixed=mixed)


@pytest.mark.parametrize("mixed", [False, True])
def test_it_learns(blobs, mixed):
    fit = trainer(blobs[0], Recipe(steps=400, batch=10, rate=0.02, warm=1), mixed=mixed)
    bounds = [fit.step() for _ in range(30)]
    assert sum(bounds[-3:]) < 0.8 * sum(bounds[:3])


def test_it_goes_on_where_it_was_kept(blobs):
    whole, first, second = (trainer(blobs[0]) for _ in range(3))
    told = [whole.step() for _ in range(8)]
    assert [first.step() for _ in range(5)] == told[:5]
    second.restore(first.state())
    assert second.done == 5
    assert [second.step() for _ in range(3)] == told[5:]
    for one, other in zip(whole.averaged.parameters(), second.averaged.parameters(), strict=True):
        assert torch.equal(one, other)


def test_the_averaged_weights_lag_behind(blobs):
    fit = trainer(blobs[0])
    before = [p.clone() for p in fit.averaged.parameters()]
    for _ in range(3):
        fit.step()
    moved, lagging = (
        sum(float((p.detach() - b).abs().sum()) for p, b in zip(network.parameters(), before, strict=True))
        for network in (fit.network, fit.averaged)
    )
    assert 0 < lagging < moved


def test_the_learning_rate_rises_stays_and_falls(blobs):
    fit = trainer(blobs[0], Recipe(steps=1000, steady=0.4))
    rates = []
    for fit.done in range(1000):
        rates.append(fit.rate())
    assert rates[0] < 0.0001
    assert rates[200] == rates[399] == RECIPE.rate
    assert rates[399] > rates[600] > rates[900] > rates[999]
    assert rates[999] == pytest.approx(RECIPE.rate / 50, rel=0.01)


def test_a_fit_that_runs_away_says_so(blobs):
    fit = trainer(blobs[0])
    with torch.no_grad():
        fit.network.pixels.out.bias.fill_(float("nan"))
    with pytest.raises(FloatingPointError, match="run away"):
        fit.step()
    assert TOLD > 40
    assert not fit.losses


def test_ink_is_drawn_with_its_grey_as_the_chance():
    grey = torch.tensor([[0, 64, 255]], dtype=torch.uint8).expand(4000, 3)
    drawn = binarised(grey, torch.Generator().manual_seed(0))
    assert set(drawn.unique().tolist()) == {0, 1}
    assert drawn.mean(0).tolist() == pytest.approx([0, 64 / 255, 1], abs=0.03)
