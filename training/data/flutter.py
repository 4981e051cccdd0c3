"""Ventricular flutter of a record, where no single beat is marked, and none is assessed."""

from __future__ import annotations

import numpy as np

from assets.records.record import Record
from models.judging.reference import Spans, flutter_in, inside

__all__ = ["flutter_spans", "inside"]


def flutter_spans(record: Record) -> Spans:
    """Find ventricular flutter in a record with or without annotations (`models.judging.reference`)."""
    if record.annotations is None:
        return np.zeros((0, 2), dtype=np.int64)
    return flutter_in(record.annotations, record.n_samples)
