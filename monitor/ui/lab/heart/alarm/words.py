"""What is said of one beat before the alarm."""

from __future__ import annotations

from collections.abc import Mapping

from monitor.ui.kit.joins import apart
from monitor.ui.kit.language import tr
from monitor.ui.lab.widgets.alarm.board import in_hundred
from monitor.ui.lab.widgets.alarm.words import CHANCE


def measures(scores: Mapping[str, float]) -> str:
    """Say the scores of a beat in figures."""
    lost = tr("Not redrawn: {error:.0f} %").format(error=100 * scores["error"])
    if "far" not in scores:
        return lost
    rest = tr("{times:.1f} times this patient's usual; lands {far:.1f} from the usual place").format(
        times=scores["against_usual"], far=scores["far"]
    )
    return apart((lost, rest))


def too_few() -> str:
    """Say why there is no score yet."""
    return tr("What is usual for this patient is not known yet: it takes some beats.")


def verdict(alarmed: bool, below: float, whose: str, kind: str) -> str:
    """Say what the alarm makes of a beat, and whether it is right; our own markup.

    Parameters
    ----------
    alarmed : bool
        Whether its score is over the line.
    below : float
        Share of the normal beats measured that score less.
    whose : str
        What the beat is and by whose word, as a sentence.
    kind : str
        The same as one of `scores.KINDS`; empty where nobody says.
    """
    worse = in_hundred(below)
    if alarmed:
        said = tr("<b>Alarm:</b> it scores higher than {worse} of 100 normal beats.").format(worse=worse)
    elif below > CHANCE:
        said = tr("<b>No alarm:</b> below the line, though higher than {worse} of 100 normal beats.").format(
            worse=worse
        )
    else:
        said = tr("<b>No alarm:</b> it scores higher than only {worse} of 100 normal beats.").format(
            worse=worse
        )
    if not kind:
        return f"{said} {whose}"
    if alarmed == (kind != "N"):
        judged = tr("If so, the alarm is right.")
    elif alarmed:
        judged = tr("If so, the alarm is <b>false</b>.")
    else:
        judged = tr("If so, the alarm has <b>missed</b> it.")
    return f"{said} {whose} {judged}"
