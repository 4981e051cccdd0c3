import numpy as np
import pytest

from monitor.ui.lab.heart.alarm.side import DRAWN, RECORDING, STREAM
from monitor.ui.lab.heart.alarm.words import verdict
from monitor.ui.lab.heart.reader import LandedBeat


@pytest.fixture
def side(qtbot, open_pane):
    """Give the heartbeats' side of the pane, when the shipped recording's beats have come."""
    shown = open_pane("anomaly")
    shown.choose_beats()
    qtbot.waitUntil(lambda: len(shown.beats.recording.beats["V"]) > 0 and not shown.beats._settle.isActive())
    return shown.beats


def test_a_normal_and_a_ventricular_beat_of_the_recording_are_held_against_the_line(side):
    board = side.alarm.board
    board.choose("far")
    for kind, said in (("N", "Not ectopic, says the monitor."), ("V", "Ectopic, says the monitor.")):
        side.pick(kind)
        assert np.array_equal(side.canvas.beat, side.recording.beats[kind][-1].shape)
        assert board.heaps.mark == side.beat.scores["far"]
        assert said in side.said.text()
        assert side.measured.text().startswith(f"Not redrawn: {100 * side.beat.scores['error']:.0f} %")
        board.heaps.set_edge(0)
        right = "is right" if kind == "V" else "<b>false</b>"
        assert side.said.text().startswith("<b>Alarm:</b>")
        assert right in side.said.text()
        board.heaps.set_edge(len(board.counts.known))
        assert side.said.text().startswith("<b>No alarm:</b>") or board.alarmed


def test_the_beats_before_it_can_be_gone_back_to(side):
    side.pick("V")
    beats = side.recording.beats["V"]
    side.another.click()
    assert side.beat is beats[-2]
    for _ in range(len(beats) - 1):
        side.another.click()
    assert side.beat is beats[-1]


def test_a_kind_of_beat_stands_beside_the_heap_of_its_like(side):
    for kind, name in (("V", "ventricular"), ("S", "supraventricular")):
        side.pick(kind)
        assert side.alarm.found.name == name


def test_a_drawn_beat_is_scored_against_the_recordings_patient(side):
    side.choose(DRAWN)
    assert side.beat is None
    assert side.alarm.board.heaps.mark is None
    side.canvas.draw_through([(-0.25, 0), (-0.05, -0.2), (0, 5), (0.05, -0.5), (0.4, 0.2)])
    assert set(side.beat.scores) == {"error", "against_usual", "far"}
    assert "Your beat." in side.said.text()
    assert side.alarm.board.heaps.mark == side.beat.scores["error"]
    side.canvas.show_beat(None, None)
    side.canvas.draw_through([(-0.25, 0.0), (0.4, 0.0)])
    assert side.beat is None, "a flat line is no beat"
    assert not side.said.text()


def test_a_stroke_over_a_beat_makes_it_the_learners_own(side):
    side.pick("N")
    side.canvas.draw_through([(0.1, 3.0), (0.2, 3.0)])
    assert side.source == DRAWN
    assert "Your beat." in side.said.text()
    side.choose(RECORDING)
    assert np.array_equal(side.canvas.beat, side.recording.beats["N"][-1].shape)


def test_beats_of_what_plays_are_taken_as_they_come(side, monkeypatch):
    assert not side._sources.button(STREAM).isEnabled(), "nothing plays"
    side.feed.source = 1
    monkeypatch.setattr(type(side.feed), "leads", ("MLII",))
    side._on_stream()
    side.choose(STREAM)
    assert side.canvas.beat is None
    one = make(side, "N")
    side._heard(one)
    assert np.array_equal(side.canvas.beat, one.shapes.shape[0])
    side.alarm.board.choose("far")
    assert "not known yet" in side.said.text()
    side.feed.source = 0
    side._on_stream()
    assert side.source == RECORDING


def make(side, kind):
    """Give a beat of the recording as though it had just played."""
    from models.heartbeats.model import Landings, land
    from models.heartbeats.shape import Shapes

    shape = side.recording.beats[kind][0].shape[None]
    found = land(side.network, shape)
    one = np.ones(1, np.float32)
    return LandedBeat(
        1, 0, "", kind, Shapes(shape, 0 * one, one),
        Landings(found.mean, found.std, found.redrawn, found.error),
    )  # fmt: skip


def test_the_digits_input_is_there_for_digits_only(lab, side):
    from monitor.ui.lab.widgets.digits.input_panel import InputColumn

    column = lab.findChild(InputColumn)
    assert not column.isVisible()
    lab.pane.choose_beats(False)
    assert column.isVisible()


@pytest.mark.parametrize(
    ("alarmed", "kind", "said"),
    [
        (True, "V", "right"),
        (False, "V", "<b>missed</b>"),
        (True, "N", "<b>false</b>"),
        (False, "N", "right"),
        (False, "", "Whose."),
    ],
)
def test_the_alarm_is_right_false_or_has_missed(alarmed, kind, said):
    assert said in verdict(alarmed, 0.4, "Whose.", kind)
