"""A stream without an array, an end or a way back works in every page."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from models.alerts.kinds import Kind
from monitor.ui.pages.actions.pages import PAGE_SPECS
from tests.monitor.conftest import FS, EndlessSource


@pytest.fixture
def endless(make_window, play):
    window = make_window()
    window.put_on(EndlessSource())
    play(window, 12)
    return window


def colours(strip, first_s, last_s, timeline):
    """Number of pixels of a strip that are bright between two seconds."""
    image = strip.grab().toImage()
    x0, x1 = (round(timeline.virtual(s * FS)) % timeline.width for s in (first_s, last_s))
    return sum(image.pixelColor(x, y).green() > 150 for x in range(x0, x1) for y in range(24, strip.height()))


def test_it_plays_is_drawn_and_raises_alerts(endless):
    assert endless.session.head == pytest.approx(12 * FS, abs=1)
    assert [e.kind for e in endless.session.log] == [Kind.ECTOPIC] * 2
    assert (
        colours(
            endless.pages.made["monitor"].board.strips[0],
            10.9,
            11.1,
            endless.pages.made["monitor"].board.timeline,
        )
        > 20
    )
    endless._show_slow_things()
    assert "endless  ·  00:12" in endless.status.text()


def test_every_page_shows_it(endless, play, qtbot):
    for spec in PAGE_SPECS:
        endless.show_page(spec.name)
        play(endless, 0.5)
        endless._show_slow_things()
        assert not endless.grab().isNull()
        assert endless.context.page == spec.name
    endless.show_page("monitor")


def test_an_alert_is_reviewed_with_its_surroundings_and_beats(endless):
    event = endless.session.log[0]
    excerpt = endless.session.excerpt(event)
    assert excerpt.signal[event.peak - excerpt.start] == pytest.approx(2.5)
    assert (event.peak, "V") in excerpt.beats
    endless.context.review(event)
    assert endless.context.page == "review"


def test_going_elsewhere_is_refused_in_a_sentence_and_nothing_moves(endless, qtbot):
    head = endless.session.head
    endless.context.actions["restart"].trigger()
    assert "endless is no recording" in endless.messages.text
    overview = endless.pages.made["monitor"].board.overview
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    assert endless.session.head == head


def test_the_overview_grows_with_the_stream(endless, play):
    play(endless, 320)
    overview = endless.pages.made["monitor"].board.overview
    assert overview._x(endless.session.head) < overview._span()
    assert overview._x(endless.session.head) > overview._span() / 3


def test_another_lead_is_analysed_from_now_on(endless, play):
    before = list(endless.session.log)
    endless.pages.made["monitor"].view.analyse_lead(1)
    play(endless, 8)
    assert endless.session.lead == 1
    assert [e for e in endless.session.log if e.lead == "G1"] == before, "what was said of it stays"
    (event,) = (e for e in endless.session.log if e.lead == "G2")
    assert event.start > 11 * FS


def test_a_source_that_breaks_is_said_and_the_window_goes_on(make_window, play):
    window = make_window()
    window.put_on(EndlessSource(limit=round(3 * FS)))
    play(window, 2)
    play(window, 2)
    assert "endless gives nothing any more: the cable is out" in window.messages.text
    assert not window.session.playing


def test_a_live_source_sets_its_own_pace(make_window, play, time):
    window = make_window()
    source = EndlessSource(live=True)
    window.put_on(source)
    time.t += 100
    window.frame()
    assert window.session.head == 0
    source.arrive(6)
    play(window, 0)
    assert window.session.head == 6 * FS
    window.session.pause()
    source.arrive(4)
    window.frame()
    assert window.session.head == 6 * FS
    window.session.play()
    window.frame()
    assert window.session.head == 10 * FS, "nothing that arrived meanwhile is lost"
    assert np.isfinite(window.session.history.lead(0, 0, round(10 * FS))).all()


def test_the_source_before_is_let_go(make_window):
    window, first = make_window(), EndlessSource()
    window.put_on(first)
    second = EndlessSource()
    window.put_on(second)
    assert first.closed
    window.close()
    assert second.closed


def test_headless_needs_a_duration(monkeypatch, capsys, tmp_path):
    from monitor.__main__ import main

    monkeypatch.setattr("monitor.headless.open_any", lambda *_, **__: EndlessSource())
    assert main(["--headless", "endless"]) == 2
    assert "endless has no end; say how long with --duration." in capsys.readouterr().err
    target = tmp_path / "out.json"
    assert main(["--headless", "endless", "--duration", "20", "--json", str(target)]) == 0
    report = json.loads(target.read_text())
    assert (report["record"], report["source"], report["duration_s"]) == ("endless", "test:endless", 20)
    assert report["beats"]
