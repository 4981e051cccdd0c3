"""Beat-by-beat figures as ANSI/AAMI EC57:2012 defines them, for QRS, VEB and SVEB.

Beats are paired within 150 ms (4.3.1), the first five minutes and ventricular flutter are left out, and each
pair is counted in one matrix of reference against algorithm. From it, as ``bxb`` of the WFDB Applications
(Moody, *WFDB Applications Guide*, physionet.org) does:

- a VEB is true only as V on V; every other label of a V beat, and none at all, is a miss;
- a V label on a fusion beat (F) or one that annotators could not classify (Q) is no false VEB, nor is an S
  label on a Q beat a false SVEB: nobody can say that it is wrong. On anything else, or on no beat, it is;
- the false positive rate is the share of what is no VEB, detections of no beat included, that is called one.

Escape beats (e, j), which ``bxb -S`` counts as SVEB, are of class N here, as EC57:2012 and de Chazal et al.
2004 have them. A gross figure pools the beats of all records, an average one is the mean of the records
that have it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from models.judging.reference import MATCH_S, inside
from training.evaluation.beats import LEARN_S
from training.evaluation.metrics.matching import match_beats
from training.evaluation.protocol import Truth

CLASSES = ("N", "S", "V", "F", "Q", "O")
"""Classes of beats, in the matrix's order; O stands for no beat."""

MULTIPLES = (1.0, 1.25, 1.5)
"""Multiples of the frozen threshold at which VEB is told."""

_N, _S, _V, _F, _Q, _O = range(len(CLASSES))


@dataclass(frozen=True)
class Rates:
    """Figures of one task; NaN where there is nothing to take a share of.

    Attributes
    ----------
    sensitivity, positive_predictivity, false_positive_rate : float
        Se, +P and FPR; QRS detection has no FPR.
    """

    sensitivity: float
    positive_predictivity: float
    false_positive_rate: float = math.nan


