"""What an instructor types is a plan, or a sentence says how one is written."""

import pytest

from assets.errors import RecordError
from models.scenario.plan import FORM, Plan, Turn, read_plan


def told(text):
    return [(turn.in_s, turn.kind, turn.options.get("rate")) for turn in read_plan(text)]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (FORM, [(20, "vt", 170), (35, "sinus", 60)]),
        ("vf", [(0, "vf", None)]),
        ("in 1 min: VF", [(60, "vf", None)]),
        (
            "IN 5: V-Tach 190 for 2 min, then vf for 10 s then asystole",
            [(5, "vt", 190), (125, "vf", None), (135, "asystole", None)],
        ),
        ("sinus rate 100 for 3 s, af rate=120", [(0, "sinus", 100), (3, "af", 120)]),
        ("20秒後：vtを15秒、次にsinus 60", [(20, "vt", 170), (35, "sinus", 60)]),
        ("１分後に vt 190 を ２分間、その後 vf", [(60, "vt", 190), (180, "vf", None)]),
    ],
)
def test_what_is_typed_is_understood(text, turns):
    assert told(text) == turns


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", FORM),
        ("in 20 s:", FORM),
        ("vx", "there are sinus, pvc"),
        ("sinus 900", "from 20 to 220"),
        ("sinus fast", "a rate, or OPTION VALUE"),
        ("vf 30", "has no options"),
        ("vt, then sinus", "How long"),
        ("vt for 5 s", "What follows"),
        ("in 90 min: vf", "60 minutes"),
    ],
)
def test_what_is_not_understood_is_a_sentence(text, allowed):
    with pytest.raises(RecordError) as error:
        read_plan(text)
    assert allowed in str(error.value)


def test_turns_come_in_their_time_and_once():
    plan = Plan(100.0)
    plan.set([Turn(2, "vf"), Turn(0, "vt"), Turn(1, "sinus")], at=50)
    assert plan.due == 50
    assert [turn.kind for turn in plan.take(149)] == ["vt"]
    assert [turn.kind for turn in plan.take(250)] == ["sinus", "vf"]
    assert plan.due is None
