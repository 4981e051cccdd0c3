"""The models beside which another one is fitted: options, and what they name."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.running.autoencoder import Autoencoder
    from models.running.forecaster import Forecaster


def beside_options(*kinds: str) -> argparse.ArgumentParser:
    """Options that name the weights of these kinds."""
    options = argparse.ArgumentParser(add_help=False)
    for name in kinds:
        options.add_argument(
            f"--{name}", type=Path, metavar="FILE", help=f"weights beside it (default: the shipped {name})"
        )
    return options


def running_models(arguments: argparse.Namespace) -> tuple[Forecaster, Autoencoder]:
    """Read the running models that are named, the shipped ones where none are.

    Raises
    ------
    assets.errors.WeightsError
        If a file cannot be used.
    """
    from models.running.weights import AUTOENCODER, FORECASTER

    forecaster = FORECASTER.load(arguments.forecaster or FORECASTER.shipped_file)
    autoencoder = AUTOENCODER.load(arguments.autoencoder or AUTOENCODER.shipped_file)
    return forecaster.network, autoencoder.network
