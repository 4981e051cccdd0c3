"""The evaluation as Markdown tables."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from training.evaluation.drawn import Drawn, summed_up
from training.evaluation.metrics.vus import PointLevel
from training.evaluation.protocol import TASKS
from training.evaluation.scores.assessment import APART, Assessment, Operating

Rows = Sequence[Sequence[str]]


def tables(
    assessments: Mapping[str, Assessment], points: Mapping[str, PointLevel], main: str
) -> list[tuple[str, Rows]]:
    """Set the figures out.

    Parameters
    ----------
    assessments : mapping of str to Assessment
        By detector.
    points : mapping of str to PointLevel
        By detector.
    main : str
        The detector whose records are listed one by one.

    Returns
    -------
    list of (str, rows)
        Captions and tables; the first row of each is its head.
    """
    made = [
        (
            "Beats told from normal ones: ROC-AUC / average precision, all beats pooled",
            ranking(assessments, points),
        ),
        ("The same, median over the records that hold such beats", medians(assessments)),
        ("Class V beats found, and false alarms", operating(assessments)),
        (f"Record by record: {main}, V against N, and its frozen threshold", by_record(assessments[main])),
    ]
    if any(assessment.rankings_apart for assessment in assessments.values()):
        made.insert(1, (f"The same, pooled without record {APART}", apart(assessments)))
    return made


def ranking(assessments: Mapping[str, Assessment], points: Mapping[str, PointLevel]) -> Rows:
    """Pooled AUC and average precision by task, and the volumes under the surface."""
    head = ["score", "delay s", *(f"{task}–N" for task in TASKS), "VUS ROC / PR"]
    return [
        head,
        *(
            [
                name,
                f"{v.latency_s:.3f}",
                *(pair(r.auc, r.precision) for r in v.rankings.values()),
                pair(points[name].vus_roc, points[name].vus_pr),
            ]
            for name, v in assessments.items()
        ),
    ]


def apart(assessments: Mapping[str, Assessment]) -> Rows:
    """Pooled figures without the record that holds most S beats."""
    return [
        ["score", *(f"{task}–N" for task in TASKS)],
        *(
            [name, *(pair(r.auc, r.precision) for r in v.rankings_apart.values())]
            for name, v in assessments.items()
        ),
    ]


def medians(assessments: Mapping[str, Assessment]) -> Rows:
    """Median figures of the records."""
    return [
        ["score", *(f"{task}–N" for task in TASKS)],
        *(
            [name, *(pair(r.median_auc, r.median_precision) for r in v.rankings.values())]
            for name, v in assessments.items()
        ),
    ]


def operating(assessments: Mapping[str, Assessment]) -> Rows:
    """Sensitivities at the rates of false alarms and at the frozen threshold."""
    head = ["score", "V at 1/min", "runs", "V at 0.1/min", "runs", "V frozen", "runs", "false alarms/min"]
    rows = [[*head, "delay s, median", "p95"]]
    for name, assessment in assessments.items():
        cells = [name]
        for point in ("1/min", "0.1/min", "frozen"):
            at = assessment.operating.get(point)
            cells += ["–", "–"] if at is None else [three(at.sensitivity), f"{at.runs_found}/{at.runs}"]
        frozen = assessment.operating.get("frozen")
        timed: Operating = frozen if frozen is not None else assessment.operating["1/min"]
        cells.append("–" if frozen is None else f"{frozen.alarms_per_minute:.2f}")
        rows.append([*cells, f"{timed.delay_s(50):.3f}", f"{timed.delay_s(95):.3f}"])
    return rows


def condition_row(label: str, assessments: Sequence[Assessment]) -> list[str]:
    """AUC / AP, V beats found and false alarms a minute of each score under one condition."""
    cells = [label]
    for assessment in assessments:
        ranked, at = assessment.rankings["V"], assessment.operating["frozen"]
        found = f"{three(at.sensitivity)} at {at.alarms_per_minute:.2f}/min"
        cells.append(f"{pair(ranked.auc, ranked.precision)}; {found}")
    return cells


def by_record(assessment: Assessment) -> Rows:
    """One detector on each record."""
    rows = [["record", "V beats", "AUC", "AP", "V found", "false alarms/min"]]
    for name, record in assessment.records.items():
        ranked, at = record.rankings["V"], record.operating.get("frozen", record.operating["1/min"])
        rows.append(
            [
                name,
                str(ranked.positive),
                three(ranked.auc),
                three(ranked.precision),
                three(at.sensitivity),
                f"{at.alarms_per_minute:.2f}",
            ]
        )
    return rows


def drawn_tables(drawn: Mapping[str, Mapping[str, Drawn]]) -> list[tuple[str, Rows]]:
    """What the running models draw over the signal, summed up and record by record."""
    head = ["line", "normal: median", "worst record", "class V: median", "height", "least", "late ms"]
    rows = [head]
    for channel, each in drawn.items():
        whole = summed_up([*each.values()])
        shares = [three(whole[name]) for name in ("ev_normal", "ev_normal_worst", "ev_ventricular")]
        heights = [three(whole[name]) for name in ("height", "height_least")]
        rows.append([channel, *shares, *heights, f"{1000 * whole['late_s']:.0f}"])
    by_name = [["record", *(f"{c}: {what}" for c in drawn for what in ("normal", "class V", "height"))]]
    for name in next(iter(drawn.values()), {}):
        every = [drawn[channel][name] for channel in drawn]
        cells = [three(x) for one in every for x in (one.normal, one.ventricular, one.height)]
        by_name.append([name, *cells])
    return [
        (
            "What the running models draw: variance explained within 70 ms of R, and height of a normal QRS",
            rows,
        ),
        ("The same record by record", by_name),
    ]


def markdown(captioned: Sequence[tuple[str, Rows]]) -> str:
    """Write captioned tables as Markdown."""
    parts = []
    for caption, (head, *body) in captioned:
        lines = [head, ["---", *["---:"] * (len(head) - 1)], *body]
        parts.append(f"{caption}:\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines))
    return "\n\n".join(parts) + "\n"


def pair(one: float, other: float) -> str:
    """Two shares, as in ``.990 / .920``."""
    return "– / –" if math.isnan(one) else f"{three(one)} / {three(other)}"


def three(value: float) -> str:
    """A share to three places, without its leading zero."""
    return "–" if math.isnan(value) else f"{value:.3f}".removeprefix("0")
