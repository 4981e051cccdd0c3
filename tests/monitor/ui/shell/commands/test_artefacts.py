"""The small window of artefacts, and the sign that some are on."""

import pytest

from assets.sources.record import RecordSource
from models.scenario.conducted import open_conducted
from tests.monitor.conftest import make_record


@pytest.fixture
def window(make_window):
    made = make_window()
    made.put_on(RecordSource(make_record(60.0)))
    return made


def test_a_button_adds_an_artefact_and_takes_it_away_and_the_sign_says_so(window, play):
    play(window, 2)
    assert window.artefacts_sign.isHidden()
    window.context.actions["show_artefacts"].trigger()
    dialog = window.artefacts.shown
    dialog.panel.buttons["off"].click()
    play(window, 2)
    assert list(window.session.artefacts.on) == ["off"]
    assert "Lead off" in window.artefacts_sign.text()
    assert not window.artefacts_sign.isHidden()
    dialog.panel.buttons["off"].click()
    assert window.session.artefacts.on == {}
    assert window.artefacts_sign.isHidden()


def test_the_noise_has_the_ratio_of_the_slider(window, play):
    play(window, 2)
    window.artefacts.show_artefacts()
    dialog = window.artefacts.shown
    dialog.panel.slider.setValue(0)
    dialog.panel.buttons["mains-50"].click()
    assert window.session.artefacts.on == {"mains-50": 0.0}
    assert "0 dB" in window.artefacts_sign.text()


def test_where_the_instructor_has_the_say_the_buttons_say_so(window, play):
    window.artefacts.show_artefacts()
    dialog = window.artefacts.shown
    assert dialog.panel.buttons["off"].isEnabled()
    window.put_on(open_conducted("patient:sinus"))
    assert not dialog.panel.buttons["off"].isEnabled()
    assert "instructor" in dialog.about.text()
    dialog.close()


def test_a_mark_on_a_disturbed_beat_is_refused_with_the_reason(window, play):
    play(window, 4)
    window.session.artefacts.set("gain", 2.0)
    play(window, 20)
    event = next(e for e in window.session.alerts() if e.start > 6 * window.session.info.fs)
    window.context.review(event)
    window.context.actions["mark_normal"].trigger()
    assert window.context.marks.all() == ()
    assert any("artefact" in message.text for message in window.context.messages.said)


def test_where_nothing_is_watched_that_is_the_reason(make_window):
    window = make_window()
    window.context.actions["show_artefacts"].trigger()
    assert window.artefacts.shown.about.text() == "No record is on."
