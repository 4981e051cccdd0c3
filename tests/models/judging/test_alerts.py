"""Which alerts are true, whatever they claim, and which beats they cover."""

from __future__ import annotations

import numpy as np
import pytest

from models.alerts.events import Event
from models.alerts.kinds import Claim, Kind, Nature
from models.judging.alerts import covered, is_true
from models.judging.reference import Reference

FS = 100.0
NONE = np.zeros((0, 2), dtype=np.int64)


def reference(beats: dict[float, str], **spans: tuple[float, float]) -> Reference:
    """A reference: class by time in s, and spans by their names."""
    given = {
        name: np.array([[round(a * FS), round(b * FS)]], dtype=np.int64) for name, (a, b) in spans.items()
    }
    at = np.array([round(t * FS) for t in beats], dtype=np.int64)
    rhythms = {"flutter": NONE, "atrial": NONE, "bigeminy": NONE} | given
    return Reference(FS, at, np.array(list(beats.values()), dtype="<U1"), **rhythms)


class Claiming:
    """Stands for a kind of alert that claims something."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim


def alert(claim: Claim, start: float, end: float, pause_s: float | None = None) -> Event:
    first, last = round(start * FS), round(end * FS)
    kind = Claiming(claim)
    return Event(kind, first, first, last, last, {}, {}, pause_s=pause_s)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_alert_claims_what_its_nature_can(kind: Kind) -> None:
    silent = kind.nature in (Nature.TECHNICAL, Nature.PROVISIONAL)
    assert (kind.claim is Claim.NOTHING) is silent


def test_a_claim_about_beats_needs_such_a_beat_or_flutter() -> None:
    told = reference({1: "N", 2: "S", 3: "V", 4: "F", 5: "N"}, flutter=(8, 9))
    for at, unusual, early in ((1, False, False), (2, True, True), (3, True, True), (4, True, False)):
        assert is_true(alert(Claim.UNUSUAL, at - 0.1, at + 0.3), told) is unusual
        assert is_true(alert(Claim.EARLY, at - 0.1, at + 0.3), told) is early
    assert is_true(alert(Claim.UNUSUAL, 8.5, 8.6), told)
    assert not is_true(alert(Claim.UNUSUAL, 9.2, 9.6), told)


def test_a_claim_about_a_rhythm_needs_its_label() -> None:
    told = reference({}, flutter=(8, 9), atrial=(20, 30), bigeminy=(40, 50))
    for claim, at in ((Claim.FLUTTER, 8.5), (Claim.ATRIAL, 25), (Claim.TURNS, 45)):
        assert is_true(alert(claim, at, at + 0.2), told)
        assert not is_true(alert(claim, at + 12, at + 12.2), told)
        others = {8.5, 25, 45} - {at}
        assert not any(is_true(alert(claim, t, t + 0.2), told) for t in others)


@pytest.mark.parametrize(
    ("classes", "true"),
    [
        ("NVNVNVN", True),
        ("NVNNVNNV", True),
        ("NVNNFNNV", True),
        ("NVNFVNFVNF", True),
        ("NVNFVNNFNF", True),
        ("NVVNVVNVVN", False),
        ("NVNVNNNV", False),
        ("NVNNSNNV", False),
        ("VVVVV", False),
    ],
)
def test_beats_that_take_turns_need_no_label(classes: str, true: bool) -> None:
    told = reference({float(i + 1): c for i, c in enumerate(classes)})
    assert is_true(alert(Claim.TURNS, 0.5, 9), told) is true


@pytest.mark.parametrize(("said", "true"), [(3.0, True), (3.3, True), (3.31, False)])
def test_a_pause_needs_two_beats_so_far_apart(said: float, true: bool) -> None:
    told = reference({1: "N", 2: "N", 5: "N", 6: "N"})
    assert is_true(alert(Claim.PAUSE, 2.1, 5.3, said), told) is true
    assert not is_true(alert(Claim.PAUSE, 5.9, 6.3, said), told)


def test_a_technical_alert_is_never_true_and_covers_nothing() -> None:
    told = reference({1: "V"}, flutter=(0, 2))
    silent = alert(Claim.NOTHING, 0.9, 1.3)
    assert not is_true(silent, told)
    assert not covered([silent], told).any()


def test_beats_are_covered_within_150_ms_by_alerts_about_beats_alone() -> None:
    told = reference({1: "V", 2: "N", 3: "V", 4: "V"})
    about = [alert(Claim.UNUSUAL, 1.1, 2.1), alert(Claim.TURNS, 2.9, 3.2), alert(Claim.ATRIAL, 3.5, 9)]
    assert covered(about, told).tolist() == [True, True, True, False]
    assert covered([], told).tolist() == [False] * 4
