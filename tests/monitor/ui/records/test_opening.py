"""Records asked for one after the other: the newest wish holds."""

import threading

import pytest
from PySide6.QtWidgets import QMessageBox

from assets.errors import DownloadCancelled
from assets.sources.record import RecordSource
from monitor.ui.kit.work.background import left_behind
from monitor.ui.session.loading import loader
from tests.monitor.conftest import make_record
from tests.monitor.patience import PATIENCE_MS


class Slow:
    """Stands in for `open_source`: what is called slow comes when it is let go, or is cancelled."""

    def __init__(self):
        self.go, self.asked, self.cancelled, self.closed = threading.Event(), [], [], []

    def __call__(self, spec, *, cancelled, **_):
        self.asked.append(spec)
        while spec.startswith("slow") and not self.go.wait(0.01):
            if cancelled():
                self.cancelled.append(spec)
                raise DownloadCancelled("stopped")
        source = RecordSource(make_record(10, name=spec))
        source.close = lambda: self.closed.append(spec)
        return source


@pytest.fixture
def slow(monkeypatch, qtbot):
    opener = Slow()
    monkeypatch.setattr(loader, "open_any", opener)
    yield opener
    opener.go.set()
    qtbot.waitUntil(lambda: not loading())


def loading():
    return [thread for thread in left_behind() if isinstance(thread, loader.RecordLoader)]


def on_screen(window):
    return window.session.info.name if window.session.info is not None else None


def test_the_newest_wish_holds_and_the_older_is_cancelled_and_said(make_window, qtbot, slow):
    window = make_window()
    window.records.open_spec("slow one")
    qtbot.waitUntil(lambda: slow.asked == ["slow one"])
    window.records.open_spec("/somewhere/second.hea")
    qtbot.waitUntil(lambda: on_screen(window) == "/somewhere/second.hea")
    qtbot.waitUntil(lambda: slow.cancelled == ["slow one"])
    assert window.messages.text == "slow one is no longer being opened: second.hea was asked for since."


def test_an_older_record_that_has_come_already_is_let_go(make_window, qtbot, slow):
    window = make_window()
    window.records.open_spec("first")
    for thread in loading():
        assert thread.wait(PATIENCE_MS)  # the record is there; this thread has not been told yet
    window.records.open_spec("second")
    qtbot.waitUntil(lambda: on_screen(window) == "second")
    assert slow.closed == ["first"]
    qtbot.waitUntil(lambda: not loading())
    assert on_screen(window) == "second"


def test_a_record_that_is_put_on_meanwhile_is_the_newer_wish(make_window, qtbot, slow):
    window = make_window()
    window.records.open_spec("slow one")
    window.put_on(RecordSource(make_record(10, name="chosen")))
    qtbot.waitUntil(lambda: not loading())
    assert on_screen(window) == "chosen"
    assert window.messages.text == "slow one is no longer being opened: chosen was asked for since."


def test_asking_again_for_what_is_on_its_way_changes_nothing(make_window, qtbot, slow):
    window = make_window()
    window.records.open_spec("slow one")
    window.records.open_spec("slow one")
    slow.go.set()
    qtbot.waitUntil(lambda: on_screen(window) == "slow one")
    assert slow.asked == ["slow one"]


def test_a_download_shows_how_far_it_is_and_can_be_stopped(make_window, qtbot, monkeypatch):
    stopped = []

    def fetching(spec, *, progress, cancelled, **_):
        while not cancelled():
            progress(3_000_000, 40_000_000)
            threading.Event().wait(0.01)
        stopped.append(spec)
        raise DownloadCancelled("stopped")

    monkeypatch.setattr(loader, "open_any", fetching)
    window = make_window()
    window.records.open_spec("afdb/04015")
    progress = window.records._progress
    qtbot.waitUntil(progress.isVisible)
    assert progress.labelText() == "Fetching afdb/04015: 3.0 of 40.0 MB."
    progress.canceled.emit()
    qtbot.waitUntil(lambda: stopped == ["afdb/04015"])
    assert "is no longer being fetched" in window.messages.text
    assert on_screen(window) == "208", "the demo, as there was nothing yet"
    qtbot.waitUntil(lambda: not loading())


def test_a_large_record_is_asked_for_and_then_fetched(make_window, qtbot, monkeypatch):
    from assets.databases.physionet import agreed
    from assets.databases.physionet.name import RecordName

    monkeypatch.setattr(agreed, "_agreed", set())
    monkeypatch.setattr(agreed, "_all", False)

    def large(spec, **_):
        agreed.check_size(RecordName("afdb", "04015"), 250_000_000)
        return RecordSource(make_record(10, name=spec))

    monkeypatch.setattr(loader, "open_any", large)
    window = make_window()
    window.records.open_spec("afdb/04015")
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert box.text() == "Record afdb/04015 is 250 MB large."
    assert box.defaultButton().text() == "Leave it"
    box.buttons()[0].click()
    qtbot.waitUntil(lambda: on_screen(window) == "afdb/04015")
    qtbot.waitUntil(lambda: not loading())
