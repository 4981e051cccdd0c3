"""A worker that loads the models holds nobody up, and is the only one that does."""

import threading

import pytest

from assets.sources.record import RecordSource
from monitor.ui.session.session import Session
from tests.monitor.conftest import EdgeScorer, make_record


class SlowImport:
    """Makes a scorer once it is let, as an import of many seconds does."""

    def __init__(self):
        self.let, self.begun, self.at_once, self.most = threading.Event(), 0, 0, 0

    def __call__(self, fs, leads):
        self.begun += 1
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        self.let.wait(200)
        self.at_once -= 1
        return EdgeScorer(fs, leads)


@pytest.fixture
def loading(qtbot, time):
    """A session whose worker loads the models, and what it waits for."""
    factory = SlowImport()
    session = Session(factory, now=time)
    session.open(RecordSource(make_record(20)))
    session.play()
    time.t += 1
    session.tick()
    qtbot.waitUntil(lambda: session._worker.loading and factory.at_once == 1)
    yield session, factory
    factory.let.set()
    session.stop()


def test_another_record_is_put_on_at_once_while_the_models_are_loaded(loading, qtbot):
    session, factory = loading
    for name in ("second", "third"):
        session.open(RecordSource(make_record(20, name=name)))
        assert factory.at_once == 1, "the window does not wait for an import"
    session.play()
    qtbot.wait(100)
    assert (factory.begun, session.ready) == (1, False), "the next worker waits until that one has ended"
    factory.let.set()
    qtbot.waitUntil(lambda: session.ready)
    assert (factory.begun, factory.most) == (2, 1), "nothing was loaded for the record in between"
    assert session.info.name == "third"


def test_closing_does_not_wait_for_the_models(loading):
    session, factory = loading
    assert not session.stop()
    assert factory.at_once == 1, "they are still being loaded"
