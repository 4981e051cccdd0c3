"""What the reference annotations say of all that was watched, in words."""

from __future__ import annotations

import math

from models.judging.tally import AlertCounts, Coverage
from monitor.alarms.comparison import Compared

NO_REFERENCE = "No reference annotations to compare with."


def summary(compared: Compared | None, *, short: bool = False) -> str:
    """Say in two short lines how many were found, how many alerts are true, and how many false a minute.

    Parameters
    ----------
    compared : Compared or None
        What was counted; None where the source has no annotations.
    short : bool
        Leave out all but how many were found and are true, in one line.
    """
    if compared is None:
        return NO_REFERENCE
    tally = compared.tally
    of_both = [
        f"{name}: Se {_percent(tally.coverage[name].share)}, +P {_percent(counts.positive_predictivity)}"
        for name, counts in (("V", compared.ectopic), ("S", compared.early))
    ]
    if short:
        return "  ".join(of_both).replace(",", "").replace(":", "").replace(" %", "%")
    rate = tally.false_per_minute
    false = f"{rate:.2f} false/min" if math.isfinite(rate) else "– false/min"
    ectopic, early = of_both
    return f"{ectopic} · {false}\n{early}"


def explained(compared: Compared | None) -> str:
    """Say the same in sentences, with the counts."""
    if compared is None:
        return NO_REFERENCE
    tally, total = compared.tally, compared.tally.total
    return (
        f"Of what was watched, {tally.minutes:.1f} min, by the record's annotations: "
        f"{_found(tally.coverage['V'])} ventricular (V) and {_found(tally.coverage['S'])} "
        f"supraventricular (S) beats lie in an alert (Se); {_true(compared.ectopic)} alerts about ectopic "
        f"beats and {_true(compared.early)} about premature ones are true (+P). "
        f"In all {total.false} alerts are false. "
        "The rule is that of ecg-train evaluate, which leaves the first five minutes out."
    )


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %" if math.isfinite(share) else "–"


def _found(one: Coverage) -> str:
    return f"{one.covered} of {one.beats}"


def _true(one: AlertCounts) -> str:
    return f"{one.true} of {one.raised}"
