"""``ecg-train annotate``: the monitor's labels of beats as WFDB annotation files."""

from __future__ import annotations

import argparse
import sys

from training.cli.evaluation.recordings import add_recordings, done_as_archive, opened
from training.evaluation.detectors.options import make_pipeline


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    does = "write the monitor's label of each beat as WFDB annotations, a file a record"
    add_recordings(commands, "annotate", does, ", whose tables go to DIR as well")


def run(arguments: argparse.Namespace) -> int:
    """Carry the sub-command out; the exit status.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    if (status := done_as_archive(arguments)) is not None:
        return status
    import torch

    from training.evaluation.detectors.annotate import annotate_record

    torch.set_num_threads(1)
    maker = make_pipeline(arguments)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for source in opened(arguments):
        done = annotate_record(source, arguments.out, maker, arguments.duration)
        for warning in done.warnings:
            sys.stderr.write(f"Record {done.record}: {warning}\n")
        told = ", ".join(f"{n} {label}" for label, n in done.labels.items())
        sys.stdout.write(f"{done.file}: {done.beats} beats ({told}) of lead {done.lead}.\n")
    return 0
