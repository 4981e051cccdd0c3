"""Which denoisers ship: one for the codes of each of these autoencoders. No torch is imported for it."""

from __future__ import annotations

from models.digits.entry import Entry

_DENOISER = "models.digits.diffusion.denoiser:LatentDenoiser"

DENOISERS: dict[str, Entry] = {
    "conv-vae-16": Entry(
        "diffusion-16", "latent diffusion 16", 16, _DENOISER, {"latent": 16, "hidden": 192, "blocks": 3}
    ),
    "vae": Entry("diffusion-2", "latent diffusion 2", 2, _DENOISER, {"latent": 2, "hidden": 96, "blocks": 3}),
}
"""The denoiser's weights by the autoencoder whose codes it was fitted on."""
