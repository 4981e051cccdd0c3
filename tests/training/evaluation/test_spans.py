"""Stretches of time are compared with each other."""

from __future__ import annotations

import numpy as np
import pytest

from training.evaluation.spans import overlap, without


def spans(*pairs: tuple[int, int]) -> np.ndarray:
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ((), [(10, 20), (30, 40)]),
        (((0, 9),), [(10, 20), (30, 40)]),
        (((10, 20),), [(30, 40)]),
        (((12, 14), (16, 33)), [(10, 11), (15, 15), (34, 40)]),
        (((0, 99),), []),
    ],
)
def test_spans_are_taken_out_of_spans(
    taken: tuple[tuple[int, int], ...], left: list[tuple[int, int]]
) -> None:
    assert without(spans((10, 20), (30, 40)), spans(*taken)).tolist() == [list(pair) for pair in left]


def test_what_spans_have_in_common_is_given_pair_by_pair() -> None:
    assert overlap(spans((10, 20), (30, 40)), spans((15, 35), (50, 60))).tolist() == [[5, 0], [5, 0]]
