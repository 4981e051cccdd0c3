"""What is kept of a source: all that a record can be asked for again, the newest stretch of anything else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.errors import RecordError
from assets.records.headers.survey import survey_record
from assets.records.record import Annotations, Record
from assets.sources.pieces import PiecesSource
from assets.sources.record import RecordSource
from assets.sources.source import Lead, Source, SourceBlock, SourceInfo
from monitor.stream.past.history import SignalHistory

FS = 100.0


class Silent(Source):
    """A source that is never read here: its blocks are made by the tests."""

    info = SourceInfo("s", "test:s", FS, (Lead("A"), Lead("B")))
    ended = False

    def read(self, n):
        raise AssertionError("the history reads nothing by itself")


def block(start, n):
    column = np.arange(start, start + n, dtype=np.float32)
    beats = np.arange(start + (-start) % 100, start + n, 100)
    known = Annotations(beats, ("N",) * len(beats), ("",) * len(beats))
    return SourceBlock(start, np.stack([column, -column], axis=1), known)


def test_a_record_is_asked_again_and_nothing_is_copied():
    signals = np.arange(2000, dtype=np.float32).reshape(1000, 2)
    history = SignalHistory(RecordSource(Record("r", FS, ("A", "B"), signals)))
    assert np.shares_memory(history.between(100, 200), signals)
    assert np.array_equal(history.lead(1, 100, 200), signals[100:200, 1])


def test_before_and_after_a_record_there_is_a_gap():
    history = SignalHistory(RecordSource(Record("r", FS, ("A",), np.ones((10, 1), np.float32))))
    assert np.array_equal(np.isnan(history.lead(0, -2, 12)), [True] * 2 + [False] * 10 + [True] * 2)
    assert history.between(5, 3).shape == (0, 1)


@given(st.lists(st.integers(0, 700), min_size=1, max_size=20), st.integers(-50, 3000), st.integers(0, 900))
def test_the_newest_stretch_is_kept_however_it_came(sizes, start, n):
    history = SignalHistory(Silent(), kept_s=5.0)
    at = 0
    for size in sizes:
        history.append(block(at, size))
        at += size
    first, stop = history.span
    assert (first, stop) == (max(0, at - 500), at)
    index = np.arange(start, start + n)
    expected = np.where((index >= first) & (index < stop), index, np.nan).astype(np.float32)
    assert np.array_equal(history.lead(0, start, start + n), expected, equal_nan=True)
    kept = [i for i in range(0, at, 100) if max(first, start) <= i < start + n]
    assert history.annotations(start, start + n).sample.tolist() == kept


def test_what_does_not_follow_on_begins_anew():
    history = SignalHistory(Silent())
    history.append(block(0, 300))
    history.append(block(1000, 50))
    assert history.span == (1000, 1050)
    assert np.isnan(history.lead(0, 0, 300)).all()
    assert history.annotations(0, 1050).sample.tolist() == [1000]


def test_memory_is_bounded_by_bytes_too():
    history = SignalHistory(Silent(), kept_bytes=800)
    history.append(block(0, 5000))
    assert history.span == (4900, 5000)


def test_what_is_read_does_not_change_when_more_comes():
    history = SignalHistory(Silent(), kept_s=1.0)
    history.append(block(0, 100))
    seen = history.lead(0, 0, 100)
    history.append(block(100, 100))
    assert np.array_equal(seen, np.arange(100))


def test_a_history_cannot_be_read_from_an_unread_source():
    with pytest.raises(AssertionError):
        Silent().read(1)
    assert SignalHistory(Silent()).between(0, 3).shape == (3, 2)


def test_what_a_record_cannot_give_any_more_is_a_gap_and_is_said(write_record, tmp_path):
    history = SignalHistory(PiecesSource(survey_record(write_record(np.arange(200_000).reshape(-1, 1)))))
    assert not np.isnan(history.between(0, 100)).any()
    (tmp_path / "r.dat").write_bytes(b"")
    assert np.isnan(history.lead(0, 190_000, 190_100)).all()
    assert history.failure.startswith("r.dat cannot be read any more")
    with pytest.raises(RecordError, match=r"r\.dat cannot be read any more"):
        history.glance(0, 190_000, 190_100)


def test_a_glance_sees_what_is_there(write_record):
    digital = np.arange(2000).reshape(-1, 2)
    history = SignalHistory(PiecesSource(survey_record(write_record(digital))))
    assert np.array_equal(history.glance(1, 10, 20), history.lead(1, 10, 20))
    silent = SignalHistory(Silent())
    silent.append(block(0, 300))
    assert np.array_equal(silent.glance(1, 10, 20), -np.arange(10, 20, dtype=np.float32))
