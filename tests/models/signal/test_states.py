"""States: of one topic each, moved as a whole, joined as pushes follow each other."""

from __future__ import annotations

from models.signal.states import State, StateKind, joined


def test_every_kind_has_a_topic() -> None:
    assert all(kind.topic for kind in StateKind)


def test_a_state_moves_as_a_whole() -> None:
    state = State(StateKind.IRREGULAR, 10, 20, 15, 21, "no P waves")
    assert state.moved(100) == State(StateKind.IRREGULAR, 110, 120, 115, 121, "no P waves")
    assert State(StateKind.FLUTTER, 1, 2, 3, None).moved(5).over is None


def test_of_pushes_that_follow_each_other_what_goes_on_is_said_once() -> None:
    open_ = State(StateKind.DOUBTFUL, 0, 5, 1, None, lead="MLII")
    later = State(StateKind.DOUBTFUL, 0, 9, 1, None, lead="MLII")
    ended = State(StateKind.BIGEMINY, 2, 7, 4, 8)
    assert joined([(open_,), (ended, later)]) == (ended, later)
    assert joined([(open_,), (State(StateKind.DOUBTFUL, 0, 9, 1, 10, lead="MLII"),)])[0].over == 10
    assert joined([]) == ()
