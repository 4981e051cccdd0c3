"""Principal component analysis, for the row that every autoencoder is compared with."""

from __future__ import annotations

import torch

from models.digits.networks.network import PIXELS, DigitNetwork


class Pca(DigitNetwork):
    """Projection on the directions of greatest variance; nothing is learnt step by step.

    Its pixels are not bounded.

    Parameters
    ----------
    latent : int
        Number of components.
    """

    average: torch.Tensor
    components: torch.Tensor

    def __init__(self, latent: int = 32) -> None:
        super().__init__()
        self.latent = latent
        self.register_buffer("average", torch.zeros(PIXELS))
        self.register_buffer("components", torch.zeros(latent, PIXELS))

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        """Give the code of images; (n, 784) to (n, latent)."""
        return (x - self.average) @ self.components.T

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        """Give the image of codes, not bounded to 0..1; (n, k) to (n, 784), where k may be below `latent`."""
        return self.average + z @ self.components[: z.shape[1]]
