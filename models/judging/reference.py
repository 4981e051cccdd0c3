"""Reference annotations as alerts are held against them: beats by class, rhythms by their spans."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.databases.mitbih import AAMI_CLASS
from assets.records.record import Annotations

ATRIAL = ("AFIB", "AFL")
"""Rhythm labels of atrial fibrillation and flutter, in which every beat is early or late."""

TURNS = ("B", "T")
"""Rhythm labels in which ventricular beats take turns with others: bigeminy and trigeminy."""

MATCH_S = 0.15
"""A detection or an alert belongs to a reference beat no farther away, s (ANSI/AAMI EC57:2012, 4.3.1)."""

Spans = npt.NDArray[np.int64]
"""First and last sample of each stretch, shape (k, 2), in the order of time."""

_BEGINS, _ENDS = "[", "]"


@dataclass(frozen=True)
class Reference:
    """What annotators say of a stretch of signal.

    Attributes
    ----------
    fs : float
        Rate, Hz.
    beats : ndarray of int64, shape (n,)
        Annotated beats, samples, increasing.
    aami : ndarray of str, shape (n,)
        Their classes by ANSI/AAMI EC57:2012 (`assets.databases.mitbih.AAMI`).
    flutter : ndarray of int64, shape (k, 2)
        Spans of ventricular flutter, in which EC57 compares no beats.
    atrial : ndarray of int64, shape (k, 2)
        Spans of atrial fibrillation or flutter (`ATRIAL`).
    bigeminy : ndarray of int64, shape (k, 2)
        Spans of ventricular bigeminy or trigeminy (`TURNS`).
    named : bool
        Whether annotators named any rhythm: where they named none, that none is named says nothing.
    """

    fs: float
    beats: npt.NDArray[np.int64]
    aami: npt.NDArray[np.str_]
    flutter: Spans
    atrial: Spans
    bigeminy: Spans
    named: bool = True

    @classmethod
    def of(cls, notes: Annotations, fs: float, n_samples: int) -> Reference:
        """Take what annotations say.

        Parameters
        ----------
        notes : Annotations
            In the order of time.
        fs : float
            Rate, Hz.
        n_samples : int
            Where the signal ends: what does not end before lasts until then.
        """
        beats = [
            (at, AAMI_CLASS[s]) for at, s in zip(notes.sample, notes.symbol, strict=True) if s in AAMI_CLASS
        ]
        return cls(
            fs,
            np.array([at for at, _ in beats], dtype=np.int64),
            np.array([name for _, name in beats], dtype="<U1"),
            flutter_in(notes, n_samples),
            rhythm_spans(notes, n_samples, *ATRIAL),
            rhythm_spans(notes, n_samples, *TURNS),
            any(s == "+" and n.startswith("(") for s, n in zip(notes.symbol, notes.aux_note, strict=True)),
        )


def rhythm_spans(notes: Annotations, n_samples: int, *labels: str) -> Spans:
    """Find where the rhythm has one of these labels, written as ``(AFIB`` in the annotations.

    A span begins with its label and lasts until another label, or to the end.
    """
    spans: list[tuple[int, int]] = []
    since: int | None = None
    for at, symbol, note in zip(notes.sample.tolist(), notes.symbol, notes.aux_note, strict=True):
        if symbol != "+" or not note.startswith("("):
            continue
        if since is not None:
            spans.append((since, at))
        since = at if note[1:].rstrip("\0") in labels else None
    if since is not None:
        spans.append((since, n_samples - 1))
    return merged(spans)


def flutter_in(notes: Annotations, n_samples: int) -> Spans:
    """Find ventricular flutter: from ``[`` to ``]``, and while the rhythm is labelled ``(VFL``.

    The wave marks and the rhythm label begin and end up to 0.6 s apart in MIT-BIH record 207, the only one
    with flutter; a span is the union of both. ANSI/AAMI EC57:2012 leaves such spans out of the beat-by-beat
    comparison; evaluation, QRS evaluation and fits do so by this one definition.
    """
    spans: list[tuple[int, int]] = []
    since: int | None = None
    for at, symbol in zip(notes.sample.tolist(), notes.symbol, strict=True):
        if symbol == _BEGINS and since is None:
            since = at
        elif symbol == _ENDS and since is not None:
            spans.append((since, at))
            since = None
    if since is not None:
        spans.append((since, n_samples - 1))
    labelled = [(first, last) for first, last in rhythm_spans(notes, n_samples, "VFL").tolist()]
    return merged([*spans, *labelled])


def merged(spans: list[tuple[int, int]]) -> Spans:
    """Join spans that touch or overlap."""
    joined: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return np.array(joined, dtype=np.int64).reshape(-1, 2)


def inside(sample: npt.NDArray[np.int64], spans: Spans) -> npt.NDArray[np.bool_]:
    """Mark the samples, shape (n,) in any order, that lie in one of the spans."""
    found = np.zeros(len(sample), dtype=bool)
    for start, stop in spans.tolist():
        found |= (sample >= start) & (sample <= stop)
    return found
