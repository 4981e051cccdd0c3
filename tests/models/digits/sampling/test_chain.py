import numpy as np
import pytest
import torch
from scipy.linalg import solve_discrete_lyapunov

from models.digits.catalogue import load
from models.digits.networks.network import CloudNetwork, DigitNetwork
from models.digits.sampling.chain import Chain
from models.digits.sampling.corruption import CORRUPTION, corrupt
from models.digits.space.latent import slerp

LATENT, PIXELS = 3, 6


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


def weights(seed=0):
    """Decoder and encoder whose product is a contraction that also turns."""
    rng = np.random.default_rng(seed)
    decoder = rng.normal(size=(PIXELS, LATENT))
    wanted = np.array([[0.9, 0.2, 0.0], [-0.3, 0.6, 0.1], [0.0, 0.2, -0.5]])
    return torch.from_numpy(decoder), torch.from_numpy(wanted @ np.linalg.pinv(decoder))


class LinearPoint(DigitNetwork):
    latent = LATENT

    def __init__(self):
        super().__init__()
        self.decoder, self.encoder = weights()

    def encode(self, x):
        return x @ self.encoder.T + 0.3

    def decode(self, z):
        return z @ self.decoder.T - 0.1


class LinearCloud(CloudNetwork):
    latent = LATENT
    variance = torch.tensor([0.3, 0.1, 0.5], dtype=torch.float64)

    def __init__(self):
        super().__init__()
        self.decoder, self.encoder = weights()

    def cloud(self, x, labels=None):
        mean = x @ self.encoder.T + 0.3
        return mean, self.variance.log().expand_as(mean)

    def logits(self, z, labels=None):
        raise AssertionError("a linear decoder has none")

    def decode(self, z, labels=None):
        return z @ self.decoder.T - 0.1


def noisy(x, generator):
    return x + 0.4 * torch.randn(x.shape, generator=generator, dtype=x.dtype)


@pytest.mark.parametrize(
    ("network", "corruption"), [(LinearCloud, None), (LinearCloud, noisy), (LinearPoint, noisy)]
)
def test_a_linear_gaussian_chain_comes_to_the_covariance_that_solves_lyapunovs_equation(network, corruption):
    net = network()
    codes = Chain(net, corruption).run(torch.zeros(20_000, LATENT, dtype=torch.float64), 30, seeded())
    a = (net.encoder @ net.decoder).numpy()
    noise = np.zeros((LATENT, LATENT))
    if network is LinearCloud:
        noise = noise + np.diag(net.variance.numpy())
    if corruption is not None:
        noise = noise + 0.16 * (net.encoder @ net.encoder.T).numpy()
    exact = solve_discrete_lyapunov(a, noise)
    found = np.cov(codes.numpy().T)
    # An estimated covariance has a standard deviation of about sqrt(2 / 20 000) = 0.01 of its variances.
    scale = np.sqrt(np.outer(np.diag(exact), np.diag(exact)))
    assert np.abs((found - exact) / scale).max() < 0.05
    rest = np.linalg.solve(
        np.eye(LATENT) - a, (net.encoder @ torch.full((PIXELS,), -0.1).double()).numpy() + 0.3
    )
    assert np.allclose(codes.mean(0).numpy(), rest, atol=0.05 * np.sqrt(np.diag(exact)).max())


def test_without_chance_a_chain_comes_to_rest():
    net = LinearPoint()
    codes = Chain(net).run(torch.randn(5, LATENT, generator=seeded(), dtype=torch.float64), 200, seeded())
    assert np.allclose(codes.numpy(), codes[0].numpy())
    assert np.allclose(net.encode(net.decode(codes)).numpy(), codes.numpy())


def test_a_chain_decodes_spoils_and_draws_from_the_pictures_cloud():
    network = load("vae").network
    z = torch.tensor([[0.5, -1.0], [0.0, 0.7]])
    found = Chain(network, corrupt).step(z, seeded(3))
    generator = seeded(3)
    x = network.decode(z)
    x = (x + CORRUPTION * torch.randn(x.shape, generator=generator)).clamp(0, 1)
    mean, log_variance = network.cloud(x)
    expected = mean + torch.randn(mean.shape, generator=generator) * (0.5 * log_variance).exp()
    assert torch.allclose(found, expected)
    assert not torch.allclose(Chain(network).step(z, seeded(3)), found), "the corruption counts"


def test_a_chain_begins_where_it_is_told_and_is_the_same_under_the_same_seed():
    chain = Chain(load("vae").network)
    z = torch.randn(4, 2, generator=seeded())
    assert torch.equal(chain.run(z, 0, seeded()), z)
    assert torch.equal(chain.run(z, 3, seeded(1)), chain.run(z, 3, seeded(1)))
    assert not torch.equal(chain.run(z, 3, seeded(1)), chain.run(z, 3, seeded(2)))


def test_an_arc_is_repaired_by_the_chain():
    chain = Chain(load("vae").network)
    a, b, t = [-1.0, 1.0], [1.5, 0.5], np.linspace(0, 1, 5)
    arc = chain.repaired(a, b, t, 0, seeded())
    assert np.allclose(arc.numpy(), slerp(a, b, t))
    assert torch.equal(chain.repaired(a, b, t, 2, seeded(5)), chain.run(arc, 2, seeded(5)))


def test_what_makes_no_chain_is_refused():
    with pytest.raises(ValueError, match="told the digit"):
        Chain(load("cvae").network)
    with pytest.raises(ValueError, match="steps must not be negative"):
        Chain(load("vae").network).run(torch.zeros(1, 2), -1, seeded())
