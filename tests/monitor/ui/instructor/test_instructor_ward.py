"""An instructor steers a bed of the ward; the ward shows a patient, and nothing of who steers him."""

import threading
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel

from models.alarms.conditions import Condition
from monitor.bedside.ward.bed import Bed
from monitor.bedside.ward.pace import NoWaiting, RealTime
from monitor.ui.kit.language import LANGUAGES, named, speak, wanted
from monitor.ui.ward.page import WardPage

CALM, RECORD = "patient:sinus?rate=80&seed=2", "demo"


class Quick(NoWaiting):
    """As fast as it goes up to a time that is put off, then real time."""

    until = 12.0

    def wait(self, seconds):
        (super() if self._skipped < self.until else RealTime()).wait(seconds)


@pytest.fixture
def window(make_window, monkeypatch, qtbot):
    """A ward of a patient, a bed that cannot be opened and a record, and the instructor's window."""
    monkeypatch.setattr(WardPage, "new_pace", Quick)
    made = make_window()
    made.instructor.show_instructor()
    made.show_page("ward")
    page = made.pages.made["ward"]
    page.open_beds([CALM, "no such record", RECORD])
    qtbot.waitUntil(lambda: page._running and page.ward.beds[0].said.analysed > 2500)
    look(made)
    return made


def look(window):
    window.instructor.desk._look()


def choose(window, words):
    whom = window.instructor.shown.whom
    place = whom.findText(words)
    assert place >= 0, [whom.itemText(i) for i in range(whom.count())]
    whom.setCurrentIndex(place)
    whom.activated.emit(place)


def beds(window):
    return window.pages.made["ward"].ward.beds


def on(window, qtbot, seconds):
    """Let the ward go on for so long."""
    bed, pace = beds(window)[0], window.pages.made["ward"].ward.pace
    until = bed.said.analysed + seconds * 250
    pace.until = pace._skipped + seconds
    qtbot.waitUntil(lambda: bed.frozen or bed.said.analysed >= until, timeout=60_000)
    look(window)


def conditions(bed):
    return {item.alarm.condition for item in bed.said.alarms}


def test_the_beds_are_offered_while_there_is_a_ward(window):
    whom = window.instructor.shown.whom
    assert [whom.itemText(i) for i in range(whom.count())] == ["What the class watches", "Bed 1", "Bed 3"]
    assert not whom.isHidden()
    choose(window, "Bed 1")
    window.pages.made["ward"].end_ward()
    look(window)
    assert whom.isHidden()
    assert whom.count() == 1
    assert window.instructor.desk.bed is None


def test_a_bed_that_fails_in_the_middle_of_a_look_is_steered_no_more(window):
    """The ward's thread says that a bed has failed whenever it does."""
    looks = []

    class Failing(Bed):
        @property
        def failure(self):
            here = threading.current_thread() is threading.main_thread()
            looks.extend([1] * here)
            return "It is gone." if here and len(looks) > late else ""

        @failure.setter
        def failure(self, why):
            """Nothing else is said."""

    choose(window, "Bed 1")
    bed, desk, late = beds(window)[0], window.instructor.desk, 0
    bed.__class__ = Failing
    for late in range(12):  # noqa: B007  # after how many looks it has failed
        looks.clear()
        window.instructor.shown._show()
    looks.clear()
    late = 12
    assert desk.bed is bed
    late = 0
    assert desk.bed is None


def test_a_patient_in_a_bed_is_steered_and_the_ward_alarms(window, qtbot):
    mine, (bed, _, other) = window.instructor.shown, beds(window)
    choose(window, "Bed 1")
    assert mine.truth.text().startswith("Sinus rhythm, rate 80 · since 00:00")
    assert not mine.patient.fresh.isEnabled()
    mine.patient.choose("vf", {})
    mine.patient.now.click()
    on(window, qtbot, 12)
    assert mine.truth.text().startswith("Ventricular fibrillation")
    assert {Condition.FLUTTER, Condition.ASYSTOLE} & conditions(bed)
    assert not {Condition.FLUTTER, Condition.ASYSTOLE} & conditions(other)
    lines = [mine.course.log.item(i).text() for i in range(mine.course.log.count())]
    assert any("instructor: Ventricular fibrillation" in line for line in lines)


def test_a_plan_is_kept_by_the_bed(window, qtbot):
    mine = window.instructor.shown
    choose(window, "Bed 1")
    mine.patient.line.setText("in 2 s: asystole for 8 s, then sinus 60")
    mine.patient._plan()
    on(window, qtbot, 1)
    assert "Asystole" in mine.patient.coming.text()
    on(window, qtbot, 8)
    assert Condition.ASYSTOLE in conditions(beds(window)[0])
    on(window, qtbot, 6)
    assert mine.truth.text().startswith("Sinus rhythm, rate 60")


