"""Bigeminy and trigeminy by the beats' labels."""

import pytest

from models.rhythm.turns import Turns
from models.signal.states import StateKind


def told(labels):
    """What is the case after each beat, and since which; beat i has its R peak in sample i."""
    turns = Turns()
    found = []
    for i, label in enumerate(labels):
        turns.take(i, ectopic=label == "V")
        found.append((turns.ruling.kind, turns.ruling.since))
    return found


@pytest.mark.parametrize(
    ("labels", "kind", "first"),
    [
        ("NNNVNVNV", StateKind.BIGEMINY, 3),
        ("NNVNNVNNV", StateKind.TRIGEMINY, 2),
        ("NVNNVNVNV", StateKind.BIGEMINY, 4),
        ("NNNVNVNVNVNV", StateKind.BIGEMINY, 3),
    ],
)
def test_three_turns_have_a_name_that_goes_back_to_the_first(labels, kind, first) -> None:
    assert told(labels)[-1] == (kind, first)


@pytest.mark.parametrize(
    "labels", ["NVNV", "NNVNNVNN", "VVVVVV", "NVNNVNVNNV", "NNNVNNNVNNNV", "NVNVNNVV", "NNNNNN"]
)
def test_fewer_or_other_turns_have_none(labels) -> None:
    assert [kind for kind, _ in told(labels) if kind is not None] == []


@pytest.mark.parametrize("after", ["NN", "V", "NNVNN"])
def test_it_ends_with_the_last_ectopic_beat_that_kept_its_turn(after) -> None:
    during, *_, ended = told("NVNVNV" + after)[5:]
    assert during == (StateKind.BIGEMINY, 1)
    assert ended == (None, 5)


def test_one_kind_follows_the_other() -> None:
    kinds = [kind for kind, _ in told("NVNVNV" + "NNVNNVNNV")]
    assert kinds[5] is StateKind.BIGEMINY
    assert kinds[-1] is StateKind.TRIGEMINY
    assert None in kinds[6:]


def test_a_reset_forgets() -> None:
    turns = Turns()
    for i, label in enumerate("NVNVNV"):
        turns.take(i, ectopic=label == "V")
    turns.reset()
    turns.take(0, ectopic=True)
    assert turns.ruling.kind is None
