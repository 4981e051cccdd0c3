"""The tables of the alarms, and their figures as plain dictionaries."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from models.alarms.conditions import Condition, Nature
from models.judging.alarms import Judged
from training.evaluation.alarms.run import Outcome

REAL_MONITORS = (
    "Beside it, what real monitors fail by: of the 750 lethal alarms from bedside monitors of three makers "
    "in the public set of the PhysioNet/CinC Challenge 2015, 456 (61 %) were false, 252 of 341 of "
    "ventricular tachycardia (Clifford et al., Physiol. Meas. 37:E5, 2016)."
)


def summed(outcomes: Iterable[Outcome]) -> dict[Condition, Judged]:
    """Add the records up, condition by condition."""
    total: dict[Condition, Judged] = {}
    for outcome in outcomes:
        for condition, judged in outcome.judged.items():
            total[condition] = total.get(condition, Judged()) + judged
    return {condition: total[condition] for condition in Condition if condition in total}


def lethal(total: Mapping[Condition, Judged]) -> Judged:
    """The lethal conditions together."""
    return sum((judged for condition, judged in total.items() if condition.lethal), Judged())


def tables(outcomes: Sequence[Outcome]) -> str:
    """Give the tables in Markdown: a line a condition, the lethal ones together, and what is not judged."""
    hours = sum(outcome.hours for outcome in outcomes)
    total = summed(outcomes)
    lines = [
        "| alarm | priority | episodes | caught | Se | alarms | false | +P | false/10 h "
        "| delay s (median, max) | from onset s (max) |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        *(_line(c.title, c.priority.value, judged, hours) for c, judged in total.items()),
        _line("**All lethal ones**", "", lethal(total), hours),
    ]
    others = sum((Counter(outcome.others) for outcome in outcomes), Counter[Condition]())
    told = ", ".join(
        f"{condition.title.lower()} {others[condition]}"
        for condition in Condition
        if others[condition] and condition.nature is not Nature.ADVISORY
    )
    missed = [
        f"{outcome.record}: {condition.title.lower()} {judged.episodes - judged.caught} of {judged.episodes}"
        for outcome in outcomes
        for condition, judged in outcome.judged.items()
        if condition.lethal and judged.caught < judged.episodes
    ]
    false = [
        f"{outcome.record}: {condition.title.lower()} {judged.false}"
        for outcome in outcomes
        for condition, judged in outcome.judged.items()
        if condition.lethal and judged.false
    ]
    return "\n".join(
        [
            f"{len(outcomes)} records, {hours:.1f} h, every lead, from the first sample on.",
            "",
            *lines,
            "",
            f"Lethal episodes missed: {'; '.join(missed) or 'none'}.",
            f"Lethal alarms that were false: {'; '.join(false) or 'none'}.",
            f"Not judged by annotations: {told or 'none'}.",
            REAL_MONITORS,
        ]
    )


def as_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Give the figures of all records together, and of each with its alarms, as plain dictionaries."""
    hours = sum(outcome.hours for outcome in outcomes)
    total = summed(outcomes)
    return {
        "hours": hours,
        "conditions": {condition.key: _plain(judged, hours) for condition, judged in total.items()},
        "lethal": _plain(lethal(total), hours),
        "records": {
            outcome.record: {
                "hours": outcome.hours,
                "conditions": {c.key: _plain(judged, outcome.hours) for c, judged in outcome.judged.items()},
                "others": {c.key: n for c, n in outcome.others.items()},
                "alarms": [
                    {
                        "condition": alarm.condition.key,
                        "priority": alarm.priority.value,
                        "start": alarm.start,
                        "end": alarm.end,
                        "raised": alarm.raised,
                        "lead": alarm.lead,
                    }
                    for alarm in outcome.alarms
                ],
            }
            for outcome in outcomes
        },
    }


def _plain(judged: Judged, hours: float) -> dict[str, Any]:
    return {
        "episodes": judged.episodes,
        "caught": judged.caught,
        "sensitivity": _ratio(judged.caught, judged.episodes),
        "alarms": judged.alarms,
        "true": judged.true,
        "positive_predictivity": _ratio(judged.true, judged.alarms),
        "false_per_10_h": 10 * judged.false / hours if hours else None,
        "delay_s": [round(delay, 3) for delay in judged.delay_s],
        "from_onset_s": [round(delay, 3) for delay in judged.onset_s],
    }


def _line(title: str, priority: str, judged: Judged, hours: float) -> str:
    delays = "–"
    onset = "–"
    if judged.delay_s:
        delays = f"{median(judged.delay_s):.1f}, {max(judged.delay_s):.1f}"
        onset = f"{max(judged.onset_s):.1f}"
    rate = 10 * judged.false / hours if hours else math.nan
    return (
        f"| {title} | {priority} | {judged.episodes} | {judged.caught}"
        f" | {_share(judged.caught, judged.episodes)} | {judged.alarms} | {judged.false}"
        f" | {_share(judged.true, judged.alarms)} | {rate:.1f} | {delays} | {onset} |"
    )


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _share(part: int, whole: int) -> str:
    return "–" if not whole else f"{part / whole:.3f}".removeprefix("0")
