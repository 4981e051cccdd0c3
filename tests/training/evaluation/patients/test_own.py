"""What is a kind's own is told from what is missing and what is not its own."""

from __future__ import annotations

from models.alarms.conditions import Condition
from models.patients.kinds import KINDS
from training.evaluation.patients.own import OWN


def test_every_kind_has_its_own() -> None:
    assert list(OWN) == list(KINDS)
    assert not OWN["sinus"].must
    assert OWN["sinus"].foreign([Condition.PAUSE]) == (Condition.PAUSE,)


def test_of_each_set_one_must_come() -> None:
    own = OWN["torsades"]
    assert own.missing([Condition.RATE_HIGH]) == ("ventricular_flutter or ventricular_tachycardia",)
    assert own.missing([Condition.FLUTTER]) == ()
    assert own.foreign([Condition.FLUTTER, Condition.RATE_HIGH, Condition.ASYSTOLE]) == (Condition.ASYSTOLE,)
