"""What is written is what is read back, and a file appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.errors import WriteError
from assets.records.annotation_writer import annotation_file, wfdb_name, write_annotations
from assets.records.annotations import read_annotations


@given(st.lists(st.tuples(st.integers(0, 3_000_000), st.sampled_from("NVSQ")), max_size=40))
def test_annotations_are_read_back_to_the_sample(
    tmp_path_factory: pytest.TempPathFactory, given_ones: list[tuple[int, str]]
) -> None:
    ones = sorted({sample: symbol for sample, symbol in given_ones}.items())
    path = tmp_path_factory.mktemp("written") / "r.ecgm"
    sample = np.array([at for at, _ in ones], dtype=np.int64)
    write_annotations(path, 250.0, sample, [symbol for _, symbol in ones], [0] * len(ones))
    back, warnings = read_annotations(path, frame_rate=250, fs=250, n_samples=3_000_001)
    assert back is not None
    assert not warnings
    assert list(zip(back.sample.tolist(), back.symbol, strict=True)) == ones


def test_the_file_is_named_as_wfdb_wants(tmp_path: Path) -> None:
    assert annotation_file(tmp_path, "208", "ecgm") == tmp_path / "208.ecgm"
    assert wfdb_name("a b").startswith("a_b-")


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="could not be written"):
        write_annotations(tmp_path / "no" / "r.ecgm", 250.0, np.array([5]), ["N"], [0])
    assert not list(tmp_path.iterdir())


def test_a_name_that_is_no_utf8_gets_a_file_too(tmp_path: Path) -> None:
    assert wfdb_name("r\udcff").startswith("r_-")
