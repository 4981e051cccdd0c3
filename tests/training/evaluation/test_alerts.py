"""Alerts as raised, held against the reference."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.alerts.analyzer import Analyzer
from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.judging.alerts import is_true
from models.judging.tally import AlertCounts, Coverage
from models.pipeline import ScoreStream
from training.evaluation.alerts import assess_alerts
from training.evaluation.detectors.live import LivePipeline
from training.evaluation.protocol import Truth

FS = 100.0


def truth_of(
    beats: dict[float, str], flutter: tuple[tuple[float, float], ...] = (), name: str = "r"
) -> Truth:
    """A reference of seven minutes: class by time in s; everything else is silent."""
    sample = np.array([round(at * FS) for at in beats], dtype=np.int64)
    spans = np.array([[round(a * FS), round(b * FS)] for a, b in flutter], dtype=np.int64).reshape(-1, 2)
    late = sample >= 300 * FS
    return Truth(name, FS, round(420 * FS), sample, np.array(list(beats.values()), dtype="<U1"), late, spans)


def alert(kind: Kind, start: float, end: float) -> Event:
    first, last = round(start * FS), round(end * FS)
    return Event(kind, first, first, last, last, {}, {})


@pytest.mark.parametrize(
    ("kind", "start", "end", "true"),
    [
        (Kind.ECTOPIC, 309.9, 310.3, True),
        (Kind.ECTOPIC, 310.15, 310.5, True),
        (Kind.ECTOPIC, 310.16, 310.5, False),
        (Kind.ECTOPIC, 309.5, 309.85, True),
        (Kind.ECTOPIC, 309.5, 309.84, False),
        (Kind.ECTOPIC, 320.0, 320.4, True),
        (Kind.PREMATURE, 310.0, 310.1, True),
        (Kind.PREMATURE, 315.0, 315.1, True),
        (Kind.PREMATURE, 320.0, 320.4, False),
        (Kind.RUN, 300.5, 309.9, True),
        (Kind.UNEXPECTED, 325.0, 327.0, False),
        (Kind.UNEXPECTED, 330.1, 332.0, True),
        (Kind.ECTOPIC, 340.0, 340.1, True),
        (Kind.ECTOPIC, 341.0, 341.1, False),
    ],
)
def test_an_alert_is_true_if_it_holds_what_it_is_about_within_150_ms(
    kind: Kind, start: float, end: float, true: bool
) -> None:
    beats = {305.0: "N", 310.0: "V", 315.0: "S", 320.2: "F", 325.0: "N", 341.0: "N"}
    truth = truth_of(beats, ((330.0, 340.0),))
    assert is_true(alert(kind, start, end), truth.reference) is true


def test_alerts_are_counted_by_kind_after_the_fifth_minute() -> None:
    truth = truth_of({299.0: "V", 310.0: "V", 311.0: "V", 320.0: "S", 330.0: "N", 340.0: "V"})
    raised = [
        alert(Kind.ECTOPIC, 250.0, 250.4),
        alert(Kind.RUN, 298.9, 300.1),
        alert(Kind.PAIR, 309.9, 311.3),
        alert(Kind.PREMATURE, 319.9, 320.3),
        alert(Kind.PREMATURE, 329.9, 330.3),
        alert(Kind.ECTOPIC, 350.0, 350.4),
        alert(Kind.GAP, 339.9, 340.3),
        alert(Kind.GAP, 360.0, 362.0),
    ]
    found = assess_alerts([truth], [raised])
    assert found.kinds == {
        "ectopic": AlertCounts(0, 1),
        "pair": AlertCounts(1, 0),
        "premature": AlertCounts(1, 1),
    }
    assert found.technical == {"gap": 2}, "apart, and covering nothing"
    assert found.coverage == {"V": Coverage(2, 3), "S": Coverage(1, 1), "S outside AF": Coverage(1, 1)}
    assert found.minutes == pytest.approx(2)
    assert found.per_minute(found.total.false) == pytest.approx(1.0)
    assert found.total.positive_predictivity == 0.5


def test_records_are_pooled_and_kept() -> None:
    truths = [truth_of({310.0: "V"}, name="a"), truth_of({310.0: "V"}, ((360.0, 420.0),), name="b")]
    found = assess_alerts(truths, [[alert(Kind.ECTOPIC, 309.9, 310.3)], []])
    assert found.minutes == pytest.approx(3)
    assert found.coverage["V"].share == 0.5
    assert found.records["b"].coverage["V"] == Coverage(0, 1)
    plain = found.as_json()
    assert plain["kinds"] == {
        "ectopic": {"true": 1, "false": 0, "positive_predictivity": 1.0, "false_per_minute": 0.0}
    }
    assert set(plain["records"]) == {"a", "b"}
    assert "records" not in plain["records"]["a"]
    assert math.isnan(plain["records"]["b"]["all"]["positive_predictivity"])
    json.dumps(plain)


def test_what_does_not_belong_together_is_refused() -> None:
    with pytest.raises(ValueError, match="0 sequences of alerts do not belong to 1 records"):
        assess_alerts([truth_of({310.0: "V"})], [])


@pytest.mark.slow
def test_the_pipeline_raises_what_the_monitor_raises() -> None:
    """One pass gives scores and alerts; both are those of the monitor's own analysis in its small hops."""
    record = load_demo()
    lead = record.signals[: round(60 * record.fs), 0]
    found = LivePipeline().analyse(lead, record.fs)
    scores, alerts, channels = found.scores, found.alerts, found.channels
    analyzer = Analyzer(record.fs, ScoreStream.shipped(record.fs))
    live: list[Event] = []
    for i in range(0, len(lead), 90):
        live += analyzer.push(lead[i : i + 90]).events
    live += analyzer.finish()
    assert len(alerts) > 5
    assert [(a.kind, a.start, a.peak, a.end) for a in alerts] == [
        (a.kind, a.start, a.peak, a.end) for a in live
    ]
    assert set(scores) == set(LivePipeline.names)
    assert set(channels) == {"forecast", "reconstruction"}
