"""Limits and what is off are kept as text; what is not that text is refused in a sentence."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.alarms.conditions import Condition
from models.alarms.limits import PROFILES, Limits
from monitor.alarms.setup import CAN_BE_OFF, OWN, AlarmSetUp


@given(st.sampled_from(sorted(PROFILES)), st.sets(st.sampled_from(CAN_BE_OFF)), st.integers(3, 30))
def test_what_is_kept_comes_back(profile, off, pvcs):
    kept = AlarmSetUp(replace(PROFILES[profile], pvcs=pvcs), frozenset(off))
    assert AlarmSetUp.of_text(kept.text()) == kept


def test_a_profile_is_known_by_its_limits():
    assert AlarmSetUp().profile == "adult"
    assert AlarmSetUp(PROFILES["neonate"]).profile == "neonate"
    assert AlarmSetUp(Limits(high_bpm=111)).profile == OWN


@pytest.mark.parametrize("condition", [Condition.ASYSTOLE, Condition.NO_LEAD, Condition.ANALYSIS_STOPPED])
def test_what_is_lethal_or_makes_alarms_impossible_cannot_be_turned_off(condition):
    with pytest.raises(ValueError, match=f"{condition.key} cannot be turned off"):
        AlarmSetUp(off=frozenset({condition}))
    text = json.dumps({"limits": {}, "off": [condition.key]})
    with pytest.raises(ValueError, match="cannot be turned off"):
        AlarmSetUp.of_text(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "not the parts"),
        ('{"limits": {}}', "not the parts"),
        ('{"limits": {"speed": 3}, "off": []}', "not known"),
        ('{"limits": {"high_bpm": "120"}, "off": []}', "high_bpm must be a number"),
        ('{"limits": {"high_bpm": NaN}, "off": []}', "high_bpm must be above 0"),
        ('{"limits": {"high_bpm": 40}, "off": []}', "must not be above"),
        ('{"limits": {}, "off": [1]}', "cannot be turned off"),
        ('{"limits": {}, "off": {}}', "cannot be turned off"),
    ],
)
def test_what_makes_no_sense_is_named(text, said):
    with pytest.raises(ValueError, match=said):
        AlarmSetUp.of_text(text)
