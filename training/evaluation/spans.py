"""Stretches of time compared with each other."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.judging.reference import Spans


def without(spans: Spans, others: Spans) -> Spans:
    """Give what of some spans lies in none of others; first and last samples, shape (k, 2)."""
    left: list[tuple[int, int]] = []
    for first, last in spans.tolist():
        for start, end in others.tolist():
            if end < first or start > last:
                continue
            if start > first:
                left.append((first, start - 1))
            first = end + 1
        if first <= last:
            left.append((first, last))
    return np.array(left, dtype=np.int64).reshape(-1, 2)


def overlap(one: Spans, other: Spans) -> npt.NDArray[np.int64]:
    """Give how many samples each of some spans has in common with each of others, shape (one, other)."""
    first = np.maximum(one[:, None, 0], other[None, :, 0])
    last = np.minimum(one[:, None, 1], other[None, :, 1])
    return np.asarray((last - first).clip(0))
