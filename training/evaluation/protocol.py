"""What every detector is assessed by: its contract, and the reference it is held against.

The inter-patient split is that of de Chazal et al. 2004 (`assets.databases.mitbih`), the classes are
those of ANSI/AAMI EC57:2012.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from assets.records.record import Record
from models.judging.reference import Reference, Spans
from models.judging.tally import assessed_in
from training.evaluation.beats import BEFORE_S, LEARN_S

EXCUSED_S = 1.0
"""No alarm is false that comes so soon after a beat of any class but N, s."""

RUN_BEATS = 3
"""So many class V beats in a row are a run."""

TASKS: Mapping[str, str] = {"V": "V", "V+F": "VF", "S+V+F": "SVF", "S": "S"}
"""Classes to be told from N, by the task's name; beats of other classes take no part."""

SILENT = -10.0
"""Score where a detector says nothing: before its first score, in gaps, between the beats it scores."""


@dataclass(frozen=True)
class EmissionScore:
    """A detector's score of one stream.

    Attributes
    ----------
    value : ndarray of float32, shape (n,)
        ``value[t]`` is known when sample ``t`` has arrived: it depends on samples 0 to ``t`` alone. It holds
        until the next one comes out; `SILENT` where there is none.
    latency_s : float
        Declared delay, the same throughout: ``value[t]`` describes the signal at ``t - latency_s * fs``, s.
    """

    value: npt.NDArray[np.float32]
    latency_s: float

    def delay(self, fs: float) -> int:
        """Declared delay in samples."""
        return round(self.latency_s * fs)


class Detector(Protocol):
    """A function from a stream to scores. One pass may give several, as the live pipeline does."""

    def __call__(self, signal: npt.NDArray[np.float32], fs: float) -> Mapping[str, EmissionScore]:
        """Score a stream.

        Parameters
        ----------
        signal : ndarray of float32, shape (n,)
            One lead, mV; NaN is a gap.
        fs : float
            Its rate, Hz.

        Returns
        -------
        mapping of str to EmissionScore
            By the score's name.
        """


def late(fs: float, n_samples: int) -> Spans:
    """The stretch that is assessed: from `LEARN_S` to the end, shape (1, 2); (0, 2) where there is none."""
    span = np.array([[math.ceil(LEARN_S * fs), n_samples]], dtype=np.int64)
    return span[span[:, 0] < span[:, 1]]


@dataclass(frozen=True)
class Truth:
    """A record's reference.

    Attributes
    ----------
    name : str
        The record.
    fs : float
        Its rate, Hz.
    n_samples : int
        Its length.
    beats : ndarray of int64, shape (n,)
        Annotated beats, samples, increasing.
    aami : ndarray of str, shape (n,)
        Their AAMI classes.
    assessed : ndarray of bool, shape (n,)
        From `LEARN_S` on, as `models.judging.tally.assessed_in` has them.
    flutter : ndarray of int64, shape (k, 2)
        First and last sample of each span of ventricular flutter, where nothing is assessed.
    atrial, bigeminy : ndarray of int64, shape (k, 2)
        Those of other rhythms, as `models.judging.reference.Reference` has them.
    """

    name: str
    fs: float
    n_samples: int
    beats: npt.NDArray[np.int64]
    aami: npt.NDArray[np.str_]
    assessed: npt.NDArray[np.bool_]
    flutter: npt.NDArray[np.int64]
    atrial: Spans = field(default_factory=lambda: np.zeros((0, 2), dtype=np.int64))
    bigeminy: Spans = field(default_factory=lambda: np.zeros((0, 2), dtype=np.int64))

    @classmethod
    def of(cls, record: Record) -> Truth:
        """Take the reference from a record's annotations.

        Raises
        ------
        ValueError
            If the record has none.
        """
        if record.annotations is None:
            raise ValueError(
                phrase("Record {name} has no annotations to hold scores against.", name=record.name)
            )
        told = Reference.of(record.annotations, record.fs, record.n_samples)
        assessed = assessed_in(told, late(record.fs, record.n_samples))
        return cls(
            record.name,
            record.fs,
            record.n_samples,
            told.beats,
            told.aami,
            assessed,
            told.flutter,
            told.atrial,
            told.bigeminy,
        )

    @classmethod
    def unknown(cls, record: Record) -> Truth:
        """Stand in for the reference of a record without annotations: no beats, so every alarm is false."""
        none = np.zeros(0, dtype=np.int64)
        aami, assessed, flutter = none.astype("<U1"), none.astype(bool), none.reshape(0, 2)
        return cls(record.name, record.fs, record.n_samples, none, aami, assessed, flutter)

    @property
    def reference(self) -> Reference:
        """What alerts are held against."""
        return Reference(self.fs, self.beats, self.aami, self.flutter, self.atrial, self.bigeminy)

    @property
    def minutes(self) -> float:
        """Time in which alarms count, min."""
        first = LEARN_S * self.fs
        flutter = (self.flutter[:, 1] - np.maximum(self.flutter[:, 0], first)).clip(0).sum()
        return float(max(0.0, self.n_samples - first - flutter) / self.fs / 60)

    @property
    def runs(self) -> npt.NDArray[np.int64]:
        """First beat of each run of assessed class V beats and the one after its last; shape (k, 2)."""
        edges = np.flatnonzero(np.diff(np.r_[0, (self.aami == "V") & self.assessed, 0])).reshape(-1, 2)
        return edges[edges[:, 1] - edges[:, 0] >= RUN_BEATS]

    def quiet(self, delay: int) -> npt.NDArray[np.bool_]:
        """Mark the emission times at which an alarm would be false.

        Parameters
        ----------
        delay : int
            The detector's, samples.

        Returns
        -------
        ndarray of bool, shape (n_samples,)
            False in the first `LEARN_S`, about a beat that is not of class N (from its window's beginning to
            `EXCUSED_S` after it) and in flutter and `EXCUSED_S` after it, all later by `delay`.
        """
        before, after = round(BEFORE_S * self.fs), round(EXCUSED_S * self.fs)
        abnormal = self.beats[self.aami != "N"]
        start = np.concatenate([abnormal - before, self.flutter[:, 0], [0]]) + delay
        stop = np.concatenate([abnormal + after, self.flutter[:, 1] + after, [round(LEARN_S * self.fs)]])
        steps = np.zeros(self.n_samples + 1, dtype=np.int64)
        np.add.at(steps, start.clip(0, self.n_samples), 1)
        np.add.at(steps, (stop + delay).clip(0, self.n_samples), -1)
        quiet: npt.NDArray[np.bool_] = np.cumsum(steps[:-1]) == 0
        quiet[:delay] = False  # nothing comes out so early
        return quiet
