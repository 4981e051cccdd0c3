"""What opens, and what becomes of it."""

import numpy as np
import pytest

from assets.records.reader import read_record

RAMP = np.arange(-100, 100).reshape(-1, 1)


def words(digital):
    return np.asarray(digital).astype("<i2").tobytes()


def write(folder, header, data=b"", name="r", file="r.dat"):
    (folder / f"{name}.hea").write_text(header, encoding="utf-8")
    if file is not None:
        (folder / file).write_bytes(data)
    return folder / f"{name}.hea"


def test_records_read_as_wfdb_reads_them(data_dir):
    import wfdb

    for number in ("100", "114"):
        path = data_dir / "mitdb" / number
        record = read_record(path)
        expected = wfdb.rdrecord(str(path))
        np.testing.assert_array_equal(record.signals, expected.p_signal.astype(np.float32))
        assert record.leads == tuple(expected.sig_name)
        assert (record.fs, record.n_samples) == (360.0, 650_000)
        assert record.comments == tuple(expected.comments)
        assert len(record.annotations.sample) == len(wfdb.rdann(str(path), "atr").sample)
        assert record.warnings == ()


def test_an_uncalibrated_record_reads_as_wfdb_reads_it(data_dir):
    import wfdb

    path = data_dir / "svdb" / "847"
    record = read_record(path)
    assert np.array_equal(record.signals, wfdb.rdrecord(str(path)).p_signal.astype(np.float32))
    (said,) = record.warnings
    assert said.startswith("847.hea gives no gain for ECG1 and ECG2: 200 units per mV were assumed")


@pytest.mark.parametrize("spelling", ["r", "r.hea", "r.dat", "./r", "../{folder}/r"])
def test_every_spelling_of_the_path(write_record, tmp_path, monkeypatch, spelling):
    write_record(RAMP)
    monkeypatch.chdir(tmp_path)
    record = read_record(spelling.format(folder=tmp_path.name))
    assert record.name == "r"
    assert read_record(tmp_path / "r").n_samples == 200


def test_folders_with_odd_names(write_record, tmp_path):
    # Such a path is a chain of protocols to the library that wfdb opens files with.
    for name in ("a b", "http::c", "ü", "x.hea"):
        path = write_record(RAMP, folder=tmp_path / name)
        assert read_record(path).n_samples == 200


def test_signal_file_with_an_odd_name(tmp_path):
    path = write(tmp_path, "r 1 360 4\nr[1]-a.b.bin 16 200\n", b"\1\0" * 4, file="r[1]-a.b.bin")
    assert read_record(path).n_samples == 4


def test_impossible_dates_do_not_matter(tmp_path):
    path = write(tmp_path, "r 1 360 4 99:99:99 00/00/0000\nr.dat 16 200\n", b"\1\0" * 4)
    assert read_record(path).n_samples == 4


def test_invalid_samples_are_gaps(write_record):
    digital = RAMP.copy()
    digital[5:8] = -32768
    signals = read_record(write_record(digital)).signals[:, 0]
    assert np.flatnonzero(np.isnan(signals)).tolist() == [5, 6, 7]


@pytest.mark.parametrize(
    ("units", "millivolts"),
    [("mV", 1), ("MV", 1), ("uV", 1e-3), ("µV", 1e-3), ("V", 1e3), ("nV", 1e-6), ("", 1)],
)
def test_units_become_millivolts(write_record, units, millivolts):
    record = read_record(write_record(RAMP, gain="10(5)/" + units if units else "10(5)"))
    np.testing.assert_allclose(record.signals, (RAMP - 5) / 10 * millivolts, rtol=1e-6, atol=1e-12)


