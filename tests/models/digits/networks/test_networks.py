"""Every network's shapes and the formulas that it stands on."""

import math

import pytest
import torch
from torch.nn import functional

from models.digits.catalogue import ENTRIES, FAMILY, NORMAL_ONLY
from models.digits.networks.losses import draw, kl_nats, reconstruction_nats
from models.digits.networks.network import CloudNetwork, DigitNetwork, LogitNetwork, initialise
from models.digits.networks.pca import Pca
from models.digits.networks.sigmoid import SigmoidAutoencoder, jacobian_norm2, sparsity
from models.digits.networks.stacked import StackedAutoencoder
from models.digits.networks.vae import ConditionalVae, Vae


def pixels(n=5, seed=0):
    return torch.rand(n, 784, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("entry", [*FAMILY, NORMAL_ONLY[0]], ids=lambda entry: entry.name)
def test_pictures_go_in_and_come_out(entry):
    network = entry.build()
    assert isinstance(network, DigitNetwork)
    assert network.latent == entry.latent
    x = pixels()
    code = network.encode(x)
    assert code.shape == (5, entry.latent)
    rebuilt = network(x)
    assert rebuilt.shape == (5, 784)
    assert isinstance(network, CloudNetwork) == entry.cloud
    if not entry.labelled:
        assert torch.equal(network.decode(code), rebuilt), "the parts are the whole"
    if isinstance(network, LogitNetwork):
        assert 0 <= float(rebuilt.detach().min()) <= float(rebuilt.detach().max()) <= 1


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


@pytest.mark.parametrize("activation", ["sigmoid", "relu"])
def test_a_stack_is_its_layers_composed(activation):
    network = StackedAutoencoder((30, 20, 10), activation)
    x = h = pixels()
    for layer in range(network.depth):
        h = network.encode_layer(layer, h)
        assert torch.equal(h, network.encode(x, layer + 1))
    assert torch.equal(h, network.encode(x))
    for layer in (2, 1, 0):
        h = network.decode_layer(layer, h)
    assert torch.equal(torch.sigmoid(h), network(x))


def test_pca_is_the_best_linear_projection():
    rng = torch.Generator().manual_seed(0)
    x = torch.randn(200, 784, generator=rng) * torch.linspace(3, 0.01, 784) + 0.5
    pca = Pca(8)
    pca.fit(x.numpy())
    identity = pca.components @ pca.components.T
    torch.testing.assert_close(identity, torch.eye(8), atol=1e-4, rtol=0)
    _, singular, _ = torch.linalg.svd((x - x.mean(0)).double())
    left = float((pca(x) - x).square().sum())
    assert left == pytest.approx(float(singular[8:].square().sum()), rel=1e-4)
    assert pca.decode(pca.encode(x)[:, :3]).shape == (200, 784)


def test_a_conditional_vae_draws_what_it_is_told_and_nothing_untold():
    network = ConditionalVae(32)
    initialise(network, 0)
    z = torch.zeros(1, 2)
    drawn = [network.decode(z, torch.tensor([digit])) for digit in (3, 7)]
    assert not torch.equal(*drawn)
    x = pixels(2)
    a, b = (network.cloud(x, torch.tensor([digit] * 2))[0] for digit in (3, 7))
    assert not torch.equal(a, b), "the encoder is told, too"
    with pytest.raises(ValueError, match="labels"):
        network.decode(z)


def test_the_likeliest_label_is_the_one_of_least_loss():
    network = ConditionalVae(32)
    initialise(network, 0)
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


def test_initial_weights_follow_the_seed_and_leave_the_worlds_chance_alone():
    torch.manual_seed(0)
    networks = [ENTRIES["conv-ae"].build() for _ in range(3)]
    expected = torch.random.get_rng_state()
    for network, seed in zip(networks, (1, 1, 2), strict=True):
        initialise(network, seed)
    assert torch.equal(torch.random.get_rng_state(), expected)
    a, b, c = (torch.cat([p.detach().ravel() for p in network.parameters()]) for network in networks)
    assert torch.equal(a, b)
    assert not torch.equal(a, c)
    weight = networks[0].encoder[-1].weight.detach()
    bound = 1 / math.sqrt(weight.shape[1])
    assert float(weight.abs().max()) <= bound
    assert float(weight.std()) == pytest.approx(bound / math.sqrt(3), rel=0.05)
