"""What happened in “The error is the alarm”."""

from __future__ import annotations

from assets.errors import AssetError
from assets.phrase import phrase
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.lab.course.fact import Fact, NotYetError, Scene

FINDS, COIN = 0.8, 0.5
"""From the first AUROC on the error is said to find a digit; below the second it misleads."""

NAMES = {
    "error": phrase("the error"),
    "per_ink": phrase("over the ink"),
    "against": phrase("over a network that knows it"),
}
"""The scores in words."""


def unseen_0() -> Fact:
    """Give the AUROC of the network that never saw a 0, as pairs of 100."""
    from models.digits.alarm import load_unseen

    auroc = load_unseen()["0"].scores["error"].auroc
    return Fact(
        round(100 * auroc),
        tr("In {auroc:.0f} of 100 pairs of test digits (AUROC {share:.2f}).").format(
            auroc=100 * auroc, share=auroc
        ),
    )


def unseen_1() -> Fact:
    """Say whether the error of the network that never saw a 1 finds it."""
    from models.digits.alarm import load_unseen

    found = load_unseen()["1"]
    auroc, facts = found.scores["error"].auroc, found.facts
    answer = "finds" if auroc >= FINDS else "coin" if auroc >= COIN else "misleads"
    ink = facts["ink_unseen"] / facts["ink_known"]
    return Fact(
        answer,
        tr(
            "In {auroc:.0f} of 100 pairs is the 1's error the larger one. It is {cost:.1f} "
            "times what a network that knows 1s makes, and still small: a 1 has {ink:.1f} "
            "times the ink of others."
        ).format(auroc=100 * auroc, cost=facts["cost"], ink=ink),
    )


def scores() -> Fact:
    """Say which score finds the 1 best."""
    from models.digits.alarm import load_unseen

    aurocs = {name: counts.auroc for name, counts in load_unseen()["1"].scores.items()}
    told = listed(f"{tr(words)} {in_figures(aurocs[name], '.2f')}" for name, words in NAMES.items())
    return Fact(max(aurocs, key=lambda name: aurocs[name]), tr("AUROC: {told}.").format(told=told))


def letter(scene: Scene) -> Fact:
    """Say whether the alarm rings for the learner's picture, at the line as it is set."""
    board = scene.pane.board
    if scene.picture is None or board.alarmed is None or not scene.pane.state.drawn:
        raise NotYetError(tr("Draw something yourself first."))
    below = 100 * board.known_below()
    return Fact(
        "rings" if board.alarmed else "silent",
        tr(
            "By this score your picture is stranger than {below:.0f} of 100 digits that the network knows."
        ).format(below=below),
    )


def beats() -> Fact:
    """Give how much of a ventricular beat the monitor's autoencoder redraws.

    Raises
    ------
    AssetError
        If the shipped weights do not say.
    """
    from models.explain.figures import shipped_figures
    from monitor.ui.lab.widgets.alarm.words import share

    figures = shipped_figures()
    if figures is None:
        raise AssetError(tr("The shipped autoencoder's card does not say how much it redraws."))
    return Fact(
        max(0.0, round(100 * figures.ventricular)),
        tr(
            "It redraws {normal} of a normal beat and {ventricular} of a ventricular one, of "
            "the variance about the R peak, by the median of patients new to it."
        ).format(normal=share(figures.normal), ventricular=share(figures.ventricular)),
    )


WAYS = {
    "outside": "distance from the middle",
    "own": "distance from his usual place",
    "redrawn": "error against his usual",
}
"""What could give a beat away, by its name in the shipped figures."""


def landing() -> Fact:
    """Say which measure tells ventricular beats of new patients best from all others."""
    from models.heartbeats.figures import load_figures

    measured = {
        row["measure"]: row["auc"] or 0.0
        for row in load_figures()["measures"]
        if (row["database"], row["class"]) == ("DS1", "V")
    }
    found = {way: measured[name] for way, name in WAYS.items()}
    return Fact(
        max(found, key=lambda way: found[way]),
        tr(
            "How often one is farther off than a normal one (AUC): off the map "
            "{outside:.2f}, from the patient's own place {own:.2f}, badly redrawn "
            "{redrawn:.2f}."
        ).format(outside=found["outside"], own=found["own"], redrawn=found["redrawn"]),
    )
