"""The two sides of the tug-of-war, against torch's own formulas and against drawing."""

import math

import pytest
import torch
from torch.nn import functional

from models.digits.networks.losses import draw, kl_nats, reconstruction_nats


def pixels(n=5, seed=0):
    return torch.rand(n, 784, generator=torch.Generator().manual_seed(seed))


def test_kl_is_the_known_one():
    """Against torch's own closed form, and against drawing."""
    mean, log_variance = torch.tensor([[0.5, -1.0], [0.0, 0.0]]), torch.tensor([[0.3, -2.0], [0.0, 0.0]])
    cloud = torch.distributions.Normal(mean, (0.5 * log_variance).exp())
    prior = torch.distributions.Normal(torch.zeros(2), torch.ones(2))
    known = torch.distributions.kl_divergence(cloud, prior)
    torch.testing.assert_close(kl_nats(mean, log_variance), known)
    assert torch.equal(kl_nats(mean, log_variance)[1], torch.zeros(2)), (
        "the prior is at no distance from itself"
    )

    generator = torch.Generator().manual_seed(1)
    z = draw(mean.expand(100_000, 2, 2), log_variance.expand(100_000, 2, 2), generator)
    by_drawing = (cloud.log_prob(z) - prior.log_prob(z)).mean(0)
    torch.testing.assert_close(by_drawing, known, atol=0.02, rtol=0.0)


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
