"""Every model has a recipe, and every recipe trains what it says on what it says."""

import numpy as np
import pytest
import torch

from assets.databases.mnist import DigitSet
from models.digits.catalogue import ENTRIES, NORMAL_ONLY
from training.digits.fits.fit import NAMES
from training.digits.fits.recipes import RECIPES, spoil_anyhow


def test_every_model_of_the_catalogue_has_a_recipe():
    shipped = {name for name, recipe in RECIPES.items() if recipe.shipped}
    assert shipped == set(ENTRIES) - {"pca"}, "PCA is computed, not trained"
    assert set(NAMES) == set(RECIPES) | {"pca"}
    assert all(RECIPES[name].entry is ENTRIES[name] for name in shipped)


@pytest.mark.parametrize("name", RECIPES)
def test_every_recipe_trains_an_epoch(name, blobs):
    recipe = RECIPES[name]
    trainer = recipe.trainer(DigitSet(blobs[0][:60], blobs[1][:60]), recipe.least_epochs, 1)
    before = [p.detach().clone() for p in trainer.network.parameters()]
    losses = trainer.epoch()
    assert losses["loss"] > 0
    after = list(trainer.network.parameters())
    assert not all(torch.equal(a, b) for a, b in zip(before, after, strict=True))
    assert recipe.settings["fit"]


@pytest.mark.parametrize("digit", range(10))
def test_a_left_out_digit_is_never_seen(digit):
    """Each digit's pictures are of one grey, so that a picture says which digit it is."""
    labels = np.arange(60, dtype=np.uint8) % 10
    images = np.broadcast_to(10 + labels[:, None, None], (60, 28, 28)).astype(np.uint8)
    trainer = RECIPES[NORMAL_ONLY[digit].name].trainer(DigitSet(images, labels), 1, 0)
    seen = []
    rebuild = trainer.network.encode
    trainer.network.encode = lambda x: seen.append(x.detach().clone()) or rebuild(x)
    trainer.epoch()
    greys = {round(255 * value) - 10 for value in torch.cat(seen)[:, 0].tolist()}
    assert greys == set(range(10)) - {digit}


def test_all_three_noises_take_part(blobs):
    x = torch.full((120, 784), 0.5)
    noisy = spoil_anyhow(x, torch.Generator().manual_seed(0))
    assert noisy.shape == x.shape
    gaussian, salt, masked, clean = noisy.split(30)
    assert torch.equal(clean, x[:30]), "a quarter stays clean, so that clean pictures are not strange to it"
    assert len(gaussian.unique()) > 1000
    assert set(salt.unique().tolist()) == {0.0, 0.5, 1.0}
    assert set(masked.unique().tolist()) == {0.0, 0.5}
