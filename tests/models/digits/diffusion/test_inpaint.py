"""Inpainting: exact where everything is Gaussian, and better than what it is measured against on digits."""

import numpy as np
import pytest
import torch

from models.digits import catalogue
from models.digits.diffusion.inpaint import MISFIT, Inpainting
from models.digits.diffusion.latent import load_diffusion
from models.digits.diffusion.masks import known_part
from models.digits.diffusion.schedule import linear_schedule


def chance(seed=0):
    return torch.Generator().manual_seed(seed)


class StraightDecoder:
    """Two numbers to 784 pixels, linearly: the posterior is known."""

    def __init__(self):
        self.weights = 0.02 * torch.randn(784, 2, generator=chance(3))

    def decode(self, z):
        return 0.4 + z @ self.weights.T


class NormalCodes:
    """Codes that are standard normal, so that the noise in them can be told exactly."""

    latent = 2
    schedule = linear_schedule()

    def noise_in(self, digit=None):
        return lambda x, t: self.schedule.moments(t)[1] * x

    def unstandardised(self, x):
        return x


def test_where_all_is_gaussian_it_draws_from_the_posterior():
    decoder, truth = StraightDecoder(), torch.tensor([[0.8, -0.6]])
    known = known_part("lower half")[0]
    inpainting = Inpainting(decoder, NormalCodes())
    *_, last = inpainting.back(decoder.decode(truth).numpy(), known, 2000, 8, chance())

    slopes = decoder.weights[known.reshape(-1)] / MISFIT
    covariance = torch.linalg.inv(slopes.T @ slopes + torch.eye(2))
    mean = covariance @ slopes.T @ slopes @ truth[0]
    pixels = last.drawn[0].reshape(2000, 784)
    codes = np.linalg.lstsq(decoder.weights.numpy(), (pixels - 0.4).T, rcond=None)[0]
    assert float(covariance.diagonal().max()) < 0.9, "the picture says something"
    np.testing.assert_allclose(codes.mean(1), mean, atol=0.07)
    np.testing.assert_allclose(np.cov(codes), covariance, atol=0.08)


@pytest.mark.parametrize("missing", ["lower half", "half of the pixels"])
def test_it_errs_less_than_the_gap_and_than_the_denoising_autoencoder(mnist, missing):
    digits = mnist.test.pixels(slice(12)).reshape(-1, 28, 28)
    known = known_part(missing, len(digits))
    gap = np.where(known, digits, 0)
    inpainting = Inpainting(catalogue.load("conv-vae-16").network, load_diffusion())
    *_, last = inpainting.back(gap, known, 4, 8, chance())
    filled = np.where(known, digits, last.drawn.mean(1))
    cleaned = np.where(known, digits, catalogue.load("denoising").reconstruct(gap))

    def error(made):
        return np.square(made - digits).mean()

    assert error(filled) < error(cleaned)
    assert error(filled) < 0.6 * error(gap)


def test_what_is_missing_is_not_looked_at_and_chance_is_the_generators():
    known = known_part("left half")[0]
    inpainting = Inpainting(catalogue.load("conv-vae-16").network, load_diffusion())
    picture = catalogue.load("conv-vae-16").decode(np.zeros(16))[0]

    def ends(shown, seed):
        return list(inpainting.back(shown, known, 2, 3, chance(seed)))[-1].drawn

    assert np.array_equal(ends(picture, 1), ends(np.where(known, picture, 1), 1))
    assert not np.array_equal(ends(picture, 1), ends(picture, 2))
    assert not np.array_equal(ends(picture, 1)[0, 0], ends(picture, 1)[0, 1])


def test_masks_that_do_not_fit_are_refused():
    inpainting = Inpainting(StraightDecoder(), NormalCodes())
    with pytest.raises(ValueError, match="not 2 for 3"):
        next(inpainting.back(np.zeros((3, 28, 28)), known_part("middle", 2), 1))
    with pytest.raises(ValueError, match="draws must be"):
        next(inpainting.back(np.zeros((3, 28, 28)), known_part("middle"), 0))
