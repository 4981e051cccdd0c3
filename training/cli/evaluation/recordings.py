"""What the commands that write a file for each recording share: their options, and how they open one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from training.archive.options import STATUS, archive_options, is_archive
from training.engine.options import seconds, written
from training.evaluation.detectors.options import pipeline_options

if TYPE_CHECKING:
    from assets.sources.source import Source


def add_recordings(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, does: str, of_archive: str = ""
) -> argparse.ArgumentParser:
    """Add a sub-command that does one thing to each recording.

    Parameters
    ----------
    commands : argparse action
        Where to.
    name : str
        The sub-command; what is done, as a verb.
    does : str
        What it does, for its help.
    of_archive : str, optional
        What is said of an archive besides what makes one.
    """
    parser = commands.add_parser(
        name, parents=[pipeline_options(), archive_options()], help=does, epilog=STATUS
    )
    parser.add_argument(
        "records",
        nargs="+",
        metavar="PATH",
        help="name of the catalogue, demo, patient:KIND, or the path of a WFDB record; a folder, a pattern "
        f"or a list of paths makes it an archive{of_archive}",
    )
    parser.add_argument(
        "--duration",
        type=seconds,
        metavar="S",
        help=f"{name} S seconds of each; a source without an end needs it",
    )
    parser.add_argument("--out", type=written, required=True, metavar="DIR", help="folder for the files")
    return parser


def done_as_archive(arguments: argparse.Namespace) -> int | None:
    """Carry the sub-command out on an archive, where one is named; the exit status, None where none is.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    if not is_archive(arguments, arguments.records):
        return None
    from training.archive.run import run_archive

    return run_archive(arguments, arguments.command, arguments.records)


def opened(arguments: argparse.Namespace) -> Iterator[Source]:
    """Open one recording after another, each until the next is asked for, with a bar on the error stream."""
    from tqdm import tqdm

    from models.scenario.opening import open_any

    for name in tqdm(arguments.records, desc=arguments.command, unit="record", file=sys.stderr):
        with closing(open_any(name, data_dir=arguments.data_dir)) as source:
            yield source
