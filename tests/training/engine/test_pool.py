"""Work is done in order, in this process or in others, and what goes wrong in one is told."""

from __future__ import annotations

import os
from itertools import islice

import pytest

from training.engine.pool import spread


def test_one_at_a_time_is_done_here_and_when_it_is_asked_for() -> None:
    done: list[int] = []
    outcomes = spread(done.append, [1, 2, 3], jobs=1)
    assert not done
    next(outcomes)
    assert done == [1]
    assert list(islice(outcomes, 5)) == [None, None]
    assert done == [1, 2, 3]


def test_a_single_piece_of_work_starts_no_process() -> None:
    assert list(spread(lambda _: os.getpid(), [0], jobs=4)) == [os.getpid()]


def test_several_are_done_in_other_processes_and_come_in_order() -> None:
    assert list(spread(abs, [-3, 2, -1], jobs=2)) == [3, 2, 1]
    assert os.getpid() not in set(spread(parent, [0, 1], jobs=2))


def parent(_: int) -> int:
    return os.getpid()


def test_what_goes_wrong_in_a_process_is_told() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(spread(int, ["1", "no number"], jobs=2))