def test_what_is_not_a_voltage_keeps_its_unit_and_is_no_ecg(tmp_path):
    header = "r 3 360 200\n" + "".join(f"r.dat 16 200/{u} 16 0 0 0 0 {u}x\n" for u in ("mV", "mmHg", "mV"))
    record = read_record(write(tmp_path, header, words(np.hstack([RAMP, RAMP, RAMP + 1]))))
    assert [(lead.name, lead.unit, lead.kind.value) for lead in record.channels] == [
        ("mVx", "mV", "ecg"),
        ("mmHgx", "mmHg", "pressure"),
        ("mVx (2)", "mV", "ecg"),
    ]
    np.testing.assert_allclose(record.signals[:, 1], RAMP[:, 0] / 200, atol=1e-6)
    heart = record.ecg_only()
    assert heart.leads == ("mVx", "mVx (2)")
    np.testing.assert_allclose(heart.signals[:, 1], (RAMP[:, 0] + 1) / 200, atol=1e-6)
    assert record.warnings == ()


def test_leads_after_the_twelfth_are_left_out_and_said(write_record):
    record = read_record(write_record(np.tile(RAMP, 15)))
    assert len(record.leads) == 12
    assert record.warnings == ("Only the first 12 of 15 leads were read.",)


def test_several_samples_a_frame_are_all_kept(tmp_path):
    path = write(tmp_path, "r 1 90 50\nr.dat 16x4 200\n", words(RAMP))
    record = read_record(path)
    assert (record.fs, record.n_samples) == (360.0, 200)
    np.testing.assert_allclose(record.signals, RAMP / 200, atol=1e-6)


def test_slower_lead_is_interpolated_and_said(tmp_path):
    # Frames of two samples of the first lead and one of the second, both the same ramp in time.
    frames = np.array([[2 * i, 2 * i + 1, 2 * i] for i in range(50)]).reshape(-1, 1)
    header = "r 2 180 50\nr.dat 16x2 1 16 0 0 0 0 I\nr.dat 16 1 16 0 0 0 0 II\n"
    record = read_record(write(tmp_path, header, words(frames)))
    assert record.fs == 360.0
    np.testing.assert_array_equal(record.signals[:, 0], np.arange(100))
    np.testing.assert_array_equal(record.signals[:99, 1], np.arange(99))
    assert record.warnings == ("II was interpolated from 180 Hz to 360 Hz.",)


def test_skew_is_undone(tmp_path):
    path = write(tmp_path, "r 1 360 200\nr.dat 16:3 200\n", words(RAMP))
    signals = read_record(path).signals[:, 0]
    np.testing.assert_allclose(signals[:-3], RAMP[3:, 0] / 200, atol=1e-6)
    assert np.isnan(signals[-3:]).all()


def test_byte_offset_is_respected(tmp_path):
    path = write(tmp_path, "r 1 360\nr.dat 16+10 200\n", b"0123456789" + words(RAMP))
    np.testing.assert_allclose(read_record(path).signals, RAMP / 200, atol=1e-6)


def test_checksum_that_differs_is_said(tmp_path):
    total = int(RAMP.sum())
    header = "r 1 360 200\nr.dat 16 200 16 0 0 {} 0 I\n"
    data = words(RAMP)
    assert read_record(write(tmp_path, header.format(total), data)).warnings == ()
    warnings = read_record(write(tmp_path, header.format(total + 1), data)).warnings
    assert warnings == ("The samples of I differ from the checksum in r.hea, so the file may be damaged.",)


def test_broken_annotations_cost_only_the_annotations(write_record, tmp_path):
    path = write_record(RAMP)
    (tmp_path / "r.atr").write_bytes(b"\xff")
    record = read_record(path)
    assert record.annotations is None
    assert len(record.warnings) == 1


def test_nothing_is_left_in_the_temporary_folder(write_record, tmp_path, monkeypatch):
    import tempfile

    place = tmp_path / "temporary"
    place.mkdir()
    path = write_record(RAMP)
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    read_record(path)
    assert list(place.iterdir()) == []


def test_record_opens_where_links_are_not_allowed(write_record, monkeypatch):
    def no_links(*_args, **_kwargs):
        raise OSError("no links here")

    path = write_record(RAMP)
    monkeypatch.setattr("pathlib.Path.symlink_to", no_links)
    np.testing.assert_allclose(read_record(path).signals, RAMP / 200, atol=1e-6)
