"""A fault of the signal raises its technical alert, and of beats nothing is said meanwhile."""

from __future__ import annotations

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.alerts.analyzer import Analysis, Analyzer
from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.watchers.faults import KINDS
from models.pipeline import ScoreStream
from models.signal.faults import FaultKind

FS = 360.0
BEGIN, END = 14_500, 18_100


def with_fault(how: str) -> np.ndarray:
    """70 s of the demo, at fault for 10 s of them."""
    x = load_demo().signals[: round(70 * FS), 0].copy()
    part = x[BEGIN:END]
    x[BEGIN:END] = {
        "clean": part,
        "step": np.full(len(part), x[BEGIN - 1] + 1.0),
        "limit": np.full(len(part), 5.115),
        "x100": 100 * part,
        "x0.01": 0.01 * part,
    }[how].astype(np.float32)
    return x


def watched(x: np.ndarray, hop: int = 90) -> tuple[list[Event], list[Analysis], Analyzer]:
    analyzer = Analyzer(FS, ScoreStream.shipped(FS), 1000)
    found = [analyzer.push(x[i : i + hop]) for i in range(0, len(x), hop)]
    return [e for one in found for e in one.events] + list(analyzer.finish()), found, analyzer


def about_beats(events: list[Event]) -> list[tuple[Kind, int]]:
    return [(e.kind, e.peak - 1000) for e in events if not e.technical]


@pytest.fixture(scope="module")
def clean() -> list[tuple[Kind, int]]:
    return about_beats(watched(with_fault("clean"), 720)[0])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("how", "kind"),
    [("step", Kind.FLAT), ("limit", Kind.LIMIT), ("x100", Kind.LARGE), ("x0.01", Kind.SMALL)],
)
def test_a_fault_is_the_one_alert_while_it_lasts(how: str, kind: Kind, clean: list[tuple[Kind, int]]) -> None:
    events, found, _ = watched(with_fault(how))
    (fault,) = [e for e in events if e.technical]
    assert fault.kind is kind
    assert abs(fault.start - 1000 - BEGIN) < 0.3 * FS, "in the source's own samples"
    assert abs(fault.end - 1000 - END) < 0.3 * FS
    assert fault.why().endswith("beat alerts are withheld")
    told = about_beats(events)
    near = [peak for _, peak in told if BEGIN - 36 <= peak <= END + 2 * FS]
    assert near == [], "neither the fault nor its edges raise an alert about a beat"
    assert [one for one in told if one[1] < BEGIN - FS] == [one for one in clean if one[1] < BEGIN - FS]
    assert [peak for _, peak in told if peak > END + 5 * FS], "beats are watched again"
    shown = [one.open for one in found if one.open is not None]
    assert all(e.kind is kind for e in shown if e.peak - 1000 > BEGIN - 36 and e.peak - 1000 < END)
    assert any(e.kind is kind for e in shown)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["step", "limit", "x100", "x0.01"])
def test_the_patient_is_the_same_after_a_fault(how: str) -> None:
    before, _, one = watched(with_fault("clean"), 720)
    after, _, other = watched(with_fault(how), 720)
    mv = one._scorer.template[1]
    np.testing.assert_allclose(other._scorer.template[1], mv, atol=0.1)
    late = [set(peak for _, peak in about_beats(e) if peak > END + 5 * FS) for e in (before, after)]
    assert len(late[0] ^ late[1]) <= 1, "the same beats are ectopic, but for one on the edge"


def test_no_heart_rate_is_made_of_the_time_at_fault() -> None:
    x = with_fault("step")
    x[BEGIN + round(2.5 * FS) : END] = with_fault("clean")[BEGIN + round(2.5 * FS) : END]
    _, found, _ = watched(x)
    rates = [one.rhythm.rate_bpm for one in found if BEGIN < one.rhythm.at - 1000 < END + 5 * FS]
    expected = found[BEGIN // 90 - 1].rhythm.rate_bpm
    assert all(rate == pytest.approx(expected, rel=0.2) for rate in rates if rate is not None)


def test_every_fault_has_its_kind() -> None:
    assert set(KINDS) == set(FaultKind)
    assert all(kind.nature == "technical" for kind in KINDS.values())


def test_a_fault_that_lasts_is_told_at_the_end() -> None:
    x = with_fault("step")[: BEGIN + 1500]
    events, found, _ = watched(x)
    assert found[-1].open is not None
    assert found[-1].open.kind is Kind.FLAT
    assert [(e.kind, e.end) for e in events if e.technical] == [(Kind.FLAT, 1000 + len(x) - 1)]
