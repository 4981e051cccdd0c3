"""Rhythms and pauses that were told, held against the annotations."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from assets.records.record import Annotations
from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.signal.states import State, StateKind
from training.evaluation.report.rhythm import rhythm_tables
from training.evaluation.rhythm import RecordRhythm, Rhythms, assess_rhythm

FS, END = 100.0, 420
AF, VF = "atrial fibrillation", "ventricular flutter or fibrillation"


def notes(labels: dict[float, str], beats: dict[float, str] | None = None) -> Annotations:
    """Annotations of seven minutes: rhythm labels, wave marks and beats by their time in s."""
    told = {**{at: "N" for at in range(1, END)}, **labels} if beats is None else {**beats, **labels}
    order = sorted(told)
    rhythm = [told[at].startswith("(") for at in order]
    return Annotations(
        np.array([round(at * FS) for at in order], dtype=np.int64),
        tuple("+" if is_rhythm else told[at] for at, is_rhythm in zip(order, rhythm, strict=True)),
        tuple(told[at] if is_rhythm else "" for at, is_rhythm in zip(order, rhythm, strict=True)),
    )


def state(kind: StateKind, start: float, end: float, known: float, *, over: bool = True) -> State:
    first, last, at = (round(t * FS) for t in (start, end, known))
    return State(kind, first, last, at, last if over else None)


def assessed(
    reference: Annotations, states: tuple[State, ...] = (), alerts: tuple[Event, ...] = ()
) -> RecordRhythm:
    return assess_rhythm(reference, FS, round(END * FS), states, alerts)


def test_time_that_is_told_is_compared_with_time_that_is_annotated_from_the_sixth_minute_on() -> None:
    reference = notes({200.5: "(AFIB", 340.5: "(N", 360.5: "(AFIB", 380.5: "(N"})
    said = (
        state(StateKind.IRREGULAR, 290, 310.5, 320),
        state(StateKind.IRREGULAR, 330.5, 350.5, 351),
        state(StateKind.IRREGULAR, 400.5, 405.5, 406),
    )
    found = assessed(reference, said).rhythms[AF]
    assert (found.annotated_s, found.told_s, found.both_s) == pytest.approx((60.5, 35.5, 20.5))
    assert found.sensitivity == pytest.approx(20.5 / 60.5)
    assert found.positive_predictivity == pytest.approx(20.5 / 35.5)
    assert (found.annotated, found.found, found.told, found.true) == (2, 1, 3, 2)
    assert found.delays_s == pytest.approx((20.0,)), "from where the assessment begins"


def test_an_episode_is_known_when_the_first_state_within_it_was() -> None:
    reference = notes({310.5: "[", 330.5: "]", 100.0: "(N"})
    said = (state(StateKind.FLUTTER, 312, 318, 314), state(StateKind.FLUTTER, 320, 331, 322))
    found = assessed(reference, said).rhythms[VF]
    assert (found.annotated, found.found, found.told, found.true) == (1, 1, 2, 2)
    assert found.delays_s == pytest.approx((3.5,))


def test_a_state_that_goes_on_lasts_to_the_end() -> None:
    said = (state(StateKind.IRREGULAR, 400, 401, 402, over=False),)
    found = assessed(notes({390.5: "(AFIB"}), said).rhythms[AF]
    assert found.told_s == pytest.approx(END - 400, abs=0.02)


def test_atrial_flutter_counts_neither_way() -> None:
    reference = notes({100.5: "(N", 320.5: "(AFL", 340.5: "(N"})
    found = assessed(reference, (state(StateKind.IRREGULAR, 325, 335, 330),)).rhythms[AF]
    assert (found.annotated_s, found.told_s) == (0, 0)
    assert math.isnan(found.sensitivity)
    assert math.isnan(found.positive_predictivity)


def test_bigeminy_told_in_trigeminy_is_no_bigeminy_but_is_one_of_the_two() -> None:
    reference = notes({320.5: "(T", 340.5: "(N"})
    found = assessed(reference, (state(StateKind.BIGEMINY, 325, 335, 330),)).rhythms
    assert found["bigeminy"].both_s == found["trigeminy"].both_s == 0
    assert found["either of the two"].both_s == pytest.approx(10)


def test_annotations_that_name_no_rhythm_say_nothing_of_rhythms() -> None:
    found = assessed(notes({}), (state(StateKind.IRREGULAR, 325, 335, 330),))
    assert found.rhythms == {}
    assert [caption for caption, _ in rhythm_tables(Rhythms({"r": found}))] == [
        "Pauses by length, after the fifth minute"
    ]


def pause(end: float, seconds: float) -> Event:
    at = round(end * FS)
    return Event(Kind.PAUSE, at - round(seconds * FS), at, at, at, {}, {}, pause_s=seconds)


def test_pauses_are_counted_by_their_length() -> None:
    gone = {301, 320, 321, 340, 341, 342, 360}  # pauses of 2 s, 3 s, 4 s and 2 s
    beats = {float(at): "N" for at in range(1, END) if at not in gone}
    ectopic = Event(Kind.ECTOPIC, 34250, 34300, 34350, 34400, {}, {}, (34300,), pause_s=4.0)
    said = (pause(322.1, 3.0), ectopic, pause(400.0, 2.6))
    found = assessed(notes({}, beats), (), said).pauses
    assert [(one.annotated, one.found, one.false) for one in found] == [(2, 0, 0), (0, 0, 1), (2, 2, 0)]


def test_records_are_pooled_and_averaged_and_written_as_plain_values() -> None:
    one = assessed(notes({310.5: "(AFIB", 320.5: "(N"}), (state(StateKind.IRREGULAR, 310.5, 320.5, 315),))
    other = assessed(notes({310.5: "(AFIB", 350.5: "(N"}), ())
    quiet = assessed(notes({1.5: "(N"}), ())
    both = Rhythms({"one": one, "other": other, "quiet": quiet})
    assert both.gross(AF).sensitivity == pytest.approx(0.2)
    assert both.average(AF, lambda each: each.sensitivity) == pytest.approx(0.5)
    assert both.average(AF, lambda each: each.positive_predictivity) == pytest.approx(1.0)
    written = json.loads(json.dumps(both.as_json()))
    assert written["all"]["rhythms"][AF]["both_s"] == pytest.approx(10)
    assert set(written["records"]) == {"one", "other", "quiet"}
    tables = dict(rhythm_tables(both))
    gross = tables["Rhythms as EC57 compares them, by duration and by episode"]
    assert all(len(row) == len(gross[0]) for row in gross)
    assert gross[1][:7] == [AF, "0.8", "0.2", "20.00", "100.00", "50.00", "100.00"]
    lines = tables["The same in the records that have it, or are said to"]
    assert [row[0] for row in lines[1:]] == ["one", "other"]
