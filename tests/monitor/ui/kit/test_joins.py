"""Lists, labels and brackets have the marks of the language that is spoken."""

from __future__ import annotations

import pytest

from monitor.ui.kit.joins import apart, bracketed, labelled, listed
from monitor.ui.kit.language import LANGUAGES, speak, wanted


@pytest.fixture(autouse=True)
def as_before(qapp):
    yield
    speak(LANGUAGES[0])


def said():
    return (
        listed(["V1", "V5"]),
        apart(["V1", "V5"]),
        labelled("V1", "VT"),
        bracketed("VT", "V1"),
        bracketed("VT", ""),
    )


def test_in_english_the_marks_are_half_width_with_a_space():
    assert said() == ("V1, V5", "V1; V5", "V1: VT", "VT (V1)", "VT")


def test_in_japanese_the_marks_are_full_width():
    speak(wanted("ja"))
    assert said() == ("V1、V5", "V1；V5", "V1：VT", "VT（V1）", "VT")
