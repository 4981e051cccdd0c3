"""What is done with one recording: a plain function of a recording and a job, run on any machine.

It writes the recording's files, then the row that says that it is done; whoever dies in between leaves
nothing that counts, and whoever does it again writes the same.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assets.errors import AssetError, WriteError
from assets.records.annotation_writer import annotation_file
from assets.sources.open import open_source
from assets.sources.source import SourceInfo
from assets.write import write_bytes
from models.judging.labels import ANNOTATOR
from models.kinds import MONITOR, kind
from models.scenario.opening import schemes
from training.archive.recordings import Recording, stamp
from training.archive.store import ANNOTATIONS, DONE_STATUS, FAILED_STATUS, Store
from training.archive.tables import ALERT_COLUMNS, BEAT_COLUMNS, alert_columns, beat_columns, write_columns
from training.evaluation.detectors.live import MAIN, LivePipeline, StreamMaker
from training.evaluation.detectors.score import digest

Row = dict[str, Any]


@dataclass(frozen=True)
class Job:
    """What is done with each recording; it is sent to other processes.

    Attributes
    ----------
    command : str
        One of `COMMANDS`.
    out : Path
        Folder of the results, absolute.
    maker : StreamMaker
        Makes the pipeline.
    weights : mapping of str to str
        SHA-256 of its weights files; another machine may have others under their names.
    data_dir : Path or None
        Local mirror.
    duration_s : float or None
        Seconds that are analysed; None for all.
    channel : str
        Which score is written.
    """

    command: str
    out: Path
    maker: StreamMaker
    weights: Mapping[str, str]
    data_dir: Path | None = None
    duration_s: float | None = None
    channel: str = MAIN


def work(recording: Recording, job: Job) -> Row:
    """Do a recording, and write down that it is done.

    A recording that cannot be read or analysed gives a row that says why.

    Returns
    -------
    dict
        The row, as it is written: plain values by column.

    Raises
    ------
    WriteError
        If the results cannot be written: that is no fault of the recording.
    ValueError
        If this machine has other weights.
    """
    import torch

    torch.set_num_threads(1)
    check_weights(job)
    store, stamped = Store(job.out), stamp(recording.spec)
    store.forget(recording.key)
    try:
        row = {"status": DONE_STATUS, "reason": None, **COMMANDS[job.command](recording, job, store)}
    except WriteError:
        raise
    except (AssetError, ValueError, OSError, MemoryError) as error:
        row = failed(str(error))
    except Exception as error:
        # One recording among thousands must not end them all; what nobody foresaw is told by its name.
        row = failed(f"{type(error).__name__}: {error}")
    row = {"key": recording.key, "path": recording.spec, **_plain(row)}
    store.keep(recording.key, stamped, row)
    return row


def failed(why: str) -> Row:
    """Give what a row says of a recording that could not be read or analysed."""
    return {"status": FAILED_STATUS, "reason": why or "It could not be analysed."}


def weights_of(maker: StreamMaker) -> dict[str, Path]:
    """Give all weights files that the pipeline is made of, by kind."""
    return {name: kind(name).shipped_file for name in MONITOR} | maker.paths()


def check_weights(job: Job) -> None:
    """Refuse to work with other weights than those that were asked for.

    Raises
    ------
    ValueError
        If a file differs.
    """
    for name, path in weights_of(job.maker).items():
        if digest(path) != job.weights.get(name):
            raise ValueError(f"The {name} of a worker, {path}, is another one than was asked for.")


def _annotate(recording: Recording, job: Job, store: Store) -> Row:
    from training.evaluation.detectors.annotate import analyse_source, write_labels

    source = open_source(recording.spec, data_dir=job.data_dir, schemes=schemes(data_dir=job.data_dir))
    try:
        info = source.info
        analysed = analyse_source(source, job.maker, job.duration_s)
    finally:
        source.close()
    labels = [str(label) for label in analysed.labels]
    beats = beat_columns(recording.key, analysed.beats, labels, info.fs, info.offset)
    write_columns(store.room("beats", recording.key, "parquet"), beats, BEAT_COLUMNS)
    alerts = alert_columns(recording.key, analysed.alerts, info.fs)
    write_columns(store.room("alerts", recording.key, "parquet"), alerts, ALERT_COLUMNS)
    path = annotation_file(store.folder / ANNOTATIONS / recording.key.partition("/")[0], info.name, ANNOTATOR)
    path.parent.mkdir(parents=True, exist_ok=True)
    written = write_labels(path, info, analysed).row()
    return {**written, "file": str(path.relative_to(store.folder))}


def _score(recording: Recording, job: Job, store: Store) -> Row:
    from training.evaluation.detectors.score import score_source

    source = open_source(recording.spec, data_dir=job.data_dir, schemes=schemes(data_dir=job.data_dir))
    try:
        info = source.info
        scored = score_source(source, job.maker, job.channel, job.duration_s)
    finally:
        source.close()
    file = io.BytesIO()
    np.save(file, scored.score.value, allow_pickle=False)
    path = store.room("scores", recording.key, "npy")
    write_bytes(path, file.getvalue())
    return {
        **_described(info),
        "seconds": len(scored.score.value) / info.fs,
        "file": str(path.relative_to(store.folder)),
        "latency_s": scored.score.latency_s,
        "threshold": scored.thresholds[job.channel],
        "highest": float(scored.score.value.max(initial=-math.inf)),
    }


def _evaluate(recording: Recording, job: Job, store: Store) -> Row:
    from training.archive.figures import judged

    row, alerts, fs = judged(recording.spec, job.maker, job.data_dir)
    columns = alert_columns(recording.key, [alert for alert, _ in alerts], fs, [true for _, true in alerts])
    write_columns(store.room("alerts", recording.key, "parquet"), columns, ALERT_COLUMNS)
    return row


COMMANDS: dict[str, Callable[[Recording, Job, Store], Row]] = {
    "annotate": _annotate,
    "score": _score,
    "evaluate": _evaluate,
}
"""What can be done with a recording."""


def known_channel(channel: str) -> None:
    """Refuse a score that there is not, before any work.

    Raises
    ------
    ValueError
        If the pipeline has no such score.
    """
    if channel not in LivePipeline.names:
        raise ValueError(f"There is no score {channel}; there are {', '.join(LivePipeline.names)}.")


def _described(info: SourceInfo) -> Row:
    return {
        "record": info.name,
        "source": info.identity,
        "lead": info.leads[next(iter(info.ecg_leads), 0)].name,
        "fs": info.fs,
        "warnings": list(info.warnings),
    }


def _plain(row: Mapping[str, Any]) -> Row:
    """The same with None for numbers that are not finite, which JSON does not know."""
    return {
        name: None if isinstance(value, float) and not math.isfinite(value) else value
        for name, value in row.items()
    }
