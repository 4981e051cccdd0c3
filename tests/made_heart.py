"""A made heart: rows of a front end with a P wave, a QRS complex and a T wave a beat, and its beats."""

from itertools import pairwise

import numpy as np

from models.beats.scores import BeatScores
from models.signal.frontend import MODEL_FS, FrontEndRows

FS = 360.0
AFTER_ROWS = 46


def wave(t, at, width, height):
    return height * np.exp(-0.5 * ((t - at) / width) ** 2)


def heart(rr, early=(), p_waves=True, seed=0):
    """Rows and beats with these intervals (s); the beats `early` have no P wave."""
    rng = np.random.default_rng(seed)
    peaks = 1.0 + np.cumsum(rr)
    n = round((peaks[-1] + 1.5) * MODEL_FS)
    t = np.arange(n) / MODEL_FS
    x = 0.01 * rng.standard_normal(n)
    for i, peak in enumerate(peaks):
        x += wave(t, peak, 0.015, 1.0) + wave(t, peak + 0.25, 0.04, 0.2)
        if p_waves and i not in early:
            x += wave(t, peak - 0.15, 0.02, 0.15)
    index = np.round(np.arange(n) * FS / MODEL_FS).astype(np.int64)
    value = x.astype(np.float32)
    rows = FrontEndRows(index, index + 15, value, np.zeros_like(value), np.ones(n, dtype=bool))
    return rows, beats(np.round(peaks * FS).astype(np.int64), np.asarray(rr))


def beats(index, rr, score=0.0):
    def each(value):
        return np.broadcast_to(np.asarray(value, dtype=np.float32), index.shape).copy()

    usual = np.median(rr)
    return BeatScores(
        index,
        index + round(AFTER_ROWS * FS / MODEL_FS) + 15,
        each(score),
        *[each(0.0)] * 4,
        premature=each(1 - rr / usual),
        amplitude=each(1.0),
        rr_s=each(rr),
        pause_s=each(np.nan),
        supraventricular=each(np.nan),
    )


def cut(rows, found, at):
    """Pieces of rows and of the beats that are complete in each, cut before these rows."""
    edges = [0, *sorted(at), len(rows)]
    for first, stop in pairwise(edges):
        piece = FrontEndRows(
            *(getattr(rows, f)[first:stop] for f in ("index", "emitted", "value", "baseline", "valid"))
        )
        came = (found.emitted >= (rows.emitted[first] if first else 0)) & (
            found.emitted < (rows.emitted[stop] if stop < len(rows) else 2**60)
        )
        yield piece, found.rows(np.flatnonzero(came))
