"""Every model of the digit lab: its name, what it is in plain words, and how to get it.

Importing this reads no weights and no torch; both come with the first `load`.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from models.digits.entry import Entry

if TYPE_CHECKING:
    from pathlib import Path

    from models.digits.model import DigitModel
    from models.digits.space.judging import Judge

_BCE = "−Σᵢ [xᵢ log x̂ᵢ + (1 − xᵢ) log(1 − x̂ᵢ)]"
_KL = "½ Σⱼ (μⱼ² + σⱼ² − 1 − log σⱼ²)"

FAMILY: tuple[Entry, ...] = (
    Entry(
        "pca", "PCA 32", 32, "models.digits.networks.pca:Pca", {"latent": 32},
        words="Not a network: the 32 directions in which digits differ most, found by algebra. "
        "Every autoencoder has to do better than this to be worth its training.",
        formula="x̂ = m + W Wᵀ (x − m),  W: the 32 greatest eigenvectors of the covariance",
    ),
    Entry(
        "linear", "linear 32", 32, "models.digits.networks.dense:LinearAutoencoder", {"latent": 32},
        words="An autoencoder without any bend in it: one layer down, one layer up. "
        "It finds the same space as PCA, by trial and error instead of algebra.",
        formula="min ‖x − (V (W x + b) + c)‖²",
    ),
    Entry(
        "ae", "plain 32", 32, "models.digits.networks.dense:DenseAutoencoder", {"sizes": (128, 64, 32)},
        words="The picture is squeezed through 32 numbers and rebuilt from them. "
        "With bends between its layers it keeps more than PCA does with as many numbers.",
        formula=f"min {_BCE},  784 → 128 → 64 → 32 and back",
    ),
    Entry(
        "stacked", "stacked 32", 32, "models.digits.networks.stacked:StackedAutoencoder",
        {"sizes": (256, 128, 64, 32), "activation": "sigmoid"},
        words="Four layers of sigmoids, trained one after the other and then together. "
        "That is how deep networks were started before 2010; from scratch this one hardly learns.",
        formula=f"layer by layer: min ‖hₗ₋₁ − ĥₗ₋₁‖²;  then the whole: min {_BCE}",
    ),
    Entry(
        "conv-ae", "convolutional 16", 16, "models.digits.networks.conv:ConvAutoencoder",
        {"channels": 16, "hidden": 48, "latent": 16},
        words="The same strokes matter wherever they are, so small filters slide over the picture. "
        "Half the numbers of the plain one are enough for a similar error.",
        formula=f"min {_BCE},  28×28 → 14×14×16 → 7×7×32 → 16 and back",
    ),
    Entry(
        "denoising", "denoising 64", 64,
        "models.digits.networks.dense:DenseAutoencoder", {"sizes": (256, 64)},
        words="It is shown a spoilt picture and asked for the clean one. "
        "To do that it has to know what digits look like, not just how to copy.",
        formula="min E[−Σᵢ xᵢ log x̂ᵢ(x̃) + (1 − xᵢ) log(1 − x̂ᵢ(x̃))],  x̃: x with noise",
    ),
    Entry(
        "sparse", "sparse 192", 192, "models.digits.networks.sigmoid:SigmoidAutoencoder", {"latent": 192},
        words="Many units, but each may be on for one picture in twenty only. "
        "So each comes to stand for one kind of stroke.",
        formula=f"min {_BCE} + β Σⱼ KL(ρ ‖ ρ̂ⱼ),  ρ = 0.05, ρ̂ⱼ the unit's mean activation",
    ),
    Entry(
        "contractive", "contractive 128", 128,
        "models.digits.networks.sigmoid:SigmoidAutoencoder", {"latent": 128},
        words="Its code is punished for moving when the picture changes a little. "
        "What still moves it are the changes that tell digits apart.",
        formula=f"min {_BCE} + λ ‖∂h/∂x‖²,  ‖∂h/∂x‖² = Σⱼ (hⱼ(1 − hⱼ))² Σᵢ Wⱼᵢ²",
    ),
    Entry(
        "ae-2", "plain 2", 2, "models.digits.networks.dense:DenseAutoencoder", {"sizes": (400, 2)},
        words="Only two numbers a picture, so that its codes can be drawn as a map. "
        "Nothing tells it where its points shall lie, so they spread far, and nobody knows beforehand where.",
        formula=f"min {_BCE},  784 → 400 → 2 and back",
    ),
    Entry(
        "vae", "VAE 2", 2, "models.digits.networks.vae:Vae", {"hidden": 400, "latent": 2},
        words="Each picture is a small cloud on a map of two numbers, not a point. "
        "Because the clouds are pulled together, nearly every place on the map is a digit.",
        formula=f"min {_BCE} + {_KL}",
        cloud=True,
    ),
    Entry(
        "conv-vae", "conv VAE 2", 2, "models.digits.networks.vae:ConvVae",
        {"channels": 16, "hidden": 64, "latent": 2},
        words="The same map of clouds, drawn by filters that slide over the picture. "
        "With the same two numbers it loses less.",
        formula=f"min {_BCE} + {_KL}",
        cloud=True,
    ),
    Entry(
        "conv-vae-16", "conv VAE 16", 16, "models.digits.networks.vae:ConvVae",
        {"channels": 16, "hidden": 128, "latent": 16},
        words="Clouds in sixteen dimensions instead of two. "
        "Too many to draw as a map, but enough for sharp digits.",
        formula=f"min {_BCE} + {_KL}",
        cloud=True,
    ),
    Entry(
        "cvae", "conditional VAE 2", 2,
        "models.digits.networks.vae:ConditionalVae", {"hidden": 256, "latent": 2},
        words="It is told which digit it sees and which it shall draw. "
        "So the two numbers are left with the style: slant, width, weight.",
        formula=f"min {_BCE} + {_KL},  with the digit y given to encoder and decoder",
        cloud=True,
        labelled=True,
    ),
    Entry(
        "adversarial", "adversarial 2", 2, "models.digits.networks.adversarial:AdversarialAutoencoder",
        {"hidden": 256, "latent": 2, "critic": 64},
        words="A second network tries to tell codes of digits from plain chance, and the encoder learns to "
        "deceive it. The map fills up as a VAE's does, though each picture is a point.",
        formula=f"min {_BCE};  min max E log D(z ~ N(0, 1)) + E log(1 − D(encode(x)))",
    ),
)  # fmt: skip
"""The autoencoders side by side, in the order in which they are shown."""

JUDGE = Entry(
    "judge", "judge", 10, "models.digits.networks.judge:JudgeNetwork", {"channels": 16, "hidden": 64},
    words="A small classifier that has seen all training digits. "
    "It says which digit a picture shows, and how surely.",
    formula="min −log softmax(f(x))[y]",
)  # fmt: skip
"""The classifier that judges what the others draw; its `latent` is the number of classes."""

NORMAL_ONLY: tuple[Entry, ...] = tuple(
    Entry(
        f"without-{digit}", f"never saw a {digit}", 4, "models.digits.networks.dense:DenseAutoencoder",
        {"sizes": (32, 4)},
        words=f"A plain autoencoder that was trained on every digit but {digit}. "
        "What it rebuilds badly it may never have seen, or it may just be hard to draw.",
        formula=f"min {_BCE} over all x that are no {digit};  score: mean (x − x̂)²",
    )
    for digit in range(10)
)  # fmt: skip
"""For each digit the autoencoder that never saw it."""

ENTRIES: dict[str, Entry] = {entry.name: entry for entry in (*FAMILY, JUDGE, *NORMAL_ONLY)}

MAPS: tuple[str, ...] = ("vae", "conv-vae", "cvae", "adversarial", "ae-2")
"""Models with a code of two numbers, in the order in which their maps are offered.

