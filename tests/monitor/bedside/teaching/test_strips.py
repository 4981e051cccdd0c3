"""Strips for a quiz: of one kind, balanced, the same by seed."""

import random
from collections import Counter

import numpy as np
import pytest

from assets.databases.mitbih import AAMI_CLASS, DS2
from assets.databases.svdb import TEST
from assets.records.headers.survey import survey_record
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.strips import (
    GUARD_S,
    RECORDS,
    draw,
    load,
    places_in,
    places_of_patients,
    places_of_records,
    records_at_hand,
)
from tests.monitor.bedside.teaching.conftest import FS, notes


def test_no_strip_is_of_a_record_that_is_kept_as_a_test():
    assert not set(RECORDS) & ({*DS2, *TEST})


def test_no_strip_lies_across_a_change_of_rhythm(minute):
    found = places_in("made", minute, FS, 6000, 4.0)
    guard = GUARD_S * FS
    assert {place.finding for place in found} == {Finding.SINUS, Finding.ECTOPY, Finding.VT}
    for place in found:
        assert place.stop - place.start == 400
        assert not any(place.start - guard < change < place.stop + guard for change in (2000, 3000))


def test_a_strip_of_sinus_rhythm_has_no_ectopic_beat_and_one_of_those_has():
    beats = [(s, "N", "") for s in range(1, 12)]
    assert [p.finding for p in places_in("m", notes((0, "+", "(N"), *beats), FS, 1200, 10)] == [Finding.SINUS]
    with_v = notes((0, "+", "(N"), *beats, (5.5, "V", ""))
    assert [p.finding for p in places_in("m", with_v, FS, 1200, 10)] == [Finding.ECTOPY]
    for other in ("A", "F", "Q"):
        mixed = notes((0, "+", "(N"), *beats, (5.5, "V", ""), (7.5, other, ""))
        assert places_in("m", mixed, FS, 1200, 10) == []
    noisy = notes((0, "+", "(N"), *beats, (5.5, "~", ""))
    assert places_in("m", noisy, FS, 1200, 10) == []


@pytest.mark.slow
def test_without_records_simulated_patients_stand_in_and_all_findings_come(minute):
    quiz = draw([], 20, seed=4, strip_s=6.0)
    count = Counter(place.finding for place in quiz)
    assert set(count) == set(Finding)
    assert max(count.values()) - min(count.values()) <= 1
    assert len(quiz) == 20
    assert all(place.simulated for place in quiz)
    assert quiz == draw([], 20, seed=4, strip_s=6.0)
    assert quiz != draw([], 20, seed=5, strip_s=6.0)


def test_a_simulated_strip_is_read_with_its_beats():
    (place,) = places_of_patients(Finding.ECTOPY, 8.0, random.Random(1), 1)
    strip = load(place)
    assert strip.samples.shape == (round(8 * place.fs), len(strip.leads))
    assert np.isfinite(strip.samples).all()
    assert "V" in {symbol for _, symbol in strip.beats}
    assert place.title.startswith("Simulated: ")


@pytest.mark.usefixtures("data_dir")
class TestOfRecords:
    def test_a_quiz_of_20_is_balanced_and_mostly_of_people(self, data_dir):
        places, problems = places_of_records(records_at_hand(data_dir), 8.0, data_dir)
        assert problems == []
        quiz = draw(places, 20, seed=1)
        count = Counter(place.finding for place in quiz)
        assert len(quiz) == 20
        assert max(count.values()) - min(count.values()) <= 1
        assert sum(place.simulated for place in quiz) <= 6
        assert len({place.source for place in quiz}) >= 8
        assert quiz == draw(places, 20, seed=1)

    def test_each_strip_of_a_record_is_what_its_annotations_say(self, data_dir):
        places, _ = places_of_records(["207", "203", "223"], 8.0, data_dir)
        for place in draw(places, 12, seed=3):
            if place.simulated or place.finding is Finding.ARTEFACT:
                continue
            whole = survey_record(data_dir / "mitdb" / f"{place.source}.hea").annotations
            before = [
                note
                for at, symbol, note in zip(whole.sample, whole.symbol, whole.aux_note, strict=True)
                if symbol == "+" and at <= place.start
            ]
            changes = [
                int(at)
                for at, symbol in zip(whole.sample, whole.symbol, strict=True)
                if symbol in ("+", "[", "]") and place.start < at < place.stop
            ]
            classes = {AAMI_CLASS[symbol] for _, symbol in load(place, data_dir).beats}
            assert changes == []
            if place.finding is Finding.VT:
                assert before[-1] == "(VT"
                assert "V" in classes
            elif place.finding is Finding.ATRIAL:
                assert before[-1] in ("(AFIB", "(AFL")
            elif place.finding is Finding.SINUS:
                assert (before[-1], classes) == ("(N", {"N"})
