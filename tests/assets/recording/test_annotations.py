"""Annotation files that grow: readable after every step, by wfdb and by our own reader."""

import errno
from io import FileIO

import numpy as np
import pytest
import wfdb
from hypothesis import given
from hypothesis import strategies as st

from assets.errors import WriteError
from assets.recording.annotations import MAX_NOTE_BYTES, AnnotationStream
from assets.records.annotations import SYMBOLS, read_annotations

BEATS = st.tuples(
    st.integers(0, 200_000),
    st.sampled_from([symbol for symbol in SYMBOLS.values() if symbol not in "~"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30),
    st.integers(0, 11),
)


def read(path):
    found, warnings = read_annotations(path, frame_rate=360, fs=360, n_samples=2**31)
    assert not warnings
    return found


@given(parts=st.lists(st.lists(BEATS, max_size=6), min_size=1, max_size=4))
def test_what_was_written_is_read_after_each_step(parts, tmp_path_factory):
    path = tmp_path_factory.mktemp("a") / "r.atr"
    stream, all_of, at = AnnotationStream(path), [], 0
    for part in parts:
        told = []
        for step, symbol, note, channel in part:
            at += step
            at = max(at, symbol == '"')
            told.append((at, symbol, note.rstrip("\0"), channel))
        if told:
            samples, symbols, notes, channels = zip(*told, strict=True)
            stream.append(samples, symbols, notes, channels)
        all_of += told
        found = read(path)
        assert found.sample.tolist() == [one[0] for one in all_of]
        assert list(found.symbol) == [one[1] for one in all_of]
    stream.close()
    if all_of:
        theirs = wfdb.rdann(str(path.with_suffix("")), "atr")
        assert theirs.sample.tolist() == [one[0] for one in all_of]
        assert theirs.symbol == [one[1] for one in all_of]
        assert theirs.chan.tolist() == [one[3] for one in all_of]
        for ours, note, symbol in zip(
            theirs.aux_note, (o[2] for o in all_of), (o[1] for o in all_of), strict=True
        ):
            assert ours.lstrip() == note.lstrip() or symbol == '"'


@given(
    steps=st.lists(
        st.tuples(st.lists(st.integers(0, 3000), max_size=4), st.lists(st.integers(0, 90_000), max_size=5)),
        min_size=1,
        max_size=6,
    )
)
def test_a_tail_is_read_until_another_takes_its_place(steps, tmp_path_factory):
    path = tmp_path_factory.mktemp("a") / "r.ecgm"
    stream, kept, at = AnnotationStream(path), [], 0
    for ahead, behind in steps:
        told, tail = [], []
        for step in ahead:
            at += step
            told.append(at)
        reached = at
        for step in behind:
            reached += step
            tail.append((reached, "V"))
        stream.append(told, ["N"] * len(told), tail=tail)
        kept += told
        found = read(path)
        assert found.sample.tolist() == [*kept, *(sample for sample, _ in tail)]
        assert list(found.symbol) == ["N"] * len(kept) + ["V"] * len(tail)
        if len(found.sample):
            theirs = wfdb.rdann(str(path.with_suffix("")), "ecgm")
            assert theirs.sample.tolist() == found.sample.tolist()
    stream.append([], [])
    stream.close()
    assert read(path).sample.tolist() == kept


def test_one_that_comes_late_stands_at_the_last(tmp_path):
    stream = AnnotationStream(tmp_path / "r.alm")
    stream.append([100], ["N"])
    stream.append([40], ["V"], ["late"])
    assert read(tmp_path / "r.alm").sample.tolist() == [100, 100]
    stream.close()


def test_a_note_is_cut_and_what_is_no_symbol_becomes_a_note(tmp_path):
    stream = AnnotationStream(tmp_path / "r.alm")
    stream.append([0, 5], ["nonsense", "N"], ["x" * 400, "two\nlines"])
    found = read(tmp_path / "r.alm")
    assert found.symbol == ('"', "N")
    assert len(found.aux_note[0]) == MAX_NOTE_BYTES
    assert found.aux_note[1] == "two lines"
    stream.close()


def test_a_note_defines_nothing(tmp_path):
    stream = AnnotationStream(tmp_path / "r.atr")
    stream.append([0, 36], ['"', "N"], ["## time resolution: 3600", ""])
    found = read(tmp_path / "r.atr")
    assert found.sample.tolist() == [1, 36], "the file's own rate is the record's"
    stream.close()


def test_a_file_that_exists_is_left_alone(tmp_path):
    (tmp_path / "r.atr").write_bytes(b"mine")
    with pytest.raises(WriteError, match=r"r\.atr could not be written: File exists"):
        AnnotationStream(tmp_path / "r.atr")
    assert (tmp_path / "r.atr").read_bytes() == b"mine"


class FullAfter(FileIO):
    """A file on a disk that is full beyond a size."""

    room = 40

    def write(self, content):
        left = self.room - self.tell()
        if left <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(memoryview(content)[:left])


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    monkeypatch.setattr("assets.recording.annotations.FileIO", FullAfter)
    stream = AnnotationStream(tmp_path / "r.atr")
    stream.append(range(0, 100, 10), "N" * 10)
    with pytest.raises(WriteError, match="No space left on device"):
        stream.append(range(100, 300, 10), "V" * 20)
    assert read(tmp_path / "r.atr").sample.tolist() == list(range(0, 100, 10))
    stream.append([100], ["V"])
    assert read(tmp_path / "r.atr").symbol == ("N",) * 10 + ("V",)
    stream.close()
    assert np.fromfile(tmp_path / "r.atr", "<u2")[-1] == 0
