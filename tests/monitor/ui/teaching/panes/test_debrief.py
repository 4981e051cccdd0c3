"""Looking back: lanes, clicks, playing, files."""

from dataclasses import replace

import msgspec
import pytest

from assets.sources.record import RecordSource
from models.contract.marks import NORMAL, Mark
from models.scenario.opening import open_any
from monitor.bedside.teaching.file import read_class
from monitor.ui.kit.language import LANGUAGES, speak, wanted
from monitor.ui.teaching.panes.debrief import LEAD_IN_S, DebriefPane
from tests.monitor.conftest import FS, EndlessSource, make_record


@pytest.fixture
def window(make_window):
    made = make_window()
    made.put_on(RecordSource(make_record(60.0)))
    made.show_page("class")
    return made


def make_pane(window, time):
    page = window.pages.need("class")
    pane = DebriefPane(window.context, page.learners, now=time)
    page.lesson.held.disconnect(page.debrief.show_held)
    page.lesson.held.connect(pane.show_held)
    page._stack.addWidget(pane)
    page._stack.setCurrentWidget(pane)
    return page, pane


def hold(window, page, play, seconds=12.0):
    page.lesson.start()
    play(window, 5.5)
    page.lesson.press("Space")
    play(window, 2.0)
    page.lesson.press("5")
    play(window, seconds - 7.5)
    page.lesson.end()


def test_a_class_is_on_one_timeline_with_truth_alarms_and_marks(window, time, play):
    page, pane = make_pane(window, time)
    hold(window, page, play)
    lanes = {lane.name: lane.spans for lane in pane.lanes.lanes}
    assert {"What was so", "Alarms", "Learner"} <= set(lanes)
    assert [span.kind for span in lanes["What was so"]] == ["pvc", "pvc"]
    assert [(span.label, span.kind) for span in lanes["Learner"]] == [("now!", "right"), ("VT", "wrong")]


def test_lanes_are_told_in_the_user_s_language_and_the_file_is_in_english(window, time, play, tmp_path):
    speak(wanted("ja"))
    try:
        page, pane = make_pane(window, time)
        page.lesson.start()
        play(window, 12.0)
        page.lesson.end()
        lanes = {lane.name: [span.label for span in lane.spans] for lane in pane.lanes.lanes}
        assert all(label.startswith("PVC：") for label in lanes["実際の状態"])
        pane.write(tmp_path / "class.json")
        kept = read_class(tmp_path / "class.json")
        assert kept.truth[0].label.startswith("PVCs: ")
        pane.show_class(msgspec.structs.replace(kept, name="Bed 3"))
        assert "ベッド 3" in pane._headline.text()
    finally:
        speak(LANGUAGES[0])


def test_a_click_goes_a_little_before_it_and_plays(window, time, play):
    page, pane = make_pane(window, time)
    hold(window, page, play)
    pane.lanes.clicked.emit(round(10 * FS))
    assert pane.playing
    assert pane.position == round((10 - LEAD_IN_S) * FS)
    time.t += 1.5
    pane.frame()
    assert pane.position == pytest.approx((10 - LEAD_IN_S + 1.5) * FS, abs=1)
    assert pane.strips.timeline.head == pane.position
    pane.press("Space")
    time.t += 5
    pane.frame()
    assert pane.position == pytest.approx((10 - LEAD_IN_S + 1.5) * FS, abs=1)
    time.t += 100
    pane.press("Space")
    time.t += 100
    pane.frame()
    assert not pane.playing
    assert pane.position == pane.kept.stop


def test_keys_go_to_what_happened(window, time, play):
    page, pane = make_pane(window, time)
    hold(window, page, play)
    pane.press("Home")
    seen = []
    for _ in range(4):
        pane.press("Down")
        seen.append(pane.position)
    assert seen == sorted(seen)
    pane.press("Up")
    assert pane.position <= seen[-1]
    at = pane.position
    pane.press("Right")
    assert pane.position == min(at + 5 * FS, pane.kept.stop)


def test_what_was_watched_without_a_class_is_looked_back_on(window, time, play):
    _, pane = make_pane(window, time)
    pane.look_back()
    assert pane.kept is None
    assert pane._problem.text() == "Nothing has been watched yet."
    window.session.play()
    play(window, 12)
    pane.look_back()
    assert pane.kept.learners == ()
    assert (pane.kept.start, pane.kept.stop) == (0, window.session.head)


def test_a_class_that_was_kept_is_shown_again_on_its_record(window, time, play, tmp_path):
    window.put_on(RecordSource(replace(make_record(60.0), identity="mitdb/201")))
    page, pane = make_pane(window, time)
    hold(window, page, play)
    pane.write(tmp_path / "c.json")
    before = pane.lanes.lanes
    pane.close_shown()
    pane.open_file(tmp_path / "c.json")
    assert pane.lanes.lanes == before
    assert pane.kept.opens == "201"
    assert pane.signal.of_session


