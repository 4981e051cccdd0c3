"""The course's VAE, and the one that is told the digit."""

import pytest
import torch
from torch.nn import functional

from models.digits.networks.vae import ConditionalVae, Vae, kl_nats


def pixels(n=5, seed=0):
    return torch.rand(n, 784, generator=torch.Generator().manual_seed(seed))


def test_the_courses_vae_is_784_400_2():
    shapes = {name: tuple(p.shape) for name, p in Vae().named_parameters()}
    assert shapes == {
        "encoder.weight": (400, 784), "encoder.bias": (400,),
        "mean.weight": (2, 400), "mean.bias": (2,),
        "log_variance.weight": (2, 400), "log_variance.bias": (2,),
        "decoder.0.weight": (400, 2), "decoder.0.bias": (400,),
        "decoder.2.weight": (784, 400), "decoder.2.bias": (784,),
    }  # fmt: skip


def test_kl_is_the_known_one():
    """Against torch's own closed form."""
    mean, log_variance = torch.tensor([[0.5, -1.0], [0.0, 0.0]]), torch.tensor([[0.3, -2.0], [0.0, 0.0]])
    cloud = torch.distributions.Normal(mean, (0.5 * log_variance).exp())
    prior = torch.distributions.Normal(torch.zeros(2), torch.ones(2))
    torch.testing.assert_close(kl_nats(mean, log_variance), torch.distributions.kl_divergence(cloud, prior))
    assert torch.equal(kl_nats(mean, log_variance)[1], torch.zeros(2)), (
        "the prior is at no distance from itself"
    )


def test_a_conditional_vae_draws_what_it_is_told_and_nothing_untold():
    torch.manual_seed(0)
    network = ConditionalVae(32)
    z = torch.zeros(1, 2)
    drawn = [network.decode(z, torch.tensor([digit])) for digit in (3, 7)]
    assert not torch.equal(*drawn)
    x = pixels(2)
    a, b = (network.cloud(x, torch.tensor([digit] * 2))[0] for digit in (3, 7))
    assert not torch.equal(a, b), "the encoder is told, too"
    with pytest.raises(ValueError, match="labels"):
        network.decode(z)


def test_the_likeliest_label_is_the_one_of_least_loss():
    torch.manual_seed(0)
    network = ConditionalVae(32)
    x = pixels(3)
    best = network.likeliest(x)
    losses = []
    for digit in range(10):
        told = torch.full((3,), digit)
        mean, log_variance = network.cloud(x, told)
        pixelwise = functional.binary_cross_entropy_with_logits(
            network.logits(mean, told), x, reduction="none"
        )
        losses.append(pixelwise.sum(1) + kl_nats(mean, log_variance).sum(1))
    assert torch.equal(best, torch.stack(losses).argmin(0))
