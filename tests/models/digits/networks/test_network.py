"""Every network takes pictures in and gives pictures out."""

import pytest
import torch

from models.digits.catalogue import FAMILY, NORMAL_ONLY
from models.digits.networks.network import CloudNetwork, DigitNetwork, LogitNetwork


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
