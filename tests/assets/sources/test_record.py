"""A record as a source: in order, to its end, and any stretch of it without moving."""

import numpy as np
import pytest

from assets.records.record import Annotations, Record
from assets.sources.record import RecordSource


@pytest.fixture
def record():
    signals = np.arange(2000, dtype=np.float32).reshape(1000, 2)
    known = Annotations(np.array([10, 500, 999]), ("N", "V", "N"), ("", "", ""))
    return Record("r", 100.0, ("I", "II"), signals, known, identity="mitdb/r", offset=42)


def test_it_says_what_it_is(record):
    info = RecordSource(record).info
    assert (info.name, info.identity, info.offset, info.fs) == ("r", "mitdb/r", 42, 100.0)
    assert (info.n_samples, info.duration) == (1000, 10.0)
    assert info.seekable
    assert info.annotated
    assert not info.live
    assert info.lead_names == ("I", "II")


def test_it_hands_out_the_record_in_order_and_ends(record):
    source = RecordSource(record)
    blocks = []
    while not source.ended:
        blocks.append(source.read(300))
    assert [b.start for b in blocks] == [0, 300, 600, 900]
    assert np.array_equal(np.concatenate([b.samples for b in blocks]), record.signals)
    assert [s for b in blocks for s in b.annotations.symbol] == ["N", "V", "N"]
    assert not len(source.read(10).samples)


@pytest.mark.parametrize(("asked", "start"), [(400, 400), (-3, 0), (5000, 1000)])
def test_a_seek_goes_there_and_is_clipped(record, asked, start):
    source = RecordSource(record)
    source.seek(asked)
    assert source.read(1).start == start


def test_looking_elsewhere_does_not_move_it(record):
    source = RecordSource(record)
    assert np.array_equal(source.between(990, 1200).samples, record.signals[990:])
    assert source.read(5).start == 0


def test_its_samples_cannot_be_written_to(record):
    with pytest.raises(ValueError, match="read-only"):
        RecordSource(record).read(5).samples[0, 0] = 1


def test_a_lead_that_is_not_there_is_named_with_those_that_are(record):
    info = RecordSource(record).info
    assert info.lead_index("ii") == 1
    with pytest.raises(ValueError, match="r has no lead 'V9'; its leads are I, II"):
        info.lead_index("V9")


def test_its_length_is_the_records_or_what_is_asked_for(record):
    info = RecordSource(record).info
    assert (info.length(), info.length(2.5), info.length(100)) == (1000, 250, 1000)
