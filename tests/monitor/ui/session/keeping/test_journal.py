"""What happens to a session's alarms is in the journal, with the signal that was played around them."""

import pytest
import wfdb

from assets.sources.record import RecordSource
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from monitor.alarms.journaling.strips import AFTER_S, read_strip
from monitor.alarms.setup import AlarmSetUp
from tests.monitor.conftest import FS, make_record, rippled


@pytest.fixture
def fast(make_window):
    """A window in which everything above 55 is too fast."""
    window = make_window()
    window.session.set_alarms(AlarmSetUp(Limits(low_bpm=45, high_bpm=55)))
    window.put_on(RecordSource(rippled(make_record(120, leads=2))))
    return window


def test_an_alarm_is_kept_with_its_limits_and_its_strip(fast, play, qtbot):
    journal = fast.context.journal.journal
    with qtbot.waitSignal(fast.context.journal.changed):
        play(fast, 20)
    play(fast, 20)
    fast.session.alarms.acknowledge("Anna")
    fast.close()
    found = journal.read_all()
    assert not found.problems
    (logged,) = (one for one in found.logged.values() if one.alarm.condition is Condition.RATE_HIGH)
    assert (logged.name, logged.acknowledged.by, logged.limits["high_bpm"]) == ("made", "Anna", 55)
    strip = read_strip(journal.folder, logged.strip, logged.fs)
    truth = rippled(make_record(120, leads=2)).signals[strip.start : strip.start + len(strip.samples)]
    assert strip.samples == pytest.approx(truth, abs=0.001)
    assert strip.start + len(strip.samples) == logged.alarm.raised + round(AFTER_S * FS)


def test_what_a_recording_has_of_alarms_is_each_beginning_and_end_once(fast, play, tmp_path):
    fast.context.recording.start(tmp_path)
    for _ in range(3):
        play(fast, 10)
    fast.session.alarms.acknowledge()
    fast.session.set_alarms(AlarmSetUp())
    for _ in range(3):
        play(fast, 10)
    (header,) = fast.context.recording.stop()
    told = [
        note for note in wfdb.rdann(str(header.with_suffix("")), "alm").aux_note if "heart_rate_high" in note
    ]
    assert [note.split()[0] for note in told] == ["begins", "over"]


def test_a_disk_that_cannot_be_recorded_to_is_an_alarm_at_the_bedside(
    fast, play, tmp_path, monkeypatch, qtbot
):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assets.recording.signals.SignalStream._put", full)
    fast.context.recording.start(tmp_path)
    play(fast, 3)

    def raised():
        return [a for a in fast.session.alarms.raised if a.condition is Condition.NOT_RECORDED]

    qtbot.waitUntil(lambda: bool(raised()))
    assert raised()[0].title() == "Recording stopped: No space left on device"
    assert raised()[0].goes_on
    fast.context.recording.stop()
    assert not raised()[0].goes_on


def test_a_journal_that_cannot_be_written_is_said(fast, play, qtbot):
    folder = fast.context.journal.journal.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")
    play(fast, 20)
    qtbot.waitUntil(lambda: bool(fast.context.journal.problem))
    fast._show_slow_things()
    assert "The alarm log in" in fast.messages.text
