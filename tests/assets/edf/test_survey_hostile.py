"""Whatever an EDF file says of itself, it opens or is refused, within the memory of what is there."""

import tracemalloc

import edfio
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.edf.notes import Notes
from assets.errors import RecordError
from assets.records.open import open_record
from tests.assets.edf.files import FS, discontinuous, in_memory, patched, signal, wave, write

WHOLE = in_memory(
    [signal(wave(4 * FS)), signal(wave(4 * 64), "Resp", "", 64)],
    [edfio.EdfAnnotation(t, None, "N") for t in (0.5, 1.2, 2.0)],
)


def refusal(path):
    with pytest.raises(RecordError) as caught:
        open_record(str(path))
    message = str(caught.value)
    assert message.endswith(".")
    assert message.isprintable()
    assert len(message) < 300
    return message


@pytest.mark.parametrize(
    ("at", "field", "cause"),
    [
        (0, b"1       ", "does not begin as an EDF or BDF file"),
        (184, b"99999999", "its header is said to have 99999999 bytes, and 3 signals take 1024"),
        (252, b"9999", "it announces 9999 signals, where 1 to 512"),
        (252, b"-3  ", "it announces -3 signals"),
        (252, b"nan ", "its number of signals, 'nan', is not a whole number"),
        (236, b"-7      ", "it announces -7 data records"),
        (236, b"1e999   ", "its number of data records, '1e999', is not a whole number"),
        (236, b"0       ", "it holds no data record"),
        (244, b"0       ", "its data records last no time"),
        (244, b"-1      ", "said to last '-1' seconds"),
        (244, b"1e-300  ", "only 100 to 20480 Hz can be analysed"),
        (244, b"1e300   ", "said to last '1e300' seconds"),
        (244, b"0.0001  ", "it is sampled at 2.56e+06 Hz"),
        (244, b"9000000 ", "only 100 to 20480 Hz can be analysed"),
        (256 + 216 * 3, b"99999999", "signal 1 has 99999999 samples in a data record"),
        (256 + 216 * 3, b"16000000" * 2, "said to hold 32000"),
        (256 + 216 * 3, b"0       ", "none of its signals is an ECG"),
        (256 + 104 * 3, b"5       5       ", "the range of its ECG 'ECG II' is out of all proportion"),
    ],
)
def test_a_header_that_makes_no_sense_is_refused(tmp_path, at, field, cause):
    path = tmp_path / "r.edf"
    content = WHOLE
    if at == 256 + 104 * 3:
        content = patched(content, 256 + 112 * 3, b"5       ")
    path.write_bytes(patched(content, at, field))
    assert cause in refusal(path)


@pytest.mark.parametrize("keep", [0, 7, 200, 256, 1000, 1024, 1030])
def test_what_ends_too_early_is_refused(tmp_path, keep):
    path = tmp_path / "r.edf"
    path.write_bytes(WHOLE[:keep])
    refusal(path)


def test_a_truncated_file_is_read_as_far_as_it_goes(tmp_path):
    path = tmp_path / "r.edf"
    path.write_bytes(WHOLE[:-100])
    record = open_record(str(path))
    assert record.n_samples == 3 * FS
    assert "r.edf announces 4 data records and ends after 3: these were read." in record.warnings


@pytest.mark.parametrize("told", [b"99999999", b"1e9     ", b"-1      "])
def test_the_file_says_how_long_it_is(tmp_path, told):
    path = tmp_path / "r.edf"
    path.write_bytes(patched(WHOLE, 236, told))
    tracemalloc.start()
    record = open_record(str(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert record.n_samples == 4 * FS
    assert peak < 30 * 2**20


@pytest.mark.parametrize(
    ("onsets", "cause"),
    [
        ([0, 5, 3, 9], "data record 3 begins before the one before it ends"),
        ([0, 1, 1e9, 2e9], "reach over more than 62 days"),
    ],
)
def test_times_that_make_no_sense_are_refused(tmp_path, onsets, cause):
    assert cause in refusal(discontinuous(tmp_path / "r.edf", wave(4 * FS), onsets))


def test_a_discontinuous_file_without_times_is_refused(tmp_path):
    path = write(tmp_path / "r.edf", [signal(wave(2 * FS))])
    path.write_bytes(patched(path.read_bytes(), 192, b"EDF+D"))
    assert "does not say when its data records begin" in refusal(path)


def test_a_row_of_digits_is_taken_apart_at_once():
    notes = Notes()
    notes.take(b"+" + b"1" * 10**6)
    notes.take(b"+1" * 10**5 + b"\x14a\x14\0" + b"+1\x15x\x14a\x14\0" + b"\x14\x14\x14\0")
    assert (notes.found, notes.damaged) == ([], 4)


def test_a_folder_or_a_pipe_is_no_file(tmp_path):
    (tmp_path / "r.edf").mkdir()
    assert "it is a folder" in refusal(tmp_path / "r.edf")
    assert "no such record" in refusal(tmp_path / "other.bdf")


edit = st.tuples(
    st.integers(0, 1100),
    st.integers(0, 3),
    st.one_of(st.binary(max_size=8), st.integers(-999, 10**8 - 1).map(lambda n: b"%-8d" % n)),
)


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    edits=st.lists(edit, max_size=3),
    keep=st.integers(0, len(WHOLE)) | st.just(len(WHOLE)),
    plus=st.booleans(),
)
def test_mutated_files_open_or_are_refused(tmp_path, edits, keep, plus):
    content = patched(WHOLE, 192, b"EDF+D" if plus else b"EDF+C")
    for at, cut, patch in edits:
        content = content[:at] + patch + content[at + (len(patch) if cut else 0) :]
    path = tmp_path / "r.edf"
    path.write_bytes(content[:keep])
    try:
        record = open_record(str(path))
    except RecordError:
        return
    assert 1 <= len(record.leads) <= 12
    assert record.signals.shape == (record.n_samples, len(record.leads))
    assert not np.isinf(record.signals).any()
    assert 100 <= record.fs <= 1000
