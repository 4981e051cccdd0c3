"""PhysioNet's other databases in the chooser: their records on demand, any record by its name."""

import html

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from assets.databases.physionet import agreed, listing
from assets.databases.physionet.known import KNOWN
from assets.databases.physionet.name import RecordName
from assets.errors import DownloadError
from assets.sources.record import RecordSource
from monitor.ui.kit.work.background import left_behind
from monitor.ui.records.chooser import RecordChooser
from monitor.ui.session.loading import loader
from tests.monitor.conftest import make_record


@pytest.fixture
def asked(monkeypatch):
    """Names that were opened, in place of the records."""
    opened = []

    def open_any(spec, **_):
        opened.append(spec)
        return RecordSource(make_record(5, name=spec))

    monkeypatch.setattr(loader, "open_any", open_any)
    return opened


@pytest.fixture
def chooser(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(
        listing, "records_of", lambda key, at_hand, **_: () if at_hand else (f"{key}1", f"{key}2", "deep/x")
    )
    dialog = RecordChooser(tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.stop()
    qtbot.waitUntil(lambda: not left_behind())


def listed(chooser):
    model = chooser.collection.records.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_database_says_what_it_holds_and_under_which_licence(chooser):
    assert set(KNOWN) < set(chooser.databases.keys())
    for key, known in KNOWN.items():
        chooser.databases.pick(key)
        text = chooser.collection._about.text()
        assert known.name in text
        assert html.escape(known.holds) in text
        assert known.licence in text
        assert not chooser.open_button.isEnabled()
    chooser.databases.pick("mitdb")
    assert chooser.table.isVisible()
    assert chooser.open_button.isEnabled()


def test_the_arrow_keys_go_through_all_databases(chooser, qtbot):
    seen = [chooser.databases.key]
    chooser.databases.picked.connect(seen.append)
    for _ in range(2 * len(KNOWN)):
        qtbot.keyClick(chooser.databases, Qt.Key.Key_Down)
        assert (chooser.databases.key in KNOWN) == chooser.collection.isVisible()
    assert seen == chooser.databases.keys()


def test_records_are_listed_on_demand_searched_and_opened(chooser, qtbot, asked):
    chooser.databases.pick("afdb")
    assert listed(chooser) == []
    qtbot.mouseClick(chooser.collection.bring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listed(chooser) == ["afdb1", "afdb2", "deep/x"])
    chooser.search.setText("b2")
    assert listed(chooser) == ["afdb2"]
    chooser.search.setText("")
    chooser.databases.pick("ltdb")
    chooser.databases.pick("afdb")
    assert listed(chooser) == ["afdb1", "afdb2", "deep/x"]
    chooser.collection.records.setCurrentIndex(chooser.collection.records.model().index(2, 0))
    with qtbot.waitSignal(chooser.chosen):
        qtbot.mouseClick(chooser.open_button, Qt.MouseButton.LeftButton)
    assert asked == ["afdb/deep/x"]


def test_a_list_that_cannot_be_had_is_said(chooser, qtbot, monkeypatch):
    def fail(_key, at_hand, **_):
        if at_hand:
            return ()
        raise DownloadError("Database afdb could not be downloaded: no connection to physionet.org.")

    monkeypatch.setattr(listing, "records_of", fail)
    chooser.databases.pick("afdb")
    qtbot.mouseClick(chooser.collection.bring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "no connection to physionet.org" in chooser.collection._said.text())
    assert chooser.collection.bring.isEnabled()


@pytest.mark.parametrize(
    ("typed", "opened"),
    [("ltafdb/00", "ltafdb/00"), (" bidmc/bidmc01 ", "physionet:bidmc/bidmc01")],
)
def test_any_record_is_opened_by_its_name(chooser, qtbot, asked, typed, opened):
    chooser.any_name.setFocus()
    qtbot.keyClicks(chooser.any_name, typed)
    with qtbot.waitSignal(chooser.chosen):
        qtbot.keyClick(chooser.any_name, Qt.Key.Key_Return)
    assert asked == [opened]


def test_a_large_record_is_asked_for(chooser, qtbot, monkeypatch):
    monkeypatch.setattr(agreed, "_agreed", set())
    monkeypatch.setattr(agreed, "_all", False)

    def large(spec, **_):
        agreed.check_size(RecordName("ltafdb", "00"), 150_000_000)
        return RecordSource(make_record(5, name=spec))

    monkeypatch.setattr(loader, "open_any", large)
    chooser.any_name.setText("ltafdb/00")
    chooser.open_selected()
    qtbot.waitUntil(lambda: bool(chooser.findChildren(QMessageBox)))
    (box,) = chooser.findChildren(QMessageBox)
    assert box.text() == "Record ltafdb/00 is 150 MB large."
    with qtbot.waitSignal(chooser.chosen):
        box.buttons()[0].click()
