"""What is said of a text file behind its name."""

from pathlib import Path

import pytest

from assets.errors import RecordError
from assets.text.answers import Answers, named, parted, with_said


def test_a_name_is_parted_and_put_together_again():
    answers = Answers(rate=100.0, unit="200/mV", columns=("2", "Lead & so on"), time="none")
    name = named("/a b/r.csv", answers)
    assert name == "/a b/r.csv?rate=100&unit=200/mV&column=2,Lead%20%26%20so%20on&time=none"
    assert parted(name) == (Path("/a b/r.csv"), answers)
    assert named("r.csv", Answers()) == "r.csv"


@pytest.mark.parametrize(
    "name", ["208", "r.hea", "r.edf?rate=3", "patient:sinus?rate=80", "scenario.toml?seed=2"]
)
def test_what_is_no_text_file_is_left_alone(name):
    assert parted(name) is None


def test_a_command_line_says_the_same():
    said = {"rate": "100", "unit": None, "column": "2", "time": None}
    assert with_said("r.txt?unit=mV&rate=50", said) == "r.txt?rate=100&unit=mV&column=2"
    assert with_said("208", dict.fromkeys(said)) == "208"
    with pytest.raises(RecordError, match=r"--rate, --column is said of a text file .* not of '208'"):
        with_said("208", said)


def test_answers_stand_over_those_of_before():
    assert Answers(unit="V").over(Answers(100.0, "mV", ("1",), "2")) == Answers(100.0, "V", ("1",), "2")
    assert Answers(unit="4000/mV").steps == 4000
