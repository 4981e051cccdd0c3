import pytest
import torch

from models.digits.networks.stacked import StackedAutoencoder


def pixels(n=5, seed=0):
    return torch.rand(n, 784, generator=torch.Generator().manual_seed(seed))


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
