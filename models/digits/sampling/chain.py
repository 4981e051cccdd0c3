"""Decode, encode, decode, …: the Markov chain that a generative autoencoder is."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import torch

from models.digits.networks.network import CloudNetwork, DigitNetwork
from models.digits.space.latent import slerp

Corruption = Callable[[torch.Tensor, torch.Generator], torch.Tensor]


class Chain:
    """Draw a picture of a code, spoil it where the encoder is used to that, draw a code of the picture.

    Creswell, Arulkumaran & Bharath, *Improving sampling from generative autoencoders with Markov chains*,
    2016, section 3. The picture is the decoder's mean, as in the paper; chance comes from the code's cloud
    and from the corruption. Where an autoencoder has neither (an adversarial one that is not denoising), the
    chain is an iteration without chance, and comes to rest.

    Parameters
    ----------
    network : DigitNetwork
        Not one that is told the digit.
    corruption : callable, optional
        Spoils pictures, given them (n, 784) and a generator: what the encoder was trained with.

    Raises
    ------
    ValueError
        If the network is told the digit.
    """

    def __init__(self, network: DigitNetwork, corruption: Corruption | None = None) -> None:
        if isinstance(network, CloudNetwork) and network.labelled:
            raise ValueError("network must not be one that is told the digit.")
        self.network = network
        self.corruption = corruption

    def step(self, z: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
        """Take one step from each code; (n, latent) both."""
        with torch.inference_mode():
            return self.code(self.network.decode(z), generator)

    def code(self, x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
        """Draw a code of each picture, spoilt if the encoder is used to that; (n, 784) to (n, latent)."""
        with torch.inference_mode():
            if self.corruption is not None:
                x = self.corruption(x, generator)
            if not isinstance(self.network, CloudNetwork):
                return self.network.encode(x)
            mean, log_variance = self.network.cloud(x)
            noise = torch.randn(mean.shape, generator=generator, dtype=mean.dtype)
            return mean + noise * (0.5 * log_variance).exp()

    def run(self, z: torch.Tensor, steps: int, generator: torch.Generator) -> torch.Tensor:
        """Take `steps` steps from each code.

        Parameters
        ----------
        z : Tensor, shape (n, latent)
            Where the chains begin.
        steps : int
            How many; none gives the codes as they are.
        generator : torch.Generator
            Source of chance.

        Returns
        -------
        Tensor, shape (n, latent)

        Raises
        ------
        ValueError
            If `steps` is negative.
        """
        if steps < 0:
            raise ValueError("steps must not be negative.")
        for _ in range(steps):
            z = self.step(z, generator)
        return z

    def repaired(
        self,
        start: npt.ArrayLike,
        end: npt.ArrayLike,
        t: npt.ArrayLike,
        steps: int,
        generator: torch.Generator,
    ) -> torch.Tensor:
        """Codes on the arc between two codes, each moved on by the chain, as in the paper's interpolations.

        Parameters
        ----------
        start, end : array, shape (latent,)
        t : array, shape (k,)
            Places on the arc (`latent.slerp`), from 0 to 1.
        steps, generator
            As for `run`.

        Returns
        -------
        Tensor, shape (k, latent)

        Raises
        ------
        ValueError
            If the ends differ in shape or are not finite, or `steps` is negative.
        """
        arc = torch.from_numpy(np.asarray(slerp(start, end, t), dtype=np.float32))
        return self.run(arc, steps, generator)
