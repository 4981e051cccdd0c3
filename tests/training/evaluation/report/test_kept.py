"""Rows that were not measured anew stay in their tables, and nowhere else."""

from __future__ import annotations

from training.evaluation.report.kept import keep_rows

OLD = """Ranking:

| score | V–N |
| --- | ---: |
| fused | .9 |
| template | .8 |
| amplitude | .7 |

Alerts:

| alert | raised |
| --- | ---: |
| template | 3 |

Median:

| score | V–N |
| --- | ---: |
| template | .6 |
"""
NEW = """Ranking:

| score | V–N |
| --- | ---: |
| fused | .95 |

Alerts:

| alert | told |
| --- | ---: |
| ectopic | 5 |

Median:

| score | V–N |
| --- | ---: |
| fused | .85 |"""


def test_rows_stay_below_the_same_caption_and_columns() -> None:
    assert keep_rows(OLD, NEW, ["template", "amplitude"]) == NEW.replace(
        "| fused | .95 |", "| fused | .95 |\n| template | .8 |\n| amplitude | .7 |"
    ).replace("| fused | .85 |", "| fused | .85 |\n| template | .6 |")


def test_a_row_that_was_measured_anew_is_not_kept() -> None:
    assert keep_rows(OLD, NEW, ["fused"]) == NEW
    assert keep_rows(OLD, OLD.strip(), ["template"]) == OLD.strip()


def test_nothing_stays_of_other_text() -> None:
    assert keep_rows("", NEW, ["template"]) == NEW
    assert keep_rows(OLD, "no table\n", ["template"]) == "no table"
