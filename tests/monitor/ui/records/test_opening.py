"""Records asked for one after the other: the newest wish holds."""

import threading

import pytest

from assets.errors import DownloadCancelled
from assets.sources.record import RecordSource
from monitor.ui.kit.background import left_behind
from monitor.ui.session import loader
from tests.monitor.conftest import make_record


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
    loading()[0].wait(90_000)  # it is there; this thread has not been told yet
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
