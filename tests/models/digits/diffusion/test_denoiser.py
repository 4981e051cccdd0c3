"""The denoising network is told the step and the digit, and heeds both."""

import torch

from models.digits.diffusion.denoiser import ANY_DIGIT, LatentDenoiser, time_features


def test_every_step_has_features_of_its_own():
    features = time_features(torch.arange(1, 1001), 64)
    assert features.shape == (1000, 64)
    distance = torch.cdist(features, features) + 10 * torch.eye(1000)
    assert float(distance.min()) > 0.05


def test_step_and_digit_change_what_it_says():
    torch.manual_seed(0)
    network = LatentDenoiser(4, hidden=32, blocks=2)
    x = torch.randn(1, 4)

    def said(t, digit):
        return network(x, torch.tensor([t]), torch.tensor([digit]))

    assert said(10, 3).shape == (1, 4)
    assert not torch.allclose(said(10, 3), said(900, 3))
    assert not torch.allclose(said(10, 3), said(10, 7))
    assert not torch.allclose(said(10, 3), said(10, ANY_DIGIT))
