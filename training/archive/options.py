"""Options of the commands that work on archives."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable

from training.archive.recordings import names_many
from training.engine.options import positive

STATUS = (
    "It ends with status 3 where not every recording of an archive could be analysed: the rows of those "
    "say why, and what is written of the others is whole."
)
"""What the help of a command that works on archives says at its end."""


def archive_options() -> argparse.ArgumentParser:
    """Options that say which processes or machines do the work."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--workers",
        type=positive,
        metavar="N",
        help="work on an archive with N processes of this machine (default: its cores); needs the extra "
        "[archive]",
    )
    options.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="work on an archive with the workers of this Dask scheduler, which must be trusted and see the "
        "same files (tcp://host:8786)",
    )
    return options


def is_archive(arguments: argparse.Namespace, paths: Iterable[str]) -> bool:
    """Whether what is named is worked on as an archive: by its options, or by a name that stands for many.

    Raises
    ------
    ValueError
        If both processes and a scheduler are named.
    """
    if arguments.workers is not None and arguments.scheduler is not None:
        raise ValueError("Name --workers of this machine or a --scheduler with its own, not both.")
    chosen = arguments.workers is not None or arguments.scheduler is not None
    return chosen or any(names_many(path) for path in paths)


def default_workers() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
