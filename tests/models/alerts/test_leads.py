"""Alerts where several leads are analysed together: who speaks, and what a lead that falls off changes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.alerts.analyzer import Analyzer
from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.leads import Voices, going_on
from models.leads.stream import FusedStream
from models.pipeline import ScoreStream

FS, NAMES = 360, ("MLII", "V1")


@pytest.fixture(scope="module")
def demo() -> np.ndarray:
    """Two minutes of the demo beside a second lead made of it; shape (n, 2)."""
    first = load_demo().signals[: FS * 120, 0].astype(np.float64)
    other = np.random.default_rng(0).normal(0, 0.01, len(first)) - 0.6 * np.roll(first, 4)
    return np.stack([first, other], axis=1)


def analysed(x: np.ndarray, hop: int = 720) -> list[Event]:
    analyzer = Analyzer(FS, FusedStream(FS, 2), source="mitdb/208", together=NAMES)
    edges = [*range(0, len(x), hop), len(x)]
    return [e for a, b in pairwise(edges) for e in analyzer.push(x[a:b]).events] + list(analyzer.finish())


@pytest.fixture(scope="module")
def alerts(demo: np.ndarray) -> list[Event]:
    return analysed(demo)


def test_an_alert_names_the_leads_that_speak_and_the_loudest_first(alerts: list[Event]) -> None:
    ectopic = [e for e in alerts if e.kind in (Kind.ECTOPIC, Kind.PAIR, Kind.RUN)]
    assert len(ectopic) > 20
    for event in ectopic:
        assert event.together == NAMES
        assert event.analysis == "MLII + V1"
        assert event.speaking
        assert event.lead == event.speaking[0]
    assert {e.leads for e in ectopic} & {"MLII and V1", "V1 and MLII"}


@pytest.mark.slow
def test_the_same_alerts_however_the_stream_is_cut(demo: np.ndarray, alerts: list[Event]) -> None:
    def told(events: list[Event]) -> list[tuple[object, ...]]:
        return [(e.kind, e.start, e.peak, e.end, e.emitted, e.beats, e.speaking) for e in events]

    assert told(analysed(demo, 97)) == told(alerts)


@pytest.mark.slow
@pytest.mark.parametrize("lead", [0, 1])
def test_a_lead_that_falls_off_is_told_and_the_others_go_on(
    demo: np.ndarray, alerts: list[Event], lead: int
) -> None:
    x, off, on = demo.copy(), 50 * FS, 80 * FS
    x[off:on, lead] = 0.6
    events = analysed(x)
    (flat,) = [e for e in events if e.kind is Kind.FLAT]
    assert flat.lead == NAMES[lead]
    assert "this lead has no vote" in flat.why()
    meanwhile = [e for e in events if not e.technical and off + FS < e.peak < on - FS]
    before = [e for e in alerts if not e.technical and off + FS < e.peak < on - FS]
    assert len(meanwhile) == pytest.approx(len(before), abs=3)
    assert all(e.lead == NAMES[1 - lead] for e in meanwhile if e.kind is Kind.ECTOPIC)
    # The step with which it fell off is no beat.
    assert not [e for e in events if not e.technical and abs(e.peak - off) < 0.1 * FS]


def test_nothing_is_said_of_beats_where_all_leads_are_at_fault(demo: np.ndarray) -> None:
    x, off, on = demo.copy(), 50 * FS, 80 * FS
    x[off:on] = 0.5
    events = analysed(x)
    assert sorted(e.lead for e in events if e.kind is Kind.FLAT) == sorted(NAMES)
    assert not [e for e in events if not e.technical and off < e.peak < on]


def test_one_lead_alone_is_analysed_as_ever(demo: np.ndarray) -> None:
    analyzer = Analyzer(FS, ScoreStream.shipped(FS), lead="MLII")
    events = analyzer.push(demo[:, 0]).events
    assert events
    assert all(e.lead == "MLII" and not e.together and e.analysis == "MLII" for e in events)


def test_samples_of_another_shape_are_refused(demo: np.ndarray) -> None:
    analyzer = Analyzer(FS, FusedStream(FS, 2), together=NAMES)
    with pytest.raises(ValueError, match=r"shape \(n, 2\)"):
        analyzer.push(demo[:, 0])


def test_who_speaks_is_asked_of_the_leads_that_are_left() -> None:
    voices = Voices(np.array([2.0, 1.5, 0.1]), np.array([0.5, 0.3, 0.2]))
    none, first = np.zeros(3, bool), np.array([True, False, False])
    assert voices.speaking(none, 1.0) == (0, 1)
    assert voices.speaking(first, 1.0) == (1,)
    assert voices.score(first) < voices.score(none)
    assert np.isnan(voices.score(np.ones(3, bool)))


def test_a_fault_of_one_lead_does_not_hide_what_goes_on_in_the_heart(alerts: list[Event]) -> None:
    beat = next(e for e in alerts if e.kind is Kind.ECTOPIC)
    flat = replace(beat, kind=Kind.FLAT, lead="V1")
    other = replace(flat, lead="MLII")
    assert going_on([beat, None, flat], 2) is beat
    assert going_on([None, None, flat], 2) is flat
    assert going_on([beat, other, flat], 2) is other
