"""What the alarm comes to, in words: why it finds a digit or misses it, and what it says of one picture."""

from __future__ import annotations

from collections.abc import Sequence

from models.digits.alarm import Unseen

CHANCE = 0.5
"""AUROC of a score that tells nothing."""

FOUND = 0.8
"""From this AUROC on the score is said to find what was not seen."""

LIGHT, HEAVY = 0.75, 1.15
"""Ink of the unseen digit, in that of the others, below and above which it is named as a reason."""

SURE = 0.7
"""The judge's probability from which on it is said to be sure."""

OFTEN = 0.3
"""Share of what is redrawn that must be read as one digit for it to be named."""

SCORE_TITLES = {
    "error": ("error", "Mean squared error of what it redraws, over all pixels"),
    "per_ink": ("over ink", "The error divided by the ink: a thin digit has few pixels to err in"),
    "against": (
        "over knowing net",
        "The error divided by that of the same network trained on every digit: hard for both is not unknown",
    ),
}  # fmt: skip


def why(found: Unseen, score: str) -> str:
    """Why a score finds a digit or misses it, from what was measured; our own markup."""
    auroc, name, facts = found.scores[score].auroc, found.name, found.facts
    if auroc < CHANCE:
        said = (
            f"<b>Worse than chance:</b> by this score a {name} looks more familiar than the digits it knows."
        )
    elif auroc >= FOUND:
        said = f"<b>It finds the {name}.</b>"
    else:
        said = f"<b>It finds some of the {name}s</b> and misses many."
    parts = [said]
    ink = facts["ink_unseen"] / facts["ink_known"]
    if score == "error" and not LIGHT <= ink <= HEAVY:
        parts.append(
            f"A {name} has {ink:.1f} times the ink of others, so there is {'less' if ink < 1 else 'more'} "
            f"to get wrong: ink alone, without any network, gives an AUROC of {facts['auroc_ink']:.2f}."
        )
    read, share = f"{facts['read_as']:.0f}", facts["read_share"]
    redrawn = f"Redrawing a {name} costs it {facts['cost']:.1f} times what it costs one that knows all digits"
    if share < OFTEN:
        parts.append(f"{redrawn}.")
    elif read == name:
        parts.append(f"{redrawn}, yet the judge reads {100 * share:.0f} % of what comes out as a {read}.")
    else:
        parts.append(f"{redrawn}; the judge reads {100 * share:.0f} % of what comes out as a {read}.")
    return " ".join(parts)


def verdict(digit: int, alarmed: bool, below: float, judged: Sequence[float]) -> str:
    """What the alarm says of one picture, and what the judge thinks of it; our own markup.

    Parameters
    ----------
    digit : int
        What the network never saw.
    alarmed : bool
        Whether the picture's score is over the line.
    below : float
        Share of the known digits that score less.
    judged : sequence of float
        The judge's probability of each digit.
    """
    worse = _hundred(below)
    if alarmed:
        said = f"<b>Alarm:</b> it scores higher than {worse} of 100 digits that the network knows."
    else:
        said = f"<b>No alarm:</b> it scores higher than only {worse} of 100 digits that the network knows."
        if below > CHANCE:
            said = f"<b>No alarm:</b> below the line, though higher than {worse} of 100 digits that it knows."
    best = max(range(len(judged)), key=lambda i: judged[i])
    if judged[best] < SURE:
        read = "The judge is not sure what digit this is, if it is one."
    else:
        read = f"The judge, who knows the ten digits and nothing else, reads a {best}."
        if best == digit and not alarmed:
            read += f" If so, the alarm has <b>missed</b> a {best}."
        elif best != digit and alarmed:
            read += " If it is one, the alarm is <b>false</b>; if it is no digit at all, the alarm is right."
    return f"{said} {read}"


def _hundred(share: float) -> str:
    return f"{min(max(round(100 * share), 0), 100)}"
