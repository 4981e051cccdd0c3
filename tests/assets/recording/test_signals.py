"""Records that grow: readable at any moment, to the sample, by wfdb and by our own reader."""

from datetime import datetime

import numpy as np
import pytest
import wfdb

from assets.errors import WriteError
from assets.recording.signals import RANGE, Digits, SignalStream, reach_of
from assets.records.reader import read_record
from assets.sources.source import Lead

LEADS = (Lead("MLII"), Lead("V5"))
WHEN = datetime(2026, 11, 22, 7, 30, 5)


def stream(folder, leads=LEADS, digits=None, fs=360.0, comments=()):
    digits = digits or Digits.of(leads, np.ones(len(leads)))
    return SignalStream(folder / "r.hea", fs, leads, digits, comments, WHEN)


def made(n=1000, leads=2, size=2.0):
    rng = np.random.default_rng(1)
    return (size * rng.standard_normal((n, leads))).astype(np.float32)


def test_it_can_be_read_while_it_grows_and_after(tmp_path):
    signal = made()
    signal[100:140, 1] = np.nan
    growing = stream(tmp_path)
    for first in range(0, 1000, 137):
        growing.append(signal[first : first + 137])
        theirs = wfdb.rdrecord(str(tmp_path / "r"))
        assert theirs.p_signal == pytest.approx(signal[: theirs.sig_len], abs=0.0006, nan_ok=True)
        assert theirs.sig_len == min(1000, first + 137)
    growing.close()
    record = read_record(tmp_path / "r")
    assert record.signals == pytest.approx(signal, abs=0.0006, nan_ok=True)
    assert not record.warnings, "length and checksums are right"
    assert (record.leads, record.fs) == (("MLII", "V5"), 360)
    header = wfdb.rdheader(str(tmp_path / "r"))
    assert (header.sig_len, header.base_datetime) == (1000, WHEN)


def test_a_frame_that_was_torn_is_left_out(tmp_path):
    signal = made(50)
    growing = stream(tmp_path)
    growing.append(signal)
    with (tmp_path / "r.dat").open("ab") as file:
        file.write(b"\x01\x02\x03")
    assert wfdb.rdrecord(str(tmp_path / "r")).p_signal == pytest.approx(signal, abs=0.0006)
    assert read_record(tmp_path / "r").n_samples == 50
    growing.close()


def test_the_gains_of_mit_bih_come_back_to_the_very_sample(tmp_path):
    adc = np.random.default_rng(2).integers(-2000, 2000, (400, 2))
    growing = stream(tmp_path)
    growing.append((adc / 200).astype(np.float32))
    growing.close()
    assert np.array_equal(np.rint(read_record(tmp_path / "r").signals * 200), adc)


@pytest.mark.parametrize(
    ("reach", "fmt"), [([1.0, 32.0], "16"), ([1.0, 300.0], "24"), ([1.0, 5e6], "24")], ids=str
)
def test_leads_that_reach_far_are_not_cut(reach, fmt, tmp_path):
    digits = Digits.of(LEADS, np.array(reach))
    assert digits.fmt == fmt
    assert digits.hold(np.array(reach))
    signal = (made(200, size=0.2).clip(-1, 1) * reach).astype(np.float32)
    growing = stream(tmp_path, digits=digits)
    growing.append(signal)
    growing.close()
    back = wfdb.rdrecord(str(tmp_path / "r")).p_signal
    step = 0.51 / np.array(digits.gains) + 1e-6 * np.array(reach)
    assert (np.abs(back - signal).max(axis=0) <= step).all()
    assert np.abs(digits.whole(signal)).max() <= RANGE[fmt]


def test_what_is_not_finite_is_a_gap_and_reaches_nowhere(tmp_path):
    signal = np.array([[np.inf, 1.0], [-np.inf, 2.0], [np.nan, 3.0]], np.float32)
    assert reach_of(signal).tolist() == [0.0, 3.0]
    growing = stream(tmp_path)
    growing.append(signal)
    growing.close()
    back = wfdb.rdrecord(str(tmp_path / "r")).p_signal
    assert np.isnan(back[:, 0]).all()
    assert back[:, 1].tolist() == [1.0, 2.0, 3.0]


def test_hostile_names_and_units_stay_on_their_line(tmp_path):
    leads = (Lead("II\nr.dat 16 1 0 0 0 0 0 evil", "m V/(x)"), Lead("\x1b[31mred‮", "µV"), Lead("", ""))
    growing = stream(tmp_path, leads, comments=("one\n#two\x00", "c" * 5000))
    growing.append(np.ones((10, 3), np.float32))
    growing.close()
    header = wfdb.rdheader(str(tmp_path / "r"))
    assert header.n_sig == 3
    assert header.units == ["mVx", "uV", "NU"]
    assert read_record(tmp_path / "r").n_samples == 10
    assert max(map(len, (tmp_path / "r.hea").read_text().splitlines())) <= 2048


def test_files_that_exist_are_left_alone(tmp_path):
    (tmp_path / "r.dat").write_bytes(b"mine")
    with pytest.raises(WriteError, match=r"r\.dat could not be written: File exists"):
        stream(tmp_path)
    assert (tmp_path / "r.dat").read_bytes() == b"mine"
    assert not (tmp_path / "r.hea").exists()


def test_a_folder_that_is_taken_away_is_noticed(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    growing = stream(folder)
    growing.append(made(10))
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(WriteError, match="could not be written: No such file"):
        growing.append(made(10))
    assert growing.n_samples == 10
    growing.remove()


def test_an_empty_record_leaves_nothing(tmp_path):
    stream(tmp_path).remove()
    assert not list(tmp_path.iterdir())
