"""``ecg-train score``: the live pipeline's score of any source, a NumPy file each."""

from __future__ import annotations

import argparse
import sys

from training.cli.evaluation.recordings import add_recordings, done_as_archive, opened
from training.evaluation.detectors.options import make_pipeline


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    does = "write the live pipeline's score of records, a NumPy file each"
    add_recordings(commands, "score", does).add_argument(
        "--channel",
        default="ectopy",
        help="ectopy (default), premature, forecast, reconstruction, or combined",
    )


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

    from training.evaluation.detectors.score import write_scores

    torch.set_num_threads(1)
    maker = make_pipeline(arguments)
    meta = write_scores(
        opened(arguments),
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
    return 0