def test_artefacts_come_to_a_record_which_cannot_be_steered(window, qtbot):
    mine, (_, _, bed) = window.instructor.shown, beds(window)
    choose(window, "Bed 3")
    assert mine.truth.text().startswith("Cannot be steered: artefacts only")
    assert not mine.patient.now.isEnabled()
    assert not mine.patient.later.isEnabled()
    mine.patient.line.setText("in 2 s: vt")
    mine.patient._plan()
    assert "cannot be steered: it takes artefacts only" in mine.said.text()
    mine.artefacts.buttons["off"].click()
    on(window, qtbot, 8)
    assert Condition.LEAD_OFF in conditions(bed)
    assert mine.artefacts.buttons["off"].isChecked()
    minutes, _, words = mine.course.log.item(0).text().partition("  ")
    assert minutes.startswith("00:"), "told in the record's own time"
    assert words.startswith("instructor: Lead off")
    mine.artefacts.buttons["off"].click()
    on(window, qtbot, 1)
    assert not mine.artefacts.buttons["off"].isChecked()


def test_a_bed_is_frozen_alone_and_what_the_class_watches_goes_on(window, qtbot):
    mine, (bed, _, other) = window.instructor.shown, beds(window)
    choose(window, "Bed 1")
    mine.freeze.click()
    qtbot.waitUntil(lambda: bed.frozen)
    at, before = bed.said.analysed, other.said.analysed
    qtbot.waitUntil(lambda: other.said.analysed > before + 360)
    assert bed.said.analysed == at
    look(window)
    assert mine.freeze.isChecked()
    choose(window, "Bed 3")
    assert not mine.freeze.isChecked(), "another bed goes on"
    choose(window, "Bed 1")
    mine.freeze.click()
    qtbot.waitUntil(lambda: bed.said.analysed > at)


def seen(window):
    """All that is written in the class's window."""
    page = window.pages.made["ward"]
    page.refresh()
    tiles = [label.text() for tile in page.grid.tiles for label in tile.findChildren(QLabel)]
    return " ".join([*tiles, *(tile.accessibleName() for tile in page.grid.tiles), page.head.facts.text()])


def test_the_ward_shows_a_patient_and_no_more(window, qtbot):
    page = window.pages.made["ward"]
    assert "sinus" in seen(window)
    choose(window, "Bed 1")
    assert page.head.names_pill.isChecked(), "nobody reads what a bed was begun with"
    assert "sinus" not in seen(window)
    window.instructor.shown.patient.choose("asystole", {})
    window.instructor.shown.patient.now.click()
    on(window, qtbot, 3)
    assert not any(word in seen(window).casefold() for word in ("sinus", "steer", "instructor", "scenario"))
    page._open(page.tiles[1])
    info = window.session.info
    assert (info.name, info.notes, info.shows_reference) == ("Bed 1", "", False)
    assert not window.instructor.bar.isVisible()


def test_of_an_opened_bed_the_bed_is_steered(window, qtbot):
    page, mine = window.pages.made["ward"], window.instructor.shown
    page._open(page.tiles[1])
    look(window)
    assert window.instructor.desk.bed is None
    assert mine.truth.text().startswith("Sinus rhythm, rate 80")
    mine.patient.choose("sinus", {"rate": 120})
    mine.patient.now.click()
    qtbot.waitUntil(partial(steered, window))


def steered(window):
    look(window)
    return window.instructor.desk.source.truth.options.get("rate", 0) > 85


def test_in_japanese(make_window, monkeypatch, qtbot):
    speak(wanted("ja"))
    try:
        monkeypatch.setattr(WardPage, "new_pace", Quick)
        made = make_window()
        made.instructor.show_instructor()
        made.show_page("ward")
        page = made.pages.made["ward"]
        page.open_beds([RECORD])
        qtbot.waitUntil(lambda: page._running)
        look(made)
        whom = made.instructor.shown.whom
        assert whom.itemText(1) == "ベッド 1"
        choose(made, "ベッド 1")
        assert not any("a" <= letter <= "z" for letter in made.instructor.shown.truth.text().split(" · ")[0])
        page._open(page.tiles[1])
        assert named(made.session.info.name) == "ベッド 1"
        made.instructor.desk.choose(None)
        made.instructor.shown.patient.fresh.click()
        assert named(made.session.info.name) == "ベッド 1"
        assert made.session.info.hidden
    finally:
        speak(LANGUAGES[0])
