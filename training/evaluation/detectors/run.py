"""Detectors run over records, each record once: the scores wait in a folder of their own."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from types import TracebackType

import numpy as np
import numpy.typing as npt

from assets.records.open import open_record
from assets.records.record import Record
from models.alerts.events import Event
from training.engine.pool import spread
from training.evaluation.detectors.batch import lead_scores
from training.evaluation.detectors.live import FUSED, OF_BEATS, Found, LivePipeline, StreamMaker
from training.evaluation.drawn import Drawn, drawn_in
from training.evaluation.protocol import Detector, EmissionScore, Truth
from training.evaluation.rhythm import RecordRhythm, Rhythms, assess_rhythm

Change = Callable[[Record], Record]

BATCH = 11
"""At most so many records are scored in step: more would save no time, and cost memory."""


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
    only : frozenset of str, optional
        Names of the scores that are kept; all if left out.
    """

    record: str
    data_dir: Path | None
    detectors: Sequence[Detector]
    folder: Path
    change: Change | None = None
    only: frozenset[str] | None = None


@dataclass(frozen=True)
class Together:
    """How records are scored in step, by the live pipeline's scores alone.

    Attributes
    ----------
    maker : StreamMaker
        The pipeline.
    pool : Executor or None
        Where; this process if None.
    """

    maker: StreamMaker
    pool: Executor | None = None


@dataclass(frozen=True)
class Told:
    """What the live pipeline said of one record besides its scores, as `Found` of `live.py` has it.

    Attributes
    ----------
    alerts : tuple of Event
        All alerts.
    beats : ndarray of int64, shape (n,)
        R peaks, samples.
    labels : mapping of float to tuple of str
        Label of each beat by the multiple of the frozen threshold.
    """

    alerts: tuple[Event, ...]
    beats: npt.NDArray[np.int64]
    labels: Mapping[float, tuple[str, ...]]


@dataclass(frozen=True)
class Outcome:
    """What there is of one record besides its scores.

    Attributes
    ----------
    truth : Truth
        The record's reference.
    latency_s : mapping of str to float
        Declared delay of each score, s.
    told : Told or None
        What the live pipeline said; None where it was not among the detectors.
    warnings : tuple of str
        What was wrong with the record's files and could be lived with.
    drawn : mapping of str to Drawn
        By running model: how its line agrees with the signal; empty where the live pipeline was not among the
        detectors.
    rhythm : RecordRhythm or None
        What the live pipeline told of the rhythm, held against the annotations; None where it was not among
        the detectors.
    """

    truth: Truth
    latency_s: Mapping[str, float]
    told: Told | None
    warnings: tuple[str, ...]
    drawn: Mapping[str, Drawn]
    rhythm: RecordRhythm | None = None


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
    only : collection of str, optional
        Names of the scores that are kept; all if left out.
    together : Together, optional
        Score many records in step, quicker and without alerts; there are no detectors then.

    Attributes
    ----------
    truths : list of Truth
        The records' references, in their order.
    told : list of Told, or None
        What the live pipeline said of each; None where it was not among the detectors.
    warnings : dict of str to tuple of str
        By record, where there are any.
    drawn : dict of str to dict of str to Drawn
        By running model and record: how its line agrees with the signal.
    rhythms : Rhythms or None
        What the live pipeline told of the rhythms; None where it was not among the detectors.

    Raises
    ------
    ValueError
        If there is no record, two have the same name, one has no annotations, or two detectors give a score
        of the same name.
    assets.errors.AssetError
        If a record cannot be had.
    """

    def __init__(
        self,
        records: Sequence[str],
        detectors: Sequence[Detector],
        data_dir: Path | None,
        change: Change | None = None,
        jobs: int = 1,
        progress: Callable[[], None] = lambda: None,
        only: Collection[str] | None = None,
        together: Together | None = None,
    ) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="ecg-evaluate-")
        folder = Path(self._folder.name)
        kept = frozenset(only) if only is not None else None
        work = [Job(name, data_dir, detectors, folder, change, kept) for name in records]
        self.truths: list[Truth] = []
        self.warnings: dict[str, tuple[str, ...]] = {}
        self.drawn: dict[str, dict[str, Drawn]] = {}
        self._latency: list[Mapping[str, float]] = []
        told: list[Told] = []
        rhythms: dict[str, RecordRhythm] = {}
        try:
            outcomes = spread(score_job, work, jobs) if together is None else _batches(work, jobs, together)
            for outcome in outcomes:
                self._take(outcome)
                if outcome.told is not None:
                    told.append(outcome.told)
                if outcome.rhythm is not None:
                    rhythms[outcome.truth.name] = outcome.rhythm
                progress()
            if not self.truths:
                raise ValueError("There is no record to evaluate.")
        except BaseException:
            self._folder.cleanup()
            raise
        self.told = told if told else None
        self.rhythms = Rhythms(rhythms) if rhythms else None

    def _take(self, outcome: Outcome) -> None:
        name = outcome.truth.name
        if any(name == truth.name for truth in self.truths):
            raise ValueError(f"Two records are named {name}; name each once.")
        self.truths.append(outcome.truth)
        self._latency.append(outcome.latency_s)
        if outcome.warnings:
            self.warnings[name] = outcome.warnings
        for channel, drawn in outcome.drawn.items():
            self.drawn.setdefault(channel, {})[name] = drawn

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


def score_job(job: Job) -> Outcome:
    """Score one record and leave the scores in the job's folder.

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
    truth = Truth.of(record)
    latency: dict[str, float] = {}
    told: Told | None = None
    drawn: dict[str, Drawn] = {}
    rhythm: RecordRhythm | None = None
    for detector in job.detectors:
        scores: Mapping[str, EmissionScore]
        if isinstance(detector, LivePipeline):
            found = _analysed(detector, record, job.only)
            scores, told = found.scores, _told(found)
            if record.annotations is not None:
                rhythm = assess_rhythm(
                    record.annotations, record.fs, record.n_samples, found.states, found.alerts
                )
            for name, rows in found.channels.items():
                drawn[name] = drawn_in(record.signals[:, 0], record.fs, rows, truth)
        else:
            scores = detector(record.signals[:, 0], record.fs)
        for name, score in scores.items():
            if name in latency:
                raise ValueError(f"Two detectors give a score named {name}.")
            if job.only is None or name in job.only:
                np.save(_file(job.folder, record.name, name), score.value)
                latency[name] = score.latency_s
    return Outcome(truth, latency, told, record.warnings, drawn, rhythm)


