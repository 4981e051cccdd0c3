"""A small lossy autoencoder with weights by chance, large enough that every connection can be felt."""

import pytest
import torch

from models.digits.lossy.network import LossyAutoencoder


@pytest.fixture
def make():
    """Return a function that makes one of a reach."""

    def made(reach, **settings):
        torch.manual_seed(reach)
        small = {"latent": 8, "width": 4, "channels": 6, "hidden": 24, "flow": 3}
        network = LossyAutoencoder(reach=reach, **{**small, **settings}).eval().requires_grad_(False)
        for parameter in network.parameters():
            parameter.mul_(2)
        return network

    return made
