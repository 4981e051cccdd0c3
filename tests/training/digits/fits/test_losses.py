"""The formulas that the fits stand on, against known ones."""

import math

import pytest
import torch
from torch.nn import functional

from models.digits.networks.sigmoid import SigmoidAutoencoder
from models.digits.networks.vae import kl_nats
from training.digits.fits.initial import initialise
from training.digits.fits.losses import draw, jacobian_norm2, reconstruction_nats, sparsity


def pixels(n=5, seed=0):
    return torch.rand(n, 784, generator=torch.Generator().manual_seed(seed))


def test_by_drawing_the_divergence_is_the_known_one():
    mean, log_variance = torch.tensor([[0.5, -1.0], [0.0, 0.0]]), torch.tensor([[0.3, -2.0], [0.0, 0.0]])
    cloud = torch.distributions.Normal(mean, (0.5 * log_variance).exp())
    prior = torch.distributions.Normal(torch.zeros(2), torch.ones(2))
    generator = torch.Generator().manual_seed(1)
    z = draw(mean.expand(100_000, 2, 2), log_variance.expand(100_000, 2, 2), generator)
    by_drawing = (cloud.log_prob(z) - prior.log_prob(z)).mean(0)
    torch.testing.assert_close(by_drawing, kl_nats(mean, log_variance), atol=0.02, rtol=0.0)


def test_a_draw_has_the_clouds_mean_and_spread_and_lets_the_gradient_pass():
    mean = torch.full((50_000, 1), 2.0, requires_grad=True)
    log_variance = torch.full((50_000, 1), math.log(0.25), requires_grad=True)
    z = draw(mean, log_variance, torch.Generator().manual_seed(0))
    assert z.mean().item() == pytest.approx(2.0, abs=0.01)
    assert z.std().item() == pytest.approx(0.5, abs=0.01)
    z.sum().backward()
    assert torch.equal(mean.grad, torch.ones_like(mean))
    assert float(log_variance.grad.abs().sum()) > 0


def test_reconstruction_is_summed_over_pixels_and_averaged_over_images():
    x = pixels(4)
    assert reconstruction_nats(torch.zeros(4, 784), x).item() == pytest.approx(784 * math.log(2), rel=1e-5)
    twice = torch.cat([x, x])
    logits = torch.randn(4, 784, generator=torch.Generator().manual_seed(0))
    one, two = reconstruction_nats(logits, x), reconstruction_nats(torch.cat([logits, logits]), twice)
    torch.testing.assert_close(one, two)
    expected = functional.binary_cross_entropy(torch.sigmoid(logits), x, reduction="none").sum(1).mean()
    torch.testing.assert_close(one, expected, rtol=1e-4, atol=1e-3)


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
