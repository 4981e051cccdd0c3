"""Codes drawn by the shipped diffusion: of any digit, and of the digit that was asked for."""

import numpy as np
import pytest
import torch

from assets.errors import WeightsError
from models.digits import catalogue
from models.digits.diffusion.entries import DENOISERS
from models.digits.diffusion.latent import load_diffusion, read_diffusion
from models.digits.space.codes import load_codes


def chance(seed=0):
    return torch.Generator().manual_seed(seed)


@pytest.mark.parametrize("model", DENOISERS)
def test_codes_fit_the_autoencoder_they_are_for(model):
    codes = load_diffusion(model).sample(3, 10, chance())
    assert codes.shape == (3, catalogue.entry(model).latent)
    assert codes.dtype == np.float32
    assert catalogue.load(model).decode(codes).shape == (3, 28, 28)


def test_the_judge_reads_the_digit_that_was_asked_for():
    network, judge, diffusion = catalogue.load("conv-vae-16"), catalogue.load_judge(), load_diffusion()
    read = [
        judge.digits(network.decode(diffusion.sample(8, 25, chance(digit), digit=digit)))
        for digit in range(10)
    ]
    obeyed = (np.array(read) == np.arange(10)[:, None]).mean(1)
    assert obeyed.mean() > 0.93
    assert obeyed.min() > 0.7


def test_where_no_digit_is_asked_for_all_come():
    network, judge = catalogue.load("conv-vae-16"), catalogue.load_judge()
    found = np.bincount(
        judge.digits(network.decode(load_diffusion().sample(300, 25, chance()))), minlength=10
    )
    assert found.min() >= 8, "no digit is left out"


def test_a_digit_that_was_asked_for_is_clearer_than_what_plain_noise_draws():
    network, judge, diffusion = catalogue.load("conv-vae-16"), catalogue.load_judge(), load_diffusion()
    noise = torch.randn(300, 16, generator=chance()).numpy()
    drawn = judge.confidence(network.decode(diffusion.sample(100, 50, chance(), digit=4)))
    assert drawn.mean() > judge.confidence(network.decode(noise)).mean() + 0.05


def test_two_dimensional_codes_lie_where_the_digits_lie():
    codes = load_codes("vae")
    drawn = load_diffusion("vae").sample(2000, 50, chance())
    np.testing.assert_allclose(drawn.std(0), codes.means.std(0), rtol=0.1)
    assert codes.outside(drawn).mean() < 0.1


def test_ddim_depends_on_its_start_alone():
    diffusion = load_diffusion()
    start = torch.randn(2, 16, generator=chance())
    ends = [list(diffusion.back(start, 10, chance(seed), eta=0.0))[-1].noisy for seed in (1, 2)]
    assert torch.equal(*ends)


def test_standardised_codes_come_back():
    diffusion = load_diffusion("vae")
    codes = np.array([[0.5, -2.0]], np.float32)
    np.testing.assert_allclose(diffusion.codes(diffusion.standardised(codes)), codes, atol=1e-5)


def test_what_is_asked_wrongly_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(ValueError, match="one from 0 to 9, not 10"):
        load_diffusion().sample(1, 5, chance(), digit=10)
    with pytest.raises(ValueError, match="no diffusion of 'ae'"):
        load_diffusion("ae")
    with pytest.raises(WeightsError, match="no weights file"):
        read_diffusion("vae", tmp_path / "none.safetensors")
    with pytest.raises(WeightsError, match="not the digit model 'diffusion-2'"):
        read_diffusion("vae", DENOISERS["conv-vae-16"].path)
