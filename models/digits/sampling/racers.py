"""The models that samplers race on, and what each is to a learner."""

from __future__ import annotations

from dataclasses import dataclass

from assets.phrase import phrase
from models.digits.sampling.chain import Chain
from models.digits.sampling.corruption import corrupt

CHAIN_STEPS = (0, 1, 5, 10, 50)
"""Lengths of chains that are measured; none is the prior itself."""

SAMPLERS: dict[str, str] = {
    "prior": phrase("prior"),
    "chain": phrase("chain"),
    "mixture": phrase("mixture"),
    "diffusion": phrase("diffusion"),
    "floor": phrase("real codes"),
}
"""Ways to choose codes, as in files and as on the screen. The floor decodes codes of real digits: it is what
the decoder can do at best."""


@dataclass(frozen=True)
class Racer:
    """A generative autoencoder in the race.

    Attributes
    ----------
    name : str
        As in the catalogue.
    title : str
        As on the screen.
    latent : int
        Numbers in the code.
    denoising : bool
        Whether its encoder is used to corrupted pictures, so that its chain corrupts them.
    """

    name: str
    title: str
    latent: int
    denoising: bool = False

    def chain(self) -> Chain:
        """Give its chain, with the shipped weights.

        Raises
        ------
        assets.errors.WeightsError
            If its file is missing or not as it should be.
        """
        from models.digits import catalogue

        return Chain(catalogue.load(self.name).network, corrupt if self.denoising else None)


RACERS: tuple[Racer, ...] = (
    Racer("conv-vae-16", phrase("VAE, 16 numbers"), 16),
    Racer("denoising-vae-16", phrase("denoising VAE, 16 numbers"), 16, denoising=True),
    Racer("adversarial-16", phrase("adversarial, 16 numbers"), 16),
    Racer("denoising-aae-16", phrase("denoising adversarial, 16 numbers"), 16, denoising=True),
    Racer("vae", phrase("VAE, 2 numbers"), 2),
    Racer("denoising-vae-2", phrase("denoising VAE, 2 numbers"), 2, denoising=True),
    Racer("adversarial", phrase("adversarial, 2 numbers"), 2),
    Racer("denoising-aae-2", phrase("denoising adversarial, 2 numbers"), 2, denoising=True),
)
"""In the order in which they are offered."""


def racer(name: str) -> Racer:
    """Give the racer of a name.

    Raises
    ------
    ValueError
        If there is none.
    """
    for one in RACERS:
        if one.name == name:
            return one
    raise ValueError(f"no sampler races on {name!r}; there are {', '.join(r.name for r in RACERS)}.")
