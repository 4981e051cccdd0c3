"""A fit of a digit model: what it writes, how it goes on, what it refuses; on invented digits."""

import pytest
import torch

from assets.databases.mnist import DigitSet, Mnist
from models.digits.catalogue import read
from training.digits.fits.fit import default_epochs, fit, weights_path
from training.digits.fits.recipes import RECIPES
from training.engine.checkpoint import Keeper


@pytest.fixture
def little(blobs):
    digits = DigitSet(*blobs)
    return Mnist(digits, DigitSet(blobs[0][:50], blobs[1][:50]))


def weights(network):
    return torch.cat([value.ravel() for value in network.state_dict().values()])


def test_a_fit_is_written_with_its_card(little, tmp_path):
    fitted = fit("conv-ae", little, tmp_path, epochs=2, seed=5)
    model = read("conv-ae", fitted.path)
    assert torch.equal(weights(model.network), weights(fitted.network)), "as measured, so stored"
    card = model.card
    assert (card.seed, card.epochs, len(card.train_loss)) == (5, 2, 2)
    assert "300" in card.data
    assert set(card.versions) == {"python", "torch", "numpy"}
    assert card.recipe == RECIPES["conv-ae"].settings
    assert not list((tmp_path / "checkpoints").iterdir())


def test_the_same_seed_gives_the_same_weights(little, tmp_path):
    a, b, c = (
        fit("cvae", little, tmp_path / folder, epochs=1, seed=seed).network
        for folder, seed in (("a", 1), ("b", 1), ("c", 2))
    )
    assert torch.equal(weights(a), weights(b))
    assert not torch.equal(weights(a), weights(c))


class Interrupted(Exception):
    pass


@pytest.mark.parametrize("name", ["vae", "adversarial", "denoising", "stacked"])
def test_an_interrupted_fit_goes_on(little, tmp_path, name):
    epochs = max(3, RECIPES[name].least_epochs)
    through = fit(name, little, tmp_path / "through", epochs=epochs)
    seen = []

    def stop(step, _epochs):
        if step.epoch == epochs and step.step == 2:
            raise Interrupted

    def watch(step, _epochs):
        seen.append(step.epoch)

    with pytest.raises(Interrupted):
        fit(name, little, tmp_path / "cut", epochs=epochs, report=stop)
    assert not weights_path(tmp_path / "cut", name).exists()
    resumed = fit(name, little, tmp_path / "cut", epochs=epochs, report=watch)
    assert set(seen) == {epochs}, "only the last epoch was left to do"
    assert torch.equal(weights(through.network), weights(resumed.network))
    assert through.card.train_loss == resumed.card.train_loss


def test_what_is_fitted_is_taken_as_it_is_unless_asked_otherwise(little, tmp_path):
    seen = []

    def watch(step, _epochs):
        seen.append(step.epoch)

    fit("without-1", little, tmp_path, epochs=1)
    fit("without-1", little, tmp_path, epochs=1, report=watch)
    assert not seen
    for change in ({"fresh": True}, {"seed": 2}, {"epochs": 2}):
        seen.clear()
        fit("without-1", little, tmp_path, **{"epochs": 1, "report": watch, **change})
        assert seen


def test_a_foreign_or_broken_checkpoint_is_not_gone_on_with(little, tmp_path):
    trainer = RECIPES["vae"].trainer(little.train, 2, 0)
    trainer.epoch()
    path = tmp_path / "c.safetensors"
    Keeper(path, {"seed": 0}).save(trainer.state())
    other = RECIPES["vae"].trainer(little.train, 2, 0)
    before = weights(other.network)

    def resume(path, trainer, seed):
        return Keeper(path, {"seed": seed}).resume(trainer.state, trainer.restore)

    assert not resume(path, other, 1)
    assert not resume(tmp_path / "none", other, 0)
    assert not resume(path, RECIPES["ae"].trainer(little.train, 2, 0), 0)
    raw = path.read_bytes()
    path.write_bytes(raw[:-10])
    assert not resume(path, other, 0)
    tensors, plain = trainer.state()
    for spoilt in (
        ({**tensors, "adam.none.0.step": tensors["adam.all.0.step"].clone()}, plain),
        (tensors, {}),
    ):
        Keeper(path, {"seed": 0}).save(spoilt)
        assert not resume(path, other, 0)
    assert other.epochs_done == 0
    assert torch.equal(weights(other.network), before)
    path.write_bytes(raw)
    assert resume(path, other, 0)
    assert other.epochs_done == 1


def test_a_fit_has_its_recipes_epochs_and_never_fewer_than_make_sense():
    assert default_epochs("vae") == 5
    assert default_epochs("vae", 2) == 2
    assert default_epochs("stacked", 1) == 5, "one a layer and one for the whole"
    assert default_epochs("pca", 7) == 0


def test_impossible_fits_are_refused(little, tmp_path):
    with pytest.raises(ValueError, match="no digit model"):
        fit("gan", little, tmp_path)
    with pytest.raises(ValueError, match="epochs"):
        fit("vae", little, tmp_path, epochs=0)