def test_of_a_stream_that_keeps_nothing_the_signal_lies_beside(make_window, time, play, tmp_path, qtbot):
    window = make_window()
    window.put_on(EndlessSource())
    window.show_page("class")
    page, pane = make_pane(window, time)
    hold(window, page, play)
    pane.write(tmp_path / "c.json")
    kept = read_class(tmp_path / "c.json")
    assert (tmp_path / kept.opens).is_file()
    window.put_on(RecordSource(make_record(20.0, name="other")))
    pane.open_file(tmp_path / "c.json")
    qtbot.waitUntil(lambda: pane.signal.between is not None)
    shown = pane.signal.between(kept.start + 3590, kept.start + 3630)[:, 0]
    assert shown.max() > 0.5
    assert pane.strips.shown
    pane.stop()


def test_a_broken_file_is_told_and_nothing_is_shown(window, time, tmp_path):
    _, pane = make_pane(window, time)
    (tmp_path / "c.json").write_text("{}")
    pane.open_file(tmp_path / "c.json")
    assert pane.kept is None
    assert "c.json" in pane._problem.text()


def test_a_record_that_cannot_be_had_leaves_the_timeline(window, time, play, tmp_path, qtbot):
    page, pane = make_pane(window, time)
    hold(window, page, play)
    pane.write(tmp_path / "c.json")
    text = (tmp_path / "c.json").read_text()
    (tmp_path / "c.hea").unlink()
    text = text.replace('"identity": "made"', '"identity": "another"')
    (tmp_path / "d.json").write_text(text)
    pane.open_file(tmp_path / "d.json")
    qtbot.waitUntil(lambda: "without its signal" in window.context.messages.said[-1].text)
    assert pane.lanes.lanes
    assert not pane.strips.shown


def test_what_a_scenario_tells_and_what_was_acknowledged_have_a_lane(make_window, time, play):
    window = make_window()
    window.put_on(open_any("scenario:first-pvc"))
    window.show_page("class")
    page, pane = make_pane(window, time)
    hold(window, page, play)
    (events,) = (lane.spans for lane in pane.lanes.lanes if lane.name == "What happened")
    assert events[0].label.startswith("Step: ")


def test_opening_it_shows_all_that_was_watched_at_once(window, time, play):
    page = window.pages.need("class")
    page.show_pane("debrief")
    pane = page.debrief
    assert pane.kept is None, "nothing was watched, and nobody asked"
    assert not pane._problem.text()
    window.session.play()
    play(window, 12)
    info = window.session.info
    mark = Mark(info.identity, 5 * int(FS), NORMAL, fs=FS)
    assert window.context.marks.toggle([mark])
    page.show_pane("class")
    page.show_pane("debrief")
    assert (pane.kept.start, pane.kept.stop, pane.position) == (0, window.session.head, 0)
    assert not pane.playing
    lanes = {lane.name: lane.spans for lane in pane.lanes.lanes}
    assert {"What was so", "Alarms", "Models' alerts", "What happened"} <= set(lanes)
    assert [span.kind for span in lanes["What was so"]] == ["pvc", "pvc"]
    assert [(span.start, span.label) for span in lanes["What happened"]] == [
        (5 * FS, "Marked: normal for this patient")
    ]
    timeline = pane.strips.timeline
    assert timeline.head > 4 * FS, "a page of signal, though nothing was played"
    assert pane.strips.ahead


def test_coming_back_to_it_shows_what_came_since_and_where_one_was(window, time, play):
    page = window.pages.need("class")
    pane = page.debrief
    window.session.play()
    play(window, 8)
    page.show_pane("debrief")
    pane.press("Right")
    assert pane.position == 5 * FS
    play(window, 4)
    page.show_pane("debrief")
    assert pane.kept.stop == window.session.head
    assert pane.position == 5 * FS
    assert not page.busy, "it is made anew from what was watched at any time"
    pane.close_shown()
    assert pane.currentWidget() is pane._card


def test_playing_begins_with_an_empty_page_where_one_is(window, time, play):
    _, pane = make_pane(window, time)
    window.session.play()
    play(window, 12)
    pane.activate()
    assert pane.strips.ahead
    pane.toggle()
    assert not pane.strips.ahead
    assert pane.strips.timeline.head == 0
    time.t += 1.0
    pane.frame()
    assert pane.strips.timeline.head == FS


def test_who_learns_is_not_told_by_it_and_a_class_stays(window, time, play):
    page = window.pages.need("class")
    pane = page.debrief
    page.lesson.start()
    play(window, 12)
    page.show_pane("debrief")
    assert pane.kept is None
    page.show_pane("class")
    page.lesson.end()
    held = pane.kept
    assert held.learners
    play(window, 2)
    page.show_pane("debrief")
    assert pane.kept is held
    assert page.busy
