"""The instructor steers from a window of his own."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication

from assets.shipped import scenarios_folder
from assets.sources.record import RecordSource
from models.patients.kinds import KINDS
from models.scenario.opening import source_of
from models.scenario.plan import FORM
from models.scenario.script import Step
from models.scenario.text.reading import read_scenario
from monitor.ui.kit.language import LANGUAGES, speak, wanted
from monitor.ui.live.vitals import VitalTile
from tests.monitor.conftest import make_record
from tests.monitor.ui.fitting import flaws
from tests.monitor.ui.instructor.made import COURSE, conducted, course, look


def truth(window):
    return window.instructor.desk.source.truth


def test_closing_it_changes_nothing(make_window, play):
    window, mine = conducted(make_window)
    play(window, 3)
    source, head = window.session.source, window.session.head
    mine.close()
    play(window, 3)
    assert window.session.source is source
    assert window.session.playing
    assert window.session.head > head
    window.instructor.show_instructor()
    assert window.instructor.shown is mine
    assert mine.isVisible()


def test_it_goes_with_the_window_of_the_class(make_window):
    window, mine = conducted(make_window)
    window.close()
    assert not mine.isVisible()


def test_it_shows_the_step_and_what_is_so(make_window, play):
    window, mine = conducted(make_window)
    play(window, 5)
    look(window)
    assert mine.truth.text().startswith("Sinus rhythm, rate 80 · since 00:00")
    assert mine.course.now.text() == "quiet: 15 s left, then fibrillation. Nothing yet."
    assert mine.course.steps.topLevelItem(0).font(0).bold()
    mine.course.next.click()
    play(window, 1)
    look(window)
    assert mine.course.now.text().startswith("fibrillation: 19 s left, then end.")
    assert not mine.course.steps.topLevelItem(0).font(0).bold()
    assert mine.course.steps.topLevelItem(1).font(0).bold()
    lines = [mine.course.log.item(i).text() for i in range(mine.course.log.count())]
    assert "00:05.0  step fibrillation (the instructor's word)" in lines


def test_the_sliders_show_where_a_step_leads_and_not_the_rate_of_before(make_window, play):
    window, mine = conducted(make_window)
    play(window, 2)
    look(window)
    assert mine.patient.sliders["rate"].value == 80
    so = mine._desk.source.truth
    slower = Step("slower", patient="sinus", options={"rate": 44}, smooth_s=25)
    mine.patient.show_truth(replace(so, step=slower))
    assert mine.patient.sliders["rate"].value == 44
    mine.patient.choose("sinus", {"rate": 60})
    mine.patient.show_truth(replace(so, step=slower, at=so.at + 100))
    assert mine.patient.sliders["rate"].value == 60, "what the instructor chooses in a step stays"


def test_pause_end_and_a_step_that_is_chosen(make_window, play):
    window, mine = conducted(make_window)
    play(window, 1)
    mine.course.hold.click()
    play(window, 30)
    look(window)
    assert truth(window).step.name == "quiet"
    assert "paused" in mine.course.now.text()
    mine.course.hold.click()
    mine.course.go_asked.emit("fibrillation")
    play(window, 1)
    assert truth(window).step.name == "fibrillation"
    mine.course.end.click()
    play(window, 1)
    look(window)
    assert truth(window).over
    assert mine.course.now.text() == "The scenario is over."
    assert not mine.course.next.isEnabled()


def test_a_step_is_chosen_and_a_plan_is_told_in_either_language(make_window, play):
    speak(wanted("ja"))
    try:
        window = make_window()
        path = scenarios_folder() / "first-pvc.toml"
        window.instructor.show_instructor()
        window.put_on(source_of(read_scenario(path.read_text(encoding="utf-8"), path.name)))
        play(window, 1)
        mine = window.instructor.shown
        row = mine.course.steps.topLevelItem(1)
        assert row.text(0) != row.data(0, Qt.ItemDataRole.UserRole), "it is told in Japanese"
        assert "心室期外収縮" in row.text(1)
        mine.course.steps.itemActivated.emit(row, 0)
        play(window, 1)
        assert truth(window).step.name == window.instructor.desk.source.scenario.step[1].name
        mine.patient.line.setText(FORM)
        mine.patient._plan()
        play(window, 1)
        look(window)
        assert "心室頻拍" in mine.patient.coming.text()
        assert "洞調律" in mine.patient.coming.text()
    finally:
        speak(LANGUAGES[0])


def test_a_new_patient_is_put_on_and_steered(make_window, play):
    window, mine = conducted(make_window)
    mine.patient.choose("af", {"rate": 100})
    mine.patient.fresh.click()
    assert window.session.info.name == "Bed 1"
    play(window, 2)
    look(window)
    assert truth(window).has == "Atrial fibrillation, rate 100"
    mine.patient.choose("vt", {"rate": 200})
    mine.patient.now.click()
    play(window, 2)
    look(window)
    assert truth(window).kind == "vt"
    assert truth(window).options["rate"] == pytest.approx(200, abs=1)
    mine.patient.sliders["rate"].slider.setValue(0)
    mine.patient._on_settled()
    play(window, 5)
    assert truth(window).options["rate"] == KINDS["vt"].options["rate"].least


def test_the_cuff_measures_when_the_instructor_asks(make_window, play):
    window, mine = conducted(make_window)
    play(window, 1)
    look(window)
    assert not mine.patient.cuff.isEnabled(), "the course's patient has none"
    mine.patient.choose("sinus", {"rate": 80})
    mine.patient.fresh.click()
    play(window, 40)
    look(window)
    pressure = window.session.replay.history.between(0, window.session.head)[:, -3]
    assert 100 < pressure[-1] < 130
    mine.patient.choose("vt", {"rate": 150})
    mine.patient.now.click()
    play(window, 20)
    mine.patient.cuff.click()
    play(window, 30)
    pressure = window.session.replay.history.between(0, window.session.head)[:, -3]
    assert pressure[-1] < 95
    window.pages.made["monitor"].refresh()
    tiles = {tile.tile.name: tile for tile in window.pages.made["monitor"].findChildren(VitalTile)}
    assert tiles["NIBP"].shown[0].split("/")[0] == f"{pressure[-1]:.0f}"
    assert tiles["SpO2"].shown[0].isdigit()


@pytest.mark.parametrize("size", [(900, 560), (1180, 780)])
def test_the_buttons_stay_where_they_are_whatever_is_chosen_disturbed_or_refused(make_window, play, size):
    window, mine = conducted(make_window)
    mine.resize(*size)
    play(window, 1)

    def places():
        QApplication.processEvents()
        parts = (mine.patient.cuff, mine.patient.now, mine.artefacts.buttons["gap"], mine.course.next)
        return [part.mapTo(mine, QPoint()) for part in parts]

    look(window)
    before = places()
    for kind in KINDS:
        mine.patient.choose(kind, {})
        assert places() == before, kind
    for kind in ("muscle", "polarity", "off"):
        mine.artefacts.buttons[kind].click()
    mine.patient.later.click()
    play(window, 1)
    look(window)
    assert "Muscle noise" in mine.truth.text()
    assert places() == before
    mine.patient.line.setText("in 2 s: vtt")
    mine.patient._plan()
    assert "There is no patient 'vtt'" in mine.said.text()
    assert places() == before


def test_where_artefacts_cannot_be_added_from_here_the_buttons_say_why(make_window):
    window, mine = conducted(make_window)
    look(window)
    gap = mine.artefacts.buttons["gap"]
    assert gap.isEnabled()
    assert (gap.toolTip(), mine.artefacts.why.text()) == ("Signal lost", "")
    window.put_on(RecordSource(make_record(20.0)))
    look(window)
    assert not gap.isEnabled()
    key = window.context.actions["show_artefacts"].shortcut().toString()
    assert mine.artefacts.why.text() == f"In the class's window: {key}"
    said = " ".join(gap.toolTip().split())
    assert said.startswith("Signal lost What is on is disturbed in the class's window, with ")
    window.artefacts.show_artefacts()
    window.artefacts.shown.panel.buttons["gap"].click()
    assert list(window.session.artefacts.on) == ["gap"]


def test_while_nothing_is_on_the_artefacts_say_that(make_window):
    window = make_window()
    window.instructor.show_instructor()
    look(window)
    mine = window.instructor.shown
    assert mine.artefacts.why.text() == "Nothing is on."
    assert not mine.artefacts.buttons["gap"].isEnabled()


def test_a_plan_is_typed_or_its_fault_is_told(make_window, play):
    window, mine = conducted(make_window)
    play(window, 1)
    mine.patient.line.setText("in 2 s: vtt")
    mine.patient._plan()
    assert "There is no patient 'vtt'" in mine.said.text()
    mine.patient.line.setText(FORM)
    mine.patient._plan()
    assert mine.said.text() == "", "the fault is mended, and told no more"
    play(window, 1)
    look(window)
    assert mine.patient.coming.text().startswith("in 19 s: Ventricular tachycardia")
    mine.patient._forget()
    play(window, 1)
    look(window)
    assert mine.patient.coming.text() == ""


def test_artefacts_come_and_go(make_window, play):
    window, mine = conducted(make_window)
    play(window, 12)
    mine.artefacts.buttons["muscle"].click()
    mine.artefacts.buttons["gap"].click()
    play(window, 1)
    look(window)
    assert truth(window).artefacts == {"muscle": 6.0, "gap": 1.0}
    assert "Muscle noise, 6 dB" in mine.truth.text()
    mine.artefacts.slider.setValue(-3)
    mine.artefacts._renew()
    mine.artefacts.buttons["gap"].click()
    play(window, 1)
    look(window)
    assert truth(window).artefacts == {"muscle": -3.0}
    mine.artefacts.buttons["swap-ra-ll"].click()
    play(window, 1)
    assert "swap-ra-ll" in truth(window).artefacts


def test_freezing_stops_the_stream(make_window, play):
    window, mine = conducted(make_window)
    play(window, 2)
    mine.freeze.setChecked(True)  # what it showed before the patient was put on
    mine.freeze.click()
    assert not window.session.playing
    look(window)
    assert mine.freeze.isChecked()
    mine.freeze.click()
    assert window.session.playing


def test_without_a_patient_it_says_so(make_window):
    window = make_window()
    window.instructor.show_instructor()
    mine = window.instructor.shown
    assert "cannot be steered" in mine.truth.text()
    assert not mine.patient.now.isEnabled()
    assert not any(button.isEnabled() for button in mine.artefacts.buttons.values())


def test_a_scenario_is_started_from_the_list_and_a_failure_is_told_here_alone(make_window, qtbot, tmp_path):
    window = make_window()
    window.instructor.show_instructor()
    mine = window.instructor.shown
    names = [one.name for one in mine.course._shelf]
    assert len(names) == 10
    mine.course.choice.setCurrentIndex(names.index("first-pvc"))
    mine.course.start.click()
    qtbot.waitUntil(lambda: window.session.source is not None)
    assert window.instructor.desk.course.scenario.title == "The first PVC"
    broken = tmp_path / "broken.toml"
    broken.write_text(COURSE.replace("vf", "vx"), encoding="utf-8")
    window.instructor.desk.start(broken)
    qtbot.waitUntil(lambda: bool(mine.said.text()))
    assert "broken.toml, line 20: There is no patient 'vx'" in mine.said.text()
    assert not [m for m in window.context.messages.said if "broken" in m.text]
    assert window.instructor.desk.course.scenario.title == "The first PVC"


@pytest.mark.slow
@pytest.mark.parametrize("size", [(900, 560), (1024, 600), (1366, 768), (1920, 1080)])
def test_nothing_is_clipped(make_window, play, size, monkeypatch):
    monkeypatch.setattr("monitor.ui.instructor.window.room_on_screen", lambda window: QSize(*size))
    window, mine = conducted(make_window)
    play(window, 3)
    look(window)
    mine.resize(*size)
    for _ in range(8):
        QApplication.processEvents()
    assert flaws(mine) == []
    window.resize(960, 600)
    for _ in range(8):
        QApplication.processEvents()
    assert flaws(window.instructor.bar) == []


def test_opened_in_the_middle_it_knows_what_has_happened(make_window, play):
    window = make_window()
    window.put_on(course())
    play(window, 22)
    look(window)
    window.instructor.show_instructor()
    mine = window.instructor.shown
    lines = [mine.course.log.item(i).text() for i in range(mine.course.log.count())]
    assert lines[0] == "00:00.0  step quiet"
    assert "00:20.0  step fibrillation (its time is over)" in lines
    look(window)
    assert mine.course.log.count() == len(lines)


def test_noise_is_read_beside_the_window(make_window, qtbot):
    window, _ = conducted(make_window)
    preparing = window.instructor.desk._preparing
    qtbot.waitUntil(preparing.isFinished)
    window.instructor.desk.put_on("sinus", {}, vitals=False)
    assert window.instructor.desk._preparing is not preparing
