"""Whatever the files hold, a record opens or is refused with a RecordError."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.errors import RecordError
from assets.records.reader import read_record

HEADER = b"r 2 360 100\nr.dat 212 200(0)/mV 12 0 0 0 0 I\nr.dat 212 200(0)/mV 12 0 0 0 0 II\n"
DATA = np.random.default_rng(20).bytes(300)
edit = st.tuples(
    st.integers(0, len(HEADER)),
    st.integers(0, 6),
    st.one_of(st.binary(max_size=4), st.integers(-999, 99999).map(lambda n: str(n).encode())),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    edits=st.lists(edit, max_size=3),
    keep=st.integers(0, len(DATA)) | st.just(len(DATA)),
    atr=st.none() | st.binary(max_size=60),
)
def test_mutated_records_open_or_are_refused(tmp_path, edits, keep, atr):
    header = HEADER
    for at, cut, patch in edits:
        header = header[:at] + patch + header[at + cut :]
    (tmp_path / "r.hea").write_bytes(header)
    (tmp_path / "r.dat").write_bytes(DATA[:keep])
    (tmp_path / "r.atr").unlink(missing_ok=True)
    if atr is not None:
        (tmp_path / "r.atr").write_bytes(atr)
    try:
        record = read_record(tmp_path / "r")
    except RecordError:
        return
    assert 1 <= len(record.leads) <= 12
    assert record.signals.shape == (record.n_samples, len(record.leads))
    assert record.signals.dtype == np.float32
    assert not np.isinf(record.signals).any()
    assert 100 <= record.fs <= 1000


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    fmt=st.sampled_from(["8", "16", "24", "32", "61", "80", "160", "212", "310", "311", "516"]),
    spf=st.integers(1, 5),
    skew=st.integers(0, 300),
    n_frames=st.none() | st.integers(1, 60),
    content=st.binary(max_size=200),
)
def test_any_samples_in_any_format_open_or_are_refused(tmp_path, fmt, spf, skew, n_frames, content):
    length = "" if n_frames is None else f" {n_frames}"
    header = f"r 2 200{length}\nr.dat {fmt}x{spf}:{skew} 200\nr.dat {fmt} 200\n"
    (tmp_path / "r.hea").write_text(header)
    (tmp_path / "r.dat").write_bytes(content)
    try:
        record = read_record(tmp_path / "r")
    except RecordError:
        return
    assert record.fs == 200 * spf
    assert n_frames is None or record.n_samples == n_frames * spf
