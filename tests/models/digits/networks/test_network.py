"""Every network takes pictures in and gives pictures out, from weights drawn by a seed."""

import math

import pytest
import torch

from models.digits.catalogue import ENTRIES, FAMILY, NORMAL_ONLY
from models.digits.networks.network import CloudNetwork, DigitNetwork, LogitNetwork, initialise


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
