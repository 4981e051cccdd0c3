"""A quiz: asked, answered, explained, counted. Its strips are of simulated patients, its models are quick."""

import json

import pytest

from models.judging.labels import BeatClass
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.seen import Seen
from monitor.ui.kit.language import LANGUAGES, speak, tr, wanted
from monitor.ui.teaching.panes import quiz as module
from monitor.ui.teaching.panes.quiz import AT_THE_END, QuizPane
from tests.monitor.conftest import EdgeScorer


@pytest.fixture
def japanese():
    speak(wanted("ja"))
    yield
    speak(LANGUAGES[0])


@pytest.fixture
def pane(make_window, time, monkeypatch):
    monkeypatch.setenv("ECG_MONITOR_DATA", "")
    monkeypatch.setattr("monitor.ui.teaching.threads.records_at_hand", lambda data_dir: [])
    monkeypatch.setattr(module, "STRIPS", (4, 20, 30))
    window = make_window()
    window.show_page("class")
    page = window.pages.need("class")
    made = QuizPane(window.context, page.learners, scorer=EdgeScorer, now=time)
    made.how_many.setCurrentIndex(0)
    page._stack.addWidget(made)
    page._stack.setCurrentWidget(made)
    yield made
    made.stop()


def begin(pane, qtbot, names="Ada", together=False):
    pane.learners.set(names, together)
    pane.start()
    qtbot.waitUntil(lambda: pane.quiz is not None)


def key_of(finding):
    return "1234567890"[list(Finding).index(finding)]


@pytest.mark.slow
def test_a_right_answer_is_explained_by_annotation_and_models(pane, qtbot, time):
    begin(pane, qtbot)
    assert "simulated patients" in pane._note.text()
    place = pane.quiz.place
    time.t += 2.5
    pane.press(key_of(place.finding))
    assert pane.quiz.answers[0].seconds == 2.5
    assert pane._verdict.text().startswith("✓")
    assert place.finding.full in pane._verdict.text()
    qtbot.waitUntil(lambda: 0 in pane.seen)
    assert "The monitor: " in pane._why.text()
    assert "looking" not in pane._why.text()
    assert place.words in pane._why.text()
    pane.press("Space")
    assert pane.quiz.question == 1


def test_an_answer_is_explained_in_the_user_s_language(japanese, pane, qtbot):
    begin(pane, qtbot, "Ada, Bob")
    place = pane.quiz.place
    seen = pane.seen[0] = Seen(((place.start, BeatClass.NORMAL),), (), ())
    pane.press(key_of(place.finding))
    said = f"{pane._verdict.text()} {pane._why.text()}"
    for english in (place.finding.full, place.words, seen.words()):
        assert tr(english) in said
        assert english not in said


@pytest.mark.slow
def test_at_the_end_nothing_is_told_before_the_last_answer(pane, qtbot):
    pane.when.setCurrentText(AT_THE_END)
    begin(pane, qtbot)
    for _ in range(4):
        assert not pane._told.isVisible()
        pane.press("1")
    assert pane.currentWidget() is pane.results
    assert len(pane.quiz.answers) == 4
    pane.look_at(2)
    assert pane._told.isVisibleTo(pane)
    pane.press("Space")
    assert pane.currentWidget() is pane.results


@pytest.mark.slow
def test_results_count_everyone_and_the_table_has_what_was_taken_for_what(pane, qtbot, tmp_path, monkeypatch):
    begin(pane, qtbot, "Ada, Bob", together=True)
    first = pane.quiz.place.finding
    right, other = key_of(first), "QWERTYUIOP"[(list(Finding).index(first) + 1) % 10]
    pane.press(right)
    assert not pane._explaining  # Bob has not answered
    pane.press(other)
    assert "✓ Ada" in pane._verdict.text()
    assert "✗ Bob" in pane._verdict.text()
    pane.press("Esc")
    results = pane.results
    assert [results.table.item(i, 1).text() for i in (0, 1)] == ["1 of 1", "0 of 1"]
    assert results.confusion.item(0, 0).text() == first.title
    path = tmp_path / "quiz.json"
    monkeypatch.setattr("monitor.ui.teaching.pane.QFileDialog.getSaveFileName", lambda *_: (str(path), ""))
    pane.export_json()
    assert len(json.loads(path.read_text())["answers"]) == 2


@pytest.mark.slow
def test_the_same_number_is_the_same_quiz(pane, qtbot):
    begin(pane, qtbot)
    places = pane.quiz.places
    pane.begin_anew()
    assert pane.seed.value() == 2
    pane.seed.setValue(1)
    begin(pane, qtbot)
    assert pane.quiz.places == places
