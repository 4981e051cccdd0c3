"""Files written by edfio are read back to the sample, and a real one as edfio reads it."""

import os
from pathlib import Path

import edfio
import numpy as np
import pytest

from assets.errors import RecordError
from assets.records.lead import LeadKind
from assets.records.open import open_record, records_in
from assets.sources import open as door
from assets.sources.open import open_source
from tests.assets.edf.files import FS, discontinuous, signal, wave, write

SAMPLE = Path(os.environ.get("ECG_MONITOR_DATA", "nowhere")) / "formats" / "cardio_sample.edf"


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample file is not at hand (ECG_MONITOR_DATA)")
def test_a_real_file_is_what_edfio_reads():
    record = open_record(str(SAMPLE))
    (theirs,) = edfio.read_edf(SAMPLE).signals
    assert (record.leads, record.fs, record.n_samples) == (("ECG",), 300.0, 12000)
    np.testing.assert_allclose(record.signals[:9000, 0], theirs.data[:9000], rtol=1e-6, atol=1e-9)
    # It was a WFDB record of 30 s; its last data record is filled up with the number for "no sample".
    assert set(theirs.digital[9000:]) == {-32768}
    assert np.isnan(record.signals[9000:]).all()
    assert record.identity == f"file:{SAMPLE.resolve()}"
    assert record.warnings == ()


