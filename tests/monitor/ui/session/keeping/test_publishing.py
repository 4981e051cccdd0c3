"""What is watched goes out as it is played, whatever the window does meanwhile."""

from functools import partial

import numpy as np
import pytest

from assets.sources.record import RecordSource
from monitor.stream.publishing.publisher import Publisher
from monitor.ui.session.keeping import publishing as module
from tests.monitor.conftest import make_record
from tests.monitor.stream.publishing.test_publisher import Heard


@pytest.fixture
def window(make_window):
    made = make_window()
    made.put_on(RecordSource(make_record(30.0)))
    return made


@pytest.fixture
def heard(window):
    made = []

    def outlets(info, name):
        made.append(Heard(info, name))
        return made[-1]

    window.context.publishing._make = partial(Publisher, outlets=outlets)
    return made


def wait_sent(qtbot, heard, n):
    qtbot.waitUntil(lambda: bool(heard) and sum(map(len, heard[-1].samples)) >= n)
    return np.concatenate(heard[-1].samples)


def test_each_sample_is_sent_once_from_the_present_on(window, play, heard, qtbot):
    play(window, 2)
    window.context.publishing.start("N")
    play(window, 8)
    sent = wait_sent(qtbot, heard, 8 * 360)
    assert np.array_equal(sent, make_record(30.0).signals[720 : 10 * 360])
    play(window, 6)
    wait_sent(qtbot, heard, 14 * 360)
    qtbot.waitUntil(lambda: sum(word.startswith("beat/") for word in heard[0].words) > 5)
    window.context.publishing.stop()
    assert heard[0].closed
    assert heard[0].words[:2] == ["source/" + window.session.info.name, "play/1"]
    assert heard[0].words[-1] == "end"


def test_a_pause_pauses_and_a_jump_is_marked_with_all_that_was_played_before(window, play, heard, qtbot):
    window.context.publishing.start("N")
    qtbot.waitUntil(lambda: bool(heard))
    play(window, 3)
    window.session.pause()
    qtbot.waitUntil(lambda: "pause" in heard[0].words)
    window.session.seek(20 * 360)
    window.session.play()
    play(window, 2)
    sent = wait_sent(qtbot, heard, 5 * 360)
    signals = make_record(30.0).signals
    assert np.array_equal(sent, np.concatenate([signals[: 3 * 360], signals[20 * 360 : 22 * 360]]))
    assert heard[0].words.index("pause") < heard[0].words.index("seek/20.000")


def test_what_is_before_a_jump_has_its_beats_marked_up_to_the_jump(window, play, heard, qtbot):
    window.context.publishing.start("N")
    qtbot.waitUntil(lambda: bool(heard))
    for _ in range(5):
        play(window, 2)
    window.session.seek(20 * 360)
    play(window, 1)
    qtbot.waitUntil(lambda: "seek/20.000" in heard[0].words)
    before = heard[0].words[: heard[0].words.index("seek/20.000")]
    found = window.session.beats_between(0, 10 * 360)
    assert sum(word.startswith("beat/") for word in before) == len(found) > 5


def test_another_source_goes_on_under_the_name(window, play, heard, qtbot):
    window.context.publishing.start("N")
    play(window, 1)
    wait_sent(qtbot, heard, 360)
    window.put_on(RecordSource(make_record(20.0)))
    play(window, 1)
    qtbot.waitUntil(lambda: len(heard) == 2)
    wait_sent(qtbot, heard, 360)
    assert heard[0].closed
    assert window.context.publishing.on


def test_what_cannot_be_published_is_told_and_it_is_off(window, qtbot, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pylsl", None)
    with qtbot.waitSignal(window.context.publishing.failed) as told:
        window.context.publishing.start("N")
    assert "pip install 'ecg-monitor[lsl]'" in told.args[0]
    assert not window.context.publishing.on
    assert not window.context.actions["toggle_publish"].isChecked()


def test_closing_the_window_ends_it(window, play, heard, qtbot):
    window.context.publishing.start("N")
    play(window, 1)
    wait_sent(qtbot, heard, 360)
    window.close()
    assert heard[0].closed
    assert module.EVERY_S < 0.1
