"""Whatever stands in a file that is called text, it opens or is refused, in bounded memory."""

import os
import tracemalloc

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.errors import RecordError
from assets.records.open import open_record
from assets.text import reading
from assets.text.shape import MAX_LINE_BYTES

ROWS = b"".join(b"%d.%03d,%d\n" % (i // 250, i % 250 * 4, i % 90) for i in range(500))


def refusal(path, said="?rate=250&unit=mV"):
    with pytest.raises(RecordError) as caught:
        open_record(f"{path}{said}")
    message = str(caught.value)
    assert message.endswith(".")
    assert message.isprintable()
    assert len(message) < 300
    return message


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "the file is empty"),
        (b"\n \n", "the file is empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 9, "it holds binary data"),
        (b"1\x002\x00\n", "it holds binary data"),
        (b"no numbers at all\n" * 9, "there are no rows of numbers in it"),
        (b"1," * 3_000_000, "it has a line of more than"),
        (b"7" * 3_000_000, "it has a line of more than"),
        (b"1\n2\n3\n" + b"9" * 3_000_000, "it has a line of more than"),
        (b"1," * 5000 + b"1\n", "it has 5001 columns, where 256 are possible"),
        (b"words\n" * 300 + b"1\n2\n3\n", "more than 200 lines stand before its numbers"),
        ("12:00:00,a\n" * 9, "no rows of numbers"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, content, cause):
    path = tmp_path / "r.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert cause in refusal(path)


@pytest.mark.parametrize(
    "header", [b"sampl" * 3000 + b"_" * 15_000, b"freq " * 6000, b"rate" + b"." * 30_000, b"fs \t" * 8000]
)
def test_a_header_that_is_made_to_be_looked_through_for_ever_is_not(tmp_path, header):
    path = tmp_path / "r.csv"
    path.write_bytes(b"# " + header + b"\n" + ROWS)
    assert open_record(f"{path}?rate=250&unit=mV&column=2&time=none").fs == 250


def test_an_endless_line_behind_the_beginning_is_refused(tmp_path):
    path = tmp_path / "r.csv"
    path.write_bytes(b"1.000000,2.000000,3.000000\n" * 2**13 + b"3" * (MAX_LINE_BYTES + 1))
    with path.open("r+b") as file:
        file.truncate(2**29)  # a hole takes no room on the disk
    tracemalloc.start()
    assert "it has a line of more than" in refusal(path, "?rate=250&unit=mV&column=1&time=none")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40 * 2**20


def test_more_than_is_read_is_refused_before_it_is_held(tmp_path, monkeypatch):
    path = tmp_path / "r.csv"
    path.write_bytes(b"1,2\n" * 9000)
    monkeypatch.setattr(reading, "MAX_CELLS", 9000)
    assert "rows are more than the 9,000 that are read of 1 columns" in refusal(
        path, "?rate=250&unit=mV&column=1"
    )


def test_a_file_too_large_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "r.csv"
    path.write_bytes(b"1,2\n" * 9000)
    monkeypatch.setattr(reading, "MAX_BYTES", 2**15)
    assert "it is larger than the 0 MiB that are read of text" in refusal(path)


def test_a_row_with_more_cells_costs_nothing(tmp_path):
    path = tmp_path / "r.csv"
    path.write_bytes(b"1,2\n" * 300 + b"1,2,3,4,5\n" + b"1,2,\n" * 300)
    assert open_record(f"{path}?rate=250&unit=mV").n_samples == 601


def test_what_is_no_file_is_refused(tmp_path):
    assert "There is no file" in refusal(tmp_path / "r.csv")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.csv")
        assert "There is no file" in refusal(tmp_path / "pipe.csv")
    (tmp_path / "folder.csv").mkdir()
    refusal(tmp_path / "folder.csv")


edit = st.tuples(
    st.integers(0, 400),
    st.integers(0, 30),
    st.one_of(
        st.binary(max_size=8),
        st.sampled_from([b"\n", b"\r", b'"', b",,", b";", b"\t", b"nan", b"1e999", b"-",
                         b"\xff\xfe", b"time,ECG\n", b"# Fs: 250 Hz\n"]),
    ),
)  # fmt: skip


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    edits=st.lists(edit, max_size=4),
    keep=st.integers(0, len(ROWS)) | st.just(len(ROWS)),
    said=st.sampled_from(
        ["", "?rate=250&unit=mV", "?unit=mV", "?unit=200/mV&column=2", "?rate=250&unit=mV&time=none"]
    ),
)
def test_mutated_tables_open_or_are_refused(tmp_path, edits, keep, said):
    content = ROWS
    for at, cut, patch in edits:
        content = content[:at] + patch + content[at + cut :]
    path = tmp_path / "r.csv"
    path.write_bytes(content[:keep])
    try:
        record = open_record(f"{path}{said}")
    except RecordError:
        return
    assert 1 <= len(record.leads) <= 12
    assert record.signals.shape == (record.n_samples, len(record.leads))
    assert not np.isinf(record.signals).any()
    assert 100 <= record.fs <= 1000


def test_steps_of_two_kinds_whose_median_is_neither_give_no_rate(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text(
        "time,ECG\n" + "".join(f"{t},{i}\n" for i, t in enumerate((0.0, 0.004, 0.016, 0.028, 0.032)))
    )
    with pytest.raises(RecordError, match="does not say its sampling rate"):
        open_record(f"{path}?unit=mV")
