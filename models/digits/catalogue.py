"""Every model of the digit lab: its name, what it is in plain words, and how to get it.

Importing this reads no weights and no torch; both come with the first `load`.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from assets.phrase import joined, phrase
from models.digits.entry import Entry
from models.digits.sampling.entries import RACED

if TYPE_CHECKING:
    from pathlib import Path

    from models.digits.model import DigitModel
    from models.digits.space.judging import Judge

_BCE = r"-\sum_i [x_i \log \hat{x}_i + (1 - x_i) \log(1 - \hat{x}_i)]"
_KL = r"\frac{1}{2} \sum_j (\mu_j^2 + \sigma_j^2 - 1 - \log \sigma_j^2)"
_VAE = rf"$\min\; {_BCE} + {_KL}$"

FAMILY: tuple[Entry, ...] = (
    Entry(
        "pca", phrase("PCA 32"), 32, "models.digits.networks.pca:Pca", {"latent": 32},
        words=phrase(
            "Not a network: the 32 directions in which digits differ most, found by algebra. "
            "Every autoencoder has to do better than this to be worth its training."
        ),
        formula=joined("\n", (
            r"$\hat{x} = m + W W^T (x - m)$",
            phrase("{w}: the 32 greatest eigenvectors of the covariance", w="$W$"),
        )),
    ),
    Entry(
        "linear", phrase("linear 32"), 32, "models.digits.networks.dense:LinearAutoencoder", {"latent": 32},
        words=phrase(
            "An autoencoder without any bend in it: one layer down, one layer up. "
            "It finds the same space as PCA, by trial and error instead of algebra."
        ),
        formula=r"$\min\; \|x - (V (W x + b) + c)\|^2$",
    ),
    Entry(
        "ae", phrase("plain 32"), 32,
        "models.digits.networks.dense:DenseAutoencoder", {"sizes": (128, 64, 32)},
        words=phrase(
            "The picture is squeezed through 32 numbers and rebuilt from them. "
            "With bends between its layers it keeps more than PCA does with as many numbers."
        ),
        formula=joined("\n", (
            rf"$\min\; {_BCE}$",
            phrase("{layers} and back", layers=r"$784 \rightarrow 128 \rightarrow 64 \rightarrow 32$"),
        )),
    ),
    Entry(
        "stacked", phrase("stacked 32"), 32, "models.digits.networks.stacked:StackedAutoencoder",
        {"sizes": (256, 128, 64, 32), "activation": "sigmoid"},
        words=phrase(
            "Four layers of sigmoids, trained one after the other and then together. "
            "That is how deep networks were started before 2010; from scratch this one hardly learns."
        ),
        formula=joined("\n", (
            phrase("layer by layer: {what}", what=r"$\min\; \|h_{l-1} - \hat{h}_{l-1}\|^2$"),
            phrase("then the whole: {what}", what=rf"$\min\; {_BCE}$"),
        )),
    ),
    Entry(
        "conv-ae", phrase("convolutional 16"), 16, "models.digits.networks.conv:ConvAutoencoder",
        {"channels": 16, "hidden": 48, "latent": 16},
        words=phrase(
            "The same strokes matter wherever they are, so small filters slide over the picture. "
            "Half the numbers of the plain one are enough for a similar error."
        ),
        formula=joined("\n", (
            rf"$\min\; {_BCE}$",
            phrase(
                "{layers} and back",
                layers=r"$28^2 \rightarrow 14^2 \times 16 \rightarrow 7^2 \times 32 \rightarrow 16$",
            ),
        )),
    ),
    Entry(
        "denoising", phrase("denoising 64"), 64,
        "models.digits.networks.dense:DenseAutoencoder", {"sizes": (256, 64)},
        words=phrase(
            "It is shown a spoilt picture and asked for the clean one. "
            "To do that it has to know what digits look like, not just how to copy."
        ),
        formula=joined("\n", (
            r"$\min\; \mathbb{E}\left[-\sum_i x_i \log \hat{x}_i(\tilde{x})"
            r" + (1 - x_i) \log(1 - \hat{x}_i(\tilde{x}))\right]$",
            phrase("{noisy}: {x} with noise", noisy=r"$\tilde{x}$", x="$x$"),
        )),
    ),
    Entry(
        "sparse", phrase("sparse 192"), 192,
        "models.digits.networks.sigmoid:SigmoidAutoencoder", {"latent": 192},
        words=phrase(
            "Many units, but each may be on for one picture in twenty only. "
            "So each comes to stand for one kind of stroke."
        ),
        formula=joined("\n", (
            rf"$\min\; {_BCE} + \beta \sum_j \mathrm{{KL}}(\rho \,\|\, \hat{{\rho}}_j)$",
            phrase(
                "{wanted}, {firing}: mean activation of unit {unit}",
                wanted=r"$\rho = 0.05$", firing=r"$\hat{\rho}_j$", unit="$j$",
            ),
        )),
    ),
    Entry(
        "contractive", phrase("contractive 128"), 128,
        "models.digits.networks.sigmoid:SigmoidAutoencoder", {"latent": 128},
        words=phrase(
            "Its code is punished for moving when the picture changes a little. "
            "What still moves it are the changes that tell digits apart."
        ),
        formula=rf"$\min\; {_BCE} + \lambda\, \|\partial h / \partial x\|^2$"
        "\n" r"$\|\partial h / \partial x\|^2 = \sum_j (h_j (1 - h_j))^2 \sum_i W_{ji}^2$",
    ),
    Entry(
        "ae-2", phrase("plain 2"), 2, "models.digits.networks.dense:DenseAutoencoder", {"sizes": (400, 2)},
        words=phrase(
            "Only two numbers a picture, so that its codes can be drawn as a map. "
            "Nothing tells it where its points shall lie, so they spread far, and nobody knows "
            "beforehand where."
        ),
        formula=joined("\n", (
            rf"$\min\; {_BCE}$",
            phrase("{layers} and back", layers=r"$784 \rightarrow 400 \rightarrow 2$"),
        )),
    ),
    Entry(
        "vae", phrase("VAE 2"), 2, "models.digits.networks.vae:Vae", {"hidden": 400, "latent": 2},
        words=phrase(
            "Each picture is a small cloud on a map of two numbers, not a point. "
            "Because the clouds are pulled together, nearly every place on the map is a digit."
        ),
        formula=_VAE,
        cloud=True,
    ),
    Entry(
        "conv-vae", phrase("conv VAE 2"), 2, "models.digits.networks.vae:ConvVae",
        {"channels": 16, "hidden": 64, "latent": 2},
        words=phrase(
            "The same map of clouds, drawn by filters that slide over the picture. "
            "With the same two numbers it loses less."
        ),
        formula=_VAE,
        cloud=True,
    ),
    Entry(
        "conv-vae-16", phrase("conv VAE 16"), 16, "models.digits.networks.vae:ConvVae",
        {"channels": 16, "hidden": 128, "latent": 16},
        words=phrase(
            "Clouds in sixteen dimensions instead of two. "
            "Too many to draw as a map, but enough for sharp digits."
        ),
        formula=_VAE,
        cloud=True,
    ),
    Entry(
        "cvae", phrase("conditional VAE 2"), 2,
        "models.digits.networks.vae:ConditionalVae", {"hidden": 256, "latent": 2},
        words=phrase(
            "It is told which digit it sees and which it shall draw. "
            "So the two numbers are left with the style: slant, width, weight."
        ),
        formula=joined("\n", (
            _VAE, phrase("with the digit {y} given to encoder and decoder", y="$y$"),
        )),
        cloud=True,
        labelled=True,
    ),
    Entry(
        "adversarial", phrase("adversarial 2"), 2,
        "models.digits.networks.adversarial:AdversarialAutoencoder",
        {"hidden": 256, "latent": 2, "critic": 64},
        words=phrase(
            "A second network tries to tell codes of digits from plain chance, and the encoder learns to "
            "deceive it. The map fills up as a VAE's does, though each picture is a point."
        ),
        formula=joined("\n", (
            rf"$\min\; {_BCE}$",
            r"$\min_f\; \max_D\; \mathbb{E} \log D(z) + \mathbb{E} \log(1 - D(f(x)))$",
            phrase("{drawn}, {f}: the encoder", drawn=r"$z \sim N(0, I)$", f="$f$"),
        )),
    ),
)  # fmt: skip
"""The autoencoders side by side, in the order in which they are shown."""

JUDGE = Entry(
    "judge", "judge", 10, "models.digits.networks.judge:JudgeNetwork", {"channels": 16, "hidden": 64},
    words=phrase(
        "A small classifier that has seen all training digits. "
        "It says which digit a picture shows, and how surely."
    ),
    formula=r"$\min\; -\log \mathrm{softmax}_y(f(x))$",
)  # fmt: skip
"""The classifier that judges what the others draw; its `latent` is the number of classes."""

NORMAL_ONLY: tuple[Entry, ...] = tuple(
    Entry(
        f"without-{digit}", f"never saw a {digit}", 4, "models.digits.networks.dense:DenseAutoencoder",
        {"sizes": (32, 4)},
        words=f"A plain autoencoder that was trained on every digit but {digit}. "
        "What it rebuilds badly it may never have seen, or it may just be hard to draw.",
        formula=rf"$\min\; {_BCE}$ over all $x$ that are no {digit}"
        "\n" r"error: $\frac{1}{784} \sum_i (x_i - \hat{x}_i)^2$",
    )
    for digit in range(10)
)  # fmt: skip
"""For each digit the autoencoder that never saw it."""

KNOWS_ALL = Entry(
    "knows-all", "has seen every digit", 4, "models.digits.networks.dense:DenseAutoencoder",
    {"sizes": (32, 4)},
    words="The same small autoencoder, trained on every digit. "
    "Where it errs as much as one that never saw a digit, that digit is hard to draw and not unknown.",
    formula=rf"$\min\; {_BCE}$ over all $x$",
)  # fmt: skip
"""What the error of a network that never saw a digit is measured against."""

UNPUNISHED = Entry(
    "contractive-plain", "plain 128", 128,
    "models.digits.networks.sigmoid:SigmoidAutoencoder", {"latent": 128},
    words="The network of the contractive one, fitted without its penalty. "
    "It ships to be compared with, and is no member of the family.",
    formula=rf"$\min\; {_BCE}$",
)  # fmt: skip
"""One layer of sigmoids with nothing that keeps it from copying (`models.digits.regularising`)."""

ENTRIES: dict[str, Entry] = {entry.name: entry for entry in (*FAMILY, *RACED, JUDGE, *NORMAL_ONLY, KNOWS_ALL)}

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
    """Give a shipped autoencoder (of `FAMILY`, `NORMAL_ONLY`, or `KNOWS_ALL`), read once.

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
