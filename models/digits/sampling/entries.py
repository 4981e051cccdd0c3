"""The generative autoencoders that only the race of samplers needs: one of 16 numbers, and denoising ones.

They are narrow, so that all together stay below a megabyte.
"""

from __future__ import annotations

from models.digits.entry import Entry

_BCE = r"-\sum_i [x_i \log \hat{x}_i(\tilde{x}) + (1 - x_i) \log(1 - \hat{x}_i(\tilde{x}))]"
_KL = r"\frac{1}{2} \sum_j (\mu_j^2 + \sigma_j^2 - 1 - \log \sigma_j^2)"
_NOISE = "\n" r"$\tilde{x}$: $x$ with noise"
_DVAE = rf"$\min\; {_BCE} + {_KL}$" + _NOISE
_DAAE = (
    rf"$\min\; {_BCE}$"
    "\n" r"$\min\, \max\; E \log D(z \sim N(0, 1)) + E \log(1 - D(\mathrm{encode}(\tilde{x})))$" + _NOISE
)  # fmt: skip
_AAE = (
    r"$\min\; -\sum_i [x_i \log \hat{x}_i + (1 - x_i) \log(1 - \hat{x}_i)]$"
    "\n" r"$\min\, \max\; E \log D(z \sim N(0, 1)) + E \log(1 - D(\mathrm{encode}(x)))$"
)  # fmt: skip

RACED: tuple[Entry, ...] = (
    Entry(
        "adversarial-16", "adversarial 16", 16,
        "models.digits.networks.adversarial:AdversarialAutoencoder",
        {"hidden": 96, "latent": 16, "critic": 96},
        words="A second network tries to tell codes of digits from plain chance, and the encoder learns to "
        "deceive it. The codes are points, in sixteen dimensions.",
        formula=_AAE,
    ),
    Entry(
        "denoising-vae-16", "denoising VAE 16", 16, "models.digits.networks.vae:Vae",
        {"hidden": 128, "latent": 16},
        words="A VAE whose encoder is shown a noisy picture while the clean one is asked for. "
        "Its chain adds the same noise at every step.",
        formula=_DVAE,
        cloud=True,
    ),
    Entry(
        "denoising-aae-16", "denoising adversarial 16", 16,
        "models.digits.networks.adversarial:AdversarialAutoencoder",
        {"hidden": 96, "latent": 16, "critic": 96},
        words="An adversarial autoencoder whose encoder is shown a noisy picture. "
        "The noise is what makes its chain move by chance.",
        formula=_DAAE,
    ),
    Entry(
        "denoising-vae-2", "denoising VAE 2", 2, "models.digits.networks.vae:Vae",
        {"hidden": 96, "latent": 2},
        words="The denoising VAE with a code of two numbers, so that its chain can be followed on the map. "
        "Its encoder is shown a noisy picture.",
        formula=_DVAE,
        cloud=True,
    ),
    Entry(
        "denoising-aae-2", "denoising adversarial 2", 2,
        "models.digits.networks.adversarial:AdversarialAutoencoder",
        {"hidden": 96, "latent": 2, "critic": 64},
        words="The denoising adversarial autoencoder with a code of two numbers. "
        "Its chain can be followed on the map.",
        formula=_DAAE,
    ),
)  # fmt: skip
"""Their weights ship with the family's; `training.digits` fits them by the same command."""
