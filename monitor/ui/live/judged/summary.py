"""What the reference annotations say of all that was watched, in words."""

from __future__ import annotations

import math

from assets.phrase import phrase
from models.judging.tally import AlertCounts, Coverage
from monitor.alerts.comparison import Compared
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr

NO_REFERENCE = phrase("No reference annotations to compare with.")


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
        return tr(NO_REFERENCE)
    tally = compared.tally
    words = tr("{name} Se {percent} +P {percent_2}") if short else tr("{name}: Se {percent}, +P {percent_2}")
    of_both = [
        words.format(
            name=name,
            percent=_percent(tally.coverage[name].share, short),
            percent_2=_percent(counts.positive_predictivity, short),
        )
        for name, counts in (("V", compared.ectopic), ("S", compared.early))
    ]
    if short:
        return "  ".join(of_both)
    rate = tally.false_per_minute
    false = tr("{rate:.2f} false/min").format(rate=rate) if math.isfinite(rate) else tr("– false/min")
    ectopic, early = of_both
    return f"{ectopic} · {false}\n{early}"


def explained(compared: Compared | None) -> str:
    """Say the same in sentences, with the counts."""
    if compared is None:
        return tr(NO_REFERENCE)
    tally, total = compared.tally, compared.tally.total
    return tr(
        "Of what was watched, {minutes:.1f} min, by the record's annotations: {found} ventricular (V) "
        "and {found_2} supraventricular (S) beats lie in an alert (Se); {true} alerts about ectopic "
        "beats and {true_2} about premature ones are true (+P). In all {false} alerts are false. The "
        "rule is that of ecg-train evaluate, which leaves the first five minutes out."
    ).format(
        minutes=tally.minutes,
        found=_found(tally.coverage["V"]),
        found_2=_found(tally.coverage["S"]),
        true=_true(compared.ectopic),
        true_2=_true(compared.early),
        false=total.false,
    )


def _percent(share: float, short: bool) -> str:
    return f"{in_figures(100 * share, '.1f')}{'' if short else ' '}%" if math.isfinite(share) else "–"


def _found(one: Coverage) -> str:
    return tr("{covered} of {beats}").format(covered=one.covered, beats=one.beats)


def _true(one: AlertCounts) -> str:
    return tr("{true} of {raised}").format(true=one.true, raised=one.raised)
