"""Rhythms and pauses, as tables."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from training.evaluation.report.alerts import percent
from training.evaluation.report.tables import Rows
from training.evaluation.rhythm import PAUSES_S, Episodes, Rhythms


def rhythm_tables(figures: Rhythms) -> list[tuple[str, Rows]]:
    """Rhythms by duration and by episode, the same record by record, and pauses by their length."""
    tables = [("Pauses by length, after the fifth minute", _pauses(figures))]
    if figures.named:
        rhythms = [
            ("Rhythms as EC57 compares them, by duration and by episode", _gross(figures)),
            ("The same in the records that have it, or are said to", _by_record(figures)),
        ]
        tables = [*rhythms, *tables]
    return tables


def _gross(figures: Rhythms) -> Rows:
    head = ["rhythm", "annotated min", "told min", "gross Se %", "+P %", "average Se %", "+P %"]
    rows = [[*head, "episodes", "found", "known after s, median", "longest", "told", "false"]]
    for name in figures.named:
        one = figures.gross(name)
        rows.append(
            [
                name,
                f"{one.annotated_s / 60:.1f}",
                f"{one.told_s / 60:.1f}",
                percent(one.sensitivity),
                percent(one.positive_predictivity),
                percent(figures.average(name, lambda each: each.sensitivity)),
                percent(figures.average(name, lambda each: each.positive_predictivity)),
                str(one.annotated),
                str(one.found),
                _seconds(float(np.median(one.delays_s)) if one.delays_s else math.nan),
                _seconds(max(one.delays_s, default=math.nan)),
                str(one.told),
                str(one.told - one.true),
            ]
        )
    return rows


def _by_record(figures: Rhythms) -> Rows:
    head = ["record", "rhythm", "annotated s", "told s", "Se %", "+P %", "episodes", "found", "told", "false"]
    rows = [head]
    for record, rhythm in figures.records.items():
        rows += [
            [record, name, *_line(one)] for name, one in rhythm.rhythms.items() if one.annotated or one.told
        ]
    return rows


def _line(one: Episodes) -> list[str]:
    return [
        f"{one.annotated_s:.0f}",
        f"{one.told_s:.0f}",
        percent(one.sensitivity),
        percent(one.positive_predictivity),
        *map(str, (one.annotated, one.found, one.told, one.told - one.true)),
    ]


def _pauses(figures: Rhythms) -> Rows:
    rows = [["length", "annotated", "told", "told where there is none"]]
    for (since, until), one in zip(pairwise(PAUSES_S), figures.pauses, strict=True):
        length = f"{since:g} to {until:g} s" if math.isfinite(until) else f"{since:g} s or more"
        rows.append([length, str(one.annotated), str(one.found), str(one.false)])
    return rows


def _seconds(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.1f}"
