"""``ecg-train forecaster|autoencoder``: fit a running model on normal beats."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from models.contract.fits import COMPARED_CODES as SIZES
from training.engine.options import asked, data_options, learning_options, positive, running_options

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
        if kind == "autoencoder":
            parser.add_argument(
                "--code",
                type=positive,
                metavar="N",
                help="fit the small one with a code of N numbers that ships for comparison "
                f"({', '.join(map(str, SIZES))}; default: the one in use)",
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
    from training.fits.autoencoder import COMPARED, FOCUS, PLAIN, STRANGE, fit_autoencoder, sized
    from training.fits.autoencoder import SETTINGS as AUTOENCODER
    from training.fits.forecaster import SETTINGS as FORECASTER
    from training.fits.forecaster import fit_forecaster

    kind = arguments.command
    prepare(arguments.threads, reproducible=arguments.reproducible)
    code = getattr(arguments, "code", None)
    usual = FORECASTER if kind == "forecaster" else COMPARED if code else AUTOENCODER
    settings = asked(
        usual,
        seed=arguments.seed,
        epochs=arguments.epochs,
        steps=arguments.steps,
        patience=arguments.patience,
    )
    with Run(arguments, kind) as fit:
        patients, held_out = fit.read()
        plan = Plan(kind, names(patients), names(held_out), settings.epochs, settings.steps, fit.device)
        progress, keeper = fit.begin(plan, {**asdict(settings), **({"code": code} if code else {})})
        if kind == "forecaster":
            forecaster = fit_forecaster(
                patients, held_out, settings, progress=progress, keeper=keeper, device=fit.device
            )
            weights.FORECASTER.save(fit.out, forecaster)
            fit.done(forecaster.card.metrics)
        else:
            autoencoder = fit_autoencoder(
                patients,
                held_out,
                settings,
                sized(code) if code else None,
                progress,
                keeper,
                fit.device,
                PLAIN if code else STRANGE,
                0.0 if code else FOCUS,
            )
            weights.AUTOENCODER.save(fit.out, autoencoder)
            fit.done(autoencoder.card.metrics)
