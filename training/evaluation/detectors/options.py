"""Options of the commands that run the live pipeline, and the pipeline of which they speak."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from models.contract.fits import RETRAINED
from training.engine.options import data_dir_option

if TYPE_CHECKING:
    from training.evaluation.detectors.live import StreamMaker


def pipeline_options() -> argparse.ArgumentParser:
    """Options that say where records are, and of which weights the live pipeline is made."""
    options = argparse.ArgumentParser(add_help=False)
    data_dir_option(options)
    for kind in RETRAINED:
        options.add_argument(
            f"--{kind}", type=Path, metavar="FILE", help="weights (default: the shipped ones)"
        )
    return options


def make_pipeline(arguments: argparse.Namespace) -> StreamMaker:
    """Give what makes the pipeline of `pipeline_options`.

    The weights are read at once, so that bad ones are named before any work.

    Raises
    ------
    assets.errors.WeightsError
        If a file cannot be used.
    """
    from training.evaluation.detectors.live import StreamMaker

    maker = StreamMaker(*(getattr(arguments, kind) for kind in RETRAINED))
    maker(360.0)
    return maker
