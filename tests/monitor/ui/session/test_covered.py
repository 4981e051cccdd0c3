"""The trace is drawn again from where a state that is told anew begins, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

from models.signal.states import State, StateKind
from monitor.stream.states import AHEAD_S
from monitor.ui.session.covered import CoveredByStates

FS = 100.0
AHEAD = round(AHEAD_S * FS)
NOISY = State(StateKind.DOUBTFUL, start=300, end=499, known=500, over=None, lead="L1")


def without_states() -> CoveredByStates:
    """Give what it is once the analysis has run without a state for four seconds."""
    covered = CoveredByStates()
    assert covered.changed_from((), stop=400, head=450, fs=FS) >= 450
    return covered


def test_nothing_is_drawn_again_where_nothing_goes_on() -> None:
    covered = CoveredByStates()
    assert covered.changed_from((), stop=100, head=150, fs=FS) >= 150
    assert covered.changed_from((), stop=200, head=250, fs=FS) >= 250


def test_a_state_is_drawn_when_it_is_first_told_and_not_while_it_goes_on() -> None:
    covered = without_states()
    assert covered.changed_from([NOISY], stop=500, head=550, fs=FS) == 300
    assert covered.changed_from([replace(NOISY, end=599)], stop=600, head=650, fs=FS) >= 650


def test_a_state_is_drawn_again_when_it_ends() -> None:
    covered = without_states()
    covered.changed_from([NOISY], stop=500, head=550, fs=FS)
    assert covered.changed_from([replace(NOISY, end=560, over=600)], stop=600, head=650, fs=FS) == 300


def test_what_was_left_out_because_the_trace_was_far_ahead_is_drawn_when_the_analysis_comes() -> None:
    covered = without_states()
    covered.changed_from([NOISY], stop=500, head=1000, fs=FS)
    assert covered.changed_from([replace(NOISY, end=599)], stop=600, head=1000, fs=FS) == 500 + AHEAD


def test_a_second_state_is_drawn_from_its_own_start() -> None:
    covered = without_states()
    covered.changed_from([NOISY], stop=500, head=550, fs=FS)
    other = replace(NOISY, lead="L2", start=520, end=599, known=600)
    assert covered.changed_from([replace(NOISY, end=599), other], stop=600, head=650, fs=FS) == 520
