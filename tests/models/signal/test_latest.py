"""The latest rows are what was added last, however much is added at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.signal.latest import ROOM, Latest


@given(
    lengths=st.lists(st.integers(0, 3 * ROOM), max_size=12), kept=st.sampled_from([0, 1, 7, ROOM, 3 * ROOM])
)
def test_what_was_kept_and_what_is_new_come_in_the_order_of_time(lengths: list[int], kept: int) -> None:
    line = np.arange(2 * (kept + sum(lengths)), dtype=np.float32).reshape(2, -1)
    line[:, :kept] = -1
    latest, at = Latest(2, kept, -1), kept
    for n in lengths:
        together = latest.extend(line[:, at : at + n])
        at += n
        np.testing.assert_array_equal(together, line[:, at - n - kept : at])
        np.testing.assert_array_equal(latest.rows, line[:, at - kept : at])


def test_once_reset_nothing_is_left() -> None:
    latest = Latest(1, 3, 0.0, shape=(2,))
    latest.extend(np.ones((1, 5, 2), dtype=np.float32))
    latest.reset()
    assert latest.extend(np.full((1, 1, 2), 2, dtype=np.float32))[0, :, 0].tolist() == [0, 0, 0, 2]
