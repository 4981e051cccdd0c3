import numpy as np
import pytest
import torch

from models.digits.pictures.noise import KINDS, spoil, spoiled


def generator():
    return torch.Generator().manual_seed(0)


GREY = torch.full((50, 784), 0.5)


@pytest.mark.parametrize("kind", KINDS)
def test_noise_stays_between_0_and_1_and_level_0_is_none(kind):
    noisy = spoil(GREY, kind, 0.7, generator())
    assert 0 <= float(noisy.min()) <= float(noisy.max()) <= 1
    assert torch.equal(GREY, torch.full((50, 784), 0.5)), "the original is left alone"
    assert torch.equal(spoil(GREY, kind, 0.0, generator()), GREY)


def test_gaussian_noise_has_its_level_as_standard_deviation():
    assert float(spoil(GREY, "gaussian", 0.1, generator()).std()) == pytest.approx(0.1, rel=0.02)


def test_salt_and_pepper_are_as_many():
    noisy = spoil(GREY, "salt-and-pepper", 0.4, generator())
    assert float((noisy == 1).float().mean()) == pytest.approx(0.2, abs=0.01)
    assert float((noisy == 0).float().mean()) == pytest.approx(0.2, abs=0.01)


def test_masking_takes_the_share_away():
    noisy = spoil(GREY, "masking", 0.3, generator())
    assert float((noisy == 0).float().mean()) == pytest.approx(0.3, abs=0.01)
    assert set(noisy.unique().tolist()) == {0.0, 0.5}


def test_the_same_seed_gives_the_same_noise():
    image = np.full((28, 28), 0.5, np.float32)
    a, b, c = (spoiled(image, "gaussian", 0.5, seed) for seed in (3, 3, 4))
    assert a.shape == (1, 28, 28)
    assert np.array_equal(a, b)
    assert not np.array_equal(a, c)


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="kind must be one of"):
        spoil(GREY, "pink", 0.5, generator())
    with pytest.raises(ValueError, match="level"):
        spoil(GREY, "masking", 1.5, generator())
