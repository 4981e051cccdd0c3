"""The ward's page: beds at a glance, in order, and any of them opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from assets.text.answers import Answers
from assets.text.shape import shape_of
from monitor.alarms.lifecycle import State
from monitor.bedside.ward.pace import NoWaiting, RealTime
from monitor.ui.ward.page import WardPage

CALM, FAST, NONE = "patient:sinus?vitals=yes", "patient:sinus?rate=150", "no such record"


class Quick(NoWaiting):
    """Twelve seconds at once, then real time."""

    def wait(self, seconds):
        if self._skipped < 12:
            super().wait(seconds)
        else:
            RealTime().wait(seconds)


@pytest.fixture(scope="module")
def quick():
    before, WardPage.new_pace = WardPage.new_pace, Quick
    yield
    WardPage.new_pace = before


@pytest.fixture
def page(make_window, quick):
    window = make_window()
    window.show_page("ward")
    return window.pages.made["ward"]


@pytest.fixture
def watched(page, qtbot):
    """A calm bed, one that cannot be opened, and one with alarms."""
    page.open_beds([CALM, NONE, FAST])
    page.activateWindow()

    def heard():
        page.refresh()
        assert page.tiles[3].bed.said.alarms
        assert page.tiles[1].rate.text().isdigit()
        assert "ABP" in page.tiles[1].vitals.text()

    qtbot.waitUntil(heard)
    return page


def test_above_the_beds_the_banner_says_that_it_speaks_of_none_of_them(watched):
    window = watched.window()
    window.session.open(RecordSource(load_demo()))
    window.show_page("monitor")
    said = window.banner.text
    assert said
    window.show_page("ward")
    assert window.banner.text == f"Monitor: {said}"
    watched.end_ward()
    window._show_slow_things()
    assert window.banner.text == said


def shown(page):
    return [tile.bed.number for tile in page.grid.tiles]


def test_a_page_without_beds_offers_some_and_remembers_those_that_were_chosen(page, settings, quick):
    assert page.ready
    assert page.grid.tiles == []
    page.choose_beds()
    dialog = page._dialog
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Open).isEnabled()
    dialog.preset.setCurrentIndex(1)
    dialog.preset.activated.emit(1)
    assert len(dialog.asked) == 4
    dialog.lines[3].setText(" ")
    dialog.lines[9].setText(" demo ")
    dialog._take()
    assert [tile.bed.asked for tile in page.grid.tiles] == [*dialog.asked]
    assert dialog.asked[-1] == "demo"
    assert settings.value("ward") == list(dialog.asked)
    page.end_ward()
    assert page.grid.tiles == []
    assert not settings.value("ward")


def test_beds_are_watched_sorted_named_acknowledged_opened_and_recorded(
    watched, qtbot, monkeypatch, tmp_path
):
    page, window = watched, watched.window()
    calm, none, fast = (page.tiles[i] for i in (1, 2, 3))
    # What each bed says.
    assert abs(int(calm.rate.text()) - 75) <= 5, "it breathes"
    assert none.alarm.text().startswith("'no such record' cannot be opened")
    assert fast.alarm.text().startswith("!!")
    assert abs(int(fast.rate.text()) - 150) <= 5
    assert "heart rate" in fast.accessibleName()
    assert page.head.counts[fast.bed.priority].text() == f"1 {fast.bed.priority.value}"
    assert calm.source.text() == "patient:sinus"
    # Strips are drawn, a frame is enough for each of the two halves.
    for _ in range(2):
        page.frame()
    image = calm.strip.grab().toImage()
    colour = calm.strip.theme.lead(0)
    assert any(
        abs(image.pixelColor(x, y).green() - int(colour[3:5], 16)) < 8
        for x in range(image.width())
        for y in range(image.height())
    )
    # In which order, and by which names.
    assert shown(page) == [1, 2, 3]
    page.head.sort_pill.click()
    assert shown(page)[0] == 3
    page._context.actions["sort_beds"].trigger()
    assert shown(page) == [1, 2, 3]
    page._context.actions["hide_names"].trigger()
    assert (calm.source.text(), page.head.names_pill.isChecked()) == ("", True)
    assert none.alarm.text().startswith("Nothing comes from here")
    none.opened.emit(none)
    assert "no such record" not in none.accessibleName() + window.context.messages.said[-1].text
    # Keys: arrows go to another bed, Space acknowledges.
    calm.setFocus()
    qtbot.keyClick(calm, Qt.Key.Key_End)
    assert fast.hasFocus()
    qtbot.keyClick(fast, Qt.Key.Key_Space)
    assert {item.state for item in fast.bed.said.alarms} == {State.ACKNOWLEDGED}
    fast.frame(0.4)
    assert fast.lit, "what is acknowledged flashes no more"
    assert not window.session.playing, "Space is the bed's, not the stream's"
    # Recording, which is said only where it can be.
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "gone"))
    page.record_beds()
    assert window.context.messages.said[-1].text.startswith("There is no folder")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.record_beds()
    qtbot.waitUntil(lambda: calm.bed.recorder is not None and fast.bed.recorder is not None)
    page.refresh()
    assert page.head.record_pill.text() == "Stop recording"
    assert "recording 2 of 3" in page.head.facts.text()
    qtbot.waitUntil(lambda: len(list(Path(tmp_path).glob("bed*.hea"))) == 2)
    page.record_beds()
    qtbot.waitUntil(lambda: calm.bed.recorder is None)
    # Opened with its past; the ward goes on, and an empty bed says why it is.
    page._open(none)
    assert window.session.source is None
    qtbot.keyClick(fast, Qt.Key.Key_Return)
    assert window.context.page == "monitor"
    assert window.session.info.name == "Bed 3"
    assert window.session.info.notes == ""
    window.frame()
    assert window.session.head > 3 * 250, "with its past"
    before = calm.bed.said.analysed
    qtbot.waitUntil(lambda: calm.bed.said.analysed > before)


def test_where_no_bed_is_open_no_folder_is_asked_for(page, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: pytest.fail("asked"))
    page.open_beds([NONE])
    page.record_beds()
    assert page.window().context.messages.said[-1].text == "There is no bed to record: none is open."


def test_an_alarm_flashes_where_nobody_has_acknowledged_it(watched):
    fast = watched.tiles[3]
    assert fast.bed.said.alarms[0].state is State.ACTIVE
    seen = set()
    for tick in range(200):
        fast.frame(tick / 100)
        seen.add(fast.lit)
    assert seen == {True, False}
    calm = watched.tiles[1]
    calm.frame(0.4)
    assert calm.lit


def test_a_ward_that_stops_says_why(page, monkeypatch, qtbot):
    def broken(fs, leads):
        raise RuntimeError("no weights")

    monkeypatch.setattr(page._context.home.weights, "ward", broken)
    page.open_beds([CALM])
    qtbot.waitUntil(lambda: page.ward is None)
    assert "The ward has stopped: RuntimeError: no weights" in page.window().messages.text


def test_text_files_are_read_as_before_and_a_bed_says_where_somebody_has_to_be_asked(page, qtbot, tmp_path):
    beds = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for bed, name in zip(beds, ("I", "II"), strict=True):
        rows = (f"{i / 250:.3f},{i % 200 / 100}\n" for i in range(2500))
        bed.write_text(f"time,{name}\n{''.join(rows)}")
    context = page._context
    context.home.texts.keep(shape_of(beds[0]), Answers(unit="mV"))
    page.open_beds([str(bed) for bed in beds])
    qtbot.waitUntil(lambda: page._running)
    page.refresh()
    assert page.ward.beds[0].info.fs == pytest.approx(250)
    assert not page.ward.beds[0].failure
    assert "b.csv does not say its unit: open it once by itself in the window" in page.ward.beds[1].failure
    told = [message.text for message in context.messages.said]
    assert "a.csv is read as the last file of its shape: unit=mV." in told
