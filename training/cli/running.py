"""``ecg-train forecaster|autoencoder``: fit a running model on normal beats."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace

from training.engine.options import data_options, learning_options, positive, running_options

KINDS = ("forecaster", "autoencoder")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-commands to ``ecg-train``."""
    for kind in KINDS:
        parser = commands.add_parser(
            kind,
            parents=[data_options(), learning_options(), running_options(kind)],
            help=f"fit the {kind} on normal beats and write its weights",
        )
        parser.add_argument("--epochs", type=positive, help="passes (default: as shipped)")
        parser.add_argument(
            "--patience", type=positive, help="end after so many epochs without a better one (default 5)"
        )


def run(arguments: argparse.Namespace) -> None:
    """Carry a sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    KeyboardInterrupt
        If the fit was asked to stop; it is kept.
    """
    from models.running import weights
    from training.engine.compute import prepare
    from training.engine.progress import Plan
    from training.engine.runner import Run, names
    from training.fits.autoencoder import SETTINGS as AUTOENCODER
    from training.fits.autoencoder import fit_autoencoder
    from training.fits.forecaster import SETTINGS as FORECASTER
    from training.fits.forecaster import fit_forecaster

    kind = arguments.command
    prepare(arguments.threads, reproducible=arguments.reproducible)
    usual = FORECASTER if kind == "forecaster" else AUTOENCODER
    settings = replace(
        usual,
        seed=usual.seed if arguments.seed is None else arguments.seed,
        epochs=arguments.epochs or usual.epochs,
        steps=arguments.steps or usual.steps,
        patience=arguments.patience or usual.patience,
    )
    with Run(arguments, kind) as fit:
        patients, held_out = fit.read()
        plan = Plan(kind, names(patients), names(held_out), settings.epochs, settings.steps, fit.device)
        progress, keeper = fit.begin(plan, asdict(settings))
        if kind == "forecaster":
            forecaster = fit_forecaster(
                patients, held_out, settings, progress=progress, keeper=keeper, device=fit.device
            )
            weights.FORECASTER.save(fit.out, forecaster)
            fit.done(forecaster.card.metrics)
        else:
            autoencoder = fit_autoencoder(
                patients, held_out, settings, progress=progress, keeper=keeper, device=fit.device
            )
            weights.AUTOENCODER.save(fit.out, autoencoder)
            fit.done(autoencoder.card.metrics)
