"""All faults of a scenario are told at once, and none that is only the shadow of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.scenario.opening import on_the_shelf
from models.scenario.text.finding import all_faults
from models.scenario.text.reading import read_scenario, text_of
from tests.models.scenario.text.test_reading import GOOD


def told(*changes):
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return [(fault.line, str(fault.what)) for fault in all_faults(text, "a.toml")]


def lines(*changes):
    return [line for line, _ in told(*changes)]


RATE = ("rate = 80", "rate = 800")
"""A value that cannot be, in line 7."""

KIND = ('"vt"', '"vtt"')
"""Another, in line 12."""

ANSWER = ('answer = "VT"', 'answer = "AF"')
"""Another, in line 24."""


def test_values_that_cannot_be_are_told_at_once():
    assert lines(RATE, KIND, ANSWER) == [7, 12, 24]


@pytest.mark.parametrize(
    ("change", "line", "what"),
    [
        (('bed = "Bed 1"', "bed = 3"), 2, "a text in quotes"),
        (('bed = "Bed 1"', "bad = 3"), 2, "There is no key 'bad'"),
        (('title = "A course"', ""), 1, "'title' is missing"),
        (('does = "shock"', 'does = "sing"'), 20, "acknowledge, help, shock, drug"),
        (('go = "quiet"', ""), 19, "'go' is missing"),
        (('question = "What is it?"', "question = 3"), 15, "a text in quotes"),
        (('answers = ["VT", "SVT"]', "answers = [1]"), 16, "a text in quotes"),
    ],
)
def test_a_value_of_another_type_hides_no_other_fault(change, line, what):
    first, second = sorted(told(change, KIND))[:: 1 if line < 12 else -1]
    assert (first[0], second[0]) == (line, 12)
    assert what in first[1]
    assert len(told(change, RATE, KIND)) == 3


def test_a_line_that_is_no_toml_hides_no_other_fault():
    found = told(('bed = "Bed 1"', "bed = = 1"), RATE, ("does", "dose"))
    assert [line for line, _ in found] == [2, 7, 20]
    assert "no TOML" in found[0][1]
    assert len(told(("rate = 80 }", "rate = }"), ("lasts_s = 30", "lasts_s = = 3"), ANSWER)) == 3


def test_what_may_only_be_the_shadow_of_another_fault_is_not_told():
    assert lines(('name = "quiet"', 'name = "quiet')) == [5], "that other steps lead to it is no fault"
    assert lines(("lasts_s = 30", "lasts_s = 30 s")) == [8]
    assert lines(("lasts_s = 30", 'lasts_s = "30"')) == [8]
    assert lines(("lasts_s = 30", "last_s = 30")) == [8]
    assert lines(('name = "fast"', "")) == [10]
    assert lines(('name = "fast"', "name = 3")) == [11]
    assert len(told(("[[step.on]]", "[[step.no]]"))) == 1


def test_where_more_than_a_line_may_be_meant_nothing_else_is_told():
    assert lines(("[[step]]", "[[step"), ANSWER) == [4]
    assert len(told(('title = "A course"', 'title = """A course'), RATE)) == 1


def test_none_is_told_of_what_is_right():
    assert told() == []
    for path in on_the_shelf().values():
        assert list(all_faults(text_of(path), path.name)) == []


def test_a_number_too_long_to_be_read_is_told_alone():
    assert len(told(("rate = 80", "rate = " + "9" * 5000))) == 1


@given(data=st.data())
def test_nothing_but_a_sentence_comes_of_a_damaged_file(data):
    """Lines left out, doubled or cut: it is a scenario, or the fault has a line of the text."""
    lines = GOOD.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["drop", "double", "cut", "swap"]))
        if change == "drop" and len(lines) > 1:
            del lines[at]
        elif change == "double":
            lines.insert(at, lines[at])
        elif change == "cut":
            lines[at] = lines[at][: data.draw(st.integers(0, len(lines[at])))]
        else:
            lines[at], lines[-1] = lines[-1], lines[at]
    text = "\n".join(lines)
    told = list(all_faults(text, "a.toml"))
    assert all(1 <= fault.line <= max(1, len(lines)) for fault in told)
    assert told or read_scenario(text, "a.toml").step
