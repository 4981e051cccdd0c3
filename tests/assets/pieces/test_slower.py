"""Records of a high rate are brought to one that is analysed, the same however they are read."""

from pathlib import Path

import edfio
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.signal import resample_poly

from assets.pieces import pieces, slower
from assets.pieces.slower import divisor, slowed, stretches_of
from assets.recording.annotations import AnnotationStream
from assets.records.headers.survey import survey_record
from assets.records.open import open_record
from assets.records.reader import read_record
from assets.sources import open as door
from assets.sources.open import open_source
from tests.assets.edf.files import signal
from tests.assets.edf.files import write as write_edf

RNG = np.random.default_rng(4)


def record_at(folder: Path, fs: float, digits: np.ndarray, name: str = "fast") -> Path:
    """Write digits, shape (n, n_leads), as a WFDB record of 1000 units a millivolt."""
    lines = [f"{name} {digits.shape[1]} {fs:g} {len(digits)}"]
    lines += [f"{name}.dat 16 1000/mV 16 0 0 0 0 lead {i}" for i in range(digits.shape[1])]
    (folder / f"{name}.hea").write_text("\n".join(lines) + "\n")
    (folder / f"{name}.dat").write_bytes(digits.astype("<i2").tobytes())
    return folder / name


def sine(fs: float, hz: float, seconds: float = 2.0) -> np.ndarray:
    return np.sin(2 * np.pi * hz * np.arange(round(seconds * fs)) / fs)


@pytest.mark.parametrize(
    ("fs", "every"),
    [(250, 1), (1000, 1), (1024, 2), (2000, 2), (2048, 4), (5000, 5), (16384, 32), (20000, 20), (1001, 2)],
)
def test_the_rate_is_a_whole_number_of_hertz_where_one_is_near(fs, every):
    assert divisor(float(fs)) == every


@pytest.mark.parametrize("fs", [2048, 5000, 20000])
def test_what_the_heart_does_stays_and_what_would_fold_back_goes(fs):
    every = divisor(fs)
    slow = fs / every
    kept = slowed(sine(fs, 40), every)
    np.testing.assert_allclose(kept[50:-50], sine(slow, 40)[50:-50], atol=2e-4)
    assert np.abs(slowed(sine(fs, slow * 0.95), every)[50:-50]).max() < 2e-4
    np.testing.assert_allclose(slowed(np.full(fs, 1.25), every), 1.25, atol=1e-12)  # nor do the ends bend


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(shares=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=4))
def test_stretches_are_to_the_sample_what_the_whole_is(tmp_path, monkeypatch, shares):
    monkeypatch.setattr(pieces, "BLOCK_VALUES", 300)
    monkeypatch.setattr(slower, "BLOCK", 64)
    digits = RNG.integers(-2000, 2000, (5000, 2))
    digits[1000:1100] = digits[3000] = -(2**15)  # a gap of both, and one of a single sample
    path = record_at(tmp_path, 2048, digits)
    values = np.where(digits == -(2**15), np.nan, digits / 1000)
    # One filtering of the whole, without any block.
    whole = np.stack([slowed(lead.astype(np.float32).astype(float), 4) for lead in values.T], axis=1)
    assert len(whole) == 1250
    assert np.isnan(whole[250:275]).all()
    assert np.isfinite(whole[276:750]).all()
    np.testing.assert_array_equal(read_record(path).signals, whole.astype(np.float32))
    read = stretches_of(survey_record(path))
    for share in shares:
        start, stop = sorted(round(a * len(whole)) for a in share)
        np.testing.assert_array_equal(read.between(start, stop), whole[start:stop].astype(np.float32))
        np.testing.assert_array_equal(read.glance(1, start, stop), whole[start:stop, 1].astype(np.float32))
    read.close()


def test_a_real_record_made_fast_is_itself_again(tmp_path, data_dir):
    real = read_record(data_dir / "mitdb" / "208")
    part = real.signals[: 20 * 360].astype(float)
    fast = record_at(tmp_path, 5040, np.rint(resample_poly(part, 14, 1) * 1000))
    found = open_record(str(fast))
    assert (found.fs, found.n_samples) == (840.0, 20 * 840)
    there = resample_poly(part, 7, 3)
    np.testing.assert_allclose(found.signals[1000:-1000], there[1000:-1000], atol=0.02)


