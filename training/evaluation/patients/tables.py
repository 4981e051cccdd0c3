"""The tables of simulated patients."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from training.evaluation.patients.run import Judged


def table(judged: Sequence[Judged]) -> str:
    """Give what detectors, monitor and textbooks say as a Markdown table."""
    rows = [
        "| kind | beats | rate | PR, QRS, QT (ms) | sleepecg Se / +P | XQRS | monitor | V told "
        "| states (s) |",
        "| --- " * 9 + "|",
    ]
    for one in judged:
        measured = one.intervals
        spans = (
            "–"
            if measured is None
            else ", ".join(_number(value) for value in (measured.pr, measured.qrs, measured.qt))
        )
        detectors = [
            _pair(one.found.get(name)) if one.beats else "–" for name in ("sleepecg", "XQRS", "monitor")
        ]
        states = ", ".join(f"{kind.value} {after:.0f}" for kind, after in one.states.items())
        rows.append(
            f"| {one.kind} | {one.beats} | {_number(one.rate)} | {spans} | {' | '.join(detectors)} | "
            f"{_number(100 * one.ectopic)} | {states or '–'} |"
        )
    return "\n".join(rows)


def alarms_table(judged: Sequence[Judged]) -> str:
    """Give the alarms of each kind as a Markdown table, and how many kinds raise exactly their own."""
    rows = ["| kind | after a sinus rhythm (s) | from the beginning (s) | missing | not its own |"]
    rows.append("| --- " * 5 + "|")
    for one in judged:
        cells = [_times(one.alarms), _times(one.at_once)]
        cells += [_counts(counted, one.runs) for counted in (one.missing, one.foreign)]
        rows.append(f"| {one.kind} | {' | '.join(cells)} |")
    exact = sum(not one.missing and not one.foreign for one in judged)
    return "\n".join(rows) + f"\n\n{exact} of {len(judged)} kinds raise their own alarms and no others."


def _times(alarms: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {after:.0f}" for name, after in alarms.items()) or "–"


def _counts(counted: Mapping[str, int], runs: int) -> str:
    return ", ".join(f"{name} ({n} of {runs})" for name, n in counted.items()) or "–"


def _number(value: float, form: str = ".0f") -> str:
    return "–" if math.isnan(value) else format(value, form)


def _pair(found: tuple[float, float] | None) -> str:
    return "–" if found is None else " / ".join(_number(100 * share, ".1f") for share in found)
