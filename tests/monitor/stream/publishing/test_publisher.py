"""What is played goes out once, and what is said of it as markers at their samples."""

from types import SimpleNamespace

import numpy as np
import pytest

from assets.records.lead import Lead
from assets.sources.source import SourceInfo
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alerts.kinds import Kind
from monitor.stream.publishing.outlets import PublishError
from monitor.stream.publishing.publisher import Publisher

FS = 250
INFO = SourceInfo("rec", "db/rec", FS, (Lead("I"), Lead("II")))


class Heard:
    """Outlets that keep what is sent."""

    def __init__(self, info=INFO, name="N"):
        self.samples, self.stamps, self.marks = [], [], []
        self.t, self.closed, self.heard = 100.0, False, True

    def now(self):
        return self.t

    def send(self, samples, stamps):
        self.samples.append(samples.copy())
        self.stamps.append(stamps)

    def mark(self, text, stamp):
        self.marks.append((text, stamp))

    def close(self):
        self.closed = True

    @property
    def words(self):
        return [text for text, _ in self.marks]


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def publisher(heard):
    return Publisher(INFO, "N", outlets=lambda info, name: heard)


def play(publisher, heard, start, n, speed=1.0):
    heard.t += n / FS / speed
    publisher.take(start, np.full((n, 2), start, np.float32), speed)


def test_each_sample_goes_out_once_and_what_happens_is_marked(publisher, heard):
    play(publisher, heard, 0, 250)
    play(publisher, heard, 250, 250)
    publisher.state(False)
    publisher.state(False)
    heard.t += 30
    play(publisher, heard, 500, 10)
    play(publisher, heard, 5000, 10)
    play(publisher, heard, 5010, 10, speed=2.0)
    publisher.close()
    assert sum(map(len, heard.samples)) == publisher.sent == 530
    assert heard.words == ["source/rec", "play/1", "pause", "play/1", "seek/20.000", "play/2", "end"]
    assert heard.stamps[2][0] - heard.stamps[1][-1] > 29
    assert heard.closed


def test_beats_alerts_and_alarms_bear_the_stamps_of_their_samples(publisher, heard):
    play(publisher, heard, 0, 1000)
    alert = SimpleNamespace(kind=Kind.PAIR, peak=600, lead="I")
    alarm = Alarm(Condition.PAUSE, 300, 700)
    publisher.beats([100, 400], ["N", "V"])
    publisher.beats([400], ["V"])
    publisher.alerts([alert])
    publisher.alerts([alert])
    publisher.alarms([alarm, alarm, Alarm(Condition.MODELS, 300, 700)])  # the last stands for an alert
    told = dict(heard.marks)
    assert heard.words[2:] == ["beat/N", "beat/V", "alert/pair", "alarm/pause/begins"]
    first = heard.stamps[0][0]
    assert told["beat/V"] == pytest.approx(first + 400 / FS)
    assert told["alert/pair"] == pytest.approx(first + 600 / FS)
    assert told["alarm/pause/begins"] == pytest.approx(first + 700 / FS)


def test_a_beat_that_is_played_again_is_marked_again(publisher, heard):
    play(publisher, heard, 0, 500)
    publisher.beats([100], ["N"])
    play(publisher, heard, 0, 500)
    publisher.beats([100], ["N"])
    assert heard.words.count("beat/N") == 2


def test_what_was_played_before_is_not_marked(publisher, heard):
    play(publisher, heard, 1000, 100)
    publisher.beats([500], ["N"])
    assert "beat/N" not in heard.words


def test_what_is_received_is_not_published_under_its_own_name():
    info = SourceInfo("N", "lsl:N", FS, (Lead("I"),), live=True)
    with pytest.raises(PublishError, match="N is what is received: publish it under another name"):
        Publisher(info, "N", outlets=Heard)
