"""Publishing is started, seen and ended in the window."""

from functools import partial

import pytest

from assets.sources.record import RecordSource
from monitor.stream.publishing.outlets import PublishError
from monitor.stream.publishing.publisher import Publisher
from tests.monitor.conftest import make_record
from tests.monitor.stream.publishing.test_publisher import Heard


@pytest.fixture
def window(make_window):
    made = make_window()
    made.context.publishing._make = partial(Publisher, outlets=Heard)
    made.put_on(RecordSource(make_record(10.0)))
    return made


def test_a_name_is_asked_for_and_kept_and_the_sign_says_what_goes_on(window, qtbot):
    action = window.context.actions["toggle_publish"]
    action.trigger()
    dialog = window.publishing.dialog
    assert dialog.name.text() == "ECG Monitor"
    assert not action.isChecked()
    dialog.name.setText("  ")
    assert not dialog.publish.isEnabled()
    dialog.name.setText("Bed 3")
    dialog.publish.click()
    assert window.context.publishing.on
    assert action.isChecked()
    qtbot.waitUntil(lambda: window.context.publishing.heard)
    window.publishing_sign.refresh()
    assert window.publishing_sign.words == "ON AIR  Bed 3  somebody listens"
    assert "Bed 3-markers" in " ".join(
        window.publishing_sign.findChild(type(window.status)).toolTip().split()
    )
    action.trigger()
    assert not window.context.publishing.on
    assert window.publishing_sign.words == ""
    action.trigger()
    assert window.publishing.dialog.name.text() == "Bed 3"
    window.publishing.dialog.reject()
    assert not action.isChecked()


def test_it_is_said_to_be_published_once_it_is_and_not_where_it_cannot_be(window, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(window.context, "say", lambda words, **_: said.append(words))
    monkeypatch.setattr(window.context.messages, "say", lambda message: said.append(message.text))

    def refusing(info, name):
        raise PublishError(f"Nothing is called {name}.")

    window.context.publishing._make = partial(Publisher, outlets=refusing)
    window.publishing.publish("Bed 4")
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Nothing is called Bed 4."]
    window.context.publishing._make = partial(Publisher, outlets=Heard)
    window.publishing.publish("Bed 5")
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "Bed 5-markers" in said[1]
    window.put_on(RecordSource(make_record(10.0)))
    qtbot.waitUntil(lambda: window.context.publishing.heard)
    assert len(said) == 2
