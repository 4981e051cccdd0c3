"""What a clip and a cuff read follows the waves, each in its own time."""

from __future__ import annotations

import numpy as np
import pytest

from models.alarms.limits import PROFILES
from models.patients.figures import Cuff, oxygen_of, saturation
from models.patients.patient import Patient
from models.vitals.signs import Sign
from models.vitals.stream import VitalsStream
from tests.models.alarms.test_watch_vitals import came, raised

FS = 100


def patient(kind="sinus", **given):
    return Patient(kind, fs=FS, seed=3, vitals=True, **{"spo2": 97.0, "nibp": 1.0, **given})


def figures(one, seconds):
    """SpO2 and the cuff's three, second by second."""
    return one.read(round(seconds * FS)).samples[::FS, -4:]


def test_saturation_is_that_of_the_textbook_and_goes_both_ways():
    # Half of it at 27 mmHg, three quarters in veins, and 9 of 10 at 60 mmHg.
    for oxygen, percent in ((26.8, 50.0), (40.0, 75.0), (60.0, 90.5), (100.0, 97.5)):
        assert saturation(oxygen) == pytest.approx(percent, abs=0.5)
        assert oxygen_of(saturation(oxygen)) == pytest.approx(oxygen, abs=0.01)


def test_while_all_is_well_they_are_the_usual_ones_and_agree_with_the_artery():
    one = patient()
    stream = VitalsStream(FS, one.leads)
    readings = stream.push(one.read(round(60 * FS)).samples)
    assert (readings.of(Sign.SPO2) == 97).all()
    for cuff, artery in (
        (Sign.NIBP_SYSTOLIC, Sign.ABP_SYSTOLIC),
        (Sign.NIBP_DIASTOLIC, Sign.ABP_DIASTOLIC),
        (Sign.NIBP_MEAN, Sign.ABP_MEAN),
    ):
        assert readings.latest(cuff) == pytest.approx(readings.latest(artery), abs=4)
    first = np.flatnonzero(np.isfinite(readings.of(Sign.NIBP_MEAN)))[0]
    assert first == pytest.approx(Cuff.FIRST_S + Cuff.TAKES_S, abs=1.5)


def test_without_breath_it_falls_below_ninety_after_about_a_minute_and_no_sooner_than_the_blood_arrives():
    spo2 = figures(patient(breaths=0.0), 180)[:, 0]
    assert (spo2[:15] == 97).all()
    assert (np.diff(spo2) <= 0).all()
    assert 50 < np.flatnonzero(spo2 < 90)[0] < 110


def test_without_a_pulse_there_is_no_figure_and_after_it_a_low_one_that_recovers():
    one = patient()
    figures(one, 40)
    one.steer("vf")
    arrest = figures(one, 60)
    assert np.isfinite(arrest[0, 0])
    assert np.isnan(arrest[15:, 0]).all()
    one.steer("sinus", {"rate": 90})
    after = figures(one, 150)[:, 0]
    first = np.flatnonzero(np.isfinite(after))[0]
    assert first < 20
    assert np.nanmin(after) < 94
    assert after[-1] >= 96


def test_a_cuff_finds_nothing_in_an_arrest_and_lower_pressures_in_vt():
    usual, fast, none = patient(), patient("vt"), patient("asystole")
    sinus, vt, arrest = (figures(one, 80)[-1, 1:] for one in (usual, fast, none))
    assert (vt < sinus - 15).all()
    assert (arrest == 0).all(), "as monitors show that they could not"
    assert np.isnan(figures(patient("asystole"), 10)[-1, 1:]).all(), "it has not measured yet"


def test_a_cuff_measures_every_so_often_and_when_asked():
    one = patient(nibp=5.0)
    before = figures(one, 60)[-1, 1:]
    one.steer("vt")
    figures(one, 20)
    one.measure()
    asked = figures(one, Cuff.TAKES_S + 2)
    assert (asked[0, 1:] == before).all(), "the figure of before stands until there is another"
    assert (asked[-1, 1:] < before - 10).all()
    one.steer("sinus")
    assert (figures(one, 240)[-1, 1:] == asked[-1, 1:]).all()
    assert (figures(one, 120)[-1, 1:] > asked[-1, 1:] + 10).all()


def test_they_are_the_same_however_they_are_read():
    cut, whole = patient("vt"), patient("vt")
    parts = [cut.read(n).samples for n in (1, 7, 1000, 333, 2659)]
    np.testing.assert_array_equal(np.concatenate(parts), whole.read(4000).samples)


def test_the_waves_are_the_same_with_and_without_them():
    with_, without = patient("af"), Patient("af", fs=FS, seed=3, vitals=True)
    np.testing.assert_array_equal(with_.read(3000).samples[:, :-4], without.read(3000).samples)


@pytest.mark.parametrize(("profile", "comes"), [("adult", True), ("neonate", False)])
def test_a_saturation_alarms_by_the_profile_s_limit(profile, comes):
    one = patient(spo2=88.0)
    told = VitalsStream(FS, one.leads).push(one.read(round(40 * FS)).samples)
    assert ("spo2_low" in came(told, limits=PROFILES[profile])) is comes


def test_a_cuff_alarms_where_no_artery_is_measured():
    one = Patient("vt", fs=FS, seed=3, nibp=1.0)
    told = VitalsStream(FS, one.leads).push(one.read(round(60 * FS)).samples)
    titles = [title for _, key, _, began, title in raised(told) if began and key == "pressure_low"]
    assert len(titles) == 1
    assert titles[0].startswith("Blood pressure low: NIBP systolic ")
    beside = patient("vt")
    told = VitalsStream(FS, beside.leads).push(beside.read(round(60 * FS)).samples)
    titles = [title for _, key, _, began, title in raised(told) if began and key == "pressure_low"]
    assert all("ABP" in title for title in titles), "one alarm, of the artery"