def score_together(work: Sequence[Job], maker: StreamMaker) -> list[Outcome]:
    """Score records by the live pipeline's scores alone, in step; as `score_job`, without alerts.

    Raises
    ------
    ValueError
        If a record has no annotations.
    assets.errors.AssetError
        If a record cannot be had.
    """
    import torch

    torch.set_num_threads(1)
    records = [_opened(job.record, job.data_dir) for job in work]
    records = [r if job.change is None else job.change(r) for job, r in zip(work, records, strict=True)]
    latency: dict[int, dict[str, float]] = {}
    for fs in {record.fs for record in records}:
        places = [i for i, record in enumerate(records) if record.fs == fs]
        found = lead_scores(maker, [records[i].signals[:, 0] for i in places], fs)
        for i, scores in zip(places, found, strict=True):
            only = work[i].only
            kept = {name: score for name, score in scores.items() if only is None or name in only}
            for name, score in kept.items():
                np.save(_file(work[i].folder, records[i].name, name), score.value)
            latency[i] = {name: score.latency_s for name, score in kept.items()}
    return [Outcome(Truth.of(r), latency[i], None, r.warnings, {}) for i, r in enumerate(records)]


@lru_cache(maxsize=24)
def _opened(record: str, data_dir: Path | None) -> Record:
    """A record, kept in memory for the next condition."""
    return open_record(record, data_dir=data_dir)


def _analysed(detector: LivePipeline, record: Record, only: frozenset[str] | None) -> Found:
    """Analyse all leads if what all say together is asked for, else the first alone."""
    if only is not None and FUSED not in only:
        return detector.analyse(record.signals[:, 0], record.fs)
    alone = only is None or not only.isdisjoint(OF_BEATS)
    return detector.analyse_together(record.signals, record.fs, record.leads, alone=alone)


def _told(found: Found) -> Told:
    return Told(found.alerts, found.beats, found.labels)


def _batches(work: Sequence[Job], jobs: int, together: Together) -> Iterator[Outcome]:
    """The same, of many records at a time."""
    most = min(BATCH, math.ceil(len(work) / jobs))
    parts = [work[i : i + most] for i in range(0, len(work), most)]
    each = map if together.pool is None else together.pool.map
    for outcomes in each(partial(score_together, maker=together.maker), parts):
        yield from outcomes


def _file(folder: Path, record: str, name: str) -> Path:
    return folder / f"{Path(record).name}--{name}.npy"
