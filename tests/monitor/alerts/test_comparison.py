"""What was watched, compared: the numbers are the evaluation's own, and what is missed is known in time."""

from dataclasses import replace

import numpy as np
import pytest

from assets.records.record import Annotations
from assets.sources.record import RecordSource
from models.alerts.analyzer import Analyzer
from models.alerts.kinds import Kind
from monitor.alerts.comparison import EARLY, ECTOPIC, Comparison, Verdict
from monitor.stream.past.stretches import Stretch
from tests.alerts import an_alert
from tests.monitor.conftest import EdgeScorer, make_record
from training.evaluation.alerts import assess_alerts
from training.evaluation.protocol import Truth

FS = 360


def notes(**beats):
    """Annotations: symbol by second, as ``s3="V"``."""
    at = np.array([int(name[1:]) * FS for name in beats], dtype=np.int64)
    return Annotations(at, tuple(beats.values()), ("",) * len(at))


def at(second, kind=Kind.ECTOPIC):
    return an_alert(kind, second * FS - 40)


def test_alerts_are_true_or_false_and_beats_without_one_are_missed():
    comparison = Comparison(notes(s1="N", s2="V", s3="A", s4="N", s5="V", s6="F", s9="V"), FS, 10 * FS)
    alerts = [at(2), at(4), at(6, Kind.PREMATURE), at(7, Kind.FLAT)]
    said = [comparison.verdict(alert) for alert in alerts]
    assert said == [Verdict.HIT, Verdict.FALSE, Verdict.FALSE, None]
    found = comparison.compare(alerts, [Stretch(0, 10 * FS)])
    assert (found.missed / FS).tolist() == [3, 5], "no fusion beat; the last second is not over yet"
    assert (found.ectopic.true, found.ectopic.false) == (1, 1)
    assert (found.early.true, found.early.false) == (0, 1)
    assert found.tally.technical == {"flat": 1}


def test_only_what_was_analysed_counts():
    comparison = Comparison(notes(s2="V", s5="V", s8="V"), FS, 20 * FS)
    found = comparison.compare([at(8)], [Stretch(0, 4 * FS), Stretch(7 * FS, 12 * FS)])
    assert (found.missed / FS).tolist() == [2]
    assert found.tally.minutes == pytest.approx(9 / 60)
    assert found.tally.coverage["V"].beats == 2
    assert len(comparison.compare([], []).missed) == 0


def test_every_kind_about_beats_is_of_one_of_the_two_groups():
    assert not set(ECTOPIC) & set(EARLY)
    assert {Kind.ECTOPIC, Kind.PAIR, Kind.RUN} <= set(ECTOPIC)
    assert Kind.PREMATURE in EARLY


def test_from_the_sixth_minute_on_the_figures_are_those_of_the_evaluation():
    """The same record, the same alerts: nothing that is judged on screen differs from the report."""
    record = make_record(seconds=420)
    known = record.annotations
    symbols = ["N" if i % 7 == 4 else symbol for i, symbol in enumerate(known.symbol)]
    record = replace(record, annotations=replace(known, symbol=tuple(symbols)))
    analyzer = Analyzer(record.fs, EdgeScorer(record.fs))
    found = analyzer.push(record.signals[:, 0])
    alerts = [*found.events, *analyzer.finish()]
    truth = Truth.of(record)
    theirs = assess_alerts([truth], [alerts]).records["made"]
    known = RecordSource(record).annotations(0, record.n_samples)
    ours = Comparison(known, record.fs, record.n_samples).compare(
        alerts, [Stretch(300 * FS, record.n_samples)]
    )
    assert ours.tally == theirs
    assert theirs.total.false > 0
    assert theirs.total.true > 0
