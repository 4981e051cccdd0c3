"""``ecg-train alarms``: the bedside's alarms on whole records, held against the annotations."""

from __future__ import annotations

import argparse
import json
import sys

from assets.write import check_target
from training.engine.options import json_option, positive, results_options
from training.engine.results import write_section
from training.evaluation.detectors.options import make_pipeline, pipeline_options


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    from models.alarms.limits import PROFILES

    parser = commands.add_parser(
        "alarms",
        parents=[pipeline_options(), results_options()],
        help="count what the bedside's alarms catch and raise falsely on annotated records, and how late",
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--records", nargs="+", default=[], metavar="RECORD", help="records (default: all of MIT-BIH)"
    )
    which.add_argument(
        "--split",
        choices=("DS1", "DS2", "SVDB"),
        help="one half of MIT-BIH, or the half of the Supraventricular Database that fits may use",
    )
    parser.add_argument(
        "--profile", choices=tuple(PROFILES), default="adult", help="limits of the alarms (default adult)"
    )
    parser.add_argument("--jobs", type=positive, default=1, help="records at a time (default 1)")
    json_option(parser, "the figures")


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    from tqdm import tqdm

    from assets.databases.mitbih import DS1, DS2, PACED
    from assets.databases.svdb import DEVELOPMENT
    from models.alarms.limits import PROFILES
    from training.engine.pool import spread
    from training.evaluation.alarms.run import Job, run_record
    from training.evaluation.alarms.tables import as_json, tables

    check_target(arguments.results)
    if arguments.results is not None and arguments.records:
        raise ValueError("Results are of a database or its half: --results goes without --records.")
    halves = {"DS1": DS1, "DS2": DS2, "SVDB": DEVELOPMENT, None: sorted((*DS1, *DS2, *PACED))}
    names = arguments.records or halves[arguments.split]
    maker = make_pipeline(arguments)
    jobs = [Job(name, arguments.data_dir, maker, PROFILES[arguments.profile]) for name in names]
    done = spread(run_record, jobs, arguments.jobs)
    outcomes = list(tqdm(done, total=len(jobs), desc="alarms", unit="record", file=sys.stderr))
    told = tables(outcomes)
    sys.stdout.write(told + "\n")
    if arguments.json is not None:
        arguments.json.write(json.dumps(as_json(outcomes), indent=1) + "\n")
    if arguments.results is not None:
        split = f" --split {arguments.split}" if arguments.split else ""
        profile = "" if arguments.profile == "adult" else f" --profile {arguments.profile}"
        name = "alarms" if not arguments.split else f"alarms-{arguments.split}"
        write_section(arguments.results, name, f"ecg-train alarms{split}{profile}", told)
