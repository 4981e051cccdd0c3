"""Ventricular flutter as the annotations tell it: where no single beat is marked, and none is assessed."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assets.records.record import Record


def flutter_spans(record: Record) -> npt.NDArray[np.int64]:
    """Find ventricular flutter: from ``[`` to ``]``, and while the rhythm is labelled ``(VFL``.

    The wave marks and the rhythm label begin and end up to 0.6 s apart in MIT-BIH record 207, the only one
    with flutter; a span is the union of both. ANSI/AAMI EC57:2012 leaves such spans out of the beat-by-beat
    comparison; evaluation, QRS evaluation and fits do so by this one definition.

    Parameters
    ----------
    record : Record
        With or without annotations.

    Returns
    -------
    ndarray of int64, shape (k, 2)
        First and last sample of each span, in the order of time; none overlaps another. A span that does not
        end lasts to the record's end.
    """
    if record.annotations is None:
        return np.zeros((0, 2), dtype=np.int64)
    spans: list[tuple[int, int]] = []
    open_at: dict[str, int] = {}
    notes = record.annotations
    for sample, symbol, note in zip(notes.sample.tolist(), notes.symbol, notes.aux_note, strict=True):
        if symbol == "[":
            open_at.setdefault("wave", sample)
        elif symbol == "]" and "wave" in open_at:
            spans.append((open_at.pop("wave"), sample))
        elif symbol == "+" and note.startswith("("):
            if "rhythm" in open_at:
                spans.append((open_at.pop("rhythm"), sample))
            if note.startswith("(VFL"):
                open_at["rhythm"] = sample
    spans += [(start, record.n_samples - 1) for start in open_at.values()]
    merged: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return np.array(merged, dtype=np.int64).reshape(-1, 2)


def inside(sample: npt.NDArray[np.int64], spans: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Mark the samples that lie in one of the spans.

    Parameters
    ----------
    sample : ndarray of int64, shape (n,)
        In any order.
    spans : ndarray of int64, shape (k, 2)
        As `flutter_spans` gives them.

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    found = np.zeros(len(sample), dtype=bool)
    for start, stop in spans.tolist():
        found |= (sample >= start) & (sample <= stop)
    return found
