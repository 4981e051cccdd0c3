"""A strip fits where it can be read, and is scrolled where it could not."""

import numpy as np
import pytest

from assets.records.lead import Lead
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from monitor.alarms.journaling.strips import Strip
from monitor.ui.journal.strip_view import READABLE, StripScroll
from monitor.ui.kit.theme import DARK
from monitor.ui.report.paper import height_mm

ALARM = Alarm(Condition.ASYSTOLE, 1000, 1500)


def strip(leads, n=2500):
    line = np.sin(np.arange(n) / 20)[:, None].astype(np.float32)
    return Strip(0, 250.0, tuple(Lead(f"V{i}") for i in range(leads)), np.repeat(line, leads, axis=1))


@pytest.fixture
def scroll(qtbot):
    made = StripScroll(DARK)
    qtbot.addWidget(made)
    made.resize(1000, 180)
    made.show()
    return made


def test_two_leads_fit_and_six_are_scrolled(scroll, qapp):
    scroll.show_strip(strip(2), ALARM, "two")
    qapp.processEvents()
    assert scroll.view.height() == scroll.viewport().height()
    six = strip(6)
    scroll.show_strip(six, ALARM, "six")
    qapp.processEvents()
    assert scroll.view.height() == pytest.approx(height_mm(six) * READABLE, abs=1)
    scroll.resize(1000, 900)
    qapp.processEvents()
    assert scroll.view.height() == scroll.viewport().height()
    assert not scroll.grab().isNull()


def test_words_stand_where_there_is_no_strip(scroll, qapp):
    scroll.show_strip(strip(6), ALARM, "six")
    scroll.show_strip(None, None, "There is no signal with this alarm.")
    qapp.processEvents()
    assert scroll.view.height() == scroll.viewport().height()
    assert scroll.view.accessibleName() == "There is no signal with this alarm."
    assert not scroll.grab().isNull()
