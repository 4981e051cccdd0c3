"""Alerts as raised, and beats by EC57, as tables."""

from __future__ import annotations

import math

from models.judging.tally import AlertCounts, Coverage, Tally
from training.evaluation.alerts import AlertAssessment
from training.evaluation.ec57 import CLASSES, Ec57, Rates
from training.evaluation.report.tables import Rows, three

TASKS = {"qrs": "QRS", "veb": "VEB", "sveb": "SVEB"}
"""What EC57 tells apart, by the name of the figures."""


def alert_tables(alerts: AlertAssessment) -> list[tuple[str, Rows]]:
    """Alerts by kind, by rhythm and by record, and the beats that they cover."""
    return [
        ("Alerts as raised, after the fifth minute", _by_kind(alerts)),
        ("The same by rhythm, as annotated", _by_rhythm(alerts)),
        ("Beats within an alert as raised", _covered(alerts)),
        ("Alerts as raised, record by record", _by_record(alerts)),
    ]


def ec57_tables(figures: Ec57) -> list[tuple[str, Rows]]:
    """QRS, VEB and SVEB, pooled and averaged, VEB at several thresholds; record by record; and the matrix."""
    first = figures.multiples[0]
    return [
        ("Beat by beat as EC57 defines it, after the fifth minute, %", _pooled(figures)),
        ("EC57 record by record, at the frozen threshold, %", _lines(figures, first)),
        ("Beats by reference (lines) and label (columns), at the frozen threshold", _matrix(figures, first)),
    ]


def _by_kind(alerts: Tally) -> Rows:
    rows = [["alert", "raised", "true", "false", "+P %", "false/min"]]
    for kind, counts in (*alerts.kinds.items(), ("all", alerts.total)):
        rows.append([kind, *_counts(counts), two(alerts.per_minute(counts.false))])
    rows += [
        [f"{kind} (technical)", str(raised), "–", "–", "–", "–"] for kind, raised in alerts.technical.items()
    ]
    return rows


def _by_rhythm(alerts: Tally) -> Rows:
    inside, total = alerts.atrial, alerts.total
    outside = AlertCounts(total.true - inside.true, total.false - inside.false)
    return [
        ["rhythm", "minutes", "raised", "true", "false", "+P %", "false/min"],
        [
            "atrial fibrillation or flutter",
            f"{alerts.atrial_minutes:.1f}",
            *_counts(inside),
            two(alerts.false_per_minute_atrial),
        ],
        [
            "any other",
            f"{alerts.minutes - alerts.atrial_minutes:.1f}",
            *_counts(outside),
            two(alerts.false_per_minute_outside),
        ],
    ]


def _covered(alerts: Tally) -> Rows:
    rows = [["class", "beats", "within", "share"]]
    rows += [
        [name, str(one.beats), str(one.covered), three(one.share)] for name, one in alerts.coverage.items()
    ]
    return rows


def _by_record(alerts: AlertAssessment) -> Rows:
    rows = [["record", "raised", "false", "+P %", "false/min", "V within", "S within", "technical"]]
    for name, one in alerts.records.items():
        total = one.total
        rows.append(
            [
                name,
                str(total.raised),
                str(total.false),
                percent(total.positive_predictivity),
                two(one.false_per_minute),
                _within(one.coverage["V"]),
                _within(one.coverage["S"]),
                str(sum(one.technical.values())),
            ]
        )
    return rows


def _pooled(figures: Ec57) -> Rows:
    head = ["", "threshold ×", "gross Se", "+P", "FPR", "average Se", "+P", "FPR"]
    rows = [head]
    for task, name in TASKS.items():
        for multiple in figures.multiples if task == "veb" else figures.multiples[:1]:
            gross: Rates = getattr(figures.gross(multiple), task)
            times = f"{multiple:g}" if task == "veb" else "–"
            rows.append([name, times, *_rates(gross), *_rates(figures.average(task, multiple))])
    return rows


def _lines(figures: Ec57, multiple: float) -> Rows:
    rows = [["record", "QRS Se", "+P", "VEB", "Se", "+P", "FPR", "SVEB", "Se", "+P", "FPR"]]
    for name, by in figures.records.items():
        one = by[multiple]
        beats = [str(one.counts[CLASSES.index(c)].sum()) for c in ("V", "S")]
        qrs = _rates(one.qrs)[:2]
        rows.append([name, *qrs, beats[0], *_rates(one.veb), beats[1], *_rates(one.sveb)])
    return rows


def _matrix(figures: Ec57, multiple: float) -> Rows:
    counts = figures.gross(multiple).counts
    names = [*CLASSES[:-1], "none"]
    return [
        ["", *(name.lower() for name in names)],
        *([name, *map(str, line)] for name, line in zip(names, counts.tolist(), strict=True)),
    ]


def _rates(one: Rates) -> list[str]:
    return [
        percent(one.sensitivity),
        percent(one.positive_predictivity),
        percent(one.false_positive_rate, digits=3),
    ]


def _counts(one: AlertCounts) -> list[str]:
    return [str(one.raised), str(one.true), str(one.false), percent(one.positive_predictivity)]


def _within(one: Coverage) -> str:
    return f"{one.covered}/{one.beats}" if one.beats else "–"


def percent(share: float, digits: int = 2) -> str:
    """A share in percent; a dash where there is none."""
    return "–" if math.isnan(share) else f"{100 * share:.{digits}f}"


def two(value: float) -> str:
    """A number to two places; a dash where there is none."""
    return "–" if math.isnan(value) else f"{value:.2f}"