@pytest.mark.parametrize(("unit", "factor"), [("uV", 1e-3), ("mV", 1.0), ("V", 1e3)])
def test_voltages_are_in_millivolts(tmp_path, unit, factor):
    data = wave(4 * FS)
    path = write(tmp_path / "r.edf", [signal(data, unit=unit)])
    record = open_record(str(path))
    (theirs,) = edfio.read_edf(path).signals
    np.testing.assert_allclose(record.signals[:, 0], theirs.data * factor, rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(record.signals[:, 0], data * factor, atol=1e-3 * factor)  # a step of the file
    assert record.leads == ("II",)
    assert record.channels[0].unit == "mV"


def test_bdf_is_read_to_the_sample(tmp_path):
    data = wave(4 * FS)
    one = signal(data, kind=edfio.BdfSignal, span=(-8.388608, 8.388607))
    path = write(tmp_path / "r.bdf", [one], kind=edfio.Bdf)
    np.testing.assert_allclose(open_record(str(path)).signals[:, 0], data, atol=1e-6)


def test_in_pieces_a_file_is_what_it_is_as_a_whole(tmp_path, monkeypatch):
    signals = [signal(wave(30 * FS)), signal(wave(30 * 64, 20, 1), "Resp chest", "", 64)]
    path = write(tmp_path / "r.edf", signals)
    whole = open_source(str(path))
    monkeypatch.setattr(door, "HELD_VALUES", 0)
    pieces = open_source(str(path))
    assert type(pieces) is not type(whole)
    np.testing.assert_array_equal(pieces.between(1000, 5000).samples, whole.between(1000, 5000).samples)
    pieces.close()


def test_what_stands_beside_the_ecg_comes_at_its_rate(tmp_path):
    slow = wave(4 * 64, 20, 1)
    record = open_source(
        str(write(tmp_path / "r.edf", [signal(wave(4 * FS)), signal(slow, "ABP", "mmHg", 64)]))
    )
    assert [lead.kind for lead in record.info.leads] == [LeadKind.ECG, LeadKind.PRESSURE]
    np.testing.assert_allclose(record.between(0, 4 * FS).samples[::4, 1], slow, atol=1e-3)
    assert record.info.warnings == ("ABP was interpolated from 64 Hz to 256 Hz.",)


def test_what_is_no_ecg_is_left_out_and_said(tmp_path):
    brain = [signal(wave(2 * FS), f"EEG {name}", "uV") for name in ("Fpz-Cz", "Pz-Oz", "C3", "C4")]
    record = open_record(str(write(tmp_path / "r.edf", [*brain, signal(wave(2 * FS), "EKG", "uV")])))
    assert record.leads == ("EKG",)
    assert record.warnings == (
        "Neither an ECG nor shown beside one, and left out: EEG Fpz-Cz, EEG Pz-Oz, EEG C3 and 1 more.",
    )


def test_without_an_ecg_it_is_refused(tmp_path):
    path = write(tmp_path / "r.edf", [signal(wave(2 * FS), "EEG Fpz-Cz", "uV")])
    with pytest.raises(RecordError, match=r"r\.edf cannot be opened: none of its signals is an ECG by its"):
        open_record(str(path))


def test_a_voltage_without_a_telling_name_is_taken_for_an_ecg_and_said(tmp_path):
    record = open_record(str(write(tmp_path / "r.edf", [signal(wave(2 * FS), "Channel 1", "uV")])))
    assert record.leads == ("Channel 1",)
    assert record.warnings == ("No label in r.edf says ECG: Channel 1 was taken for it by its unit.",)


def test_an_ecg_without_a_unit_is_not_calibrated(tmp_path):
    one = signal(np.arange(-200.0, 312.0), unit="", span=(-32768, 32767))
    record = open_record(str(write(tmp_path / "r.edf", [one])))
    np.testing.assert_allclose(record.signals[:, 0], np.arange(-200, 312) / 200, atol=1e-5)
    assert "200 units per mV were assumed" in record.warnings[0]


def test_annotations_become_marks_where_they_say_a_beat_or_a_rhythm(tmp_path):
    said = [(0.5, "N"), (1.0, "PVC"), (1.5, "(AFIB"), (2.0, "Lights off"), (2.5, "V")]
    notes = [edfio.EdfAnnotation(at, None, text) for at, text in said]
    record = open_record(str(write(tmp_path / "r.edf", [signal(wave(4 * FS))], notes)))
    assert record.annotations.sample.tolist() == [128, 256, 384, 512, 640]
    assert record.annotations.symbol == ("N", "V", "+", '"', "V")
    assert record.annotations.aux_note == ("", "", "(AFIB", "Lights off", "")


def test_texts_that_say_neither_are_comments(tmp_path):
    notes = [edfio.EdfAnnotation(2.0, None, "Lights off")]
    record = open_record(str(write(tmp_path / "r.edf", [signal(wave(4 * FS))], notes)))
    assert record.annotations is None
    assert record.comments == ("2.0 s: Lights off",)


def test_time_that_passes_between_data_records_is_a_gap(tmp_path, monkeypatch):
    data = wave(4 * FS)
    path = discontinuous(
        tmp_path / "r.edf", data, [0.25, 1.25, 5.25, 6.25], notes=[(5.75, "PVC"), (0.5, "N")]
    )
    record = open_record(str(path))
    signals = record.signals[:, 0]
    assert len(signals) == 7 * FS
    np.testing.assert_allclose(signals[: 2 * FS], data[: 2 * FS], atol=1e-5)
    assert np.isnan(signals[2 * FS : 5 * FS]).all()
    np.testing.assert_allclose(signals[5 * FS :], data[2 * FS :], atol=1e-5)
    assert dict(zip(record.annotations.symbol, record.annotations.sample.tolist(), strict=True)) == {
        '"': 64, "V": round(5.5 * FS)
    }  # fmt: skip
    monkeypatch.setattr(door, "HELD_VALUES", 0)
    pieces = open_source(str(path))
    np.testing.assert_array_equal(pieces.between(0, 7 * FS).samples[:, 0], signals)
    pieces.close()


def test_the_deepest_sample_is_no_gap_where_the_range_is_that_of_the_data(tmp_path):
    data = wave(2 * FS)
    record = open_record(str(write(tmp_path / "r.edf", [signal(data, span=None)])))
    np.testing.assert_allclose(record.signals[:, 0], data, atol=1e-4)


def test_the_lowest_number_is_a_gap_where_the_signal_does_not_reach_it(tmp_path):
    one = edfio.EdfSignal(
        np.zeros(FS),
        FS,
        label="ECG",
        physical_dimension="mV",
        physical_range=(-5, 5),
        digital_range=(-2048, 2047),
    )
    path = write(tmp_path / "r.edf", [one])
    content = bytearray(path.read_bytes())
    content[512:514] = (-32768).to_bytes(2, "little", signed=True)
    path.write_bytes(content)
    signals = open_record(str(path)).signals[:, 0]
    assert np.isnan(signals[0])
    assert not np.isnan(signals[1:]).any()


def test_a_folder_of_own_recordings_holds_them_too(tmp_path):
    for name in ("b.edf", "a.BDF"):
        write(tmp_path / name, [signal(wave(FS))])
    (tmp_path / "c.txt").write_text("1\n")
    assert [path.name for path in records_in(tmp_path)] == ["a.BDF", "b.edf"]
