"""What a session keeps of what the analysis says, and what it says of a moment that one goes back to."""

import time
from dataclasses import replace

import numpy as np
import pytest

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from models.alerts.analyzer import Analyzer
from models.alerts.kinds import Kind
from models.alerts.reasons import Channel
from models.leads.choice import TOGETHER
from models.pipeline import ScoreStream
from monitor.stream.replay import MAX_SPEED
from monitor.ui.session.worker import shipped_scorer
from tests.monitor.conftest import FS, EdgeScorer, make_record, pixels, rippled


@pytest.mark.slow
def test_the_window_lists_what_the_analysis_raises(make_window, qtbot):
    """All of it: an alert that overlaps another one was once dropped."""
    demo = load_demo()
    record = replace(demo, signals=demo.signals[: 100 * 360], annotations=None)
    window = make_window(shipped_scorer)
    window.put_on(RecordSource(record))
    window.session.set_speed(MAX_SPEED)
    qtbot.waitUntil(lambda: window.session.analysed == record.n_samples)
    analyzer = Analyzer(record.fs, ScoreStream.shipped(record.fs))
    raised = [*analyzer.push(record.signals[:, 0]).events, *analyzer.finish()]
    qtbot.waitUntil(lambda: len(window.session.log) == len(raised))
    listed = [(e.kind, e.start, e.peak) for e in window.session.log]
    assert sorted(listed, key=lambda e: e[1:]) == sorted(
        ((e.kind, e.start, e.peak) for e in raised), key=lambda e: e[1:]
    )


class Counting(EdgeScorer):
    """Counts the samples that are analysed."""

    pushed = 0

    def push(self, samples):
        type(self).pushed += len(samples)
        return super().push(samples)


@pytest.fixture
def watched(make_window, play):
    """A window that has played 20 s."""
    Counting.pushed = 0
    window = make_window(Counting)
    window.put_on(RecordSource(rippled(make_record(120, leads=2))))
    play(window, 20)
    return window


def test_what_was_said_of_the_source_before_is_dropped(make_window, qtbot):
    """It may still be queued when another source is put on, and once made the beats of two sources one."""
    session = make_window(Counting).session
    session.open(RecordSource(rippled(make_record(120))))
    session.set_speed(MAX_SPEED)
    session.play()
    qtbot.waitUntil(lambda: session.analysed > 5 * FS)
    time.sleep(0.3)  # what is delivered meanwhile waits in this thread's queue
    session.open(RecordSource(rippled(make_record(120))))
    qtbot.wait(200)
    assert session.head == 0
    assert not len(session.archive.stretches)
    assert not session.archive.n_beats
    assert not list(session.log)


