"""``ecg-train score``: the live pipeline's score of any source, a NumPy file each."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training.archive.options import archive_options, is_archive
from training.engine.options import make_pipeline, pipeline_options, seconds


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    score = commands.add_parser(
        "score",
        parents=[pipeline_options(), archive_options()],
        help="write the live pipeline's score of records, a NumPy file each",
    )
    score.add_argument(
        "records",
        nargs="+",
        metavar="PATH",
        help="name of the catalogue, demo, or the path of a WFDB record; a folder, a pattern or a list of "
        "paths makes it an archive",
    )
    score.add_argument(
        "--duration",
        type=seconds,
        metavar="S",
        help="score S seconds of each; a source without an end needs it",
    )
    score.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the files")
    score.add_argument(
        "--channel",
        default="ectopy",
        help="ectopy (default), premature, forecast, reconstruction, or combined",
    )


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    if is_archive(arguments, arguments.records):
        from training.archive.run import run_archive

        run_archive(arguments, "score", arguments.records)
        return
    import torch
    from tqdm import tqdm

    from assets.sources.open import open_source
    from training.evaluation.detectors.score import write_scores

    torch.set_num_threads(1)
    maker = make_pipeline(arguments)
    bar = tqdm(arguments.records, desc="score", unit="record", file=sys.stderr)
    meta = write_scores(
        (open_source(name, data_dir=arguments.data_dir) for name in bar),
        arguments.out,
        maker,
        maker.paths(),
        arguments.channel,
        arguments.duration,
    )
    for name, entry in meta["records"].items():
        for warning in entry["warnings"]:
            sys.stderr.write(f"Record {name}: {warning}\n")
    sys.stdout.write(
        f"Wrote {len(meta['records'])} records to {arguments.out}; delay {meta['latency_s']:.3f} s.\n"
    )
