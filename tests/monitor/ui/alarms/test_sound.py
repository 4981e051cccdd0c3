"""Which burst is heard when: the most urgent one, at the standard's intervals, a new alarm at once."""

import numpy as np
import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from models.alerts.kinds import Priority
from monitor.alarms.tones import BURSTS, samples
from monitor.ui.alarms import speaker
from monitor.ui.alarms.sound import AlarmSound
from monitor.ui.alarms.speaker import Mute, open_speaker

HIGH, MEDIUM, LOW = Priority.HIGH, Priority.MEDIUM, Priority.LOW


class Heard:
    """Keeps what it is given, and when."""

    problem = ""

    def __init__(self):
        self.now, self.played = 0.0, []

    def play(self, sound):
        (priority,) = (p for p in BURSTS if np.array_equal(samples(p), sound))
        self.played.append((round(self.now, 2), priority))

    def stop(self):
        self.played.append((round(self.now, 2), None))


@pytest.fixture
def sound():
    made = AlarmSound()
    made.speaker = Heard()

    def during(first, last, priority):
        for now in np.arange(first, last, 0.05):
            made.speaker.now = now
            made.tick(priority, now)
        return made.speaker.played

    made.during = during
    return made


@pytest.mark.parametrize("priority", BURSTS)
def test_bursts_come_at_their_period(sound, priority):
    played = sound.during(0, 100, priority)
    apart = np.diff([at for at, _ in played])
    assert {one for _, one in played} == {priority}
    np.testing.assert_allclose(apart, BURSTS[priority].period_s, atol=0.06)


def test_what_is_more_urgent_sounds_at_once_and_what_is_less_waits_for_its_turn(sound):
    sound.during(0, 3, MEDIUM)
    sound.during(3, 4, HIGH)
    played = sound.during(4, 20, LOW)
    due = 3 + BURSTS[HIGH].period_s
    assert next((at, one) for at, one in played if one is not MEDIUM) == (3.0, HIGH)
    assert played[2][1] is LOW
    assert played[2][0] == pytest.approx(due, abs=0.1)


def test_silence_is_at_once_and_a_new_alarm_after_it_sounds_at_once(sound):
    sound.during(0, 1, HIGH)
    assert sound.during(1, 2, None) == [(0.0, HIGH), (1.0, None)]
    assert sound.priority is None
    assert sound.during(2, 2.1, LOW)[-1] == (2.0, LOW)


def test_an_alarm_that_comes_beside_others_of_its_priority_sounds_at_once(sound):
    sound.during(0, 3, MEDIUM)
    sound.speaker.now = 3.0
    sound.tick(MEDIUM, 3.0, anew=True)
    assert sound.speaker.played == [(0.0, MEDIUM), (3.0, MEDIUM)]


@pytest.mark.qt_log_level_fail("CRITICAL")  # the system's sound says of itself what it has not got
def test_a_machine_without_an_output_says_why_and_plays_to_nobody(qapp):
    speaker = open_speaker()
    if not speaker.problem:
        pytest.skip("this machine has an audio output, and would be heard")
    assert speaker.problem.endswith(".")
    speaker.play(samples(LOW))
    speaker.stop()
    assert Mute().problem == ""


def test_what_qt_says_while_sound_is_opened_waits_for_nothing_of_python_s(monkeypatch, capfd):
    # Held by the linker, a handler in Python could wait for ever for a thread that imports torch.
    told = []

    def complaining(parent):
        qWarning("Couldn't load a library")
        return Mute()

    monkeypatch.setattr(speaker, "Output", complaining)
    before = qInstallMessageHandler(lambda kind, context, text: told.append(text))
    try:
        assert open_speaker().problem == ""
        assert told == []
        assert "Couldn't load a library" in capfd.readouterr().err
        qWarning("later")
        assert told == ["later"]
    finally:
        qInstallMessageHandler(before)