def test_going_back_analyses_nothing_again_and_everything_is_still_there(watched, play):
    session = watched.session
    alerts, pushed = list(session.log), Counting.pushed
    seen = session.scores[Channel.FORECAST].between(0, 19 * FS)
    session.seek(round(3 * FS))
    assert session.analysed_before
    play(watched, 10)
    assert Counting.pushed == pushed
    assert list(session.log) == alerts
    for before, now in zip(seen, session.scores[Channel.FORECAST].between(0, 19 * FS), strict=True):
        np.testing.assert_array_equal(before, now)
    play(watched, 12)
    assert not session.analysed_before
    assert session.analysed == session.head == 25 * FS
    assert Counting.pushed == 25 * FS, "the analysis went on where it stood"
    assert [e.peak // FS for e in session.log] == [5, 10, 15, 20]


def test_a_loop_analyses_nothing_twice(make_window, play, qtbot):
    Counting.pushed = 0
    window = make_window(Counting)
    record = make_record(12)
    window.put_on(RecordSource(record))
    window.session.set_loop(True)
    for _ in range(4):
        play(window, 7)
    # The end of the first round may still be analysed while the next one is shown.
    qtbot.waitUntil(lambda: [e.peak // FS for e in window.session.log] == [5, 10])
    assert Counting.pushed == record.n_samples


def test_what_is_said_is_of_the_moment_at_the_head(watched, play):
    session = watched.session
    live = session.rhythm
    assert live.rate_bpm == pytest.approx(60, rel=0.05)
    session.seek(round(3.5 * FS))
    play(watched, 1)
    watched._show_slow_things()
    assert "Watching L1 + L2. No alarm." == watched.banner.text, "the alert at 5 s is still to come"
    assert session.open_alert is None
    assert session.last_alert is None
    play(watched, 0.7)
    assert session.present_alert(4.0) is None, "its beat was not classified yet"
    play(watched, 0.3)
    watched._show_slow_things()
    assert watched.banner.text.endswith("1 alert within a minute, the last: Ectopic beat? at 00:05.0.")
    assert session.rhythm.at == session.head
    assert "analysed before, up to 00:20" in watched.status.text()


def test_the_alert_that_is_open_is_so_at_the_frontier_alone(watched, play):
    session = watched.session
    play(watched, 0.5)  # the V at 20 s has been classified
    open_alert = session.open_alert
    assert open_alert.kind is Kind.ECTOPIC
    session.seek(round(10 * FS))
    assert session.open_alert is None
    assert not session.provisional
    play(watched, 10.5)
    assert session.open_alert == open_alert


def test_a_jump_forward_leaves_a_gap_that_is_filled_when_one_comes_back(watched, play):
    session = watched.session
    session.seek(round(60 * FS))
    play(watched, 20)
    assert [(s.start / FS, s.stop / FS) for s in session.archive.stretches] == [(0, 20), (60, 80)]
    alerts = list(session.log)
    session.seek(round(15 * FS))
    play(watched, 50)
    assert [(s.start / FS, s.stop / FS) for s in session.archive.stretches] == [(0, 80)]
    assert [e.peak // FS for e in session.log] == [*range(5, 80, 5)]
    assert [e for e in session.log if e in alerts] == alerts


def test_another_lead_keeps_what_was_said_of_the_first_and_coming_back_goes_on(watched, play):
    session = watched.session
    first = list(session.log)
    assert session.together
    session.analyse_lead(1)
    assert not session.together
    play(watched, 8)
    assert [e for e in session.log if e.together] == first
    assert [e.peak // FS for e in session.log if e.lead == "L2"] == [20, 25]
    assert not session.alerts_between(0, 19 * FS), "on the strips are those of the lead that is analysed"
    assert not len(session.scores[Channel.FORECAST].between(0, 19 * FS)[0])
    session.analyse_lead(TOGETHER)
    play(watched, 4)
    assert [e.peak // FS for e in session.log if e.analysis == "L1 + L2"] == [5, 10, 15, 20, 25, 30]
    assert [(s.start, s.stop) for s in session.archive.stretches] == [(0, 32 * FS)]
    excerpt = session.excerpt(next(e for e in session.log if e.lead == "L2"))
    assert excerpt.lead == "L2"
    assert len(excerpt.scores[Channel.FORECAST][0])


@pytest.mark.slow
def test_heart_rate_and_template_are_as_they_were(make_window, qtbot, play):
    window = make_window(shipped_scorer)
    window.put_on(RecordSource(load_demo()))
    session = window.session
    was = {}
    for _ in range(8):
        play(window, 12)
        was[session.head] = session.rhythm, session.template
    session.pause()
    for head, (rhythm, template) in was.items():
        session.seek(head)
        assert session.rhythm == rhythm
        if template is None:
            assert session.template is None
        else:
            np.testing.assert_allclose(session.template[0], template[0])
    assert was[session.head][0].sdnn_ms is not None


def test_the_overview_shows_which_stretches_were_analysed(watched, play):
    session, overview = watched.session, watched.pages.made["monitor"].board.overview
    session.seek(round(60 * FS))
    play(watched, 20)
    session.seek(0)
    play(watched, 2)
    coloured = pixels(overview.grab().toImage())
    overview._analysed = tuple
    differs = np.flatnonzero((coloured != pixels(overview.grab().toImage())).any(axis=(0, 2)))
    seconds = (differs + 0.5) * 120 / overview._span()
    assert len(seconds) > 50
    assert all(s < 20.5 or 59.5 < s < 80.5 for s in seconds)
    assert seconds.min() < 2
    assert seconds.max() > 78
    assert ((seconds > 15) & (seconds < 20.5)).any(), "though the stream is back at 2 s"


def test_what_was_analysed_on_all_leads_stays_in_the_overview_when_one_alone_is_analysed(watched, play):
    session, overview = watched.session, watched.pages.made["monitor"].board.overview
    play(watched, 30)
    session.analyse_lead(0)
    watched.pages.made["monitor"].view.leads.changed.emit()
    play(watched, 20)

    def coloured(otherwise, analysed):
        """Seconds at which the picture differs from one without any."""
        overview._otherwise, overview._analysed = otherwise, analysed
        shown = pixels(overview.grab().toImage())
        overview._otherwise = overview._analysed = tuple
        differs = np.flatnonzero((shown != pixels(overview.grab().toImage())).any(axis=(0, 2)))
        return (differs + 0.5) * 120 / overview._span()

    before = coloured(session.analysed_otherwise, tuple)
    assert before.min() < 1
    assert before.max() == pytest.approx(50, abs=0.5)
    now = coloured(tuple, lambda: session.archive.stretches)
    assert now.min() == pytest.approx(50, abs=0.5)
    assert now.max() == pytest.approx(70, abs=0.5)


def test_the_strips_show_what_was_before_the_head(watched, play):
    board = watched.pages.made["monitor"].board
    watched.session.seek(round(15 * FS))
    watched.frame()
    timeline = board.timeline
    assert timeline.first_visible < 12 * FS < timeline.head
    lane = board.lanes[Channel.FORECAST]
    lane.redraw()
    image = lane.grab().toImage()
    column = timeline.virtual(14 * FS + 5) % timeline.width
    colours = {
        image.pixelColor(round(column) + i, y).name() for y in range(lane.height()) for i in (-1, 0, 1)
    }
    assert len(colours) > 2, "the lane is drawn there"


def test_all_leads_are_analysed_together_and_each_keeps_rows_of_its_own(watched, play):
    session = watched.session
    assert session.analysed_names == ("L1", "L2")
    event = next(e for e in session.log if not e.technical)
    assert event.together == ("L1", "L2")
    assert set(event.speaking) <= {"L1", "L2"}
    of_second = session.excerpt(replace(event, lead="L2"))
    assert of_second.lead == "L2"
    assert len(of_second.scores[Channel.FORECAST][0])
    assert list(session.beats_by_lead()) == ["L1 + L2"]


def test_a_source_with_one_lead_is_analysed_by_it_alone(make_window, play):
    window = make_window(EdgeScorer)
    window.put_on(RecordSource(rippled(make_record(20, leads=1))))
    play(window, 12)
    assert not window.session.together
    assert window.session.log
    assert all(e.lead == "L1" and not e.together for e in window.session.log)
