"""A lossy autoencoder's fit as it ships: rounded, with its card, taken as it is when it is there."""

from dataclasses import replace

import pytest
import torch

from assets.databases.mnist import DigitSet
from models.digits.entry import Entry
from models.digits.lossy.network import LossyAutoencoder
from training.digits.fits.rounding import rounded
from training.digits.lossy.fitting import fit_lossy, narrowed
from training.digits.lossy.trainer import Recipe

RECIPE = Recipe(steps=6, batch=10, warm=1)
SMALL = {"latent": 8, "width": 4, "channels": 4, "hidden": 16, "flow": 1}
ENTRY = Entry(
    "lossy-test", "test", 8, "models.digits.lossy.network:LossyAutoencoder", {"reach": 2, **SMALL}, cloud=True
)


def network(reach, **changed):
    torch.manual_seed(reach)
    return LossyAutoencoder(reach=reach, **{**SMALL, **changed})


@pytest.fixture
def fit(blobs, tmp_path):
    def fitted(fresh=False, recipe=RECIPE, **more):
        return fit_lossy(
            ENTRY, DigitSet(*blobs), tmp_path, recipe=recipe, seed=2, fresh=fresh,
            say=lambda _: None, mixed=False, **more,
        )  # fmt: skip

    return fitted


def test_a_fit_is_rounded_and_written_with_its_card(fit, tmp_path):
    done = fit()
    before = {name: value.clone() for name, value in done.network.state_dict().items()}
    rounded(done.network)
    assert all(torch.equal(before[name], value) for name, value in done.network.state_dict().items())
    assert done.card.seed == 2
    assert done.card.data.startswith("MNIST, 300 training digits")
    assert done.card.recipe["steps"] == "6"
    assert not list((tmp_path / "checkpoints").iterdir()), "nothing is left over"


def test_a_fit_that_is_there_is_taken_as_it_is_unless_it_is_asked_for_anew(fit, tmp_path):
    fit()
    path = tmp_path / "lossy-test.safetensors"
    written = path.stat().st_mtime_ns
    fit()
    assert path.stat().st_mtime_ns == written
    fit(recipe=replace(RECIPE, steps=7))
    other = path.stat().st_mtime_ns
    assert other > written, "another recipe"
    fit(recipe=replace(RECIPE, steps=7), fresh=True)
    assert path.stat().st_mtime_ns > other


def test_a_fit_can_begin_with_a_wider_one(fit):
    wide = network(6)
    begun, anew = fit(fresh=True, begin=wide), fit(fresh=True)
    wide_mean, mean, other = (
        n.state_dict()["encoder.0.weight"].flatten() for n in (wide, begun.network, anew.network)
    )
    assert (mean - wide_mean).abs().mean() < 0.2 * (other - wide_mean).abs().mean()


def test_narrowing_keeps_what_the_narrower_one_has():
    wide = network(6)
    weights = narrowed(wide, network(2))
    assert torch.equal(weights["pixels.layers.0.weight"], wide.pixels.layers[0].weight)
    assert torch.equal(weights["pixels.layers.3.weight"][..., 0, 0], wide.pixels.layers[3].weight[..., 1, 1])
    assert not any(name.startswith("pixels.first") for name in narrowed(wide, network(0)))
    with pytest.raises(ValueError, match="a reach of 6 cannot be begun with one of 2"):
        narrowed(network(2), wide)
    with pytest.raises(ValueError, match="not in their reach alone"):
        narrowed(wide, network(2, hidden=17))
