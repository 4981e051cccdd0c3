"""A strip is drawn at true scale, marked where the alarm came."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from assets.records.lead import Lead, LeadKind
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from monitor.alarms.journaling.strips import Strip
from monitor.ui.report.paper import MOST_ROWS, ROOM_MM, draw_strip, height_mm, printed, rows_of, width_mm
from tests.monitor.conftest import pixels

FS, PX = 250.0, 10.0
ALARM = Alarm(Condition.ASYSTOLE, 5200, 6000, end=6400)


def strip(*leads, n=2500):
    values = [line for _, line in leads]
    return Strip(5000, FS, tuple(lead for lead, _ in leads), np.stack(values, axis=1).astype(np.float32))


def pulse(height=1.0, n=2500):
    line = np.zeros(n)
    line[1500:1520] = height
    return line


def picture(qapp, shown, alarm=ALARM):
    size = round(width_mm(shown) * PX), round(height_mm(shown) * PX)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    draw_strip(painter, 0, 0, shown, alarm, PX, printed(PX))
    painter.end()
    return pixels(image)


def test_25_mm_are_a_second_and_10_mm_a_millivolt(qapp):
    shown = strip((Lead("II"), pulse()))
    assert width_mm(shown) == 250
    dark = picture(qapp, shown, Alarm(Condition.ASYSTOLE, 0, 1)).max(axis=2) < 90
    plateau = dark[:, round((1510 / FS) * 25 * PX)]
    level = dark[:, round((1000 / FS) * 25 * PX)]
    top, bottom = np.flatnonzero(plateau).mean(), np.flatnonzero(level).mean()
    assert bottom - top == pytest.approx(10 * PX, abs=1.5)
    row = dark[round(top)]
    columns = np.flatnonzero(row)
    at = columns[columns > 1000]
    assert at.min() == pytest.approx(1500 / FS * 25 * PX, abs=3)


def test_the_large_squares_are_five_millimetres(qapp):
    image = picture(qapp, strip((Lead("II"), np.zeros(2500))), Alarm(Condition.ASYSTOLE, 0, 1))
    line = image[70].sum(axis=1)
    major = np.flatnonzero(line < np.sort(line)[200])
    starts = major[np.diff(major, prepend=-10) > 5]
    assert np.median(np.diff(starts)) == pytest.approx(5 * PX, abs=0.5)


def test_the_mark_stands_where_the_alarm_came(qapp):
    image = picture(qapp, strip((Lead("II"), np.zeros(2500)))).astype(int)
    red = (image[3, :, 2] - image[3, :, 0] < -120) | (image[3, :, 0] - image[3, :, 2] < -120)
    assert np.flatnonzero(red).mean() == pytest.approx((6000 - 5000) / FS * 25 * PX, abs=3)


def test_a_tall_ecg_is_drawn_smaller_and_says_so():
    (row,) = rows_of(strip((Lead("II"), pulse(5.0))))
    assert row.words == "II  5 mm/mV"


def test_other_leads_say_from_where_to_where_they_go_and_a_gap_is_no_signal():
    pressure = Lead("ABP", "mmHg", LeadKind.PRESSURE)
    shown = strip((pressure, 80 + 40 * np.sin(np.arange(2500) / 20)), (Lead("II"), np.full(2500, np.nan)))
    ecg, other = rows_of(shown)
    assert ecg.words == "II  no signal"
    assert other.words == "ABP  40 to 120 mmHg"


def test_twelve_leads_fit_a_page(qapp):
    shown = strip(*((Lead(f"V{i}"), pulse(4.0)) for i in range(12)))
    assert len(rows_of(shown)) == MOST_ROWS
    assert height_mm(shown) <= ROOM_MM
    assert picture(qapp, shown).size


def test_hostile_names_are_words(qapp):
    assert picture(qapp, strip((Lead("<img src=/etc/passwd>" * 20), pulse()))).size