@dataclass(frozen=True)
class Confusion:
    """Pairs of beats, counted.

    Attributes
    ----------
    counts : ndarray of int64, shape (6, 6)
        Reference by algorithm, both in the order of `CLASSES`.
    """

    counts: npt.NDArray[np.int64]

    def __add__(self, other: Confusion) -> Confusion:
        return Confusion(self.counts + other.counts)

    @classmethod
    def of(cls, truth: Truth, found: npt.NDArray[np.int64], labels: Sequence[str]) -> Confusion:
        """Count one record, from `LEARN_S` on, outside ventricular flutter.

        Parameters
        ----------
        truth : Truth
            The reference.
        found : ndarray of int64, shape (n,)
            R peaks, samples, increasing.
        labels : sequence of str, length n
            Their labels, of `CLASSES`.

        Raises
        ------
        ValueError
            If there is not one label a beat, or a label is not of `CLASSES`.
        """
        told = _numbers(labels)
        if len(told) != len(found):
            raise ValueError(f"{len(labels)} labels do not belong to {len(found)} beats.")
        meant = _numbers(truth.aami.tolist())
        pairs = match_beats(truth.beats, found, round(MATCH_S * truth.fs))
        places = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        counts = np.zeros((len(CLASSES), len(CLASSES)), dtype=np.int64)

        def counted(sample: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
            return (sample >= LEARN_S * truth.fs) & ~inside(sample, truth.flutter)

        both = places[counted(truth.beats[places[:, 0]])]
        np.add.at(counts, (meant[both[:, 0]], told[both[:, 1]]), 1)
        missed = np.delete(np.arange(len(meant)), places[:, 0])
        counts[:, _O] = np.bincount(meant[missed[counted(truth.beats[missed])]], minlength=len(CLASSES))
        extra = np.delete(np.arange(len(told)), places[:, 1])
        counts[_O] = np.bincount(told[extra[counted(found[extra])]], minlength=len(CLASSES))
        return cls(counts)

    @property
    def qrs(self) -> Rates:
        """Detection of beats, whatever they are called."""
        found = self.counts[:_O, :_O].sum()
        return Rates(_share(found, self.counts[:_O].sum()), _share(found, self.counts[:, :_O].sum()))

    @property
    def veb(self) -> Rates:
        """Ventricular ectopic beats; V labels on F and Q beats are left out of what is false."""
        return self._ectopic(_V, [_N, _S, _O])

    @property
    def sveb(self) -> Rates:
        """Supraventricular ectopic beats; S labels on Q beats are left out of what is false."""
        return self._ectopic(_S, [_N, _V, _F, _O])

    def _ectopic(self, this: int, wrong: list[int]) -> Rates:
        true, false = self.counts[this, this], self.counts[wrong, this].sum()
        others = np.delete(np.delete(self.counts, this, axis=0), this, axis=1)[:, :-1].sum()
        return Rates(
            _share(true, self.counts[this].sum()), _share(true, true + false), _share(false, others + false)
        )


@dataclass(frozen=True)
class Ec57:
    """Records compared beat by beat.

    Attributes
    ----------
    records : mapping of str to mapping of float to Confusion
        By record, and by the multiple of the frozen threshold at which V is told.
    """

    records: Mapping[str, Mapping[float, Confusion]]

    @property
    def multiples(self) -> tuple[float, ...]:
        """The thresholds, as multiples of the frozen one."""
        return tuple(next(iter(self.records.values())))

    def gross(self, multiple: float) -> Confusion:
        """Pool all records."""
        first, *rest = (one[multiple] for one in self.records.values())
        return sum(rest, first)

    def average(self, task: str, multiple: float) -> Rates:
        """Mean over the records that have a figure; `task` is ``qrs``, ``veb`` or ``sveb``."""
        rows = [getattr(one[multiple], task) for one in self.records.values()]
        return Rates(
            _mean([row.sensitivity for row in rows]),
            _mean([row.positive_predictivity for row in rows]),
            _mean([row.false_positive_rate for row in rows]),
        )

    def as_json(self) -> dict[str, Any]:
        """Give everything as plain dictionaries; matrices are rows of reference by algorithm."""

        def rates(one: Rates) -> dict[str, float]:
            return {
                "sensitivity": one.sensitivity,
                "positive_predictivity": one.positive_predictivity,
                "false_positive_rate": one.false_positive_rate,
            }

        tasks = ("qrs", "veb", "sveb")
        return {
            "classes": list(CLASSES),
            "thresholds": {
                f"{multiple:g}": {
                    "gross": {task: rates(getattr(self.gross(multiple), task)) for task in tasks},
                    "average": {task: rates(self.average(task, multiple)) for task in tasks},
                    "matrix": self.gross(multiple).counts.tolist(),
                    "records": {name: one[multiple].counts.tolist() for name, one in self.records.items()},
                }
                for multiple in self.multiples
            },
        }


def compare_beats(
    truths: Sequence[Truth],
    found: Sequence[npt.NDArray[np.int64]],
    labels: Sequence[Mapping[float, Sequence[str]]],
) -> Ec57:
    """Compare records beat by beat.

    Parameters
    ----------
    truths : sequence of Truth
        The references; at least one.
    found : sequence of ndarray of int64
        R peaks of each record, samples, increasing.
    labels : sequence of mapping of float to sequence of str
        Their labels of each record, by the multiple of the frozen threshold.
    """
    return Ec57(
        {
            truth.name: {multiple: Confusion.of(truth, beats, told) for multiple, told in by.items()}
            for truth, beats, by in zip(truths, found, labels, strict=True)
        }
    )


def _numbers(labels: Sequence[str]) -> npt.NDArray[np.int64]:
    unknown = set(labels) - set(CLASSES[:_O])
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))} is no label of a beat; those are N, S, V, F and Q.")
    return np.array([CLASSES.index(label) for label in labels], dtype=np.int64)


def _share(part: int, whole: int) -> float:
    return float(part / whole) if whole else math.nan


def _mean(values: Sequence[float]) -> float:
    known = [value for value in values if math.isfinite(value)]
    return float(np.mean(known)) if known else math.nan
