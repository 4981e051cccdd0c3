"""Where beats drop out of a regular rhythm, what comes after one interval is on time."""

import math

import pytest
import torch

from models.alerts.kinds import Kind
from models.library.watch import Watch, open_source
from models.rhythm.dropped import LATEST, MOST, WITHIN, Dropped


def said(intervals: list[float]) -> list[bool]:
    dropped = Dropped()
    return [dropped.take(interval) for interval in intervals]


def test_one_length_among_multiples_of_it_is_on_time() -> None:
    after = said([*[0.8, 0.8, 0.8, 1.6] * 4, 0.8])
    assert not any(after[:LATEST])
    assert after[LATEST:] == [length == 0.8 for length in ([0.8, 0.8, 0.8, 1.6] * 4 + [0.8])[LATEST:]]
    assert said([1.6] * LATEST + [0.8])[-1], "as where two to one gives way to one to one"
    assert said([MOST * 0.8] * LATEST + [0.8])[-1]


def test_breathing_changes_the_pace() -> None:
    pace = [0.8 * (1 + 0.05 * math.sin(i)) for i in range(40)]
    dropping = [length * (2 if i % 4 == 3 else 1) for i, length in enumerate(pace)]
    assert all(on_time for i, on_time in enumerate(said(dropping)) if i >= LATEST and i % 4 != 3)


@pytest.mark.parametrize(
    "intervals",
    [
        [0.8] * 20,
        [0.6, 1.0] * 10,
        [*[0.8] * 12, 0.5, 1.1, *[0.8] * 4, 0.5],
        [0.8 * (1 + 2 * WITHIN), 0.8 * (1 - 2 * WITHIN), 1.6] * 8,
        [(MOST + 1) * 0.8] * LATEST + [0.8],
        [1.6] * (LATEST - 1) + [0.8],
        [1.6] * LATEST + [math.nan, 0.8],
        [0.8, 0.63, 1.1, 0.9, 0.71, 1.3, 0.97, 0.8, 1.21, 0.66] * 2,
    ],
)
def test_nothing_is_on_time_where_intervals_are_equal_or_no_multiples(intervals: list[float]) -> None:
    assert not any(said(intervals))


def test_a_reset_forgets_the_intervals() -> None:
    dropped = Dropped()
    for _ in range(LATEST):
        dropped.take(1.6)
    dropped.reset()
    assert not dropped.take(0.8)


@pytest.mark.parametrize(("name", "most"), [("mobitz", 0), ("mobitz?conducted=2", 6), ("wenckebach", 0)])
def test_a_block_of_the_second_degree_has_hardly_a_premature_beat(name: str, most: int) -> None:
    torch.set_num_threads(1)
    with Watch(open_source(f"patient:{name}"), duration_s=150) as watch:
        kinds = [alert.kind for alert in watch.run().alerts]
    assert len(kinds) <= most
    assert set(kinds) <= {Kind.PREMATURE}


def test_premature_atrial_beats_are_told_as_before() -> None:
    torch.set_num_threads(1)
    with Watch(open_source("patient:pac"), duration_s=150) as watch:
        account = watch.run()
    assert sum(alert.kind is Kind.PREMATURE for alert in account.alerts) >= 15
