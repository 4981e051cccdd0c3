import pytest
import torch

from models.heartbeats.network import HeartbeatConfig, HeartbeatVae
from models.heartbeats.shape import ROWS


def test_the_loss_is_the_bound_of_a_gaussian_decoder():
    torch.manual_seed(0)
    network = HeartbeatVae(HeartbeatConfig(hidden=8, noise=0.5))
    x = torch.randn(16, ROWS)
    mean, log_variance = network.cloud(x)
    posterior = torch.distributions.Normal(mean, torch.exp(0.5 * log_variance))
    prior = torch.distributions.Normal(0.0, 1.0)
    kl = torch.distributions.kl_divergence(posterior, prior).sum(1)
    torch.manual_seed(1)
    z = mean + posterior.stddev * torch.randn_like(mean)
    drawn = torch.distributions.Normal(network.decode(z), 0.5)
    constant = ROWS * torch.log(torch.tensor(0.5 * (2 * torch.pi) ** 0.5))
    expected = -drawn.log_prob(x).sum(1) - constant
    torch.manual_seed(1)
    assert torch.allclose(network.nats(x), expected + kl, rtol=1e-4)
    torch.manual_seed(1)
    assert torch.allclose(network.nats(x, beta=0.0), expected, rtol=1e-4)


@pytest.mark.parametrize("settings", [{"hidden": 0}, {"latent": 65}, {"noise": 0.0}])
def test_settings_out_of_bounds_are_refused(settings):
    with pytest.raises(ValueError, match="must"):
        HeartbeatConfig(**settings)
