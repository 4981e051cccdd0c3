"""``ecg-train annotate``: the monitor's labels of beats as WFDB annotation files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training.archive.options import archive_options, is_archive
from training.engine.options import make_pipeline, pipeline_options, seconds


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    annotate = commands.add_parser(
        "annotate",
        parents=[pipeline_options(), archive_options()],
        help="write the monitor's label of each beat as WFDB annotations, a file a record",
    )
    annotate.add_argument(
        "records",
        nargs="+",
        metavar="PATH",
        help="name of the catalogue, demo, or the path of a WFDB record; a folder, a pattern or a list of "
        "paths makes it an archive, whose tables go to DIR as well",
    )
    annotate.add_argument(
        "--duration",
        type=seconds,
        metavar="S",
        help="annotate S seconds of each; a source without an end needs it",
    )
    annotate.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the files")


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    if is_archive(arguments, arguments.records):
        from training.archive.run import run_archive

        run_archive(arguments, "annotate", arguments.records)
        return
    import torch
    from tqdm import tqdm

    from assets.sources.open import open_source
    from training.evaluation.detectors.annotate import annotate_record

    torch.set_num_threads(1)
    maker = make_pipeline(arguments)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name in tqdm(arguments.records, desc="annotate", unit="record", file=sys.stderr):
        source = open_source(name, data_dir=arguments.data_dir)
        try:
            done = annotate_record(source, arguments.out, maker, arguments.duration)
        finally:
            source.close()
        for warning in done.warnings:
            sys.stderr.write(f"Record {done.record}: {warning}\n")
        told = ", ".join(f"{n} {label}" for label, n in done.labels.items())
        sys.stdout.write(f"{done.file}: {done.beats} beats ({told}) of lead {done.lead}.\n")
