"""Rounding to what a file holds."""

import torch

from models.digits.catalogue import entry
from training.digits.fits.initial import initialise
from training.digits.fits.rounding import rounded


def test_what_is_rounded_stays_so_and_is_near():
    network = entry("conv-ae").build()
    initialise(network, 1)
    with torch.no_grad():
        network.encoder[1].weight[0] *= 1e-5  # a unit that hardly does anything
        network.encoder[1].weight[1] = 0
    exact = {name: value.clone() for name, value in network.state_dict().items()}
    rounded(network)
    once = {name: value.clone() for name, value in network.state_dict().items()}
    rounded(network)
    for name, value in network.state_dict().items():
        assert torch.equal(value, once[name])
        largest = exact[name].abs().reshape(len(value), -1).amax(1)
        apart = (value - exact[name]).abs().reshape(len(value), -1).amax(1)
        assert torch.all(apart <= largest / 240 + 4e-5)
