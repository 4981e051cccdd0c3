"""Artefacts are named behind a source, and what is no artefact is left in its name."""

from __future__ import annotations

import pytest

from assets.errors import RecordError
from models.patients.artefacts.naming import Asked, DisturbedName


def test_a_name_is_taken_apart() -> None:
    name = DisturbedName.of("patient:sinus?rate=75&seed=4+muscle=-6@II,V1@60-120+off@V1+mains-50@2.5-+seed=7")
    assert name.source == "patient:sinus?rate=75&seed=4"
    assert name.asked == (
        Asked("muscle", -6.0, ("II", "V1"), 60.0, 120.0),
        Asked("off", 1.0, ("V1",)),
        Asked("mains-50", 6.0, (), 2.5, None),
    )
    assert name.seed == 7
    assert name.label == "muscle=-6@II,V1@60-120+off@V1+mains-50=6@2.5-+seed=7"
    assert DisturbedName.of(f"{name.source}+{name.label}") == name


PLAIN = (
    "208",
    "/data/a+b/208",
    "a+b.hea",
    "/data/c+d=3.edf",
    "a+muscle=6.csv",
    "a+off@II.BDF",
    "a+muscle=6.csv?rate=250&unit=mV",
    "a+b=2.toml",
    "C:\\my+own\\r",
    "patient:sinus?rate=7e+1",
    " 208 ",
    "+muscle",
    "",
)


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_artefact_is_left_alone(text: str) -> None:
    assert DisturbedName.of(text) == DisturbedName(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("208+musle=6", "There is no artefact 'musle'"),
        ("208+muscle=x", "must be a number, not 'x'."),
        ("208+muscle=", "must be a number, not ''."),
        ("208+muscle=inf", "must be from -12 to 40"),
        ("208+off=1.5", "is there or not"),
        ("208+muscle@20-10", "must end after it begins, not 20-10 s."),
        ("208+off+seed=-1", "a whole number from 0"),
        ("208+off+seed=99999999999", "a whole number from 0"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(RecordError, match=said) as error:
        DisturbedName.of(text)
    assert str(error.value).endswith(".")


def test_artefacts_stand_behind_the_ending_of_a_file_that_looks_like_them() -> None:
    name = DisturbedName.of("/data/c+d=3.csv?rate=250+muscle=6+off@I")
    assert name.source == "/data/c+d=3.csv?rate=250"
    assert [one.kind for one in name.asked] == ["muscle", "off"]
    assert DisturbedName.of("c+d=3.edf+muscle=6").source == "c+d=3.edf"


def test_a_name_without_measure_is_no_name_of_artefacts() -> None:
    text = "208" + "+muscle=6" * 5000 + "+"  # 20 s of looking, were it taken apart
    assert DisturbedName.of(text) == DisturbedName(text)
