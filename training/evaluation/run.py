"""Detectors run over records, each record once: the scores wait in a folder of their own."""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import numpy as np

from assets.records.open import open_record
from assets.records.record import Record
from training.evaluation.protocol import Detector, EmissionScore, Truth

Change = Callable[[Record], Record]


@dataclass(frozen=True)
class Job:
    """One record to be scored by some detectors.

    Attributes
    ----------
    record : str
        Catalogue number or path.
    data_dir : Path or None
        Local mirror.
    detectors : sequence of Detector
        Their names must differ.
    folder : Path
        Where the scores go.
    change : callable, optional
        What is done to the record first.
    """

    record: str
    data_dir: Path | None
    detectors: Sequence[Detector]
    folder: Path
    change: Change | None = None


class ScoreRun:
    """The scores of a run, on disk until it is closed, so that many detectors fit into memory.

    Parameters
    ----------
    records : sequence of str
        Catalogue numbers or paths, with annotations.
    detectors : sequence of Detector
        All are run on every record.
    data_dir : Path or None
        Local mirror.
    change : callable, optional
        What is done to each record first (picklable, if more than one job runs).
    jobs : int, optional
        Records scored at a time, each in a process of its own.
    progress : callable, optional
        Called after each record.
    """

    def __init__(
        self,
        records: Sequence[str],
        detectors: Sequence[Detector],
        data_dir: Path | None,
        change: Change | None = None,
        jobs: int = 1,
        progress: Callable[[], None] = lambda: None,
    ) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="ecg-evaluate-")
        folder = Path(self._folder.name)
        work = [Job(name, data_dir, detectors, folder, change) for name in records]
        self.truths: list[Truth] = []
        self._latency: list[Mapping[str, float]] = []
        for truth, latency in _results(work, jobs):
            self.truths.append(truth)
            self._latency.append(latency)
            progress()
        if not self.truths:
            raise ValueError("There is no record to evaluate.")

    def __enter__(self) -> ScoreRun:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._folder.cleanup()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the scores."""
        return tuple(self._latency[0])

    def scores(self, name: str) -> list[EmissionScore]:
        """Read a score of every record, in the order of `truths`."""
        return [self.score(name, i) for i in range(len(self.truths))]

    def score(self, name: str, record: int) -> EmissionScore:
        """Read a score of one record, by its place in `truths`."""
        value = np.load(_file(Path(self._folder.name), self.truths[record].name, name))
        return EmissionScore(value, self._latency[record][name])


def score_job(job: Job) -> tuple[Truth, dict[str, float]]:
    """Score one record and leave the scores in the job's folder.

    Returns
    -------
    truth : Truth
        The record's reference.
    latency_s : dict of str to float
        Declared delay of each score.

    Raises
    ------
    ValueError
        If the record has no annotations, or two detectors give a score of the same name.
    assets.errors.AssetError
        If the record cannot be had.
    """
    import torch

    torch.set_num_threads(1)
    record = open_record(job.record, data_dir=job.data_dir)
    if job.change is not None:
        record = job.change(record)
    latency: dict[str, float] = {}
    for detector in job.detectors:
        for name, score in detector(record.signals[:, 0], record.fs).items():
            if name in latency:
                raise ValueError(f"Two detectors give a score named {name}.")
            np.save(_file(job.folder, record.name, name), score.value)
            latency[name] = score.latency_s
    return Truth.of(record), latency


def _results(work: Sequence[Job], jobs: int) -> Iterator[tuple[Truth, dict[str, float]]]:
    if jobs <= 1 or len(work) <= 1:
        yield from map(score_job, work)
        return
    # spawn: a fork would carry along locks of torch's and numba's threads.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(score_job, work)


def _file(folder: Path, record: str, name: str) -> Path:
    return folder / f"{Path(record).name}--{name}.npy"
