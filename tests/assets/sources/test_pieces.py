"""A record on the disk as a source: what a record in memory gives, block for block."""

import numpy as np
import pytest

from assets.records.headers.survey import survey_record
from assets.records.reader import read_record
from assets.sources import open as opening
from assets.sources import pieces
from assets.sources.open import open_source
from assets.sources.pieces import PiecesSource
from assets.sources.record import RecordSource


@pytest.fixture
def always_in_pieces(monkeypatch):
    monkeypatch.setattr(opening, "HELD_VALUES", 0)


def test_a_record_is_held_up_to_a_bound_and_read_in_pieces_above(write_record, monkeypatch):
    path = write_record(np.zeros((50, 2), int))
    assert isinstance(open_source(str(path)), RecordSource)
    monkeypatch.setattr(opening, "HELD_VALUES", 99)
    assert isinstance(open_source(str(path)), PiecesSource)
    assert isinstance(open_source("demo"), RecordSource)


def test_it_says_of_itself_what_the_whole_record_says(always_in_pieces, data_dir, monkeypatch):
    lazy = open_source("114", data_dir=data_dir).info
    monkeypatch.undo()
    whole = open_source("114", data_dir=data_dir).info
    assert lazy.warnings[:-1] == whole.warnings
    assert (
        lazy.warnings[-1]
        == "114 is read in pieces, so its samples are not compared with the checksums in 114.hea."
    )
    for name in (
        "name",
        "identity",
        "offset",
        "fs",
        "leads",
        "n_samples",
        "seekable",
        "live",
        "annotated",
        "comments",
    ):
        assert getattr(lazy, name) == getattr(whole, name)
    assert lazy.identity == "mitdb/114"


def test_nothing_is_said_of_checksums_that_the_header_does_not_give(write_record):
    assert PiecesSource(survey_record(write_record(np.zeros((50, 2), int)))).info.warnings == ()


def test_it_hands_out_the_record_in_order_and_ends(always_in_pieces, data_dir):
    record = read_record(data_dir / "mitdb" / "100")
    source = open_source("100", data_dir=data_dir)
    source.seek(649_000)
    blocks = []
    while not source.ended:
        blocks.append(source.read(300))
    assert [b.start for b in blocks] == [649_000, 649_300, 649_600, 649_900]
    np.testing.assert_array_equal(np.concatenate([b.samples for b in blocks]), record.signals[649_000:])
    inside = record.annotations.sample >= 649_000
    assert (
        np.concatenate([b.annotations.sample for b in blocks]).tolist()
        == record.annotations.sample[inside].tolist()
    )
    assert not len(source.read(10).samples)


def test_who_is_far_behind_reads_several_times(write_record, monkeypatch):
    monkeypatch.setattr(pieces, "MOST_AT_ONCE", 40)
    source = PiecesSource(survey_record(write_record(np.arange(100).reshape(-1, 1))))
    assert [len(source.read(10**12).samples) for _ in range(4)] == [40, 40, 20, 0]


@pytest.mark.parametrize(("asked", "start"), [(40, 40), (-3, 0), (5000, 100)])
def test_a_seek_goes_there_and_is_clipped(write_record, asked, start):
    source = PiecesSource(survey_record(write_record(np.arange(100).reshape(-1, 1))))
    source.seek(asked)
    assert source.read(1).start == start


@pytest.mark.parametrize("kind", ["held", "in pieces"])
def test_looking_elsewhere_does_not_move_it(write_record, kind):
    path = write_record(np.arange(200).reshape(-1, 2))
    source = PiecesSource(survey_record(path)) if kind == "in pieces" else RecordSource(read_record(path))
    expected = np.arange(180, 200, dtype=np.float32).reshape(-1, 2) / 200
    np.testing.assert_array_equal(source.between(90, 1200).samples, expected)
    np.testing.assert_array_equal(source.glance(1, 90, 1200), expected[:, 1])
    assert source.annotations(0, 100).symbol == ()
    assert source.read(5).start == 0


def test_annotations_come_without_the_samples(always_in_pieces, data_dir, monkeypatch):
    source = open_source("100", data_dir=data_dir)
    monkeypatch.setattr(source, "_pieces", None)
    whole = read_record(data_dir / "mitdb" / "100").annotations
    found = source.annotations(1000, 2000)
    assert found.sample.tolist() == [s for s in whole.sample.tolist() if 1000 <= s < 2000]
    assert found.symbol == tuple(
        y for s, y in zip(whole.sample, whole.symbol, strict=True) if 1000 <= s < 2000
    )
