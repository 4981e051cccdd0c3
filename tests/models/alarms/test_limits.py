"""Limits that cannot be are refused in a sentence that names them; each profile holds."""

import pytest

from models.alarms.limits import PROFILES, Limits


def test_an_adult_s_limits_are_the_defaults():
    assert PROFILES["adult"] == Limits()


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"asystole_s": "4"}, "The limit asystole_s must be a number, not '4'"),
        ({"asystole_s": True}, "The limit asystole_s must be a number, not True"),
        ({"run_beats": 3.5}, "The limit run_beats must be a whole number, not 3.5"),
        ({"high_bpm": float("nan")}, "The limit high_bpm must be above 0"),
        ({"high_bpm": -1}, "The limit high_bpm must be above 0"),
        ({"run_beats": 2}, "The limit run_beats must be 3 or more, not 2"),
        ({"low_bpm": 130}, r"The limit low_bpm \(130\) must not be above high_bpm \(120\)"),
        ({"pause_s": 5.0}, r"The limit pause_s \(5\) must not be above asystole_s \(4\)"),
    ],
)
def test_what_cannot_be_is_named(named, said):
    with pytest.raises(ValueError, match=said):
        Limits(**named)
