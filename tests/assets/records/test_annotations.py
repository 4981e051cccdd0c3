import os
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.databases.mitbih import RECORDS
from assets.records import annotations
from assets.records.annotations import read_annotations

ALWAYS = {"frame_rate": 360.0, "fs": 360.0, "n_samples": 10_000}


def word(code, value):
    return struct.pack("<H", code << 10 | value)


def note(text, at=0):
    padded = text.encode() + b"\x00" * (len(text) % 2)
    return word(22, at) + word(63, len(text)) + padded


END = b"\x00\x00"


def read(tmp_path, content, **changes):
    path = tmp_path / "r.atr"
    path.write_bytes(content)
    return read_annotations(path, **(ALWAYS | changes))


def test_every_record_reads_as_wfdb_reads_it(data_dir):
    import wfdb

    for number in RECORDS[::4]:
        expected = wfdb.rdann(str(data_dir / "mitdb" / number), "atr")
        found, warnings = read_annotations(
            data_dir / "mitdb" / f"{number}.atr", frame_rate=360, fs=360, n_samples=650_000
        )
        assert warnings == ()
        np.testing.assert_array_equal(found.sample, expected.sample)
        assert found.symbol == tuple(expected.symbol)
        assert found.aux_note == tuple(text.rstrip("\x00") for text in expected.aux_note)


def test_no_file_is_no_warning(tmp_path):
    assert read_annotations(tmp_path / "r.atr", **ALWAYS) == (None, ())


def test_modifiers_skips_and_notes(tmp_path):
    content = (
        word(1, 100)
        + word(61, 1)
        + word(62, 0)
        + word(60, 3)
        + word(59, 0)
        + struct.pack("<HH", 0, 2000)
        + word(28, 5)
        + word(63, 3)
        + b"(VT\x00"
        + word(5, 10)
        + END
    )
    found, warnings = read(tmp_path, content)
    assert found.sample.tolist() == [100, 2105, 2115]
    assert found.symbol == ("N", "+", "V")
    assert found.aux_note == ("", "(VT", "")
    assert warnings == ()


def test_time_resolution_of_its_own(tmp_path):
    found, _ = read(tmp_path, note("## time resolution: 720") + word(1, 100) + END)
    assert found.sample.tolist() == [50]


def test_indices_follow_the_sampling_frequency_of_the_record(tmp_path):
    found, _ = read(tmp_path, word(1, 100) + END, frame_rate=250.0, fs=500.0)
    assert found.sample.tolist() == [200]


def test_own_symbols(tmp_path):
    content = (
        note("## annotation type definitions")
        + note("42 X strange beat")
        + note("## end of definitions")
        + word(42, 7)
        + END
    )
    found, warnings = read(tmp_path, content)
    assert found.symbol == ("X",)
    assert warnings == ()


def test_unknown_definitions_do_not_loop(tmp_path):
    found, _ = read(
        tmp_path, note("## something else") * 2 + note("## time resolution: 0") + word(1, 7) + END
    )
    assert found.symbol == ("N",)


def test_what_lies_outside_the_record_is_left_out_and_said(tmp_path):
    back = word(59, 0) + struct.pack("<hH", -1, 0)
    found, warnings = read(tmp_path, word(1, 5) + word(1, 900) + back + word(1, 0) + END, n_samples=500)
    assert found.sample.tolist() == [5]
    assert warnings == ("2 annotations in r.atr outside the record were left out.",)


def test_unknown_types_are_left_out_and_said(tmp_path):
    found, warnings = read(tmp_path, word(1, 5) + word(50, 5) + END)
    assert found.symbol == ("N",)
    assert warnings == ("1 annotations of unknown type in r.atr were left out.",)


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "truncated"),
        (b"\x01", "truncated"),
        (word(1, 5), "truncated"),
        (word(1, 5) + word(59, 0) + b"\x00", "truncated"),
        (word(1, 5) + word(63, 100) + b"abc", "within a note"),
        (word(63, 2) + b"ab" + END, "begins with one"),
    ],
)
def test_broken_file_costs_only_the_annotations(tmp_path, content, cause):
    found, warnings = read(tmp_path, content)
    assert found is None
    assert len(warnings) == 1
    assert warnings[0].startswith("The annotations in r.atr were left out: ")
    assert cause in warnings[0]


def test_huge_file_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(annotations, "MAX_ANNOTATION_BYTES", 10)
    found, warnings = read(tmp_path, word(1, 1) * 20 + END)
    assert found is None
    assert "larger than" in warnings[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_pipe_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "r.atr")
    found, warnings = read_annotations(tmp_path / "r.atr", **ALWAYS)
    assert found is None
    assert "ordinary file" in warnings[0]


@given(content=st.binary(max_size=300))
def test_any_bytes_give_annotations_or_a_warning(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "fuzz.atr"
    path.write_bytes(content)
    found, warnings = read_annotations(path, **ALWAYS)
    assert found is not None or len(warnings) == 1
    if found is not None:
        assert (np.diff(found.sample) >= 0).all()
        assert len(found.sample) == len(found.symbol) == len(found.aux_note)
        assert ((found.sample >= 0) & (found.sample < 10_000)).all()


def test_more_annotations_than_a_week_has_are_left_out_and_said(tmp_path, monkeypatch):
    monkeypatch.setattr(annotations, "MAX_ANNOTATIONS", 100)
    found, warnings = read(tmp_path, word(1, 5) * 100 + END)
    assert len(found.sample) == 100
    assert warnings == ()
    found, warnings = read(tmp_path, word(1, 5) * 101 + END)
    assert found is None
    assert warnings == ("The annotations in r.atr were left out: it holds more than 100 of them.",)


def test_a_note_stays_with_its_annotation_when_others_are_left_out(tmp_path):
    content = word(1, 10) + word(50, 1) + word(28, 5) + word(63, 2) + b"(N" + word(1, 9000) + word(28, 1)
    found, _ = read(tmp_path, content + word(63, 4) + b"(AFL" + word(5, 7) + END, n_samples=500)
    assert list(zip(found.sample.tolist(), found.symbol, found.aux_note, strict=True)) == [
        (10, "N", ""),
        (16, "+", "(N"),
    ]
