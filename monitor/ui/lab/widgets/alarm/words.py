"""What the alarm comes to, in words: why it finds a digit or misses it, and what it says of one picture."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assets.phrase import phrase
from models.digits.alarm import Unseen
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr

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
    "error": (phrase("error"), phrase("Mean squared error of what it redraws, over all pixels")),
    "per_ink": (
        phrase("over ink"),
        phrase("The error divided by the ink: a thin digit has few pixels to err in"),
    ),
    "against": (
        phrase("over knowing net"),
        phrase(
            "The error divided by that of the same network trained on every digit: hard for both is not "
            "unknown"
        ),
    ),
}


def intro(secrets: Collection[str]) -> str:
    """What the pane shows and what to try, with what the monitor's own autoencoder does.

    Parameters
    ----------
    secrets : collection of str
        Steps of the course whose answer is not told yet.
    """
    from models.explain.figures import shipped_figures

    figures = shipped_figures()
    said = [
        tr(
            "This network never saw the digit you leave out, so it should redraw it badly; that error is "
            "the alarm, exactly as in the Monitor's autoencoder lane, where “normal only” means normal "
            "beats."
        )
    ]
    if figures is not None and "alarm/beats" not in secrets:
        said.append(
            tr(
                "That one, of patients new to it, redraws {normal} of a normal beat and {ventricular} of "
                "a ventricular one."
            ).format(normal=share(figures.normal), ventricular=share(figures.ventricular))
        )
    said.append(tr("Drag the yellow line: each alarm you gain costs false ones."))
    if "alarm/unseen-1" not in secrets and "alarm/scores" not in secrets:
        said.append(tr("Then leave out the 1, see the error miss it, and find the score that does not."))
    return " ".join(said)


def why(found: Unseen, score: str) -> str:
    """Why a score finds a digit or misses it, from what was measured; our own markup."""
    auroc, name, facts = found.scores[score].auroc, found.name, found.facts
    if auroc < CHANCE:
        said = tr(
            "<b>Worse than chance:</b> by this score a {name} looks more familiar than the digits it knows."
        ).format(name=name)
    elif auroc >= FOUND:
        said = tr("<b>It finds the {name}.</b>").format(name=name)
    else:
        said = tr("<b>It finds some of the {name}s</b> and misses many.").format(name=name)
    parts = [said]
    ink = facts["ink_unseen"] / facts["ink_known"]
    if score == "error" and not LIGHT <= ink <= HEAVY:
        less = tr(
            "A {name} has {ink:.1f} times the ink of others, so there is less to get wrong: ink alone, "
            "without any network, gives an AUROC of {auroc:.2f}."
        )
        more = tr(
            "A {name} has {ink:.1f} times the ink of others, so there is more to get wrong: ink alone, "
            "without any network, gives an AUROC of {auroc:.2f}."
        )
        words = less if ink < 1 else more
        parts.append(words.format(name=name, ink=ink, auroc=facts["auroc_ink"]))
    read, share = in_figures(facts["read_as"], ".0f"), facts["read_share"]
    if share < OFTEN:
        words = tr("Redrawing a {name} costs it {cost:.1f} times what it costs one that knows all digits.")
    elif read == name:
        words = tr(
            "Redrawing a {name} costs it {cost:.1f} times what it costs one that knows all digits, yet the "
            "judge reads {share:.0f} % of what comes out as a {read}."
        )
    else:
        words = tr(
            "Redrawing a {name} costs it {cost:.1f} times what it costs one that knows all digits; the "
            "judge reads {share:.0f} % of what comes out as a {read}."
        )
    parts.append(words.format(name=name, cost=facts["cost"], share=100 * share, read=read))
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
        said = tr("<b>Alarm:</b> it scores higher than {worse} of 100 digits that the network knows.").format(
            worse=worse
        )
    else:
        said = tr(
            "<b>No alarm:</b> it scores higher than only {worse} of 100 digits that the network knows."
        ).format(worse=worse)
        if below > CHANCE:
            said = tr(
                "<b>No alarm:</b> below the line, though higher than {worse} of 100 digits that it knows."
            ).format(worse=worse)
    best = max(range(len(judged)), key=lambda i: judged[i])
    if judged[best] < SURE:
        read = tr("The judge is not sure what digit this is, if it is one.")
    else:
        read = tr("The judge, who knows the ten digits and nothing else, reads a {best}.").format(best=best)
        if best == digit and not alarmed:
            read += " " + tr("If so, the alarm has <b>missed</b> a {best}.").format(best=best)
        elif best != digit and alarmed:
            read += " " + tr(
                "If it is one, the alarm is <b>false</b>; if it is no digit at all, the alarm is right."
            )
    return f"{said} {read}"


def share(explained: float) -> str:
    """A share of the variance as people say it, as a part of a sentence."""
    from models.explain.figures import share_in_words

    words = share_in_words(explained)
    return tr("nothing") if words == "nothing" else words


def _hundred(share: float) -> str:
    return f"{min(max(round(100 * share), 0), 100)}"
