"""The alarms of a ward are kept, heard and acknowledged as one, whichever page is shown."""

import pytest

from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from models.scenario.conducted import conducted_in
from monitor.alarms.lifecycle import Change, State
from monitor.bedside.ward.pace import NoWaiting, RealTime
from monitor.ui.session.account import account_of
from monitor.ui.ward.page import WardPage


class Quick(NoWaiting):
    """Fifteen seconds at once, then real time."""

    def wait(self, seconds):
        if self._skipped < 15:
            super().wait(seconds)
        else:
            RealTime().wait(seconds)


@pytest.fixture
def window(make_window, monkeypatch, qtbot):
    """A ward of a calm bed and one in asystole, and another page shown."""
    monkeypatch.setattr(WardPage, "new_pace", Quick)
    made = make_window()
    made.show_page("ward")
    made.pages.made["ward"].open_beds(["patient:sinus?seed=1", "patient:asystole?seed=1"])
    made.show_page("monitor")
    qtbot.waitUntil(lambda: bool(logged(made)))
    return made


def logged(window):
    found = window.context.journal.journal.logged.values()
    return [one for one in found if one.alarm.condition is Condition.ASYSTOLE]


def test_a_beds_alarm_is_in_the_journal_with_the_beds_name_and_heard(window, qtbot):
    (one,) = logged(window)
    assert one.name.startswith("Bed 2: ")
    window.frame()
    assert window.sound.priority is Priority.HIGH
    qtbot.waitUntil(lambda: logged(window)[0].strip is not None)
    window.session.alarms.turn_audio(False)
    window.frame()
    assert window.sound.priority is None, "silence is the whole window's"


def test_a_lethal_alarm_of_a_bed_ends_an_audio_pause(make_window, monkeypatch, qtbot):
    monkeypatch.setattr(WardPage, "new_pace", Quick)
    window = make_window()
    window.session.alarms.pause_audio()
    window.show_page("ward")
    window.pages.made["ward"].open_beds(["patient:asystole?seed=1"])
    qtbot.waitUntil(lambda: bool(logged(window)))
    assert window.session.alarms.paused_for == 0


def test_acknowledged_here_or_there_it_is_acknowledged_at_the_bed(window, qtbot):
    page = window.pages.made["ward"]
    tile = page.tiles[2]
    page._open(tile)
    session = window.session

    def seen():
        assert Condition.ASYSTOLE in {item.alarm.condition for item in session.alarms.items}
        assert Condition.ASYSTOLE in {alarm.condition for alarm in session.alarms.raised}

    qtbot.waitUntil(seen)
    window.context.actions["acknowledge"].trigger()
    assert {item.state for item in tile.bed.said.alarms} == {State.ACKNOWLEDGED}
    tile.bed.clear_alarms()
    qtbot.waitUntil(lambda: session.alarms.items == ())
    told = [one.change for one in logged(window)[0].happened]
    qtbot.waitUntil(lambda: logged(window)[0].happened[-1].change is Change.ENDED)
    told = [one.change for one in logged(window)[0].happened]
    assert told.count(Change.RAISED) == told.count(Change.ACKNOWLEDGED) == 1, "one life, told once"
    assert {one.name.split(":")[0] for one in window.context.journal.journal.logged.values()} <= {
        "Bed 1",
        "Bed 2",
    }


def test_the_ward_ends_and_its_alarms_with_it(window, qtbot):
    page = window.pages.made["ward"]
    page.end_ward()
    assert logged(window)[0].happened[-1].change is Change.ENDED
    window.frame()
    assert window.sound.priority is None
    assert window.context.ward.ward is None


def test_what_is_exported_of_a_bed_names_the_artefacts_that_were_on_there(window, qtbot):
    page = window.pages.made["ward"]
    tile = page.tiles[1]
    page._open(tile)
    conducted_in(tile.bed.source).disturb("off")

    def named():
        account = account_of(window.session)
        assert account is not None
        (told,) = account.artefacts
        assert (told.setting.kind, told.stop) == ("off", account.stop)
        assert told.start > 0

    qtbot.waitUntil(named)
