"""Texts as marks."""

import pytest

from assets.edf.marks import BEATS, NO_LONGER, annotations_of, mark_of
from assets.edf.notes import Note


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("V", ("V", "")),
        ("Premature ventricular contraction", ("V", "")),
        ("  normal  beat ", ("N", "")),
        ("ECG: PAC", ("A", "")),
        ("reference: V", ("V", "")),
        ("reference: + (AFIB", ("+", "(AFIB")),
        ("reference: ~ c1", ("~", "c1")),
        ("beat: V", ('"', "beat: V")),
        ("R peak", ("Q", "")),
        ("(VT", ("+", "(VT")),
        ("+ (AFIB", ("+", "(AFIB")),
        ("Atrial fibrillation", ("+", "(AFIB")),
        ("Sleep stage W", ('"', "Sleep stage W")),
        ("(XYZ", ('"', "(XYZ")),
        ("VTE prophylaxis", ('"', "VTE prophylaxis")),
    ],
)
def test_words(text, mark):
    assert mark_of(text) == mark


def test_every_beat_is_known_by_its_symbol():
    assert {mark_of(symbol)[0] for symbol in BEATS} == set(BEATS)


def test_letters_that_come_by_the_half_minute_are_no_beats():
    stages = [Note(30.0 * i, 30.0, letter) for i, letter in enumerate("NNRNN")]
    assert annotations_of(stages, 0.0, 100.0, 100_000)[0] is None
    beats = [Note(0.8 * i, None, letter) for i, letter in enumerate("NNVNN")]
    assert annotations_of(beats, 0.0, 100.0, 100_000)[0].symbol == tuple("NNVNN")


def test_a_rhythm_that_has_a_length_ends():
    found, _, outside = annotations_of([Note(2.0, 3.0, "AFIB"), Note(99.0, None, "x")], 1.0, 100.0, 1000)
    assert found.sample.tolist() == [100, 400]
    assert found.aux_note == ("(AFIB", NO_LONGER)
    assert outside == 1
