"""The first weights of a network."""

import math

import pytest
import torch

from models.digits.catalogue import ENTRIES
from training.digits.fits.initial import initialise


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
