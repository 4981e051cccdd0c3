"""The table of the noise-stress test, and its figures as plain dictionaries."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from training.evaluation.noise.stress import CLEAN, Condition, Counts, Outcome

_WORDS = {"none": "none", "bw": "baseline wander", "em": "electrode motion", "ma": "muscle noise"}


def summed(records: Iterable[Mapping[Condition, Outcome]]) -> dict[Condition, Outcome]:
    """Add the records up, condition by condition."""
    total: dict[Condition, Outcome] = {}
    for record in records:
        for condition, outcome in record.items():
            total[condition] = total.get(condition, Outcome()) + outcome
    return total


def table(outcomes: Mapping[Condition, Outcome]) -> str:
    """Give the tables in Markdown: what is raised falsely and what is found."""
    parts = ("All leads together, noise in each:", _together(outcomes))
    return "\n\n".join((*parts, "The first lead alone:", _first(outcomes)))


_HEAD = "| noise | dB | unusable | false ventricular alerts/min | all false alerts/min | VEB Se | VEB +P |"


def _together(outcomes: Mapping[Condition, Outcome]) -> str:
    lines = [_HEAD, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
    lines += [f"{_row(of, one.unusable_together, one.together)} |" for of, one in outcomes.items()]
    return "\n".join(lines)


def _first(outcomes: Mapping[Condition, Outcome]) -> str:
    lines = [f"{_HEAD} were all believed: false ventricular/min | VEB Se | VEB +P |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for of, outcome in outcomes.items():
        believed = outcome.believed
        lines.append(
            f"{_row(of, outcome.unusable, outcome.usable)}"
            f" | {_number(believed.per_minute(believed.ventricular.false))}"
            f" | {_share(believed.found.share)} | {_share(believed.ventricular.positive_predictivity)} |"
        )
    return "\n".join(lines)


def _row(condition: Condition, unusable: float, said: Counts) -> str:
    name, ratio_db = condition
    at = "" if condition == CLEAN else f"{ratio_db:g}"
    return (
        f"| {_WORDS.get(name, name)} | {at} | {_percent(unusable)}"
        f" | {_number(said.per_minute(said.ventricular.false))}"
        f" | {_number(said.per_minute(said.every.false))}"
        f" | {_share(said.found.share)} | {_share(said.ventricular.positive_predictivity)}"
    )


def as_json(
    total: Mapping[Condition, Outcome], records: Mapping[str, Mapping[Condition, Outcome]]
) -> dict[str, Any]:
    """Give the figures of all records together, and of each, as plain dictionaries; NaN becomes None."""
    return {"all": _plain(total), "records": {name: _plain(each) for name, each in records.items()}}


def _plain(outcomes: Mapping[Condition, Outcome]) -> list[dict[str, Any]]:
    return [
        {
            "noise": name,
            "db": ratio_db if math.isfinite(ratio_db) else None,
            "unusable": _known(outcome.unusable),
            "usable": _counts(outcome.usable),
            "believed": _counts(outcome.believed),
            "unusable_together": _known(outcome.unusable_together),
            "together": _counts(outcome.together),
        }
        for (name, ratio_db), outcome in outcomes.items()
    ]


def _counts(counts: Counts) -> dict[str, Any]:
    return {
        "minutes": counts.minutes,
        "ventricular": {"true": counts.ventricular.true, "false": counts.ventricular.false},
        "all": {"true": counts.every.true, "false": counts.every.false},
        "V": {"beats": counts.found.beats, "covered": counts.found.covered},
    }


def _known(x: float) -> float | None:
    return x if math.isfinite(x) else None


def _number(x: float) -> str:
    return f"{x:.2f}" if math.isfinite(x) else "–"


def _percent(x: float) -> str:
    return f"{100 * x:.1f} %" if math.isfinite(x) else "–"


def _share(x: float) -> str:
    return f"{x:.3f}".replace("0.", ".", 1) if math.isfinite(x) and x < 1 else ("1.000" if x == 1 else "–")
