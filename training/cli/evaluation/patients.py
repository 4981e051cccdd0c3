"""``ecg-train patients``: simulated patients, judged by detectors, the monitor and its alarms."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from assets.write import check_target
from training.engine.options import json_option, results_options
from training.engine.results import write_section
from training.evaluation.detectors.options import make_pipeline, pipeline_options

_COMMAND = "patients"
_SEEDS = (1, 2)


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        _COMMAND,
        parents=[pipeline_options(), results_options()],
        help="judge simulated patients: published detectors, the monitor's analysis, its alarms, intervals",
    )
    parser.add_argument("--kinds", nargs="+", default=[], metavar="KIND", help="kinds (default: all)")
    json_option(parser, "the figures")


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    import torch
    from tqdm import tqdm

    from models.patients.kinds import KINDS, kind_named
    from training.evaluation.patients.run import KIND_S, SINUS_S, judge_kind
    from training.evaluation.patients.spectra import RATES, measure_spectrum, spectrum_table
    from training.evaluation.patients.tables import alarms_table, table

    check_target(arguments.results)
    if arguments.results is not None and arguments.kinds:
        raise ValueError("Results are of all kinds: --results goes without --kinds.")
    for name in arguments.kinds:
        kind_named(name)
    torch.set_num_threads(1)
    maker = make_pipeline(arguments)
    bar = tqdm(arguments.kinds or KINDS, desc=_COMMAND, unit="kind", file=sys.stderr)
    judged = [judge_kind(name, maker, _SEEDS) for name in bar]
    told = (
        f"Patient {_SEEDS[0]}, leads II, I and III: {SINUS_S} s of sinus rhythm, then {KIND_S} s of the "
        "kind; seconds are from its beginning to when a state was known for the first time.\n\n"
        f"{table(judged)}\n\n"
        "Alarms of the same, raised so many seconds after the kind began for the first time, and of a "
        "patient who has it from the beginning; what is missing, and what is not the kind's own, of "
        f"{len(_SEEDS)} patients in either way. What is its own stands in "
        "`training/evaluation/patients/own.py`.\n\n"
        f"{alarms_table(judged)}\n\n"
        f"Five minutes of sinus rhythm of patient {_SEEDS[0]}:\n\n"
        f"{spectrum_table([measure_spectrum(rate) for rate in RATES])}"
    )
    sys.stdout.write(f"{told}\n")
    if arguments.json is not None:
        figures = [{**asdict(one), "states": {k.value: s for k, s in one.states.items()}} for one in judged]
        arguments.json.write(json.dumps(_plain(figures), indent=1) + "\n")
    if arguments.results is not None:
        write_section(arguments.results, _COMMAND, f"ecg-train {_COMMAND}", told)


def _plain(value: object) -> object:
    """The same with None for what is not a number."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return None if isinstance(value, float) and value != value else value
