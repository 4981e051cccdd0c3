"""A class from its beginning to its results."""

import csv
import json

import pytest

from assets.sources.record import RecordSource
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.learners import Mark
from monitor.bedside.teaching.scoring import score
from monitor.bedside.teaching.truth import truth
from monitor.ui.kit.language import LANGUAGES, speak, wanted
from tests.monitor.bedside.teaching.conftest import notes
from tests.monitor.conftest import FS, make_record


@pytest.fixture
def window(make_window):
    made = make_window()
    made.put_on(RecordSource(make_record(60.0)))
    made.show_page("class")
    return made


@pytest.fixture
def lesson(window):
    return window.pages.need("class").lesson


def held(window, lesson, play):
    """Twelve seconds, V at 5 s and 10 s: Ada marks the first, not the second, and one that is none."""
    window.pages.need("class").learners.set("Ada, <b>Bob</b>", False)
    lesson.start()
    for second, key in ((5.5, "Space"), (7.5, "2"), (8.0, "5"), (8.6, "Space")):
        play(window, second - window.session.head / FS)
        lesson.press(key)
    play(window, 12 - window.session.head / FS)
    lesson.end()


def test_everyone_is_scored_against_the_annotations(window, lesson, play):
    held(window, lesson, play)
    ada, bob = lesson.results
    assert (len(ada.beats.hits), len(ada.beats.missed), len(ada.beats.false)) == (1, 1, 1)
    assert ada.beats.latency_s == pytest.approx(0.5, abs=0.01)
    assert [j.verdict.value for j in ada.judged if j.mark.finding] == ["right", "wrong"]
    assert bob.judged == ()
    assert lesson.table.item(0, 0).text() == "Ada"
    assert lesson.table.item(1, 0).text() == "<b>Bob</b>"
    assert not window.session.playing


def test_what_nobody_saw_is_red_and_what_somebody_saw_is_not(lesson):
    true = truth(
        notes((0, "+", "(N"), (5, "+", "(VT"), (15, "+", "(AFIB"), (25, "+", "(SVTA")), 100.0, 0, 3500
    )
    marks = [Mark("Ada", 800, Finding.VT), Mark("Ada", 2700, Finding.SVT), Mark("Bob", 2800, Finding.SVT)]
    lesson.results = score(true, marks, ["Ada", "Bob"])
    lesson._show_details(true)
    told = {lesson.details.item(i, 1).text()[:2]: lesson.details.item(i, 2) for i in range(3)}
    ink = {name: item.foreground().color().name() for name, item in told.items()}
    assert told["VT"].text() == "Ada +3.0 s; Bob missed it"
    assert ink["AF"] == lesson.theme.ectopic
    assert ink["SV"] == lesson.theme.accent
    assert ink["VT"] not in (lesson.theme.ectopic, lesson.theme.accent)


def test_a_press_is_told_in_the_user_s_language(window, lesson, play):
    speak(wanted("ja"))
    try:
        lesson.start()
        play(window, 1.5)
        lesson.press("Space")
        ((_, said),) = lesson._said.values()
        assert said.text().startswith("今！")
    finally:
        speak(LANGUAGES[0])


def test_turns_change_by_return_and_by_nobody_else(window, lesson, play):
    window.pages.need("class").learners.set("Ada, Bob", False)
    lesson.start()
    play(window, 2)
    lesson.press("1")
    lesson.press("Return")
    lesson.press("1")
    lesson.press("Return")
    lesson.press("1")
    assert [m.learner for m in lesson.watching.marks] == ["Ada", "Bob", "Ada"]


def test_results_are_written(window, lesson, play, tmp_path, monkeypatch):
    held(window, lesson, play)
    for suffix, export in (("csv", lesson.export_csv), ("json", lesson.export_json)):
        path = tmp_path / f"class.{suffix}"
        monkeypatch.setattr(
            "monitor.ui.teaching.pane.QFileDialog.getSaveFileName", lambda *_, p=path: (str(p), "")
        )
        export()
    with (tmp_path / "class.csv").open(newline="") as file:
        assert {row["learner"] for row in csv.DictReader(file)} == {"Ada"}
    told = json.loads((tmp_path / "class.json").read_text())
    assert [one["learner"] for one in told["learners"]] == ["Ada", "<b>Bob</b>"]


def test_what_cannot_be_written_is_told(window, lesson, play, monkeypatch):
    held(window, lesson, play)
    monkeypatch.setattr(
        "monitor.ui.teaching.pane.QFileDialog.getSaveFileName", lambda *_: ("/nowhere/at/all.csv", "")
    )
    lesson.export_csv()
    assert "could not be written" in window.context.messages.shown.text


def test_nobody_is_asked_about_a_source_without_annotations(make_window):
    window = make_window()
    window.put_on(RecordSource(make_record(20.0, annotations=False)))
    window.show_page("class")
    lesson = window.pages.need("class").lesson
    lesson.start()
    assert lesson.watching is None
    assert not lesson._start.isEnabled()
    assert "no reference annotations" in lesson._why_not.text()


def test_learners_who_cannot_be_told_apart_are_refused_in_a_sentence(window, lesson):
    window.pages.need("class").learners.set("Ada, ada", False)
    lesson.start()
    assert lesson.watching is None
    assert "two learners" in window.context.messages.said[-1].text


def test_a_jump_ends_the_class_with_what_was_watched(window, lesson, play):
    lesson.start()
    play(window, 6)
    stop = window.session.head
    window.session.seek(round(40 * FS))
    assert lesson.watching is None
    assert lesson.truth.stop <= stop + 1
    assert "went to another place" in window.context.messages.said[-1].text


def test_another_record_ends_it_without_results(window, lesson, play):
    lesson.start()
    play(window, 3)
    window.put_on(RecordSource(make_record(20.0, name="other")))
    assert lesson.watching is None
    assert lesson.results == ()


def test_at_the_end_of_the_record_it_ends(window, lesson, play):
    lesson.start()
    play(window, 70)
    window.frame()
    assert lesson.watching is None
    assert lesson.truth.stop == pytest.approx(60 * FS, abs=2)
    assert {e.finding for e in lesson.truth.episodes} == {Finding.ECTOPY}


def test_a_class_plays_in_real_time_for_reactions_are_measured_in_it(window, lesson):
    window.context.set_speed(4.0)
    lesson.start()
    assert window.session.replay.speed == 1.0
    assert window.session.playing
