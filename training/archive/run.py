"""An archive worked through: what is done already is left, the rest is spread, the rows become one table."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from typing import Any

from assets.version import app_version
from models.contract.statuses import NOT_ALL
from models.signal.version import FRONTEND_ID
from training.archive.cluster import check_installed, results
from training.archive.figures import told
from training.archive.options import default_workers
from training.archive.recordings import find
from training.archive.store import DONE_STATUS, RECORDS, Store
from training.archive.tasks import Job, known_channel, weights_of
from training.evaluation.detectors.live import MAIN
from training.evaluation.detectors.options import make_pipeline
from training.evaluation.detectors.score import digest

FORMAT = 1
"""Counts up when results change their form."""


def run_archive(arguments: argparse.Namespace, command: str, paths: list[str]) -> int:
    """Carry a command out on an archive; the exit status.

    Parameters
    ----------
    arguments : Namespace
        Of a command with `training.evaluation.detectors.options.pipeline_options` and
        `training.archive.options.archive_options`.
    command : str
        One of `training.archive.tasks.COMMANDS`.
    paths : list of str
        As for `training.archive.recordings.find`.

    Returns
    -------
    int
        0, or `NOT_ALL` where a recording could not be analysed, and others could.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done, or no recording can be read.
    """
    from tqdm import tqdm

    check_installed()
    channel = getattr(arguments, "channel", MAIN)
    known_channel(channel)
    recordings = find(paths)
    if not recordings:
        raise ValueError("There is no recording to work on.")
    maker = make_pipeline(arguments)
    weights = {name: digest(path) for name, path in weights_of(maker).items()}
    duration = getattr(arguments, "duration", None)
    store = Store(arguments.out.absolute())
    data_dir = arguments.data_dir.absolute() if arguments.data_dir is not None else None
    job = Job(command, store.folder, maker, weights, data_dir, duration, channel)
    asked: dict[str, Any] = {
        "format": FORMAT,
        "command": command,
        "options": {"duration": duration, "channel": channel},
        "weights": weights,
        "front end": FRONTEND_ID,
        "version": app_version(),
    }
    with store.held():
        if why := store.begin(asked):
            sys.stderr.write(f"{store.folder}: {why}\n")
        left = [recording for recording in recordings if not store.is_done(recording)]
        before, bad = len(recordings) - len(left), 0
        if before:
            sys.stderr.write(f"{before} of {len(recordings)} recordings are done already.\n")
        with tqdm(
            total=len(recordings), initial=before, desc=command, unit="recording", file=sys.stderr
        ) as bar:
            workers = arguments.workers or default_workers()
            with closing(results(left, job, workers, arguments.scheduler)) as done:
                for _, row in done:
                    if row["status"] != DONE_STATUS:
                        bad += 1
                        bar.set_postfix(unreadable=bad, refresh=False)
                    bar.update()
        rows = store.gather()
    good = [row for row in rows if row["status"] == DONE_STATUS]
    if not good:
        raise ValueError(f"No recording could be analysed: {rows[0]['reason']}")
    if command == "evaluate":
        sys.stdout.writelines(f"{sentence}\n" for sentence in told(good))
    sys.stdout.write(f"Wrote {len(rows)} rows to {store.folder / RECORDS}.\n")
    if not bad:
        return 0
    sys.stdout.flush()  # what was done is told first
    sys.stderr.write(f"{bad} of {len(recordings)} could not be analysed; their rows say why.\n")
    return NOT_ALL
