"""The figures beside the heart rate."""

import numpy as np
import pytest

from models.alarms.conditions import Condition
from models.alarms.limits import PROFILES
from models.alerts.kinds import Priority
from models.vitals.readings import Readings
from models.vitals.signs import Quality, Sign
from monitor.stream.vitals import CuffReading
from monitor.ui.kit.theme import DARK
from monitor.ui.live.vitals import VitalPanel, tiles_of

ADULT = PROFILES["adult"]
ALL = (Sign.ABP_SYSTOLIC, Sign.ABP_DIASTOLIC, Sign.ABP_MEAN, Sign.PULSE, Sign.SPO2, Sign.RESPIRATION)


def reading(values, quality=None):
    row = np.full((1, len(Sign)), np.nan, np.float32)
    why = np.zeros((1, len(Sign)), np.int8)
    for sign, value in values.items():
        row[0, sign.column] = value
    for sign, reason in (quality or {}).items():
        why[0, sign.column] = int(reason)
    return Readings(np.zeros(1, np.int64), row, why)


@pytest.fixture
def panel(qtbot):
    made = VitalPanel(DARK)
    qtbot.addWidget(made)
    return made


def test_only_what_the_source_has_is_shown(panel):
    assert [tile.name for tile in tiles_of(ALL)] == ["ABP", "SpO2", "Resp"]
    assert [tile.name for tile in tiles_of((Sign.PULSE,))] == ["Pulse"]
    panel.show_source(())
    assert panel.isHidden()
    panel.show_source((Sign.RESPIRATION,))
    assert not panel.isHidden()
    assert [tile.tile.name for tile in panel.tiles] == ["Resp"]


def test_figures_limits_and_the_pulse(panel):
    panel.show_source(ALL)
    values = {Sign.ABP_SYSTOLIC: 119.6, Sign.ABP_DIASTOLIC: 79.8, Sign.ABP_MEAN: 93.1, Sign.SPO2: 97.0}
    values |= {Sign.PULSE: 74.6, Sign.RESPIRATION: 15.2}
    panel.show_readings(reading(values), ADULT, {})
    abp, spo2, resp = panel.tiles
    assert abp.shown == ("120/80", "(93)")
    assert abp.words == ("mmHg", "160 / 90")
    assert spo2.shown == ("97", "")
    assert spo2.words == ("%", "pulse 75/min", "100 / 90")
    assert resp.shown == ("15", "")
    assert "15" in resp.accessibleName()


def test_no_figure_says_why_and_without_a_pulse_the_mean_stays(panel):
    panel.show_source(ALL)
    why = {Sign.ABP_SYSTOLIC: Quality.NO_PULSE, Sign.RESPIRATION: Quality.NOISY}
    panel.show_readings(reading({Sign.ABP_MEAN: 31.0}, why), ADULT, {})
    abp, _, resp = panel.tiles
    assert abp.shown == ("--", "(31)")
    assert abp.words[1] == "no pulse"
    assert resp.shown == ("--", "")
    assert resp.words[1] == "noisy"


def test_an_apnoea_says_how_long_it_lasts(panel):
    panel.show_source(ALL)
    row = reading({Sign.BREATHLESS: 34.2}, {Sign.RESPIRATION: Quality.NO_BREATH})
    panel.show_readings(row, ADULT, {Condition.APNOEA: Priority.HIGH})
    resp = panel.tiles[2]
    assert resp.shown == ("--", "")
    assert resp.words[1] == "no breath for 34 s"


def test_an_alarm_frames_its_tile_and_another_rate_is_said(panel):
    panel.show_source(ALL)
    told = {Condition.PRESSURE_LOW: Priority.MEDIUM}
    panel.show_readings(reading({Sign.SPO2: 97, Sign.PULSE: 50}), ADULT, told, "differs: 50 of 75/min")
    abp, spo2, _ = panel.tiles
    abp.resize(240, 60)
    edge = abp.grab().toImage().pixelColor(120, 1)
    assert edge.name() == DARK.alert
    assert "differs: 50 of 75/min" in spo2.words


NIBP = (Sign.NIBP_SYSTOLIC, Sign.NIBP_DIASTOLIC, Sign.NIBP_MEAN)


@pytest.mark.parametrize(
    ("cuff", "shown", "said"),
    [
        (CuffReading(87.0, 46.0, 62.0, 15_000, exact=True), ("87/46", "(62)"), "at 02:00"),
        (CuffReading(87.0, 46.0, 62.0, 15_000, exact=False), ("87/46", "(62)"), "before 02:00"),
        (CuffReading(None, None, 94.0, 15_000, exact=True), ("--", "(94)"), "at 02:00"),
        (
            CuffReading(None, None, None, 15_000, exact=True),
            ("--", ""),
            "could not be measured, at 02:00",
        ),
    ],
)
def test_a_cuffs_figure_stays_with_the_time_at_which_it_was_taken(panel, cuff, shown, said):
    panel.show_source(NIBP)
    none = reading({}, dict.fromkeys(NIBP, Quality.NO_NEW))
    panel.show_readings(none, ADULT, {}, "", cuff, "02:00")
    (tile,) = panel.tiles
    assert tile.shown == shown
    assert tile.words[:2] == ("mmHg", said)
    assert said in tile.accessibleName()


def test_before_the_first_measurement_that_is_said(panel):
    panel.show_source(NIBP)
    panel.show_readings(reading({}, dict.fromkeys(NIBP, Quality.UNTAKEN)), ADULT, {})
    assert panel.tiles[0].shown == ("--", "")
    assert panel.tiles[0].words[1] == "no measurement yet"
