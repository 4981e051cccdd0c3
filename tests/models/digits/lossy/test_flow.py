"""The prior's flow goes both ways, and says by how much it stretches."""

import pytest
import torch

from models.digits.lossy.flow import FlowPrior, Made


def prior(blocks, latent=5):
    torch.manual_seed(blocks)
    made = FlowPrior(latent, 16, blocks).double().requires_grad_(False)
    for parameter in made.parameters():
        parameter.mul_(3)
    return made


def codes(n, latent=5):
    return torch.randn(n, latent, generator=torch.Generator().manual_seed(1), dtype=torch.float64)


@pytest.mark.parametrize("blocks", [1, 2, 3])
def test_there_and_back_is_where_it_began(blocks):
    flow, z = prior(blocks), codes(20)
    noise, _ = flow.to_noise(z)
    assert (noise - z).abs().max() > 0.1, "the flow does something"
    torch.testing.assert_close(flow.from_noise(noise), z)
    torch.testing.assert_close(flow.to_noise(flow.from_noise(z))[0], z)


@pytest.mark.parametrize("blocks", [1, 2, 3])
def test_the_log_determinant_is_that_of_autograd(blocks):
    flow = prior(blocks)
    for z in codes(5):
        whole = torch.autograd.functional.jacobian(lambda z: flow.to_noise(z[None])[0][0], z)
        _, told = flow.to_noise(z[None])
        torch.testing.assert_close(told.sum(), torch.linalg.slogdet(whole).logabsdet)


def test_a_number_of_the_noise_depends_on_no_later_number_of_the_code():
    flow = prior(1)
    whole = torch.autograd.functional.jacobian(lambda z: flow.to_noise(z[None])[0][0], codes(1)[0])
    assert torch.equal(whole.triu(1), torch.zeros_like(whole))
    assert (whole.tril().abs() > 0).sum() == 15, "and on every earlier one, and itself"


def test_the_density_sums_to_one():
    flow = prior(3, latent=2)
    line = torch.linspace(-12, 12, 601, dtype=torch.float64)
    plane = torch.cartesian_prod(line, line)
    mass = flow.log_prob(plane).sum(1).exp().sum() * (24 / 600) ** 2
    assert mass.item() == pytest.approx(1, abs=0.01)


def test_a_block_shifts_the_first_number_by_the_same_whatever_the_code_is():
    shift, scale = Made(4, 16)(torch.randn(6, 4))
    assert shift[:, 0].unique().numel() == 1
    assert scale[:, 0].unique().numel() == 1
