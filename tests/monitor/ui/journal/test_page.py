"""The page Alarms: what was raised, now and at earlier starts, its strip, and the way to the moment."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from assets.sources.record import RecordSource
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from monitor.alarms.journal import Journal
from monitor.alarms.journaling.lines import encoded, line_of
from monitor.alarms.lifecycle import Change, Entry
from monitor.alarms.setup import AlarmSetUp
from tests.monitor.conftest import EndlessSource, make_record, rippled


@pytest.fixture
def window(make_window):
    """A window in which everything above 55 is too fast."""
    made = make_window()
    made.session.set_alarms(AlarmSetUp(Limits(low_bpm=45, high_bpm=55)))
    made.put_on(RecordSource(rippled(make_record(120, leads=2))))
    return made


def shown(window, qtbot):
    window.show_page("alarms")
    page = window.pages.made["alarms"]
    qtbot.waitUntil(lambda: page.ready)
    page.refresh()
    return page


def high(page):
    return next(one for one in page.model.shown() if one.alarm.condition is Condition.RATE_HIGH)


def test_what_is_raised_comes_into_the_table_and_its_strip_is_drawn(window, play, qtbot):
    page = shown(window, qtbot)
    assert page._empty.isVisible()
    play(window, 20)
    play(window, 20)
    page.refresh()
    assert page.model.rowCount() >= 1
    logged = window.context.journal.journal.logged
    qtbot.waitUntil(lambda: logged[high(page).id].strip is not None)
    page.refresh()
    page.choose(high(page).id)
    assert "!! Heart rate high" in page._title.text()
    assert "The limit is 55/min. Raised" in page._more.text()
    assert page.strip.view._strip is not None
    assert not page.strip.grab().isNull()
    window.session.alarms.acknowledge("Anna")
    page.refresh()
    assert "acknowledged" in page._more.text(), "the chosen one stays up to date"


def test_the_way_to_the_moment(window, play, qtbot):
    play(window, 40)
    page = shown(window, qtbot)
    page.choose(high(page).id)
    raised = page.chosen.alarm.raised
    page._buttons["show_in_record"].click()
    assert window.context.page == "monitor"
    assert window.session.head == max(0, raised - 3 * 360)


def test_the_moment_of_what_is_not_open_is_a_sentence(window, play, qtbot):
    play(window, 40)
    window.put_on(RecordSource(make_record(20, name="another")))
    page = shown(window, qtbot)
    page.choose(high(page).id)
    page.show_in_record()
    assert "made is not open" in window.messages.text
    window.put_on(EndlessSource())
    window.session.alarms.take([Alarm(Condition.PAUSE, 5, 9, source="test:endless")])
    page.refresh()
    page.choose(next(one.id for one in page.model.shown() if one.name == "endless"))
    page.show_in_record()
    assert "endless is no recording" in window.messages.text


def earlier(window, n=3):
    """Alarms of an earlier start."""
    journal = Journal(window.context.journal.journal.folder, clock=lambda: datetime(2026, 1, 2, tzinfo=UTC))
    made = rippled(make_record(120, leads=2))
    source = RecordSource(made)
    feed = journal.feed(source.info, lambda a, b: made.signals[a:b], Limits)
    for i in range(n):
        alarm = Alarm(Condition.ASYSTOLE, 4000 + i, 6000 + i, value=4.0, source=source.info.identity)
        feed.tell(Entry(Change.RAISED, alarm, 0.0))
        feed.advance(9000)
    assert journal.close()
    return journal


def test_what_earlier_starts_logged_is_there_too(window, qtbot):
    journal = earlier(window)
    lines = next(journal.folder.glob("*.jsonl"))
    lines.write_bytes(lines.read_bytes() + b'{"torn')
    page = shown(window, qtbot)
    assert page.model.rowCount() == 3
    assert page.filters.count.text() == "3 of 3"
    assert "is torn" in window.messages.text
    page.filters.time.setCurrentText("This start")
    page.filters._tell()
    assert page.model.rowCount() == 0
    assert page._empty.text() == "No alarm is like that."


def test_what_is_shown_is_exported(window, qtbot, tmp_path, monkeypatch):
    earlier(window)
    page = shown(window, qtbot)
    page.filters.text.setText("asystole")
    assert page.model.rowCount() == 3
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window.context.actions["export_alarms_csv"].trigger()
    qtbot.waitUntil(lambda: "3 alarms written to" in window.messages.text)
    assert len((tmp_path / "a.csv").read_text().splitlines()) == 4
    window.context.actions["export_alarms_wfdb"].trigger()
    qtbot.waitUntil(lambda: "3 alarms and 3 stretches" in [m.text for m in window.context.messages.said][-1])
    assert len(list(Path(tmp_path).glob("*.hea"))) == 3


def test_what_is_shown_is_printed(window, qtbot, tmp_path, monkeypatch):
    earlier(window)
    page = shown(window, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "d"), ""))
    page._buttons["print_debrief"].click()
    qtbot.waitUntil(lambda: "3 alarms on " in window.messages.text)
    assert (tmp_path / "d.pdf").read_bytes().startswith(b"%PDF")


def test_an_export_that_fails_is_a_sentence(window, qtbot, tmp_path, monkeypatch):
    page = shown(window, qtbot)
    page.export_alarms_csv()
    assert "There are no alarms to export" in window.messages.text
    earlier(window)
    page.model.take_all(window.context.journal.journal.read_all().logged.values())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "a.csv"), ""))
    page.export_alarms_csv()
    qtbot.waitUntil(lambda: "could not be written" in window.messages.text)


def test_a_strip_that_is_gone_says_so(window, qtbot):
    journal = earlier(window, 1)
    page = shown(window, qtbot)
    for path in journal.folder.glob("*.strips"):
        path.unlink()
    page.table.selectRow(0)
    assert page.strip.view._strip is None
    assert "cannot be shown: No such file" in page.strip.view._words


def test_thousands_of_alarms_leave_the_window_quick(window, qtbot):
    folder = window.context.journal.journal.folder
    folder.mkdir(parents=True)
    alarms = (Alarm(Condition.PAUSE, n, n, source="x") for n in range(5000))
    lines = [
        encoded(line_of(f"a/{n}", Entry(Change.RAISED, alarm, 0.0), datetime.now(UTC), "x", 360.0))
        for n, alarm in enumerate(alarms)
    ]
    (folder / "a.jsonl").write_bytes(b"".join(lines))
    page = shown(window, qtbot)
    assert page.model.rowCount() == 5000
    for do in (
        lambda: page.filters.text.setText("pau"),
        lambda: page.choose(page.model.logged(4000).id),
        page.refresh,
        window.grab,
    ):
        do()
        assert page.model.rowCount() == 5000
