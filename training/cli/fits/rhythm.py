"""``ecg-train rhythm``: fit what tells supraventricular beats and an irregular rhythm."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from training.cli.fits.beside import beside_options, running_models
from training.engine.options import asked, data_options, learning_options, running_options

KIND = "rhythm"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    beside = beside_options("forecaster", "autoencoder", "beats")
    parser = commands.add_parser(
        KIND,
        parents=[data_options(), learning_options(), running_options(KIND), beside],
        help="fit what tells supraventricular beats and an irregular rhythm, on annotated records",
    )
    parser.set_defaults(databases=["mitdb", "svdb"])


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    KeyboardInterrupt
        If it was asked to stop.
    """
    from models.beats.weights import BEATS
    from models.rhythm.weights import RHYTHM
    from training.data.dataset import LEARNT
    from training.data.own import read_record
    from training.engine.compute import prepare
    from training.engine.progress import Plan
    from training.engine.runner import Run
    from training.fits.rhythm.classes import FOLDS, RhythmFitSettings, fit_rhythm
    from training.fits.rhythm.measures import measure_rhythm

    if arguments.data is not None or arguments.labels is not None or arguments.held_out:
        raise ValueError(
            "The rhythm is learnt from beats whose classes are annotated, and judged patient by patient: "
            "--data, --labels and --held-out do not go with it."
        )
    prepare(arguments.threads, reproducible=arguments.reproducible)
    settings = asked(RhythmFitSettings(), seed=arguments.seed, epochs=arguments.steps)
    forecaster, autoencoder = running_models(arguments)
    beats = BEATS.load(arguments.beats or BEATS.shipped_file)
    databases = dict.fromkeys(arguments.databases)
    names = tuple(arguments.records) or tuple(name for key in databases for name in LEARNT[key][0])
    with Run(arguments, KIND) as fit:
        # Records are measured first, and the fit that follows takes a minute: a step is a record or a pass.
        passes = settings.epochs * (FOLDS + 1)
        progress, _ = fit.begin(Plan(KIND, names, (), 1, len(names) + passes), asdict(settings))
        progress.start(0)
        patients = []
        for done, name in enumerate(names, start=1):
            record = read_record(name, arguments.data_dir, (), fit.log)
            patients.append(measure_rhythm(record, forecaster, autoencoder, beats))
            progress.step(done, float("nan"))
        trained = fit_rhythm(patients, settings, lambda done, loss: progress.step(len(names) + done, loss))
        RHYTHM.save(fit.out, trained)
        fit.done(trained.card.metrics)
