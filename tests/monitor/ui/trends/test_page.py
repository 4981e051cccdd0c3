"""The page of trends: figures, curves with their gaps, alarms, and a click that goes to the moment."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest

from assets.sources.open import open_source
from assets.sources.record import RecordSource
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.patients.source import SCHEMES
from models.vitals.signs import Sign
from monitor.ui.kit.figures import time_of_day
from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.trends.figure import BigFigure
from monitor.ui.trends.plots import AlarmPlot, thinned
from monitor.ui.trends.rows import drawn_of, room_for, rows_of
from tests.monitor.conftest import make_record

ABP = (Sign.ABP_SYSTOLIC, Sign.ABP_DIASTOLIC, Sign.ABP_MEAN)


def open_page(window, source):
    window.put_on(source)
    window.show_page("trends")
    return window.pages.made["trends"]


def test_a_source_of_ecg_alone_has_what_the_ecg_tells():
    assert [row.name for row in rows_of(())] == ["HR", "PVC", "AF"]
    assert [row.name for row in rows_of((*ABP, Sign.SPO2))] == ["HR", "PVC", "AF", "ABP", "SpO2"]


def test_what_is_never_told_has_no_row_and_an_artery_that_is_silent_leaves_the_cuff_its_place():
    cuff, others = (Sign.NIBP_SYSTOLIC, Sign.NIBP_MEAN), (Sign.PULSE, Sign.SPO2, Sign.RESPIRATION)
    rows = rows_of((*ABP, *cuff, *others))
    silent = [row.name for row in drawn_of(rows, (*cuff, *others))]
    assert silent == ["HR", "PVC", "AF", "NIBP", "SpO2", "Pulse", "Resp"]
    assert "NIBP" in [row.name for row in room_for(rows, (*cuff, *others))]
    both = [row.name for row in drawn_of(rows, (*ABP, *cuff, *others))]
    assert both == ["HR", "PVC", "AF", "ABP", "SpO2", "Pulse", "Resp"]
    assert [row.name for row in drawn_of(rows, ())] == ["HR", "PVC", "AF"]


def rows_on(page):
    """The rows whose curves are in the layout."""
    return [row.name for row, plot in zip(page._rows, page.plots, strict=True) if not plot.isHidden()]


def test_a_row_comes_with_its_first_figure(make_window, play):
    window = make_window()
    page = open_page(window, open_source("patient:sinus?leads=II&vitals=yes&minutes=2", schemes=SCHEMES))
    assert rows_on(page) == ["HR", "PVC", "AF"]
    page.activate()
    assert not page.plots[0].getPlotItem().getAxis("left").style["showValues"]
    play(window, 30)
    page.activate()
    assert page.plots[0].getPlotItem().getAxis("left").style["showValues"]
    assert rows_on(page) == ["HR", "PVC", "AF", "ABP", "Pulse", "Resp"]
    assert [plot.isHidden() for plot in page.plots] == [figure.isHidden() for figure in page.figures]
    page.show_pane("figures")
    assert not any(figure.isHidden() for figure in page.figures)


def test_figures_and_curves_of_a_patient(make_window, play):
    window = make_window()
    page = open_page(window, open_source("patient:sinus?leads=II&vitals=yes&minutes=2", schemes=SCHEMES))
    play(window, 60)
    page.activate()
    shown = dict(zip([row.name for row in page._rows], [f.shown for f in page.figures], strict=True))
    assert abs(int(shown["Resp"][0]) - 15) <= 1
    systolic, diastolic = (int(part) for part in shown["ABP"][0].split("/"))
    assert 100 < systolic < 140
    assert 70 < diastolic < 100
    assert abs(int(shown["Pulse"][0]) - 75) <= 3
    curves = dict(zip([row.name for row in page._rows], [plot.drawn for plot in page.plots], strict=True))
    assert len(curves["ABP"]) == 3
    times, pulse = curves["Pulse"][0]
    assert times[0] == 5.0
    np.testing.assert_allclose(pulse[1:], 75, atol=4)


def test_times_are_of_the_day_where_the_record_says_when_it_began(make_window, play):
    window, record = make_window(), make_record()
    page = open_page(window, RecordSource(replace(record, start=datetime(2004, 5, 4, 23, 59, 30))))
    axis = page.alarms.getPlotItem().getAxis("bottom")
    assert axis.tickStrings([0, 30, 40], 1.0, 10.0) == ["23:59:30", "00:00:00", "00:00:10"]
    open_page(window, RecordSource(record))
    assert axis.tickStrings([0, 30], 1.0, 10.0) == ["00:00", "00:30"]


def test_a_jump_leaves_a_gap_and_no_line(make_window, play):
    window = make_window()
    page = open_page(window, open_source("patient:sinus?leads=II&vitals=yes&minutes=4", schemes=SCHEMES))
    play(window, 30)
    window.session.seek(150 * 250)
    play(window, 30)
    page.activate()
    pulse = next(plot for row, plot in zip(page._rows, page.plots, strict=True) if row.name == "Pulse")
    times, values = pulse.drawn[0]
    missing = np.isnan(values)
    assert missing[(times > 40) & (times < 130)].all()
    assert not missing[times < 25][1:].any()


def test_a_click_goes_to_the_moment(make_window, play):
    window = make_window()
    page = open_page(window, RecordSource(make_record(60)))
    play(window, 30)
    page.plots[0].clicked.emit(12.0)
    assert window.session.head == pytest.approx(12 * window.session.info.fs, abs=2)
    assert window.context.page == "monitor"
    page.plots[0].clicked.emit(-5.0)
    assert window.session.head == pytest.approx(12 * window.session.info.fs, abs=2)


def test_large_figures_take_the_page_and_are_remembered(make_window):
    window = make_window()
    page = open_page(window, RecordSource(make_record(20)))
    page.show_pane("figures")
    assert all(plot.isHidden() for plot in page.plots)
    assert page.alarms.isHidden()
    assert not page.figures[0].isHidden()
    page.show_pane("trends")
    assert not any(plot.isHidden() for plot in page.plots)
    with pytest.raises(ValueError, match="no pane"):
        page.show_pane("nothing")


def test_alarms_are_marked_by_priority_and_say_what_they_are(qtbot):
    plot = AlarmPlot(DARK)
    qtbot.addWidget(plot)
    alarms = (
        Alarm(Condition.ASYSTOLE, 100, 500, value=4.0),
        Alarm(Condition.PRESSURE_LOW, 100, 700, note="systolic 82 mmHg"),
    )
    plot.show_alarms(alarms, 100.0)
    assert plot.marks == ["Asystole: 4.0 s", "Blood pressure low: systolic 82 mmHg"]
    heights = [point.pos().y() for point in plot._marks.points()]
    assert heights == [2, 1]
    assert plot.tips[0] == "00:05 Asystole: 4.0 s"
    plot.begin_at(datetime(2004, 5, 4, 23, 59, 58))
    assert plot.tips[0] == "00:00:03 Asystole: 4.0 s", "the time of day, as the axis below tells it"


def test_a_day_is_thinned_and_its_gaps_stay():
    seconds = np.arange(8640) * 10.0 + 5
    values = np.full(8640, 75.0, np.float32)
    values[3000:4000] = np.nan
    x, y = thinned(seconds, values)
    assert len(x) <= 720
    lost = (x > 30_200) & (x < 39_800)
    assert np.isnan(y[lost]).all()
    assert np.isfinite(y[(x < 29_800) | (x > 40_200)]).all()


@pytest.mark.parametrize("size", [(150, 38), (210, 60), (700, 300)])
@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_a_figure_keeps_within_its_tile(qtbot, size, theme):
    figure = BigFigure(theme, "ABP", "mmHg", "pressure")
    qtbot.addWidget(figure)
    figure.resize(*size)
    figure.show_figure("188/122", "(144)")
    picture = figure.grab().toImage()
    columns = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y).name() == theme.pressure for y in range(picture.height()))
    ]
    assert columns
    assert min(columns) > 4
    assert max(columns) < picture.width() - 4
    assert figure.accessibleName() == "ABP 188/122 (144) mmHg"


def test_a_cuffs_figure_says_when_it_was_taken_here_and_beside_the_heart_rate(make_window, play, data_dir):
    window = make_window()
    source = open_source(str(data_dir / "formats" / "s25047" / "s25047-2704-05-04-10-44"))
    page = open_page(window, source)
    live = window.pages.need("monitor").vitals
    window.context.set_speed(4.0)
    tile = next(tile for tile in live.tiles if tile.tile.name == "NIBP")
    for seconds, shown, when in (
        (100, ("--", ""), ""),
        (50, ("87/46", "(62)"), "02:00"),
        (120, ("92/49", "(65)"), "03:00"),
        (60, ("--", "(94)"), "05:00"),
    ):
        play(window, seconds)
        window.session.tick()
        page.activate()
        figure = next(one for one, row in zip(page.figures, page._rows, strict=True) if row.name == "NIBP")
        window.show_page("monitor")
        window.pages.made["monitor"].activate()
        assert tile.shown == shown == figure.shown
        assert tile.words[1] == (f"at {when}" if when else "no measurement yet")
        moment = source.info.moment(round(int(when[:2] or 0) * 60 * source.info.fs))
        assert figure.accessibleName().endswith(f"at {time_of_day(moment)}" if when else "measurement yet")
