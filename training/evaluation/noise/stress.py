"""What becomes of alerts in noise: over all of the noisy time, and over what of it is called usable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.databases import svdb
from assets.databases.mitbih import DS1
from assets.records.open import open_record
from assets.records.record import Record
from models.alerts.analyzer import Analyzer, Template
from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.batch import BatchScores, BatchStream
from models.judging.reference import Spans, merged
from models.judging.tally import AlertCounts, Coverage, assessed_in, tally
from models.leads.choice import leads_together
from models.leads.ward import WardStream
from models.patients.artefacts.recorded import Half, Noise
from models.pipeline import Scores, ScoreStream
from models.running.autoencoder import Autoencoder
from models.running.channels import ChannelRows
from models.running.forecaster import Forecaster
from models.signal.states import State, StateKind, joined
from training.evaluation.noise.mixing import Stress, noisy_spans, shortened
from training.evaluation.protocol import Truth
from training.evaluation.spans import without

FITTED = (*DS1[::2], *svdb.DEVELOPMENT[::2])
"""The records that the signal's quality was fitted on (`training.fits.quality`)."""

JUDGED = (*DS1[1::8], *svdb.DEVELOPMENT[1::16])
"""Some of the others: what is judged if nothing else is asked for."""

VENTRICULAR = (Kind.ECTOPIC, Kind.PAIR, Kind.RUN)
"""Alerts of beats that are likely ventricular."""

_CHUNK_S = 10.0


@dataclass(frozen=True)
class Counts:
    """What was raised and found in a stretch.

    Attributes
    ----------
    minutes : float
        Its length, min.
    ventricular, every : AlertCounts
        Ventricular alerts, and those of every kind about the heart.
    found : Coverage
        The V beats there, and those that an alert covers.
    """

    minutes: float = 0.0
    ventricular: AlertCounts = field(default_factory=AlertCounts)
    every: AlertCounts = field(default_factory=AlertCounts)
    found: Coverage = field(default_factory=Coverage)

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.minutes + other.minutes,
            self.ventricular + other.ventricular,
            self.every + other.every,
            self.found + other.found,
        )

    def per_minute(self, alerts: int) -> float:
        """So many alerts as a rate, 1/min; NaN where there is no time."""
        return alerts / self.minutes if self.minutes else float("nan")


@dataclass(frozen=True)
class Outcome:
    """What became of one or several records in one noise.

    Attributes
    ----------
    believed : Counts
        Over all of the noisy stretches, were every signal believed; of the first lead alone.
    usable : Counts
        Over what of them is not called unusable, as the monitor does.
    together : Counts
        All leads analysed together, noise in each of them, over what is usable in one lead at least.
    """

    believed: Counts = field(default_factory=Counts)
    usable: Counts = field(default_factory=Counts)
    together: Counts = field(default_factory=Counts)

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(
            self.believed + other.believed, self.usable + other.usable, self.together + other.together
        )

    @property
    def unusable(self) -> float:
        """Share of the noisy time in which the first lead is called unusable."""
        return self._lost(self.usable)

    @property
    def unusable_together(self) -> float:
        """Share of the noisy time in which every lead is called unusable."""
        return self._lost(self.together)

    def _lost(self, left: Counts) -> float:
        return 1 - left.minutes / self.believed.minutes if self.believed.minutes else float("nan")


Condition = tuple[str, float]
"""Name of a noise and its ratio, dB."""

CLEAN: Condition = ("none", float("inf"))
"""The same stretches without any noise."""


@dataclass(frozen=True)
class Job:
    """One record to be stressed.

    Attributes
    ----------
    record : str
        Catalogue number or path.
    data_dir : Path or None
        Local mirror.
    noises : sequence of Noise
        What is mixed in.
    ratios_db : sequence of float
        At which ratios, dB.
    seconds : float
        So much of the record is taken.
    """

    record: str
    data_dir: Path | None
    noises: Sequence[Noise]
    ratios_db: Sequence[float]
    seconds: float


def stress_record(job: Job) -> dict[Condition, Outcome]:
    """Judge one record without noise and in each, all in step: its first lead, and all leads together.

    Raises
    ------
    ValueError
        If the record has no annotations, or no beats.
    assets.errors.AssetError
        If it cannot be had.
    """
    import torch

    torch.set_num_threads(1)
    record = shortened(open_record(job.record, data_dir=job.data_dir), job.seconds)
    truth = Truth.of(record)
    stresses = {(n.name, db): Stress(n, db, Half.JUDGING) for n in job.noises for db in job.ratios_db}
    changed = [record, *(stress(record) for stress in stresses.values())]
    signals = np.stack([one.signals[:, 0] for one in changed])
    scores = _scores(signals, record.fs)
    spans = [(start, stop - 1) for start, stop in noisy_spans(record.n_samples, record.fs)]
    noisy = np.array(spans, dtype=np.int64).reshape(-1, 2)
    together = _together(truth, noisy, changed)
    return {
        condition: replace(_judge(truth, noisy, signal, said), together=counts)
        for condition, signal, said, counts in zip((CLEAN, *stresses), signals, scores, together, strict=True)
    }


