"""``ecg-train beats``: fit the beat autoencoder and set the units of the beat-wise detector."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path

from training.engine.options import data_options, learning_options, running_options

KIND = "beats"
FITS = 3
"""Two fits that each score the half that they left out, and the one that is written."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        KIND,
        parents=[data_options(), learning_options(), running_options(KIND)],
        help="fit the beat autoencoder on normal beats, set its thresholds, write both",
    )
    for name in ("forecaster", "autoencoder"):
        parser.add_argument(
            f"--{name}", type=Path, metavar="FILE", help=f"weights beside it (default: the shipped {name})"
        )


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    KeyboardInterrupt
        If the fit was asked to stop; it is kept.
    """
    from models.beats.weights import BEATS
    from models.running.weights import AUTOENCODER, FORECASTER
    from training.engine.compute import prepare
    from training.engine.progress import Plan
    from training.engine.runner import Run, names
    from training.fits.beats import BeatFitSettings, fit_beats

    prepare(arguments.threads, reproducible=arguments.reproducible)
    usual = BeatFitSettings()
    settings = replace(
        usual,
        seed=usual.seed if arguments.seed is None else arguments.seed,
        steps=arguments.steps or usual.steps,
    )
    forecaster = FORECASTER.load(arguments.forecaster or FORECASTER.shipped_file)
    autoencoder = AUTOENCODER.load(arguments.autoencoder or AUTOENCODER.shipped_file)
    with Run(arguments, KIND) as fit:
        learnt, held_out = fit.read()
        # Every patient is learnt from here, and scored by a fit that has not seen him.
        patients = sorted([*learnt, *held_out], key=lambda patient: patient.name)
        plan = Plan(KIND, names(patients), (), FITS, settings.steps)
        progress, keeper = fit.begin(plan, asdict(settings))
        trained = fit_beats(
            patients, forecaster.network, autoencoder.network, settings, progress=progress, keeper=keeper
        )
        BEATS.save(fit.out, trained)
        fit.done(trained.card.metrics)
