"""What the best lossy autoencoder is compared with: its decoder without a code, and digits binarised once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import nn

from assets.databases.mnist import DigitSet
from models.digits.entry import Entry
from models.digits.lossy.catalogue import BEST
from models.digits.lossy.masked import SIDE
from models.digits.lossy.network import LossyAutoencoder
from training.digits.lossy.fitting import NARROWED, Fitted, fit_lossy
from training.digits.lossy.trainer import Recipe, binarised

FOLDER = "compared"
"""Of a study's folder: these are measured and do not ship."""

WITHOUT = Recipe(steps=3_000, groups=1, nats=0.0)

_SEED = 20
"""Of the one binarisation of the training digits."""


class WithoutCode(LossyAutoencoder):
    """The pixel decoder with nothing to go by but the pixels drawn before, and where on the page it is.

    To what fits and measures the others it is one of them, whose code is plain noise that costs nothing and
    is not listened to.

    Parameters
    ----------
    reach, channels : int
        As for `LossyAutoencoder`.
    """

    def __init__(self, reach: int = 6, channels: int = 32) -> None:
        super().__init__(reach, latent=1, width=1, channels=channels, hidden=1, flow=0)
        self.encoder, self.spread = nn.Sequential(), nn.Sequential()
        self.places = nn.Parameter(torch.zeros(channels, SIDE * SIDE))

    def cloud(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Give the prior for every image."""
        nothing = torch.zeros(len(x), self.latent)
        return nothing, nothing

    def features(self, z: torch.Tensor) -> torch.Tensor:
        """Give the same map whatever the code is."""
        return self.places.view(1, -1, SIDE, SIDE).expand(len(z), -1, -1, -1)


@dataclass(frozen=True)
class Compared:
    """Two fitted networks.

    Attributes
    ----------
    without : Trained
        The best one's decoder, fitted without a code.
    once : Trained
        The best one, fitted on with training digits that are binarised once.
    """

    without: Fitted
    once: Fitted


def compared(
    best: LossyAutoencoder,
    digits: DigitSet,
    out: Path,
    *,
    recipes: tuple[Recipe, Recipe] = (WITHOUT, NARROWED),
    seed: int,
    fresh: bool,
    say: Callable[[str], None],
    mixed: bool,
) -> Compared:
    """Fit both, or take them as they are where they are fitted already.

    Parameters
    ----------
    best : LossyAutoencoder
        The one that both are compared with.
    digits : DigitSet
        Training digits.
    out : Path
        The study's folder.
    recipes : (Recipe, Recipe)
        Of the one without a code, and of the one of digits binarised once.
    seed, fresh, say, mixed
        As for `fit_lossy`, which also names the errors.
    """
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    channels = best.pixels.channels
    entry = Entry(
        f"{BEST.name}-without-code", "lossy, without a code", 1,
        "training.digits.lossy.compared:WithoutCode", {"reach": best.reach, "channels": channels},
    )  # fmt: skip
    without = fit_lossy(
        entry, digits, folder, recipe=recipes[0], seed=seed, fresh=fresh, say=say, mixed=mixed
    )
    thrown = binarised(
        torch.from_numpy(digits.images.reshape(len(digits), -1)), torch.Generator().manual_seed(_SEED)
    )
    static = replace(digits, images=(255 * thrown).byte().numpy().reshape(digits.images.shape))
    once = fit_lossy(
        replace(BEST, name=f"{BEST.name}-once"), static, folder,
        begin=best, recipe=recipes[1], seed=seed, fresh=fresh, say=say, mixed=mixed,
    )  # fmt: skip
    return Compared(without, once)
