"""A class can act while a scenario runs, and reads nothing that it should find out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from models.scenario.player import What
from models.scenario.script import Deed
from monitor.ui.teaching.panes.debrief import DebriefPane
from tests.monitor.ui.instructor.made import COURSE, conducted, look


def acted(window):
    source = window.instructor.desk.source
    return [(one.what, one.words) for one in source.happened if one.what in (What.DEED, What.ANSWER)]


def test_it_is_there_while_a_scenario_runs_and_only_then(make_window, play):
    window, _ = conducted(make_window)
    bar = window.instructor.bar
    assert bar.isVisible()
    assert bar.words.text() == "Watch the monitor.  What is it?"
    play(window, 1)
    window.instructor.desk.source.go("end")
    play(window, 1)
    look(window)
    assert not bar.isVisible()
    window.instructor.desk.put_on("sinus", {}, vitals=False)
    assert not bar.isVisible()


def test_a_question_outlives_another_language_until_it_is_answered(make_window, play):
    window, _ = conducted(make_window)
    play(window, 2)
    before = window.instructor.bar
    window.renew()
    bar = window.instructor.bar
    assert bar is not before
    assert bar.words.text() == "Watch the monitor.  What is it?"
    assert bar.answer.isVisibleTo(bar)
    bar.answer.menu().actions()[0].trigger()
    play(window, 1)
    look(window)
    assert acted(window) == [(What.ANSWER, "A & B")]
    said = bar.words.text()
    window.renew()
    bar = window.instructor.bar
    assert bar.words.text() == said
    assert not bar.answer.isVisibleTo(bar), "it was answered"


def test_what_learners_do_takes_effect(make_window, play):
    window, _ = conducted(make_window)
    play(window, 2)
    for deed in (Deed.HELP, Deed.DRUG):
        window.instructor.bar.buttons[deed].click()
    play(window, 1)
    assert acted(window) == [(What.DEED, "help"), (What.DEED, "drug")]


def test_a_click_leaves_the_keys_where_they_were_so_that_space_is_no_second_shock(make_window, play, qtbot):
    window, _ = conducted(make_window)
    play(window, 2)
    button = window.instructor.bar.buttons[Deed.SHOCK]
    before = window.focusWidget()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is before is not button
    play(window, 1)
    assert acted(window) == [(What.DEED, "shock")]


def test_an_answer_is_chosen_from_the_question_s(make_window, play):
    window, _ = conducted(make_window)
    bar = window.instructor.bar
    play(window, 2)
    first, second = bar.answer.menu().actions()
    assert (first.text(), second.text()) == ("A && B", "<b>VT</b>")
    first.trigger()
    play(window, 1)
    look(window)
    assert acted(window) == [(What.ANSWER, "A & B")]
    assert bar.words.text() == "The patient does not answer."
    assert not bar.answer.isVisible()


def test_acknowledging_an_alarm_is_a_deed(make_window, play):
    window, _ = conducted(make_window)
    play(window, 2)
    session = window.session
    session.alarms.stopped(True, session.head, "it was told to")
    session.alarms.acknowledge("class")
    session.alarms.stopped(False, session.head)
    play(window, 1)
    assert (What.DEED, "acknowledge") in acted(window)
    assert window.instructor.desk.source.truth.step.name == "fibrillation"


def test_nothing_that_the_class_sees_tells_what_is_so(make_window, play):
    window, _ = conducted(make_window)
    window.context.actions["toggle_beats"].setChecked(True)
    window.pages.need("review")
    play(window, 25)
    look(window)
    window._show_slow_things()
    secret = ["fibrillat", "nobody may", "nothing yet", "scenario:", "vf", "sinus", "course.toml"]
    seen = [window.windowTitle(), window.session.info.name, window.session.info.identity]
    parts = [w for w in (window, *window.findChildren(QWidget)) if w.window() is window]
    for part in parts:
        seen += [part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.statusTip()]
        if isinstance(part, (QLabel, QAbstractButton)) and part.isVisible():
            seen.append(part.text())
    seen += [message.text for message in window.context.messages.said]
    told = " | ".join(seen).casefold()
    assert "bed 7" in told
    # Words of the program's own that stand there whatever is on.
    told = told.replace("ventricular flutter or fibrillation", "").replace("atrial fibrillation", "")
    assert [word for word in secret if word in told] == []
    assert COURSE.count("vf") == 1
    board = window.pages.made["monitor"].board
    assert all(strip._annotations is None for strip in board.rows.all_strips)
    assert window.session.history.annotations(0, window.session.head).symbol  # they are there for files
    QApplication.processEvents()


def test_what_was_so_is_told_when_the_scenario_is_over_and_not_before(make_window, play):
    window, _ = conducted(make_window)
    pane = window.pages.need("class").debrief
    assert isinstance(pane, DebriefPane)
    play(window, 3)
    pane.look_back()
    assert pane.kept is None
    window.instructor.desk.source.go("end")
    play(window, 1)
    pane.look_back()
    assert pane.kept is not None