The codes of the test digits ship for each (`models.digits.space.codes`).
"""


def entry(name: str) -> Entry:
    """Give the entry of a name.

    Raises
    ------
    ValueError
        If there is no such model.
    """
    try:
        return ENTRIES[name]
    except KeyError:
        raise ValueError(f"there is no digit model {name!r}; there are {', '.join(ENTRIES)}.") from None


@functools.cache
def load(name: str) -> DigitModel:
    """Give a shipped autoencoder (one of `FAMILY` or `NORMAL_ONLY`), read once.

    Raises
    ------
    ValueError
        If there is no such autoencoder.
    assets.errors.WeightsError
        If its file is missing or not as it should be.
    """
    if name == JUDGE.name:
        raise ValueError("the judge is no autoencoder: use load_judge.")
    return read(name, entry(name).path)


def read(name: str, path: Path) -> DigitModel:
    """Read an autoencoder from any file.

    Raises
    ------
    ValueError
        If there is no such autoencoder.
    assets.errors.WeightsError
        If the file is missing or not as it should be.
    """
    from models.digits.model import DigitModel
    from models.digits.networks.network import DigitNetwork
    from models.digits.store import digit_kind

    found = entry(name)
    trained = digit_kind(found).load(path)
    if not isinstance(trained.network, DigitNetwork):
        raise ValueError(f"{name} is no autoencoder.")
    return DigitModel(found, trained.network, trained.card)


@functools.cache
def load_judge() -> Judge:
    """Give the shipped judge, read once.

    Raises
    ------
    assets.errors.WeightsError
        If its file is missing or not as it should be.
    """
    return read_judge(JUDGE.path)


def read_judge(path: Path) -> Judge:
    """Read a judge from any file.

    Raises
    ------
    assets.errors.WeightsError
        If the file is missing or not as it should be.
    """
    from models.digits.networks.judge import JudgeNetwork
    from models.digits.space.judging import Judge
    from models.digits.store import digit_kind

    trained = digit_kind(JUDGE).load(path)
    assert isinstance(trained.network, JudgeNetwork)
    return Judge(trained.network, trained.card)