def test_annotations_stand_where_their_beats_do(tmp_path):
    path = record_at(tmp_path, 2048, RNG.integers(-50, 50, (8192, 1)))
    notes = AnnotationStream(tmp_path / "fast.atr")
    notes.append([400, 1023, 8191], ["N", "V", "N"])
    notes.close()
    annotations = open_record(str(path)).annotations
    assert annotations is not None
    assert annotations.sample.tolist() == [100, 256, 2047]
    assert annotations.symbol == ("N", "V", "N")


def test_it_is_said(tmp_path):
    path = record_at(tmp_path, 2048, RNG.integers(-50, 50, (8192, 1)))
    info = open_source(str(path)).info
    assert info.warnings == (
        "fast.hea is sampled at 2048 Hz: its leads are shown and analysed at 512 Hz, of which 205 Hz and "
        "less are as they were.",
    )
    assert info.comments[:1] == info.warnings  # what the record's name tells, and what an export says of it


def test_that_checksums_were_not_compared_is_said_of_a_whole_record_too(tmp_path):
    path = record_at(tmp_path, 2048, RNG.integers(-50, 50, (8192, 1)))
    header = path.with_suffix(".hea")
    header.write_text(header.read_text().replace("16 0 0 0 0", "16 0 0 123 0"))
    assert "not compared with the checksums" in open_source(str(path)).info.warnings[-1]
    assert open_record(str(path)).warnings == open_source(str(path)).info.warnings


@pytest.mark.parametrize(("kind", "one", "span"), [
    (edfio.Bdf, edfio.BdfSignal, (-8.388608, 8.388607)), (edfio.Edf, edfio.EdfSignal, (-5.0, 5.0)),
])  # fmt: skip
def test_an_amplifier_for_the_brain_can_be_watched(tmp_path, monkeypatch, kind, one, span):
    wave = sine(2048, 8.0, 10.0)
    ecg = signal(wave, fs=2048, kind=one, span=span)
    pulse = signal(sine(2048, 2.0, 10.0), "Pleth", "", 2048, kind=one, span=span)
    path = write_edf(tmp_path / f"r.{kind.__name__.lower()}", [ecg, pulse], kind=kind)
    whole = open_source(str(path))
    assert (whole.info.fs, whole.info.n_samples, whole.info.lead_names) == (512.0, 5120, ("II", "Pleth"))
    np.testing.assert_allclose(whole.between(0, 5120).samples[100:-100, 0], wave[::4][100:-100], atol=1e-3)
    monkeypatch.setattr(door, "HELD_VALUES", 0)
    in_pieces = open_source(str(path))
    assert in_pieces.info.warnings == whole.info.warnings
    np.testing.assert_array_equal(in_pieces.between(10, 5000).samples, whole.between(10, 5000).samples)
    in_pieces.close()


@pytest.mark.parametrize("step", ["0.2", "200"])  # of milliseconds and of microseconds
def test_a_text_file_of_5000_hz_opens(tmp_path, step):
    wave = sine(5000, 7.0)
    rows = "".join(f"{i * float(step):g},{value:.4f}\n" for i, value in enumerate(wave))
    (tmp_path / "fast.csv").write_text("time,ECG [mV]\n" + rows)
    record = open_record(str(tmp_path / "fast.csv"))
    assert (record.fs, record.n_samples) == (1000.0, 2000)
    np.testing.assert_allclose(record.signals[50:-50, 0], wave[::5][50:-50], atol=1e-3)
    assert "sampled at 5000 Hz" in record.warnings[0]


def test_a_frame_of_a_second_is_read(tmp_path):
    digits = RNG.integers(-100, 100, 2048 * 3)
    (tmp_path / "r.hea").write_text("r 1 1 3\nr.dat 16x2048 1000/mV 16 0 0 0 0 II\n")
    (tmp_path / "r.dat").write_bytes(digits.astype("<i2").tobytes())
    assert (open_record(str(tmp_path / "r")).fs, open_record(str(tmp_path / "r")).n_samples) == (512.0, 1536)
