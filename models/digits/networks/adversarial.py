"""The adversarial autoencoder: a second network, not a formula, keeps the codes in a round Gaussian heap."""

from __future__ import annotations

import torch

from models.digits.networks.network import PIXELS, LogitNetwork, mlp


class AdversarialAutoencoder(LogitNetwork):
    """A deterministic autoencoder and the discriminator that its encoder learns to deceive.

    Makhzani et al., *Adversarial autoencoders*, 2015.

    Parameters
    ----------
    hidden : int
        Width of encoder and decoder.
    latent : int
        Numbers in the code.
    critic : int
        Width of the discriminator.
    """

    def __init__(self, hidden: int = 256, latent: int = 2, critic: int = 64) -> None:
        super().__init__()
        self.latent = latent
        self.encoder = mlp((PIXELS, hidden, hidden, latent))
        self.decoder = mlp((latent, hidden, hidden, PIXELS))
        self.discriminator = mlp((latent, critic, critic, 1))

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        """Give the code of images; (n, 784) to (n, latent)."""
        return self.encoder(x)

    def logits(self, z: torch.Tensor) -> torch.Tensor:
        """Pixels before the sigmoid; (n, latent) to (n, 784)."""
        return self.decoder(z)
