"""A red dot and the record's name while something is recorded; where to is asked once."""

import pytest
from PySide6.QtWidgets import QFileDialog

from assets.sources.record import RecordSource
from tests.monitor.conftest import make_record


@pytest.fixture
def window(make_window):
    made = make_window()
    made.put_on(RecordSource(make_record(30.0)))
    return made


@pytest.fixture
def asked(monkeypatch, tmp_path):
    times = []

    def folder(*_):
        times.append(1)
        return str(tmp_path)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    return times


def test_the_key_records_and_the_sign_says_what(window, play, asked, tmp_path):
    record = window.context.actions["toggle_record"]
    assert window.recording_sign.words == ""
    record.trigger()
    play(window, 5)
    window._show_slow_things()
    assert record.isChecked()
    assert window.pages.made["monitor"].transport._record.isChecked()
    assert window.recording_sign.words.startswith("REC  made-")
    record.trigger()
    assert window.recording_sign.words == ""
    (header,) = tmp_path.glob("*.hea")
    assert f"5.0 s recorded in {header}." in window.messages.text
    record.trigger()
    record.trigger()
    assert len(asked) == 1, "the folder is kept"


def test_a_refusal_to_say_where_records_nothing(window, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    window.context.actions["toggle_record"].trigger()
    assert not window.context.recording.on
    assert not window.context.actions["toggle_record"].isChecked()


def test_another_folder_takes_what_comes_from_now_on(window, play, asked, tmp_path):
    (tmp_path / "first").mkdir()
    window.recording.record_to(tmp_path / "first")
    play(window, 2)
    window.context.actions["choose_recordings"].trigger()
    play(window, 2)
    window.context.recording.stop()
    assert len(list((tmp_path / "first").glob("*.hea"))) == len(list(tmp_path.glob("*.hea"))) == 1


def test_a_disk_that_is_full_is_said_and_the_stream_goes_on(window, play, tmp_path, monkeypatch, qtbot):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assets.recording.signals.SignalStream._put", full)
    window.recording.record_to(tmp_path)
    play(window, 3)
    qtbot.waitUntil(lambda: "No space left on device" in window.messages.text)
    window._show_slow_things()
    assert window.recording_sign.words.startswith("NOT RECORDED")
    assert window.recording_sign._dot.hollow
    play(window, 1)
    assert window.session.head == 4 * 360
    window.context.recording.stop()


def test_a_folder_that_is_not_there_is_a_sentence(window, tmp_path):
    window.recording.record_to(tmp_path / "absent")
    assert "There is no folder" in window.messages.text
    assert not window.context.recording.on
