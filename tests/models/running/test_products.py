"""As products of matrices, convolutions give what they give as convolutions."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from models.running.products import Products
from models.running.weights import AUTOENCODER

NETWORK = AUTOENCODER.shipped().network.eval()
WINDOW, LATENT = NETWORK.config.window, NETWORK.config.latent


@pytest.fixture
def windows() -> torch.Tensor:
    return torch.randn(5, 1, WINDOW, generator=torch.Generator().manual_seed(0))


def test_a_code_is_the_encoder_s(windows: torch.Tensor) -> None:
    with torch.inference_mode():
        code = Products(NETWORK.encoder, 1, WINDOW)(windows.transpose(1, 2))
        torch.testing.assert_close(code, NETWORK.encoder(windows))


@pytest.mark.parametrize(
    "wanted",
    [None, slice(0, WINDOW), slice(0, 1), slice(WINDOW - 1, WINDOW), slice(93, 116), slice(3, 40)],
    ids=str,
)
def test_the_rows_that_are_wanted_are_the_decoder_s(windows: torch.Tensor, wanted: slice | None) -> None:
    with torch.inference_mode():
        code = NETWORK.encoder(windows)
        expected = NETWORK.decoder(code)[:, :, wanted if wanted is not None else slice(None)]
        drawn = Products(NETWORK.decoder, LATENT, 1, wanted)(code)
    torch.testing.assert_close(drawn.transpose(1, 2), expected, rtol=1e-5, atol=1e-5)


def test_other_layers_are_refused() -> None:
    with pytest.raises(TypeError, match="Tanh is no layer"):
        Products(nn.Sequential(nn.Tanh()), 1, 8)
    with pytest.raises(TypeError, match="does not double"):
        Products(nn.Sequential(nn.ConvTranspose1d(1, 1, 3, 2, 1)), 1, 8)
