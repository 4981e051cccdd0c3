"""Every kind of alert has its entry in the table, and what people read of it follows from there."""

import re
from dataclasses import fields

import pytest

from models.alerts.analyzer import Analyzer
from models.alerts.kinds import COMMENT, QUALITY, Kind, Nature, Priority, Traits
from models.alerts.reasons import CHANNELS, Reason, shape_and_timing
from tests.alerts import an_alert
from tests.monitor.conftest import FS, EdgeScorer, make_record


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_has_words_that_people_can_read(kind):
    event = an_alert(kind)
    assert re.fullmatch(r"[A-Z][a-z]+( [a-z]+)*\??", kind.title)
    assert event.title() == kind.title
    assert re.fullmatch(r"[a-z].+[^.\s]", event.why()), "begins in lower case and ends without a full stop"


def test_no_two_kinds_have_one_title():
    assert len({kind.title for kind in Kind}) == len(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_says_only_what_its_alerts_know(kind):
    assert kind.symbol in (COMMENT, QUALITY), "no beat label of the database's"
    bare = an_alert(kind, reasons={}, premature=None, scores={}, thresholds={})
    assert "by" not in bare.why().split(), "no prematurity where none is known"
    assert (kind.nature is Nature.PREMATURE) <= kind.has_beats
    assert (kind.nature in (Nature.TECHNICAL, Nature.PROVISIONAL)) <= (not kind.has_beats)


@pytest.mark.parametrize("kind", Kind)
def test_what_is_technical_or_provisional_follows_from_the_nature(kind):
    event = an_alert(kind)
    assert event.technical == (kind.nature is Nature.TECHNICAL)
    assert event.provisional == (kind.nature is Nature.PROVISIONAL)
    assert not (event.technical and event.provisional)


def test_a_run_is_more_urgent_than_a_beat_and_what_is_provisional_asks_for_nothing():
    order = list(Priority)
    assert order.index(Kind.RUN.priority) < order.index(Kind.ECTOPIC.priority)
    assert Kind.PROVISIONAL.priority is Priority.ADVISORY


@pytest.mark.parametrize("missing", [field.name for field in fields(Traits)])
def test_an_entry_with_a_field_left_out_does_not_come_into_being(missing):
    given = {field.name: getattr(Kind.GAP.value, field.name) for field in fields(Traits)}
    del given[missing]
    with pytest.raises(TypeError, match=missing):
        Traits(**given)


def test_an_alert_has_beats_where_its_kind_does():
    signal = make_record(30).signals[:, 0].copy()
    signal[3000:3400] = float("nan")
    analyzer = Analyzer(FS, EdgeScorer())
    found = analyzer.push(signal)
    events = [*found.events, *found.provisional, *analyzer.finish()]
    assert {e.kind for e in events} >= {Kind.ECTOPIC, Kind.GAP}
    for event in events:
        assert bool(event.beats) == event.kind.has_beats


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.value.why is shape_and_timing])
def test_a_reason_that_did_not_count_is_not_named(kind):
    counted = {Reason.TEMPLATE: 1.5, Reason.FORECAST: 1.2, Reason.AUTOENCODER: 1.1}
    assert an_alert(kind, reasons=counted).why() == (
        "its shape is unlike the patient's usual beat and unlike learnt normal beats; the forecast missed it"
    ), "nor that it came early"
    assert (
        an_alert(kind, reasons={Reason.TEMPLATE: 1.5}).why() == "its shape is unlike the patient's usual beat"
    )


def test_a_course_names_the_running_models_that_crossed():
    for channel, said in zip(CHANNELS, ("forecast missed", "could not redraw"), strict=True):
        event = an_alert(Kind.UNEXPECTED, scores={channel: 3.0}, thresholds={channel: 1.5})
        assert said in event.why()
        assert "(3.0, threshold 1.5)" in event.why()
