"""Alerts and beats counted: in all, and where the rhythm is atrial fibrillation."""

from __future__ import annotations

import math

import numpy as np
import pytest

from models.alerts.kinds import Kind
from models.judging.reference import Reference
from models.judging.tally import AlertCounts, Coverage, tally
from tests.alerts import an_alert

FS = 360.0
NONE = np.zeros((0, 2), dtype=np.int64)


def spans(*seconds: tuple[float, float]) -> np.ndarray:
    return np.array([[a * FS, b * FS] for a, b in seconds], dtype=np.int64).reshape(-1, 2)


def test_what_is_false_is_told_apart_by_rhythm() -> None:
    beats = np.array([60, 120, 150, 200, 250]) * 360
    told = Reference(FS, beats, np.array(list("NSSNV")), spans((230, 240)), spans((100, 130)), NONE)
    raised = [
        an_alert(kind, round(second * FS) - 40)
        for kind, second in (
            (Kind.PREMATURE, 60),
            (Kind.PREMATURE, 120),
            (Kind.PREMATURE, 110),
            (Kind.ECTOPIC, 250),
            (Kind.FLAT, 205),
            (Kind.PROVISIONAL, 255),
            (Kind.ECTOPIC, 290),
        )
    ]
    found = tally(told, raised, np.array([True, True, True, True, True]), spans((30, 90), (90, 270)))
    assert found.kinds == {"ectopic": AlertCounts(1, 0), "premature": AlertCounts(1, 2)}
    assert found.total == AlertCounts(2, 2), "the one at 290 s was raised where nobody looked"
    assert found.atrial == AlertCounts(1, 1)
    assert found.technical == {"flat": 1}
    assert found.minutes == pytest.approx(230 / 60), "without ten seconds of ventricular flutter"
    assert found.atrial_minutes == pytest.approx(0.5)
    assert found.false_per_minute_atrial == pytest.approx(2.0)
    assert found.false_per_minute_outside == pytest.approx(1 / (200 / 60))
    assert found.coverage == {"V": Coverage(1, 1), "S": Coverage(1, 2), "S outside AF": Coverage(0, 1)}
    assert found.as_json()["outside_atrial"]["true"] == 1


def test_where_nothing_was_watched_nothing_is_said() -> None:
    told = Reference(FS, np.zeros(0, dtype=np.int64), np.zeros(0, dtype="<U1"), NONE, NONE, NONE)
    found = tally(told, [an_alert(Kind.ECTOPIC)], np.zeros(0, dtype=bool), NONE)
    assert found.total == AlertCounts()
    assert math.isnan(found.false_per_minute)
    assert math.isnan(found.coverage["V"].share)
    assert math.isnan(found.total.positive_predictivity)
