"""The fit of a denoiser: it learns, is kept, and is not done twice."""

import pytest
import torch

from assets.databases.mnist import DigitSet
from models.digits.diffusion.latent import read_diffusion
from training.digits.diffusion.fit import fit_denoiser


@pytest.fixture
def digits(blobs):
    return DigitSet(*blobs)


def test_it_learns_to_find_the_noise_and_comes_back_as_it_was_stored(digits, tmp_path):
    said = []
    trained = fit_denoiser("vae", digits, tmp_path, updates=60, say=said.append)
    assert trained.card.train_loss[-1] < 1.1, "saying nothing at all would cost 1"
    assert said
    assert "60 of 60 updates" in said[-1]
    read = read_diffusion("vae", tmp_path / "diffusion-2.safetensors")
    for name, value in trained.network.state_dict().items():
        assert torch.equal(value, read.network.state_dict()[name]), name


def test_what_is_fitted_is_taken_as_it_is_unless_seed_or_recipe_differ(digits, tmp_path):
    path = tmp_path / "diffusion-2.safetensors"

    def fitted(**kwargs):
        fit_denoiser("vae", digits, tmp_path, **{"updates": 3, **kwargs})
        return path.stat().st_mtime_ns

    first = fitted()
    assert fitted() == first
    again = fitted(fresh=True)
    assert again != first
    other = fitted(seed=2)
    assert other != again
    assert fitted(seed=2, updates=4) != other


def test_the_same_seed_gives_the_same_weights(digits, tmp_path):
    one = fit_denoiser("vae", digits, tmp_path, updates=3).network.state_dict()
    two = fit_denoiser("vae", digits, tmp_path, updates=3, fresh=True).network.state_dict()
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_an_interrupted_fit_goes_on_to_the_very_same_weights(digits, tmp_path, monkeypatch):
    class Enough(Exception):
        pass

    def interrupt(words):
        if "10 of" in words:
            raise Enough

    monkeypatch.setattr("training.digits.diffusion.fit.TOLD_EVERY", 5)
    monkeypatch.setattr("training.engine.checkpoint.EVERY_S", 0.0)
    whole = fit_denoiser("vae", digits, tmp_path, updates=12)
    cut, told = tmp_path / "cut", []
    cut.mkdir()
    with pytest.raises(Enough):
        fit_denoiser("vae", digits, cut, updates=12, say=interrupt)
    assert list((cut / "checkpoints").iterdir()), "what was learnt is kept"
    done = fit_denoiser("vae", digits, cut, updates=12, say=told.append)
    assert done.card.train_loss == whole.card.train_loss
    assert [line.split(",")[0] for line in told] == [
        "diffusion-2: 10 of 12 updates",
        "diffusion-2: 12 of 12 updates",
    ]
    for name, value in whole.network.state_dict().items():
        assert torch.equal(value, done.network.state_dict()[name]), name
    assert not list((cut / "checkpoints").iterdir()), "nothing is left over"
