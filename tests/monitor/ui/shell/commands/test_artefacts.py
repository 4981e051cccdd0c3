"""The small window of artefacts, and the sign that some are on."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

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


def test_at_the_end_of_a_record_the_window_says_why_nothing_changes(window, play):
    play(window, 61)
    window.context.actions["show_artefacts"].trigger()
    dialog = window.artefacts.shown
    place = dialog.panel.mapTo(dialog, dialog.panel.rect().topLeft())
    assert dialog.said.isHidden()
    dialog.panel.buttons["off"].click()
    assert not dialog.panel.buttons["off"].isChecked()
    assert dialog.said.text().startswith("All from here on has been played, and stays as it was")
    assert not dialog.said.isHidden()
    assert dialog.panel.mapTo(dialog, dialog.panel.rect().topLeft()) == place
    window.put_on(RecordSource(make_record(20.0)))
    assert dialog.said.isHidden(), "it was said of another record"
    dialog.panel.buttons["off"].click()
    assert list(window.session.artefacts.on) == ["off"]
    assert dialog.said.isHidden()


def test_where_the_stream_went_back_it_says_from_when_on_an_artefact_holds(window, play):
    play(window, 20)
    window.session.seek(0)
    window.artefacts.show_artefacts()
    dialog = window.artefacts.shown
    dialog.panel.buttons["off"].click()
    assert window.session.artefacts.on == {}
    assert dialog.said.text().endswith("this holds from 00:20.0 on.")


def test_what_cannot_be_added_is_said_in_the_window(window):
    window.artefacts.show_artefacts()
    dialog = window.artefacts.shown
    dialog.panel.asked.emit("muscle", 99.0, True)
    assert "from -12 to 40" in dialog.said.text()


def test_another_language_leaves_the_window_open_where_it_was(window):
    window.artefacts.show_artefacts()
    old = window.artefacts.shown
    old.move(140, 90)
    old.panel.slider.setValue(-3)
    old.panel.buttons["off"].click()
    try:
        window.languages.choose("ja")
        new = window.artefacts.shown
        assert new is not old
        assert new.windowTitle() == "アーチファクト"
        assert new.isVisible()
        assert new.pos() == old.pos()
        assert new.panel.slider.value() == -3
        assert new.panel.buttons["off"].isChecked()
        new.close()
    finally:
        window.languages.choose("en")
    assert not new.isVisible()
    window.artefacts.show_artefacts()
    assert window.artefacts.shown.windowTitle() == "Artefacts"


def test_closed_and_shown_again_at_once_it_stays(window):
    window.artefacts.show_artefacts()
    window.artefacts.shown.close()
    window.artefacts.show_artefacts()
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.artefacts.shown.isVisible()
    window.artefacts.shown.panel.buttons["off"].click()
    assert list(window.session.artefacts.on) == ["off"]
