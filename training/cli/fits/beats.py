"""``ecg-train beats``: fit the beat autoencoder and set the units of the beat-wise detector."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from training.cli.fits.beside import beside_options, running_models
from training.engine.options import asked, data_options, learning_options, running_options

KIND = "beats"
FITS = 3
"""Two fits that each score the half that they left out, and the one that is written."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    beside = beside_options("forecaster", "autoencoder")
    commands.add_parser(
        KIND,
        parents=[data_options(), learning_options(), running_options(KIND), beside],
        help="fit the beat autoencoder on normal beats, set its thresholds, write both",
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
    from training.engine.compute import prepare
    from training.engine.progress import Plan
    from training.engine.runner import Run, names
    from training.fits.beats import BeatFitSettings, fit_beats

    prepare(arguments.threads, reproducible=arguments.reproducible)
    settings = asked(BeatFitSettings(), seed=arguments.seed, steps=arguments.steps)
    forecaster, autoencoder = running_models(arguments)
    with Run(arguments, KIND) as fit:
        learnt, held_out = fit.read()
        # Every patient is learnt from here, and scored by a fit that has not seen him.
        patients = sorted([*learnt, *held_out], key=lambda patient: patient.name)
        plan = Plan(KIND, names(patients), (), FITS, settings.steps)
        progress, keeper = fit.begin(plan, asdict(settings))
        trained = fit_beats(patients, forecaster, autoencoder, settings, progress=progress, keeper=keeper)
        BEATS.save(fit.out, trained)
        fit.done(trained.card.metrics)
