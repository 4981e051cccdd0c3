"""States that were told stay, belong to the stretches that hold them, and are told as they were known."""

import pytest

from assets.sources.record import RecordSource
from models.alerts.analyzer import Analyzer
from models.signal.states import State, StateKind
from monitor.stream.archive import LeadArchive, row_store
from monitor.stream.following import LeadFollower
from monitor.stream.past.history import SignalHistory
from monitor.stream.states import AHEAD_S, StateLog, within
from tests.monitor.conftest import FS, StateScorer, make_record, rippled

AF, NOISE = StateKind.IRREGULAR, StateKind.DOUBTFUL
SECONDS = 40


def test_a_state_that_is_told_again_is_kept_as_it_now_is():
    log = StateLog(FS)
    log.take([State(AF, 100, 200, 150, None)], 201)
    log.take([State(NOISE, 120, 160, 150, 170, lead="V1"), State(AF, 100, 300, 150, None)], 301)
    log.take([State(AF, 100, 350, 150, 400)], 401)
    assert list(log) == [State(AF, 100, 350, 150, 400), State(NOISE, 120, 160, 150, 170, lead="V1")]


def test_what_goes_on_is_what_was_known_then():
    log = StateLog(FS)
    log.take([State(AF, 100, 350, 150, 400), State(AF, 500, 600, 550, None)], 601)
    assert [len(log.going_on(at)) for at in (149, 150, 399, 400, 549, 550, 601, 602)] == [
        *(0, 1, 1, 0),
        *(0, 1, 1, 0),
    ]


def test_between_two_samples_there_is_what_overlaps_and_what_goes_on_reaches_the_trace():
    log = StateLog(FS)
    log.take([State(AF, 100, 350, 150, 400), State(NOISE, 500, 600, 550, None)], 601)
    assert [s.kind for s in log.between(0, 99)] == []
    assert [s.kind for s in log.between(350, 400)] == [AF]
    assert [s.kind for s in log.between(351, 499)] == []
    (open_,) = log.between(610, 620)
    assert open_.end == 601 + AHEAD_S * FS
    assert log.between(602 + AHEAD_S * FS, 10_000) == []


@pytest.mark.parametrize(
    ("first", "stop", "parts"),
    [
        (0, None, [(100, 350, 150, 400), (500, 600, 550, None)]),
        (200, None, [(200, 350, 200, 400), (500, 600, 550, None)]),
        (360, None, [(500, 600, 550, None)]),
        (700, None, [(700, 700, 700, None)]),
        (0, 300, [(100, 299, 150, 300)]),
        (0, 550, [(100, 350, 150, 400), (500, 549, 550, 550)]),
    ],
)
def test_a_stretch_holds_parts_of_states(first, stop, parts):
    states = [State(AF, 100, 350, 150, 400), State(NOISE, 500, 600, 550, None)]
    assert [(s.start, s.end, s.known, s.over) for s in within(states, first, stop)] == parts


def told(*plays):
    """States kept of a stream that goes from one second to another, several times."""
    source = RecordSource(rippled(make_record(SECONDS)))
    history = SignalHistory(source)
    follower = LeadFollower(0, FS, history)
    follower.new = lambda start: Analyzer(FS, StateScorer(), start, lead="L1")
    archive = LeadArchive(0, FS, row_store(FS))
    for start, stop in plays:
        at, end = round(start * FS), round(stop * FS)
        while at < end:
            at, deliveries = follower.step(at, end, round(FS), {})
            for delivery in deliveries:
                archive.take(delivery)
    for delivery in follower.leave():
        archive.take(delivery)
    return archive


def test_what_went_on_is_found_again_after_going_back():
    archive = told((0, 30), (3, 20))
    assert [(s.kind, s.start / FS, s.end / FS) for s in archive.states] == [
        (StateKind.IRREGULAR, 6, 12),
        (StateKind.DOUBTFUL, 8, 10),
        (StateKind.UNUSABLE, 14, 16),
    ]
    assert [s.kind for s in archive.states.going_on(round(9 * FS))] == [AF, NOISE]
    assert archive.states.going_on(round(6.2 * FS)) == ()


def test_no_part_of_a_state_lies_outside_what_was_analysed():
    archive = told((0, 7), (30, 38), (0, 9))
    stretches = list(archive.stretches)
    for state in archive.states:
        assert any(s.start <= state.start < s.stop and state.end < s.stop for s in stretches), state