def _scores(signals: npt.NDArray[np.float32], fs: float) -> list[list[Scores]]:
    """What the pipeline says of each signal, push by push."""
    stream, chunk = BatchStream(fs, len(signals)), int(_CHUNK_S * fs)
    said: list[list[Scores]] = [[] for _ in signals]
    for start in range(0, signals.shape[1], chunk):
        pushed = stream.push(signals[:, start : start + chunk])
        for i, one in enumerate(said):
            one.append(_of(pushed, i))
    return said


def _of(pushed: BatchScores, i: int) -> Scores:
    def own(rows: ChannelRows) -> ChannelRows:
        return ChannelRows(rows.index, rows.emitted, rows.expected[i], rows.score[i])

    return Scores(
        own(pushed.forecast),
        own(pushed.reconstruction),
        pushed.beats[i],
        pushed.faults[i],
        pushed.states[i],
    )


def _judge(truth: Truth, noisy: Spans, signal: npt.NDArray[np.float32], said: list[Scores]) -> Outcome:
    states = joined(one.states for one in said)
    usable = without(noisy, unusable_spans(states, truth.n_samples))
    naive = [Scores(s.forecast, s.reconstruction, s.beats, s.faults) for s in said]
    return Outcome(
        _count(truth, noisy, _alerts(truth.fs, signal, naive)),
        _count(truth, usable, _alerts(truth.fs, signal, said)),
    )


def _together(truth: Truth, noisy: Spans, records: Sequence[Record]) -> list[Counts]:
    """What is raised and found in each of several versions of a record, all its leads analysed together."""
    columns = list(leads_together(records[0].channels)) or [0]
    leads = [records[0].leads[column] for column in columns]
    several = len(leads) > 1
    ward, chunk = WardStream(truth.fs, [len(leads)] * len(records)), int(_CHUNK_S * truth.fs)
    together = leads if several else ()
    analyzers = [Analyzer(truth.fs, patient, together=together) for patient in ward.patients]
    raised: list[list[Event]] = [[] for _ in records]
    states: list[list[tuple[State, ...]]] = [[] for _ in records]
    for start in range(0, truth.n_samples, chunk):
        samples = [record.signals[start : start + chunk, columns] for record in records]
        ward.push(samples)
        for own, analyzer, events, known in zip(samples, analyzers, raised, states, strict=True):
            analysis = analyzer.push(own if several else own[:, 0])
            events.extend(analysis.events)
            known.append(analysis.states)
    counts = []
    for analyzer, events, known in zip(analyzers, raised, states, strict=True):
        usable = without(noisy, unusable_in_all(joined(known), leads if several else ("",), truth.n_samples))
        counts.append(_count(truth, usable, [*events, *analyzer.finish()]))
    return counts


def unusable_in_all(states: Sequence[State], leads: Sequence[str], n_samples: int) -> Spans:
    """First and last sample of each stretch in which every lead was known to be unusable, shape (k, 2).

    A state of a lead that is analysed alone names none: it is of the lead "".
    """
    spans = [unusable_spans([s for s in states if s.lead == lead], n_samples) for lead in leads]
    return reduce(lambda one, other: without(one, without(one, other)), spans)


def unusable_spans(states: Sequence[State], n_samples: int) -> Spans:
    """First and last sample of each stretch in which the signal was known to be unusable, shape (k, 2)."""
    spans = [
        (state.known, n_samples - 1 if state.over is None else state.over)
        for state in states
        if state.kind is StateKind.UNUSABLE
    ]
    return merged(spans)


def _count(truth: Truth, stretches: Spans, alerts: list[Event]) -> Counts:
    reference = truth.reference
    counted = tally(reference, alerts, assessed_in(reference, stretches), stretches)
    return Counts(counted.minutes, counted.of(VENTRICULAR), counted.total, counted.coverage["V"])


def _alerts(fs: float, signal: npt.NDArray[np.float32], said: list[Scores]) -> list[Event]:
    analyzer = Analyzer(fs, _Given(fs, said))
    chunk = int(_CHUNK_S * fs)
    raised = [
        event for i in range(len(said)) for event in analyzer.push(signal[i * chunk : (i + 1) * chunk]).events
    ]
    return [*raised, *analyzer.finish()]


class _Given:
    """Hands scores that were computed before to the analysis (`models.alerts.analyzer.Scorer`)."""

    template: Template | None = None
    networks: tuple[Forecaster, Autoencoder] | None = None

    def __init__(self, fs: float, said: Sequence[Scores]) -> None:
        model = ScoreStream.shipped(fs)
        self.thresholds, self.counted = model.thresholds, model.counted
        self._fs, self._said = fs, said
        self.reset()

    def reset(self) -> None:
        self._next = iter(self._said)

    def push(self, samples: npt.NDArray[np.floating]) -> Scores:
        return next(self._next)

    def fork(self) -> _Given:
        return _Given(self._fs, self._said)
