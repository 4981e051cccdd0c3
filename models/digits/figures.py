"""Figures measured on the digit models, as shipped; `training.digits` says how each was measured."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import NotRequired, TypedDict

from assets import figures
from assets.shipped import digits_folder

FILE = "figures.json"


class Lesson(TypedDict):
    """Losses of the lesson's VAE, an epoch each, as published and as measured."""

    published: list[float]
    measured: list[float]
    seed: int
    target: float
    tolerance: float


class Check(TypedDict):
    """One thing that a model must do."""

    model: str
    what: str
    measured: float
    target: str
    passed: bool


class Fitted(TypedDict):
    """What a model reached on the test digits; the losses in nats, and what only some kinds have."""

    model: str
    epochs: int
    mse: float
    loss: NotRequired[float]
    reconstruction: NotRequired[float]
    kl: NotRequired[float]
    mean_activation: NotRequired[float]
    jacobian_norm2: NotRequired[float]
    discriminator_accuracy: NotRequired[float]
    z1_mean: NotRequired[float]
    z1_std: NotRequired[float]
    z2_mean: NotRequired[float]
    z2_std: NotRequired[float]


class Member(Fitted):
    """One of the family, with the size of its code."""

    title: str
    size: int


class Stacked(TypedDict):
    """A deep autoencoder learnt at once or layer by layer."""

    model: str
    activation: str
    layer_by_layer: bool
    epochs: int
    mse: float


class Denoised(TypedDict):
    """Mean squared errors of spoilt digits, and of what is made of them."""

    kind: str
    level: float
    noisy_mse: float
    denoised_mse: float


class Anomaly(TypedDict):
    """How well a digit is found that the network never saw."""

    digit: int
    auroc: float
    auroc_per_ink: float
    seen_mse: float
    never_seen_mse: float


class FewLabels(TypedDict):
    """Accuracies by how many labels, and their spread over `runs`."""

    labels: list[int]
    runs: int
    scratch: list[float]
    scratch_std: list[float]
    pretrained: list[float]
    pretrained_std: list[float]
    augmented: list[float]
    augmented_std: list[float]


class Draws(TypedDict):
    """How many draws of the test digits, and of how many digits asked for and known."""

    n: int
    asked: int
    known: int


class Clustered(TypedDict):
    """Adjusted Rand index of clusters found in a space."""

    space: str
    size: int
    ari: float
    ari_std: float


class Reduced(TypedDict):
    """Squared error and neighbours of one's own digit, beside those of as many principal components."""

    model: str
    size: int
    mse: float
    mse_std: float
    neighbours: float
    neighbours_std: float
    pca_mse: float
    pca_mse_std: float
    pca_neighbours: float
    pca_neighbours_std: float


class Figures(TypedDict):
    """What the file holds, by section."""

    lesson: Lesson
    checks: list[Check]
    family: list[Member]
    stacked: list[Stacked]
    comparison: list[Fitted]
    denoising: list[Denoised]
    anomaly: list[Anomaly]
    few_labels: FewLabels
    draws: Draws
    clustering: list[Clustered]
    reduction: list[Reduced]


@functools.cache
def load_figures() -> Figures:
    """Give the shipped figures, read once.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_figures(digits_folder() / FILE)


def read_figures(path: Path) -> Figures:
    """Read figures from any file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return figures.read_figures(path, Figures, "the digit models")
