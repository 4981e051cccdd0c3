"""``ecg-train noise``: the noise-stress test of the signal's quality and of the alerts, and its fit."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from assets.write import check_target
from training.engine.options import data_options, json_option, positive, results_options
from training.engine.results import write_section

_MINUTES = 11
"""Of each record: five to learn from, and two noisy stretches with one without noise between."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        "noise",
        parents=[data_options(), results_options()],
        help="mix real noise into records at 24 to -6 dB, and count false alerts and unusable time",
    )
    parser.add_argument(
        "--records", nargs="+", default=[], metavar="RECORD", help="records (default: six of DS1 and SVDB)"
    )
    parser.add_argument(
        "--minutes",
        type=positive,
        default=_MINUTES,
        help=f"take so many minutes of each record (default {_MINUTES})",
    )
    parser.add_argument("--jobs", type=positive, default=1, help="records at a time (default 1)")
    json_option(parser, "the figures")
    parser.add_argument(
        "--fit", action="store_true", help="fit the signal's quality instead, and print its weights"
    )


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    check_target(arguments.results)
    if arguments.fit:
        _fit(arguments)
    else:
        _stress(arguments)


def _stress(arguments: argparse.Namespace) -> None:
    from tqdm import tqdm

    from models.patients.artefacts.ratio import RATIOS_DB
    from models.patients.artefacts.recorded import NOISES, read_noise
    from training.engine.pool import spread
    from training.evaluation.noise.mixing import LEARN_S
    from training.evaluation.noise.stress import JUDGED, Job, stress_record
    from training.evaluation.noise.tables import as_json, summed, table

    if arguments.minutes * 60 <= LEARN_S:
        raise ValueError(f"The first {LEARN_S / 60:.0f} minutes are without noise: --minutes must be more.")
    if arguments.results is not None and arguments.records:
        raise ValueError("Results are of the records of the protocol: --results goes without --records.")
    names: Sequence[str] = arguments.records or JUDGED
    noises = [read_noise(name, arguments.data_dir) for name in NOISES]
    work = [Job(name, arguments.data_dir, noises, RATIOS_DB, 60.0 * arguments.minutes) for name in names]
    done = tqdm(
        spread(stress_record, work, arguments.jobs),
        total=len(work),
        desc="noise",
        unit="record",
        file=sys.stderr,
    )
    records = dict(zip(names, done, strict=True))
    total = summed(records.values())
    sys.stdout.write(f"{len(names)} records: {' '.join(names)}.\n\n{table(total)}\n")
    if arguments.json is not None:
        arguments.json.write(json.dumps(as_json(total, records), indent=1) + "\n")
    if arguments.results is not None:
        told = (
            f"{len(names)} records ({' '.join(names)}), {arguments.minutes} minutes each:\n\n{table(total)}"
        )
        chosen = "" if arguments.minutes == _MINUTES else f" --minutes {arguments.minutes}"
        write_section(arguments.results, "noise", f"ecg-train noise{chosen}", told)


def _fit(arguments: argparse.Namespace) -> None:
    from tqdm import tqdm

    from assets.records.open import open_record
    from models.patients.artefacts.recorded import NOISES, Half, read_noise
    from models.signal.quality.features import NAMES
    from training.evaluation.noise.stress import FITTED
    from training.fits.quality import fit_kinds, fit_noisy, read_stretches

    noises = [read_noise(name, arguments.data_dir) for name in NOISES]
    parts = []
    for name in tqdm(arguments.records or FITTED, desc="noise", unit="record", file=sys.stderr):
        record = open_record(name, data_dir=arguments.data_dir)
        parts += [read_stretches(record, lead, noises, Half.CHOOSING) for lead in range(len(record.leads))]
    fitted = {"noisy": fit_noisy(parts), **fit_kinds(parts, NOISES)}
    for name, (weights, constant) in fitted.items():
        told = ", ".join(f"{of} {weight:.3f}" for of, weight in zip(NAMES, weights, strict=True))
        sys.stdout.write(f"{name}: {told}; constant {constant:.3f}\n")
