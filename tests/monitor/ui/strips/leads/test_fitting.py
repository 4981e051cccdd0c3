"""Leads are measured as time passes, and their gain follows what is seen and how high the rows are."""

import numpy as np
import pytest

from assets.records.demo import load_demo
from assets.sources.source import Lead
from monitor.ui.kit.theme import DARK
from monitor.ui.strips.leads.arrangement import Layout
from monitor.ui.strips.leads.fitting import Fitting
from monitor.ui.strips.leads.rows import LeadRow, Rows
from monitor.ui.strips.scale import PaperScale
from monitor.ui.strips.strip import Strip
from monitor.ui.strips.timeline import Timeline


@pytest.fixture
def shown(qtbot):
    demo = load_demo()
    timeline = Timeline(demo.fs, PaperScale(px_per_mm=4.0))
    rows = Rows(timeline, DARK)
    qtbot.addWidget(rows)

    def make(axis, lead):
        def stretch(a, b):
            return (demo.signals[max(a, 0) : b, 0] * (1, 0.5)[lead]).astype(np.float32)

        return Strip(axis, DARK, stretch, lead, lambda *_: [])

    rows.resize(700, 400)
    rows.show()
    rows.show_leads([LeadRow(0, "II"), LeadRow(1, "V1")], LeadRow(0, "II"), Layout.ROWS, make)
    timeline.fit(rows.fit())
    qtbot.waitUntil(lambda: all(s.height() > 100 for s in rows.all_strips))
    fitting = Fitting(rows, timeline, rows)
    fitting.show_source((Lead("II"), Lead("V1")))
    fitting.begin(0)
    found = []

    def take(gain):
        found.append(gain)
        timeline.scale = PaperScale(4.0, 25.0, gain)

    fitting.gain_found.connect(take)
    fitting.set_auto(True)
    return fitting, rows, timeline, found


def test_a_strip_is_measured_a_frame_and_the_gain_chosen_when_all_are(shown):
    fitting, rows, timeline, found = shown
    fitting.measure_one()
    assert not any(s.extent for s in rows.all_strips), "nothing has come"
    timeline.head = 10 * 360
    fitting.measure_one()
    assert sum(s.extent is not None for s in rows.all_strips) == 1
    assert not found
    fitting.measure_one()
    assert all(s.extent for s in rows.all_strips)
    assert not any(s.cut for s in rows.all_strips)


def test_lower_rows_take_a_smaller_gain_though_time_stands_still(shown, qtbot):
    fitting, rows, timeline, _ = shown
    timeline.head = 10 * 360
    fitting.measure_one()
    fitting.measure_one()
    fitting.reshaped()
    before = timeline.scale.gain
    assert not fitting.reshaped()
    rows.resize(700, 90)
    qtbot.waitUntil(lambda: all(s.height() < 60 for s in rows.all_strips))
    assert fitting.reshaped()
    assert timeline.scale.gain < before
    assert not any(s.cut for s in rows.all_strips)
