"""The banner's figure is that of now while an alarm goes on, and that of then once it is over."""

from dataclasses import replace

import numpy as np
import pytest

from assets.phrase import phrase
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.signal.rhythm import Rhythm
from models.vitals.readings import Readings
from models.vitals.signs import Quality, Sign
from monitor.alarms.lifecycle import Item, State
from monitor.ui.alarms.present import at_present
from monitor.ui.alarms.words import told
from monitor.ui.kit.language import LANGUAGES, speak, wanted

FS = 250.0
NONE = Readings.none()


def rhythm(bpm):
    return Rhythm(1000, rate_bpm=bpm)


def readings(**values):
    row = np.full((1, len(Sign)), np.nan)
    for key, value in values.items():
        row[0, next(sign for sign in Sign if sign.key == key).column] = value
    quality = np.where(np.isfinite(row), Quality.GOOD, Quality.ABSENT)
    return Readings(np.array([1000]), row, quality)


def test_a_rate_follows_the_heart_and_stays_where_it_is_over_or_not_known():
    alarm = Alarm(Condition.RATE_HIGH, 100, 900, value=131.0, limit=120.0)
    assert at_present(alarm, 1000, FS, rhythm(144.0), NONE).value == 144.0
    assert at_present(alarm, 1000, FS, None, NONE) == alarm
    over = replace(alarm, end=950, over=960)
    assert at_present(over, 1000, FS, rhythm(80.0), NONE) == over


def test_an_asystole_grows():
    alarm = Alarm(Condition.ASYSTOLE, 1000, 2000, value=4.0, limit=4.0)
    assert at_present(alarm, 1000 + round(12 * FS), FS, None, NONE).value == pytest.approx(12.0)


def test_vital_signs_follow_and_a_pressure_says_which():
    low = Alarm(Condition.SPO2_LOW, 100, 900, value=88.0, limit=90.0)
    assert at_present(low, 1000, FS, None, readings(spo2=81.0)).value == 81.0
    note = phrase("{figure} {value:.0f} {unit}", figure=Sign.ABP_MEAN.title, value=55, unit="mmHg")
    pressure = Alarm(Condition.PRESSURE_LOW, 100, 900, value=55.0, limit=60.0, note=note)
    now = at_present(pressure, 1000, FS, None, readings(abp_mean=48.0))
    assert (now.value, now.note) == (48.0, "ABP mean 48 mmHg now")
    assert at_present(pressure, 1000, FS, None, NONE) == pressure


def test_a_cuffs_figure_is_not_called_one_of_now():
    note = phrase("{figure} {value:.0f} {unit}", figure=Sign.NIBP_MEAN.title, value=55, unit="mmHg")
    pressure = Alarm(Condition.PRESSURE_LOW, 100, 900, value=55.0, limit=60.0, note=note)
    told = at_present(pressure, 1000, FS, None, readings(nibp_mean=51.0))
    assert (told.value, told.note) == (51.0, "NIBP mean 51 mmHg")


HIGH = Alarm(Condition.RATE_HIGH, 250, 900, value=131.0, limit=120.0)
SPO2 = Alarm(Condition.SPO2_LOW, 250, 900, value=88.0, limit=90.0)
PRESSURE = Alarm(Condition.PRESSURE_LOW, 250, 900, value=55.0, limit=60.0, note=Sign.ABP_MEAN.title)
AT_PRESENT = readings(spo2=93.0, abp_mean=66.0)


def said(alarm):
    item = Item(at_present(alarm, 1000, FS, rhythm(116.0), AT_PRESENT), State.ACTIVE, 0.0)
    return told(item, FS, ("II",)).split(" · ")[0]


def test_a_figure_of_now_says_so_beside_the_limit_that_was_passed():
    assert said(HIGH) == "116/min now (limit 120/min)"
    assert said(SPO2) == "93 % now (limit 90 %)"
    assert said(PRESSURE) == "ABP mean 66 mmHg now (limit 60 mmHg)"
    over = replace(HIGH, end=950, over=960)
    assert said(over) == "131/min (limit 120/min)"


def test_figure_and_limit_have_one_unit_in_japanese():
    speak(wanted("ja"))
    try:
        assert said(HIGH) == "現在116/分（設定値 120/分）"
        assert said(SPO2) == "現在93 %（設定値 90 %）"
        assert said(PRESSURE) == "ABP 平均 現在66 mmHg（設定値 60 mmHg）"
        pause = Alarm(Condition.VENTRICULAR_RUN, 250, 900, value=4.0, limit=3.0)
        assert said(pause) == "4拍（設定値 3 拍）"
    finally:
        speak(LANGUAGES[0])
