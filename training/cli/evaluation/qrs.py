"""``ecg-train qrs``: assess the QRS detector beside two others, or fit it."""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import warnings
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from assets.databases.mitbih import DS1
from assets.write import check_target
from training.engine.options import (
    data_options,
    json_option,
    positive,
    results_options,
    running_options,
    seed,
)
from training.engine.results import write_section

SPLITS = ("all", "DS1", "DS2", "paced")
"""Which records are assessed."""

_THRESHOLDS = (-1.2, -0.8, -0.4, 0.0, 0.4)  # shown after a fit, to set `models.beats.qrs.peaks.THRESHOLD` by


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        "qrs",
        parents=[data_options(), running_options("qrs"), results_options()],
        help="assess the QRS detector beside XQRS and sleepecg, or fit it",
    )
    parser.add_argument("--split", choices=SPLITS, default="all", help="records (default all 48)")
    json_option(parser, "the figures")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="network (default: the shipped one)")
    parser.add_argument("--fit", action="store_true", help="fit the network on DS1 and write its weights")
    parser.add_argument(
        "--hold-out",
        action="store_true",
        help="with --fit: leave five patients of DS1 out, and assess thresholds on them",
    )
    parser.add_argument(
        "--seed", type=seed, default=1, help="with --fit: same seed, same weights (default 1)"
    )
    parser.add_argument("--steps", type=positive, help="with --fit: batches (default: as shipped)")


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    check_target(arguments.out if arguments.fit else None)
    check_target(arguments.results)
    if arguments.fit:
        _fit(arguments)
    else:
        _compare(arguments)


def _compare(arguments: argparse.Namespace) -> None:
    from tqdm import tqdm

    from assets.records.open import open_record
    from models.beats.qrs.weights import QRS
    from training.evaluation import qrs

    weights = QRS.load(arguments.weights) if arguments.weights is not None else QRS.shipped()
    detectors: dict[str, qrs.Detect] = {
        qrs.OURS: lambda record: qrs.detect_ours(record, weights),
        "XQRS": qrs.detect_xqrs,
    }
    if importlib.util.find_spec("sleepecg") is not None:
        detectors["sleepecg"] = qrs.detect_sleepecg
    else:
        sys.stderr.write("sleepecg is not installed and is left out (pip install sleepecg).\n")
    bar = tqdm(qrs.GROUPS[arguments.split], desc="records", unit="record", file=sys.stderr)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the other detectors', of their libraries
        report = qrs.compare((open_record(name, data_dir=arguments.data_dir) for name in bar), detectors)
    if arguments.json is not None:
        arguments.json.write(json.dumps(report.as_json(), indent=1) + "\n")
    text = qrs.table(report)
    cpu = ", ".join(f"{name} {spent:.2f}" for name, spent in report.cpu_ms_per_s.items())
    sys.stdout.write(f"{text}\nProcessor time, ms a second of signal: {cpu}.\n")
    if arguments.results is not None:
        chosen = "" if arguments.split == "all" else f" --split {arguments.split}"
        section = "qrs" if arguments.split == "all" else f"qrs-{arguments.split}"
        write_section(arguments.results, section, f"ecg-train qrs{chosen}", text)


def _fit(arguments: argparse.Namespace) -> None:
    from assets.records.open import open_record
    from models.beats.qrs.peaks import THRESHOLD
    from models.beats.qrs.weights import QRS
    from models.contract.fits import HELD_OUT
    from training.data.dataset import training_records
    from training.engine.compute import prepare
    from training.engine.progress import Plan
    from training.engine.runner import Run
    from training.evaluation.qrs import QrsCounts, count_beats, detect_ours, percent
    from training.fits.qrs import QrsFitSettings, fit_qrs, read_qrs_patient

    prepare(arguments.threads, reproducible=arguments.reproducible)
    shipped = QrsFitSettings()
    settings = replace(shipped, seed=arguments.seed, steps=arguments.steps or shipped.steps)
    names: Sequence[str] = training_records() if arguments.hold_out else DS1
    assessed = HELD_OUT if arguments.hold_out else DS1
    with Run(arguments, "qrs") as fit:
        patients = []
        for name in names:
            record = open_record(name, data_dir=arguments.data_dir)
            for warning in record.warnings:
                fit.log(f"Record {record.name}: {warning}")
            patients.append(read_qrs_patient(record))
        plan = Plan("qrs", tuple(names), tuple(assessed), 1, settings.steps)
        progress, keeper = fit.begin(plan, asdict(settings))
        weights = fit_qrs(patients, settings, records=names, progress=progress, keeper=keeper)
        fit.log(f"{'Held-out' if arguments.hold_out else 'Fitted'} records: {' '.join(assessed)}.")
        records = [open_record(name, data_dir=arguments.data_dir) for name in assessed]
        for threshold in sorted({*_THRESHOLDS, THRESHOLD}):
            counts = sum((count_beats(r, detect_ours(r, weights, threshold)) for r in records), QrsCounts())
            fit.log(
                f"Threshold {threshold:5.2f}: Se {percent(counts.sensitivity)} %, "
                f"+P {percent(counts.positive_predictivity)} %, {counts.missed} missed, {counts.false} false."
            )
            if threshold == THRESHOLD:
                metrics = {
                    "sensitivity": counts.sensitivity,
                    "positive_predictivity": counts.positive_predictivity,
                }
                weights = replace(weights, card=replace(weights.card, metrics=metrics))
        QRS.save(fit.out, weights)
        fit.done(weights.card.metrics)
