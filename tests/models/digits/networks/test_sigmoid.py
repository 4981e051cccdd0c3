"""The contractive and the sparse penalty are the formulas that they are named after."""

import pytest
import torch

from models.digits.networks.network import initialise
from models.digits.networks.sigmoid import SigmoidAutoencoder, jacobian_norm2, sparsity


def pixels(n=5, seed=0):
    return torch.rand(n, 784, generator=torch.Generator().manual_seed(seed))


def test_the_contractive_formula_is_the_jacobians_norm():
    network = SigmoidAutoencoder(16)
    initialise(network, 3)
    with torch.no_grad():
        network.encoder.weight *= 5
    x = pixels(6)
    exact = torch.stack(
        [torch.autograd.functional.jacobian(network.encode, one[None]).square().sum() for one in x]
    )
    torch.testing.assert_close(jacobian_norm2(network, network.encode(x)), exact, rtol=1e-4, atol=0.0)


def test_sparsity_is_nothing_at_rho_and_the_known_divergence_elsewhere():
    assert sparsity(torch.full((8, 4), 0.05), 0.05).item() == pytest.approx(0, abs=1e-6)
    coin = torch.distributions.kl_divergence(
        torch.distributions.Bernoulli(0.05), torch.distributions.Bernoulli(0.3)
    )
    mixed = torch.tensor([[0.1], [0.5]])  # only the mean over the batch counts: 0.3
    assert sparsity(mixed, 0.05).item() == pytest.approx(coin.item(), rel=1e-5)
    assert torch.isfinite(sparsity(torch.zeros(3, 4), 0.05))
