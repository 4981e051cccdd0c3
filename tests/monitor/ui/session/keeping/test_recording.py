"""What is watched is recorded beside the analysis, through jumps and sources, with its beats."""

import numpy as np
import pytest
import wfdb

from assets.sources.record import RecordSource
from models.alarms.conditions import Condition
from tests.monitor.conftest import FS, EndlessSource, make_record


@pytest.fixture
def window(make_window):
    made = make_window()
    made.put_on(RecordSource(make_record(30.0)))
    return made


def read(header):
    name = str(header.with_suffix(""))
    return wfdb.rdrecord(name), wfdb.rdann(name, "atr"), wfdb.rdann(name, "ecgm")


def test_what_was_played_is_in_the_record_with_labels_and_beats(window, play, tmp_path):
    play(window, 2)
    window.context.recording.start(tmp_path)
    play(window, 8)
    play(window, 6)
    (header,) = window.context.recording.stop()
    signal, labels, beats = read(header)
    made = make_record(30.0)
    assert signal.p_signal == pytest.approx(made.signals[720 : 16 * 360], abs=0.001)
    inside = (made.annotations.sample >= 720) & (made.annotations.sample < 16 * 360)
    assert (labels.sample + 720).tolist() == made.annotations.sample[inside].tolist()
    found = window.session.beats_between(720, 16 * 360).index
    assert (beats.sample + 720).tolist() == found.tolist()
    settled = len(beats.symbol) - 2
    assert beats.symbol[:settled] == labels.symbol[:settled]
    assert beats.symbol.count("V") > 1


def test_a_second_time_over_the_same_has_its_beats_too(window, play, tmp_path, qtbot):
    play(window, 12)
    window.session.seek(0)
    window.context.recording.start(tmp_path)
    for _ in range(4):
        play(window, 2)
    (header,) = window.context.recording.stop()
    _, labels, beats = read(header)
    assert beats.sample.tolist() == labels.sample[: len(beats.sample)].tolist()
    assert len(beats.sample) >= 6, "known from before, nothing was analysed again"


def test_a_jump_and_another_source_begin_another_record(window, play, tmp_path):
    recording = window.context.recording
    recording.start(tmp_path)
    play(window, 4)
    window.session.seek(round(20 * FS))  # at once, before anything was written
    play(window, 3)
    window.put_on(EndlessSource())
    play(window, 5)
    assert recording.on
    recording.stop()
    headers = sorted(tmp_path.glob("*.hea"))
    lengths = [wfdb.rdheader(str(header.with_suffix(""))).sig_len for header in headers]
    assert sorted(lengths) == pytest.approx([3 * FS, 4 * FS, 5 * FS], abs=2)


def test_what_is_before_a_jump_has_its_beats_up_to_the_jump(window, play, tmp_path):
    window.context.recording.start(tmp_path)
    for _ in range(5):
        play(window, 2)
    window.session.seek(round(20 * FS))
    play(window, 3)
    headers = window.context.recording.stop()
    _, labels, beats = read(headers[0])
    assert beats.sample.tolist() == window.session.beats_between(0, 10 * FS).index.tolist()
    assert len(beats.sample) >= len(labels.sample) - 1
    assert read(headers[1])[2].sample.min() >= 0


def test_nothing_is_written_while_nothing_is_played(window, tmp_path):
    window.context.recording.start(tmp_path)
    window.frame()
    assert window.context.recording.stop() == ()
    assert not list(tmp_path.iterdir())


def test_closing_the_window_ends_the_record(window, play, tmp_path):
    window.context.recording.start(tmp_path)
    play(window, 3)
    window.close()
    (header,) = tmp_path.glob("*.hea")
    assert wfdb.rdheader(str(header.with_suffix(""))).sig_len == 3 * FS, "the header has its length"


def not_recorded(window):
    return [alarm for alarm in window.session.alarms.raised if alarm.condition is Condition.NOT_RECORDED]


def test_a_recorder_that_breaks_is_told_and_the_stream_goes_on(window, play, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr("monitor.stream.recording.recorder.reach_of", lambda samples: 1 / 0)
    window.context.recording.start(tmp_path)
    play(window, 2)
    qtbot.waitUntil(lambda: "not being recorded any more" in window.messages.text)
    play(window, 2)
    assert window.session.head == 4 * FS
    assert np.isfinite(window.session.history.lead(0, 0, 100)).all()
    assert not_recorded(window)[-1].goes_on
    window.context.recording.stop()
    assert not not_recorded(window)[-1].goes_on, "nobody wants a recording any more"
