"""The bounds: two ways to see one of them, and their order."""

import math

import pytest
import torch
from torch.distributions import Normal, kl_divergence

from models.digits.lossy.bound import bounds, free_bits, inverse_flow_log_weight, parts


@pytest.fixture
def images():
    return (torch.rand(6, 784, generator=torch.Generator().manual_seed(0)) < 0.2).float()


def noise(n, latent=8):
    return torch.randn(n, latent, generator=torch.Generator().manual_seed(2))


@pytest.mark.parametrize("flow", [1, 2, 3])
def test_an_autoregressive_prior_is_an_inverse_autoregressive_posterior(make, images, flow):
    network = make(2, flow=flow).double()
    drawn = noise(6).double()
    one = parts(network, images.double(), drawn).log_weight
    other = inverse_flow_log_weight(network, images.double(), drawn)
    torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-4)  # logits are single precision
    assert one.std() > 0.1


def test_with_a_flow_that_does_nothing_the_codes_cost_is_the_gaussians(make, images):
    network = make(1)
    for parameter in network.prior.parameters():
        parameter.zero_()
    mean, logvar = network.cloud(images[:1])
    exact = kl_divergence(Normal(mean, torch.exp(logvar / 2)), Normal(0.0, 1.0)).sum()
    many = parts(network, images[:1].expand(300, -1), noise(300)).kl.sum(1)
    assert many.mean().item() == pytest.approx(exact.item(), abs=4 * many.std().item() / math.sqrt(300))


def test_more_codes_give_a_tighter_bound(make, images):
    network = make(3)
    found = [bounds(network, images, torch.Generator().manual_seed(1), samples=k) for k in (1, 6, 36)]
    assert found[0].iwae == pytest.approx(found[0].elbo)
    assert found[2].iwae < found[1].iwae < found[1].elbo
    for each in found:
        assert each.elbo == pytest.approx(each.reconstruction + each.kl, rel=1e-6)


def test_free_bits_count_a_group_by_its_mean_over_the_batch():
    kl = torch.tensor([[0.0, 0.1, 3.0, 1.0], [4.0, 0.1, -1.0, 1.0]])  # groups: 0.1 + 2, and 1 + 1
    assert free_bits(kl, 2, 0.5).item() == pytest.approx(2.1 + 2.0)
    assert free_bits(kl, 2, 2.05).item() == pytest.approx(2.1 + 2.05)
    assert free_bits(kl, 1, 0.0).item() == pytest.approx(kl.mean(0).sum().item())
    assert free_bits(kl, 4, 1.5).item() == pytest.approx(2.0 + 1.5 + 1.5 + 1.5)
