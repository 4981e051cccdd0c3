"""Rows are kept by the sample that they describe, whatever the order in which they come."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from monitor.stream.past.rows import RowArchive


def rows(start, stop, step=3):
    index = np.arange(start, stop, step, dtype=np.int64)
    return index, np.sin(index).astype(np.float32), index.astype(np.float32)


@given(
    st.permutations(range(12)),
    st.integers(-100, 2000),
    st.integers(0, 900),
    st.integers(0, 3),
)
def test_pieces_in_any_order_make_one_table(order, start, length, margin):
    archive = RowArchive(2, block=400)
    for i in order:
        archive.add("a", *rows(150 * i, 150 * (i + 1)))
        archive.add("b", *rows(150 * i + 1, 150 * i + 2))
    whole, sine, same = rows(0, 1800)
    lo, hi = np.searchsorted(whole, (start, start + length))
    kept = slice(max(0, lo - margin), hi + margin)
    index, values = archive.between("a", start, start + length, margin)
    if lo < hi:
        np.testing.assert_array_equal(index, whole[kept])
        np.testing.assert_array_equal(values, [sine[kept], same[kept]])
    else:
        assert set(index) <= set(whole[kept])
    assert len(archive) == 12 * 51


def test_a_stretch_without_rows_is_a_gap():
    archive = RowArchive(2, block=1000, gap=10)
    archive.add(0, *rows(0, 90))
    archive.add(0, *rows(1500, 1590))
    index, values = archive.between(0, 0, 2000)
    at = int(np.searchsorted(index, 90, side="right")) - 1
    assert (np.diff(index) > 0).all()
    assert np.isnan(values[:, at]).all()
    assert np.isfinite(np.delete(values, at, axis=1)).all()


def test_what_was_read_does_not_change_when_earlier_rows_come():
    archive = RowArchive(2, block=10_000)
    archive.add(0, *rows(600, 900))
    _, seen = archive.between(0, 600, 900)
    before = seen.copy()
    archive.add(0, *rows(0, 600))
    np.testing.assert_array_equal(seen, before)


def test_memory_is_bounded_and_the_minute_written_longest_ago_goes_first():
    archive = RowArchive(2, block=300, capacity=1000)
    for start in (*range(6000, 9000, 300), *range(0, 3000, 300), *range(12_000, 14_000, 300)):
        archive.add(0, *rows(start, start + 300))
        assert len(archive) <= 1000
    assert len(archive) == 1000
    index, _ = archive.between(0, 0, 20_000)
    assert index[0] == 2100, "the newest 700, and 300 of those before them"
    assert not len(archive.between(0, 6000, 9000)[0])
