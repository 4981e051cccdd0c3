"""What analysis costs on one core: many patients in step, one patient with one lead and with two.

All of it runs in one thread, so that processor time says what a core can do, whatever else the machine does.
"""

import time
from itertools import pairwise

import numpy as np

FS = 360.0
MANY, MANY_S, MANY_HOP_S = 500, 4.0, 1.0
SOME, SOME_S, HOP_S = 64, 10.0, 0.02
ONE_S, ONE_HOP_S = 60.0, 1.0
WARM_UP_S = 15.0  # until each patient has a template


def rows():
    import torch

    torch.set_num_threads(1)
    many = _hops(MANY, MANY_S, MANY_HOP_S)
    streams = MANY * MANY_HOP_S / float(np.mean(many))
    yield (
        f"{MANY} streams of one lead on one core, batched, {MANY_HOP_S:g} s at a time: streams in real time",
        f"{streams:.0f}",
        "≥ 1000",
        streams >= 1000,
    )
    hops = 1000 * _hops(SOME, SOME_S, HOP_S)
    p99 = float(np.quantile(hops, 0.99))
    yield (
        f"{SOME} streams, hops of {1000 * HOP_S:.0f} ms: processor time of a hop, p99",
        f"{p99:.1f} ms (median {np.median(hops):.1f} ms)",
        "≤ 20 ms",
        p99 <= 20,
    )
    for leads, hop_s, most in ((1, ONE_HOP_S, 8), (1, HOP_S, 20), (2, HOP_S, 30)):
        cost = 1000 * _one(leads, hop_s)
        yield (
            f"one patient, {leads} lead{'s' * (leads > 1)}, {hop_s:g} s at a time: processor time a second",
            f"{cost:.1f} ms",
            f"≤ {most} ms",
            cost <= most,
        )


def _signals(streams: int, seconds: float) -> np.ndarray:
    from assets.records.demo import load_demo

    lead = load_demo().signals[:, 0].astype(np.float64)
    n = round(seconds * FS)
    starts = np.linspace(0, len(lead) - n - 1, streams).astype(int)
    return np.stack([lead[start : start + n] for start in starts])


def _hops(streams: int, seconds: float, hop_s: float) -> np.ndarray:
    """Processor time of each hop, s, after a warm-up."""
    from models.batch import BatchStream

    signals = _signals(streams, WARM_UP_S + seconds)
    batch = BatchStream(FS, streams)
    batch.push(signals[:, : round(WARM_UP_S * FS)])
    edges = np.round(np.arange(WARM_UP_S, WARM_UP_S + seconds + 1e-9, hop_s) * FS).astype(int)
    times = []
    for first, last in pairwise(edges):
        began = time.process_time()
        batch.push(signals[:, first:last])
        times.append(time.process_time() - began)
    return np.array(times)


def _one(leads: int, hop_s: float) -> float:
    """Processor time for a second of one patient, s; the second lead is the first one upside down."""
    from models.leads.stream import FusedStream
    from models.pipeline import ScoreStream

    seconds = ONE_S if hop_s >= 1 else 15.0
    signal = _signals(1, WARM_UP_S + seconds)[0]
    if leads > 1:
        signal = np.stack([signal, -0.6 * signal], axis=1)
    stream = FusedStream(FS, leads) if leads > 1 else ScoreStream.shipped(FS)
    stream.push(signal[: round(WARM_UP_S * FS)])
    edges = np.round(np.arange(WARM_UP_S, WARM_UP_S + seconds + 1e-9, hop_s) * FS).astype(int)
    began = time.process_time()
    for first, last in pairwise(edges):
        stream.push(signal[first:last])
    return (time.process_time() - began) / seconds
