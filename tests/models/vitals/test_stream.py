"""Vital signs of a source: against labels, another library's delineation, and however the stream is cut."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.sources.open import open_source
from assets.sources.source import Lead, LeadKind
from models.patients.patient import Patient
from models.patients.source import SCHEMES
from models.vitals.pulses import find_pulses
from models.vitals.signs import Quality, Sign
from models.vitals.stream import VitalsStream


def heard(name, seconds):
    source = open_source(name, schemes=SCHEMES)
    return source.info, source.read(round(seconds * source.info.fs))


def read(name, seconds=40.0):
    info, block = heard(name, seconds)
    return info, block, VitalsStream(info.fs, info.leads).push(block.samples)


@pytest.fixture(scope="module")
def formats(data_dir):
    folder = data_dir / "formats"
    if not folder.is_dir():
        pytest.skip("no folder formats in the mirror that ECG_MONITOR_DATA names")
    return folder


@pytest.mark.parametrize("rate", [45, 75, 120, 180])
def test_pulse_and_breath_of_a_patient_are_what_was_set(rate):
    _, _, readings = read(f"patient:sinus?rate={rate}&vitals=yes", 60)
    pulse, breath = readings.of(Sign.PULSE)[15:], readings.of(Sign.RESPIRATION)[35:]
    assert np.isfinite(pulse).all()
    assert np.abs(pulse - rate).max() < 0.06 * rate
    assert np.abs(breath - 15).max() < 1.5


def test_without_a_breath_the_readings_say_so_and_for_how_long():
    _, _, readings = read("patient:sinus?vitals=yes&breaths=0", 40)
    assert np.isnan(readings.of(Sign.RESPIRATION)).all()
    assert readings.why(Sign.RESPIRATION) is Quality.NO_BREATH
    seconds = readings.latest(Sign.BREATHLESS)
    assert readings.reason(Sign.RESPIRATION) == f"no breath for {seconds:.0f} s"
    assert readings.reason(Sign.PULSE) == ""


def test_a_cuff_that_could_not_measure_and_a_clip_without_a_pulse_say_so():
    _, _, readings = read("patient:vf?vitals=yes&spo2=97&nibp=1", 40)
    why = readings.quality[:, Sign.NIBP_SYSTOLIC.column]
    assert why[5] == Quality.UNTAKEN, "it measures for the first time"
    assert why[-1] == Quality.FAILED
    assert np.isnan(readings.of(Sign.NIBP_MEAN)).all()
    assert readings.reason(Sign.NIBP_SYSTOLIC) == "could not be measured"
    assert readings.reason(Sign.SPO2) == "no pulse"
    _, _, well = read("patient:sinus?vitals=yes&spo2=97&nibp=1", 40)
    assert well.latest(Sign.NIBP_SYSTOLIC) > 90
    assert well.reason(Sign.NIBP_SYSTOLIC) == ""


@pytest.mark.slow
@pytest.mark.parametrize("before", ["sinus", ""])
def test_an_arrest_is_told_for_as_long_as_it_lasts(before):
    patient = Patient(before or "vf", fs=100, vitals=True)
    stream = VitalsStream(patient.fs, patient.leads)
    stream.push(patient.read(3000).samples)
    patient.steer("vf")
    stream.push(patient.read(3000).samples)
    readings = stream.push(patient.read(24_000).samples)
    assert (readings.of(Sign.ABP_MEAN) < 25).all(), "a line, and no flat one"
    assert np.isnan(readings.of(Sign.ABP_SYSTOLIC)).all()
    assert np.isnan(readings.of(Sign.PULSE)).all()
    breathless = readings.of(Sign.BREATHLESS)
    assert (np.diff(breathless) > 0)[30:].all(), "what is left of the signal is no breath"
    assert breathless[-1] > 180


def test_each_beat_of_the_pressure_follows_a_labelled_beat_and_has_its_extremes():
    info, block, readings = read("patient:sinus?rate=80&vitals=yes", 60)
    pressure = block.samples[:, info.lead_index("ABP")]
    labels = block.annotations.sample[np.array(block.annotations.symbol) == "N"]
    assert len(readings.beats) >= len(labels) - 5
    for beat in readings.beats:
        delay = (beat.onset - labels[labels <= beat.onset][-1]) / info.fs
        assert 0.05 < delay < 0.35
        following = labels[labels > beat.onset][0] + round(0.1 * info.fs)
        wave = pressure[beat.onset : following]
        assert beat.systolic == pytest.approx(wave.max(), abs=1.0)
        assert beat.diastolic == pytest.approx(wave.min(), abs=2.0)
        assert beat.mean == pytest.approx(wave.mean(), abs=2.0)
        assert beat.emitted - beat.onset < 3.5 * info.fs


def test_pressure_of_an_icu_record(formats):
    info, block, readings = read(str(formats / "041s" / "041s"), 16)
    pressure = block.samples[:, info.lead_index("ABP")]
    # Where the wave goes is what the figures say: nine tenths of its tops and feet.
    assert readings.of(Sign.ABP_SYSTOLIC)[-1] == pytest.approx(np.quantile(pressure, 0.98), abs=3)
    assert readings.of(Sign.ABP_DIASTOLIC)[-1] == pytest.approx(np.quantile(pressure, 0.02), abs=3)
    assert readings.of(Sign.ABP_MEAN)[-1] == pytest.approx(pressure.mean(), abs=2)
    assert readings.of(Sign.PULSE)[-1] == pytest.approx(95.5, abs=1)
    assert readings.of(Sign.PAP_SYSTOLIC)[-1] == pytest.approx(28.5, abs=2)


@pytest.mark.slow
@pytest.mark.parametrize("lead", ["PLETH", "ABP"])
@pytest.mark.parametrize("name", ["041s/041s", "patient:af?vitals=yes", "patient:vt?rate=190&vitals=yes"])
def test_pulses_are_those_that_another_library_finds(data_dir, name, lead):
    neurokit = pytest.importorskip("neurokit2")
    if not name.startswith("patient:"):
        name = str(data_dir / "formats" / name)
    info, block = heard(name, 60)
    wave = block.samples[:, info.lead_index(lead)].astype(np.float64)[round(3 * info.fs) :]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        clean = neurokit.ppg_clean(wave, sampling_rate=int(info.fs))
        expected = np.asarray(neurokit.ppg_findpeaks(clean, sampling_rate=int(info.fs))["PPG_Peaks"])
    found = find_pulses(wave, info.fs).peak
    near = 0.15 * info.fs
    assert np.mean([np.abs(found - peak).min() < near for peak in expected]) > 0.97
    assert np.mean([np.abs(expected - peak).min() < near for peak in found]) > 0.95


def test_no_measurement_yet_is_said_only_where_there_never_was_one(formats):
    source = open_source(str(formats / "s25047" / "s25047-2704-05-04-10-44"))
    info = source.info
    minute = round(60 * info.fs)
    readings = VitalsStream(info.fs, info.leads).push(source.between(0, 9 * minute).samples)

    def told(at_s):
        return readings.between(round(at_s * info.fs), round((at_s + 1) * info.fs))

    assert told(60).why(Sign.NIBP_SYSTOLIC) is Quality.UNTAKEN
    assert told(150).latest(Sign.NIBP_SYSTOLIC) == 87
    assert told(270).reason(Sign.NIBP_SYSTOLIC) == "no new measurement"
    assert told(330).latest(Sign.NIBP_MEAN) == 94
    assert told(330).reason(Sign.NIBP_SYSTOLIC) == "no new measurement"
    later = VitalsStream(info.fs, info.leads, 4 * minute)
    later = later.push(source.between(4 * minute, round(4.5 * minute)).samples)
    assert later.why(Sign.NIBP_SYSTOLIC) is Quality.NO_NEW, "nobody knows what was before a jump"


def test_figures_of_another_monitor_are_read(formats):
    source = open_source(str(formats / "s25047" / "s25047-2704-05-04-10-44"))
    info = source.info
    minute = round(60 * info.fs)
    stream = VitalsStream(info.fs, info.leads, 5 * minute)
    readings = stream.push(source.between(5 * minute, 6 * minute).samples)
    assert readings.latest(Sign.SPO2) == pytest.approx(99.4)
    assert readings.latest(Sign.NIBP_MEAN) == pytest.approx(94)
    assert readings.latest(Sign.PULSE) == pytest.approx(72.6)
    assert readings.latest(Sign.ABP_SYSTOLIC) is None
    assert readings.why(Sign.ABP_SYSTOLIC) is Quality.GAP


LEADS = (
    Lead("II"),
    Lead("ABP", "mmHg", LeadKind.PRESSURE),
    Lead("PLETH", "NU", LeadKind.PLETH),
    Lead("RESP", "Ohm", LeadKind.RESPIRATION),
)


def spoilt(kind):
    info, block = heard("patient:sinus?leads=II&vitals=yes", 40)
    samples = block.samples.copy()
    rng = np.random.default_rng(1)
    for column in (1, 2, 3):
        wave = samples[:, column]
        if kind == "flat":
            wave[2500:] = wave[2500]
        elif kind == "lost":
            wave[2500:] = np.nan
        elif kind == "noise":
            wave[2500:] = np.ptp(wave) * rng.normal(size=len(wave) - 2500)
        elif kind == "clipped":
            low, high = np.quantile(wave, (0.3, 0.5))
            wave[2500:] = np.clip(wave[2500:], low, high)
    return info.fs, samples


@pytest.mark.parametrize(
    ("kind", "quality"),
    [("flat", Quality.FLAT), ("lost", Quality.GAP), ("noise", Quality.NOISY), ("clipped", Quality.CLIPPED)],
)
def test_no_figure_on_what_is_no_signal(kind, quality):
    fs, samples = spoilt(kind)
    readings = VitalsStream(fs, LEADS).push(samples)
    spoilt_at = readings.at > 2500 + 20 * fs
    for sign in (Sign.ABP_SYSTOLIC, Sign.PULSE):
        assert np.isfinite(readings.of(sign)[5:10]).all()
        assert not np.isfinite(readings.of(sign)[spoilt_at]).any()
        assert (readings.quality[spoilt_at, sign.column] == quality).all()


def test_where_the_heart_stops_the_mean_stays_and_the_pulse_goes():
    source = open_source("patient:sinus?vitals=yes", schemes=SCHEMES)
    info = source.info
    first = source.read(round(20 * info.fs)).samples
    source.steer("vf")
    samples = np.concatenate([first, source.read(round(12 * info.fs)).samples])
    readings = VitalsStream(info.fs, info.leads).push(samples)
    assert readings.why(Sign.ABP_SYSTOLIC) is Quality.NO_PULSE
    assert readings.latest(Sign.PULSE) is None
    assert 10 < readings.latest(Sign.ABP_MEAN) < 40


def test_breaths_that_cease_are_counted_from_the_last():
    fs = 100.0
    time = np.arange(0, 90, 1 / fs)
    wave = np.where(time < 45, np.sin(2 * np.pi * 0.25 * time), 0.05 * np.sin(2 * np.pi * 1.2 * time))
    samples = np.column_stack([wave]).astype(np.float32)
    readings = VitalsStream(fs, [Lead("RESP", "Ohm", LeadKind.RESPIRATION)]).push(samples)
    assert readings.of(Sign.RESPIRATION)[40] == pytest.approx(15, abs=0.5)
    assert readings.of(Sign.BREATHLESS)[80] == pytest.approx(80 - 45, abs=2.5)


_INFO, _BLOCK = heard("patient:pvc?leads=II&fs=130&vitals=yes", 24)
_WHOLE = VitalsStream(_INFO.fs, _INFO.leads).push(_BLOCK.samples)


@settings(max_examples=25)
@given(st.lists(st.integers(1, 700), min_size=1, max_size=40))
def test_readings_are_the_same_however_the_stream_is_cut(lengths):
    stream, at, parts = VitalsStream(_INFO.fs, _INFO.leads), 0, []
    for length in [*lengths, len(_BLOCK.samples)]:
        parts.append(stream.push(_BLOCK.samples[at : at + length]))
        at += length
    found = type(_WHOLE).concatenate(parts)
    np.testing.assert_array_equal(found.at, _WHOLE.at)
    np.testing.assert_array_equal(found.values, _WHOLE.values)
    np.testing.assert_array_equal(found.quality, _WHOLE.quality)
    assert found.beats == _WHOLE.beats


def test_a_source_of_ecg_alone_costs_nothing():
    stream = VitalsStream(360.0, [Lead("MLII")])
    assert not stream.reads
    assert not len(stream.push(np.zeros((3600, 1), np.float32)))
