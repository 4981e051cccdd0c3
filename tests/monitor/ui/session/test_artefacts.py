"""Artefacts on what is watched come and go live, and what was disturbed is told apart from the record."""

import numpy as np
import pytest
import wfdb

from assets.errors import RecordError
from assets.sources.open import open_source
from assets.sources.record import RecordSource
from models.patients.artefacts.kinds import ARTEFACTS
from models.patients.artefacts.source import Artefacts
from models.patients.source import SCHEMES
from models.scenario.conducted import open_conducted
from monitor.ui.session.account import account_of
from monitor.ui.session.artefacts import DISTURBED
from tests.monitor.conftest import FS, EndlessSource, make_record


@pytest.fixture
def window(make_window):
    made = make_window()
    made.put_on(RecordSource(make_record(60.0)))
    return made


def seconds(window, first, last):
    return window.session.history.between(round(first * FS), round(last * FS))


def test_without_artefacts_samples_and_identity_are_the_records_own(window, play):
    play(window, 10)
    session, record = window.session, make_record(60.0)
    assert session.info == RecordSource(record).info
    assert session.replay.info.identity == session.info.identity
    assert np.shares_memory(seconds(window, 0, 5), session.source.between(0, 1).samples)
    np.testing.assert_array_equal(seconds(window, 0, 10), record.signals[: round(10 * FS)])
    assert (session.artefacts.on, session.artefacts.words) == ({}, [])


def test_an_artefact_comes_and_goes_and_what_was_played_stays(window, play):
    artefacts, record = window.session.artefacts, make_record(60.0)
    play(window, 10)
    assert artefacts.set("off") == 10 * FS
    assert list(artefacts.on) == ["off"]
    play(window, 5)
    assert artefacts.clear("off") == 15 * FS
    play(window, 5)
    np.testing.assert_array_equal(seconds(window, 0, 10), record.signals[: round(10 * FS)])
    assert np.ptp(seconds(window, 11, 15), axis=0).max() == 0
    np.testing.assert_allclose(seconds(window, 16, 20), record.signals[round(16 * FS) : round(20 * FS)])
    assert artefacts.touched(round(9 * FS), round(12 * FS))
    assert not artefacts.touched(0, round(10 * FS))
    account = account_of(window.session)
    np.testing.assert_array_equal(account.between(0, round(20 * FS)), seconds(window, 0, 20))
    (told,) = account.artefacts
    assert (told.setting.kind, told.start / FS) == ("off", 10.0)
    assert told.stop / FS == pytest.approx(15 + ARTEFACTS["off"].onset_s, abs=1 / FS), "it fades out"
    window.put_on(RecordSource(make_record(20.0)))
    assert artefacts.on == {}


def test_alerts_and_marks_of_a_disturbed_stretch_are_not_the_records(window, play):
    play(window, 10)
    own = window.session.alerts()
    window.session.artefacts.set("gain", 2.0)
    play(window, 20)
    later = [event for event in window.session.alerts() if event.start > 11 * FS]
    assert own
    assert later
    assert {event.source for event in own} == {window.session.info.identity}
    assert {event.source for event in later} == {window.session.info.identity + DISTURBED}


def test_a_recording_says_what_was_done_to_the_signal(window, play, tmp_path):
    play(window, 4)
    window.session.artefacts.set("polarity")
    window.context.recording.start(tmp_path)
    play(window, 4)
    window.session.artefacts.clear("polarity")
    play(window, 4)
    (header,) = window.context.recording.stop()
    notes = wfdb.rdann(str(header.with_suffix("")), "alm")
    told = [(at, words) for at, words in zip(notes.sample, notes.aux_note, strict=True) if "olarity" in words]
    faded_out_s = 4 + ARTEFACTS["polarity"].onset_s
    assert [at / FS for at, _ in told] == pytest.approx([0.0, faded_out_s], abs=0.01)
    assert told[0][1].startswith("artefact: ")
    assert told[1][1].startswith("no more: ")


def test_a_recording_says_what_comes_and_goes_by_plan_in_each_of_its_files(window, play, tmp_path):
    window.put_on(Artefacts(RecordSource(make_record(60.0))))
    source = window.session.source
    source.set_at(round(4 * FS), "off", leads=["L2"])
    source.clear_at(round(12 * FS), "off")
    window.context.recording.start(tmp_path)
    play(window, 6)
    window.session.seek(round(11 * FS))
    play(window, 6)
    notes = [
        [
            (at / FS, words)
            for at, words in zip(found.sample, found.aux_note, strict=True)
            if words.endswith(("Lead off", "Lead off (L2)"))
        ]
        for header in window.context.recording.stop()
        for found in (wfdb.rdann(str(header.with_suffix("")), "alm"),)
    ]
    gone_s = 1 + ARTEFACTS["off"].onset_s
    assert [[words for _, words in one] for one in notes] == [
        ["artefact: Lead off (L2)"],
        ["artefact: Lead off (L2)", "no more: Lead off"],
    ]
    assert [at for one in notes for at, _ in one] == pytest.approx([4.0, 0.0, gone_s], abs=0.01)


def test_a_patient_and_a_stream_without_a_past_can_be_disturbed_too(window, play):
    for source in (open_source("patient:sinus?seed=2", schemes=SCHEMES), EndlessSource()):
        window.put_on(source)
        play(window, 4)
        window.session.artefacts.set("off")
        play(window, 4)
        fs = window.session.info.fs
        assert np.ptp(window.session.history.between(round(6 * fs), round(8 * fs)), axis=0).max() == 0


def test_what_an_instructor_conducts_is_disturbed_by_him_alone(window):
    window.put_on(open_conducted("patient:sinus"))
    artefacts = window.session.artefacts
    assert not artefacts.possible
    artefacts.set("off")
    artefacts.clear("off")
    assert artefacts.on == {}
    assert not artefacts.touched(0, 1000)


def test_what_cannot_be_is_refused_and_changes_nothing(window):
    with pytest.raises(RecordError, match="no artefact"):
        window.session.artefacts.set("nothing")
    assert window.session.artefacts.on == {}
