"""The monitor's own analysis, run up to a stretch."""

import pytest

from assets.sources.open import open_source
from assets.sources.record import RecordSource
from models.alarms.conditions import Condition
from models.judging.labels import BeatClass
from models.patients.source import SCHEMES
from monitor.bedside.teaching.seen import look
from tests.monitor.conftest import FS, EdgeScorer, EndlessSource, make_record, rippled


def test_beats_and_alerts_of_the_stretch_alone_are_told():
    record = rippled(make_record(40.0, leads=1))
    seen = look(RecordSource(record), round(10.5 * FS), round(20.5 * FS), EdgeScorer)
    assert [round(at / FS) for at, _ in seen.beats] == list(range(11, 21))
    assert [round(at / FS) for at in seen.ectopic] == [15, 20]
    assert all(alert.end >= 10.5 * FS and alert.start < 20.5 * FS for alert in seen.alerts)
    assert "10 beats (8 usual, 2 unlike the patient's own)" in seen.words()


def test_it_ends_when_it_is_told_to():
    source = RecordSource(make_record(40.0, leads=1))
    assert look(source, 0, 3600, EdgeScorer, stopped=lambda: True) is None


def test_a_source_that_keeps_nothing_cannot_be_looked_at():
    assert look(EndlessSource(), 0, 3600, EdgeScorer) is None


@pytest.mark.parametrize("vitals", ["yes", "no"])
def test_pressure_and_breath_are_held_against_their_limits_where_there_are_any(vitals):
    source = open_source(f"patient:vt?vitals={vitals}&minutes=3", schemes=SCHEMES)
    start, stop = (
        150 * 250,
        170 * 250,
    )  # the analysis begins two minutes before, at no beginning of the source
    seen = look(source, start, stop, EdgeScorer)
    told = [alarm for alarm in seen.alarms if alarm.condition is Condition.PRESSURE_LOW]
    assert bool(told) == (vitals == "yes")
    assert all(30 * 250 <= alarm.start < stop for alarm in told)


@pytest.mark.slow
def test_the_shipped_models_see_premature_beats():
    from monitor.headless import make_scorer

    def shipped(fs, leads):
        return make_scorer(fs, shipped_only=True, leads=leads)[0]

    source = open_source("patient:pvc?every=4&minutes=1", schemes=SCHEMES)
    seen = look(source, 7500, 12500, shipped)
    reference = source.annotations(7500, 12500)
    ectopic = [int(at) for at, s in zip(reference.sample, reference.symbol, strict=True) if s == "V"]
    assert len(seen.ectopic) == len(ectopic)
    assert all(min(abs(at - known) for known in ectopic) < 0.15 * 250 for at in seen.ectopic)
    assert {told for _, told in seen.beats} <= set(BeatClass)
