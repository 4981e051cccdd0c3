"""The alerts of the shipped demo are those that were looked at when the weights were shipped."""

from __future__ import annotations

from itertools import chain

import numpy as np
import numpy.typing as npt
import pytest

from assets.records.demo import load_demo
from models.alerts.analyzer import Analyzer
from models.alerts.events import Event, Kind
from models.pipeline import ScoreStream

PEAKS: dict[Kind, tuple[int, ...]] = {
    Kind.ECTOPIC: (
        6864,
        7974,
        8581,
        13206,
        14407,
        17049,
        17691,
        19064,
        20354,
        22378,
        25537,
        26030,
        26683,
        31307,
        32819,
        34675,
        36358,
        38952,
        39596,
        40863,
        41589,
        45311,
        45974,
        47409,
        48813,
        51040,
        51529,
        52714,
        53327,
        55296,
        57305,
        57773,
        58427,
        59557,
        60205,
        62162,
        62837,
        64602,
        67524,
        69713,
        70375,
        71535,
        72209,
        74012,
        76890,
        78016,
        82037,
        84108,
        84926,
        85564,
        86367,
        87005,
        87784,
        88456,
        89838,
        90475,
        92593,
        93100,
        93808,
        96411,
        97055,
        101656,
        102321,
        103725,
        104361,
        105507,
        106341,
        106963,
    ),
    Kind.PAIR: (
        5855,
        6452,
        30935,
        35610,
        49503,
        52234,
        54812,
        61710,
        74706,
        81366,
        83419,
        89379,
        95932,
        100556,
        105020,
        107607,
    ),
    Kind.PREMATURE: (7244,),  # a normal beat after an artefact
    Kind.RUN: (19708, 33621),
    Kind.BIGEMINY: (6452, 51040, 74891),  # single beats in it are told by it
    Kind.TRIGEMINY: (
        7974,
        19866,
        26030,
        35791,
        40863,
        57773,
        59557,
        62162,
        69713,
        71535,
        77301,
        81366,
        87784,
        89838,
        93100,
        96411,
    ),  # single beats in it are told by it
}
"""Samples of the demo at which each alert is strongest, by its kind.

Since the reconstruction error counts in the score, the fusion beat at 6864 is found, with it the bigeminy
from 6452 on, and the alert about a normal beat at 4310 is gone.
"""

ROUNDED = 1
"""On another processor sums round otherwise: so many alerts may differ, and peaks by so many samples."""


def alerts() -> list[Event]:
    record = load_demo()
    analyzer = Analyzer(record.fs, ScoreStream.shipped(record.fs))
    parts = np.array_split(record.signals[:, 0], 30)
    return [*chain.from_iterable(analyzer.push(part).events for part in parts), *analyzer.finish()]


def without_partner(one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> int:
    """Peaks of `one` that have none of `other` within `ROUNDED` samples."""
    away = np.abs(one[:, None] - other[None, :]).min(axis=1, initial=np.iinfo(np.int64).max)
    return int((away > ROUNDED).sum())


@pytest.mark.slow
def test_the_demo_raises_the_alerts_it_always_has() -> None:
    found: dict[Kind, list[int]] = {}
    for event in alerts():
        found.setdefault(event.kind, []).append(event.peak)
    assert set(found) == set(PEAKS)
    new = lost = 0
    for kind, peaks in PEAKS.items():
        expected, got = np.array(peaks), np.array(found[kind])
        new, lost = new + without_partner(got, expected), lost + without_partner(expected, got)
    assert max(new, lost) <= ROUNDED, f"{new} new alerts, {lost} lost ones"
