"""Records opened last are offered again, and one of them begins the next start on wish."""

from threading import Event

import pytest
from PySide6.QtCore import QSettings
from shiboken6 import delete

from monitor.ui.pages.settings import Settings
from monitor.ui.records.recent import MOST, Recents, file_of, is_missing, title


@pytest.fixture
def recents(tmp_path):
    return Recents(Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)))


def test_the_newest_come_first_each_once_and_not_too_many(recents):
    for number in [*range(100, 115), 112]:
        recents.add(str(number))
    recents.add("demo")
    assert recents.listed()[:3] == ("112", "114", "113")
    assert len(recents.listed()) == MOST


def test_another_reading_of_a_file_takes_the_place_of_the_old(recents, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.csv").write_text("1\n")
    recents.add("r.csv?rate=100&unit=mV")
    recents.add("208")
    recents.add(f"{tmp_path / 'r.csv'}?rate=250&unit=mV")
    assert recents.listed() == (f"{tmp_path / 'r.csv'}?rate=250&unit=mV", "208")
    assert title(recents.listed()[0]) == "r.csv"


def test_what_is_no_file_is_never_missing(recents, tmp_path):
    assert file_of("patient:vt?rate=180") is None
    assert not is_missing("208")
    assert not is_missing("patient:vt?rate=180")
    (tmp_path / "r.hea").write_text("r 0")
    assert not is_missing(str(tmp_path / "r"))
    assert is_missing(str(tmp_path / "gone.edf"))


def test_the_last_one_begins_only_on_wish(recents):
    recents.add("208")
    assert recents.last == ""
    recents.reopens = True
    assert recents.last == "208"


def test_the_menu_says_what_is_not_there_any_more(recents, tmp_path, qtbot):
    asked = []
    recents.add("208")
    recents.add(str(tmp_path / "gone.edf"))
    menu = recents.menu(None, asked.append)
    qtbot.addWidget(menu)
    menu.aboutToShow.emit()
    missing, there = menu.actions()[:2]
    qtbot.waitUntil(lambda: "not there any more" in missing.text())
    assert "208" in there.text()
    assert "not there any more" not in there.text()
    there.trigger()
    assert asked == ["208"]
    begin, forget = (
        next(a for a in menu.actions() if a.objectName() == name) for name in ("reopen_last", "forget_recent")
    )
    begin.trigger()
    assert recents.reopens
    forget.trigger()
    assert recents.listed() == ()


def test_a_disk_that_does_not_answer_holds_nobody_up(recents, tmp_path, qtbot, monkeypatch):
    answers, looked = Event(), []

    def far_away(spec):
        looked.append(spec)
        answers.wait()
        return True

    monkeypatch.setattr("monitor.ui.records.recent.is_missing", far_away)
    recents.add(str(tmp_path / "far.edf"))
    menu = recents.menu(None, lambda spec: None)
    qtbot.addWidget(menu)
    for _ in range(3):
        menu.aboutToShow.emit()
        assert "far.edf" in menu.actions()[0].text()
    assert not answers.is_set(), "the menu is there before the disk has answered"
    answers.set()
    qtbot.waitUntil(lambda: "not there any more" in menu.actions()[0].text())
    assert len(looked) == 1, "it is asked once at a time"


def test_a_name_with_a_line_break_is_one_line_in_the_menu(recents, tmp_path, qtbot):
    recents.add(str(tmp_path / "<b>night\n1 & 2.edf"))
    menu = recents.menu(None, lambda spec: None)
    qtbot.addWidget(menu)
    menu.aboutToShow.emit()
    action = menu.actions()[0]
    assert "<b>night␊1 && 2.edf" in action.text()
    assert "\n" not in action.text()
    assert "<\u2060b>night␊1&2.edf" in "".join(action.toolTip().split()), "however long the folder's name is"


def test_an_answer_that_comes_after_the_window_was_made_anew_is_left(recents, tmp_path, qtbot, monkeypatch):
    answers = Event()
    monkeypatch.setattr("monitor.ui.records.recent.is_missing", lambda spec: answers.wait())
    recents.add(str(tmp_path / "far.edf"))
    menu = recents.menu(None, lambda spec: None)
    menu.aboutToShow.emit()
    delete(menu)
    with qtbot.waitSignal(recents._looking.told):
        answers.set()
