"""The table of alarms: the newest first, filtered, and quick with thousands."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from monitor.alarms.journaling.lines import first_told, line_of
from monitor.alarms.lifecycle import Change, Entry
from monitor.ui.journal.model import COLUMNS, Filter, JournalModel
from monitor.ui.kit.language import LANGUAGES, speak
from monitor.ui.kit.theme import DARK

NOW = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)
SEVERAL = (Condition.ASYSTOLE, Condition.PAUSE, Condition.COUPLET, Condition.MODELS)


def logged(n, condition=Condition.ASYSTOLE, change=Change.RAISED, name="bed 1", by=""):
    alarm = Alarm(condition, 100 * n, 100 * n + 50, value=4.0, source="test:x")
    return first_told(
        line_of(f"s/{n:06d}", Entry(change, alarm, 0.0, by), NOW + timedelta(seconds=n), name, 250.0)
    )


@pytest.fixture
def model(qtmodeltester):
    made = JournalModel(DARK, "s")
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    del tester


def words(model, row):
    return [model.index(row, column).data() for column in range(len(COLUMNS))]


def test_the_newest_is_first_and_says_what_it_is(model):
    for n in (1, 3, 2):
        model.take(logged(n))
    assert [model.logged(row).id for row in range(3)] == ["s/000003", "s/000002", "s/000001"]
    assert words(model, 0)[1:5] == ["!!! high", "Asystole: 4.0 s", "bed 1", "00:01.4"]
    assert words(model, 0)[6] == "active"
    assert "Raised" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_what_is_added_to_an_alarm_changes_its_row_alone(model, qtbot):
    for n in range(3):
        model.take(logged(n))
    entry = Entry(Change.ACKNOWLEDGED, logged(1).alarm, 0.0, "Anna")
    told = logged(1).told(line_of("s/000001", entry, NOW, "bed 1", 250.0))
    with qtbot.waitSignal(model.dataChanged) as caught:
        model.take(told)
    assert (caught.args[0].row(), caught.args[1].row()) == (1, 1)
    assert words(model, 1)[6] == "acknowledged by Anna"


def test_one_that_is_over_says_the_worst_that_came_while_it_lasted(model):
    alarm = Alarm(Condition.RATE_HIGH, 100, 150, 900, 950, 121.0, 120.0, source="test:x", worst=168.4)
    model.take(first_told(line_of("s/1", Entry(Change.ENDED, alarm, 0.0), NOW, "bed 1", 250.0)))
    assert words(model, 0)[2] == "Heart rate high: 121/min, at worst 168/min"
    model.show_only(Filter(text="168"))
    assert model.rowCount() == 1


def test_what_stands_in_a_row_is_found_in_the_windows_language(model):
    speak(next(one for one in LANGUAGES if one.name == "ja"))
    try:
        for n, condition in enumerate((Condition.ASYSTOLE, Condition.FLUTTER)):
            model.take(logged(n, condition, name=f"Bed {n}"))
        shown = words(model, 0)
        assert shown[2].startswith("心室粗動")
        for column in (2, 3):
            model.show_only(Filter(text=shown[column]))
            assert [words(model, row) for row in range(model.rowCount())] == [shown]
        model.show_only(Filter(text=shown[6]))
        assert model.rowCount() == 2
        model.show_only(Filter(text="flutter"))
        assert [words(model, row) for row in range(model.rowCount())] == [shown], "in English, too"
        model.show_only(Filter(text="粗細動"))
        assert model.rowCount() == 0
    finally:
        speak(LANGUAGES[0])


def test_each_filter_leaves_what_it_says(model):
    for n in range(40):
        model.take(logged(n, SEVERAL[n % 4], name=f"bed {n % 2}", by="Anna" if n % 4 == 0 else ""))
    assert model.rowCount() == 30, "advisories are no alarms"
    for wanted, n in (
        (Filter(tuple(Priority)), 40),
        (Filter((Priority.HIGH,)), 10),
        (Filter(condition=Condition.PAUSE), 10),
        (Filter(source="bed 1"), 10),
        (Filter(text="asys"), 10),
        (Filter(text="no such thing"), 0),
        (Filter(since=NOW + timedelta(seconds=30)), 7),
        (Filter(session="another"), 0),
    ):
        model.show_only(wanted)
        assert model.rowCount() == n, wanted
        assert len(model.shown()) == n


def test_one_of_an_earlier_start_that_never_ended_says_so(model):
    model.session = "later"
    model.take(logged(1))
    assert words(model, 0)[6] == "not ended"


def test_five_thousand_alarms_are_shown_filtered_and_added_to(qtbot):
    model = JournalModel(DARK, "s")
    many = [logged(n, SEVERAL[n % 3]) for n in range(5000)]
    model.take_all(many)
    model.show_only(Filter(text="pause"))
    assert 0 < model.rowCount() < 5000
    model.show_only(Filter())
    assert model.rowCount() == 5000
    for n in range(5000, 5100):
        model.take(logged(n))
    assert model.rowCount() == 5100
