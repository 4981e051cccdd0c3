"""A prior that learns its own shape: an autoregressive flow of MADE blocks.

Chen et al. 2016, *Variational Lossy Autoencoder*, section 3.2: a code under this prior is Gaussian noise sent
through the flow. Seen from the posterior the same flow is an inverse autoregressive one (Kingma et al. 2016),
at no cost more. MADE is from Germain et al. 2015, *Masked Autoencoder for Distribution Estimation*.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional


class MaskedLinear(nn.Linear):
    """A linear layer without some of its weights.

    Parameters
    ----------
    mask : Tensor of shape (after, before)
        1 where a weight is, 0 where none is.
    """

    mask: torch.Tensor

    def __init__(self, mask: torch.Tensor) -> None:
        super().__init__(mask.shape[1], mask.shape[0])
        self.register_buffer("mask", mask, persistent=False)

    def forward(self, input: torch.Tensor) -> torch.Tensor:  # noqa: A002 - torch's own name
        """Give (n, after) from (n, before)."""
        return functional.linear(input, self.weight * self.mask, self.bias)


class Made(nn.Module):
    """Shift and log-scale of each number of a code, from the numbers before it alone.

    Parameters
    ----------
    latent : int
        Numbers in the code, at least 2.
    hidden : int
        Width of its two hidden layers.
    """

    def __init__(self, latent: int, hidden: int) -> None:
        super().__init__()
        place = torch.arange(latent)
        degree = torch.arange(hidden) % (latent - 1)  # a hidden unit sees the numbers up to its degree
        last = MaskedLinear((place.repeat(2)[:, None] > degree).float())
        self.layers = nn.Sequential(
            MaskedLinear((degree[:, None] >= place).float()), nn.ReLU(),
            MaskedLinear((degree[:, None] >= degree).float()), nn.ReLU(),
            last,
        )  # fmt: skip
        with torch.no_grad():
            last.weight.mul_(0.1)  # a flow begins as nearly nothing
            last.bias.zero_()

    def forward(self, z: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Give shift and log-scale, each (n, latent)."""
        shift, scale = self.layers(z).chunk(2, 1)
        return shift, 3 * torch.tanh(scale / 3)


class FlowPrior(nn.Module):
    """The prior of the codes: a flow between them and Gaussian noise.

    Parameters
    ----------
    latent : int
        Numbers in a code.
    hidden : int
        Width of the blocks.
    blocks : int
        Blocks; each reads the code in the order opposite to the one before.
    """

    def __init__(self, latent: int, hidden: int, blocks: int) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(Made(latent, hidden) for _ in range(blocks))

    def to_noise(self, z: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Turn codes to noise, all numbers at once.

        Returns
        -------
        noise : Tensor of shape (n, latent)
        log_scale : Tensor of shape (n, latent)
            What each number adds to the logarithm of the Jacobian's determinant.
        """
        total = torch.zeros_like(z)
        for block in self.blocks:
            shift, scale = block(z)
            z = ((z - shift) * torch.exp(-scale)).flip(1)
            total = (total - scale).flip(1)
        if len(self.blocks) % 2:  # each number where it was
            z, total = z.flip(1), total.flip(1)
        return z, total

    def from_noise(self, noise: torch.Tensor) -> torch.Tensor:
        """Turn noise to codes, one number after the other; (n, latent) to (n, latent)."""
        if len(self.blocks) % 2:
            noise = noise.flip(1)
        for block in reversed(self.blocks):
            noise = noise.flip(1)
            z = torch.zeros_like(noise)
            for i in range(noise.shape[1]):
                shift, scale = block(z)
                z[:, i] = noise[:, i] * torch.exp(scale[:, i]) + shift[:, i]
            noise = z
        return noise

    def log_prob(self, z: torch.Tensor) -> torch.Tensor:
        """Logarithm of the density, split by the numbers of the code; (n, latent) to (n, latent), nats."""
        noise, log_scale = self.to_noise(z)
        return log_scale + torch.distributions.Normal(0.0, 1.0).log_prob(noise)
