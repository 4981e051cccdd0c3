"""What happened in “The error is the alarm”."""

from __future__ import annotations

from assets.errors import AssetError
from monitor.ui.lab.course.fact import Fact

FINDS, COIN = 0.8, 0.5
"""From the first AUROC on the error is said to find a digit; below the second it misleads."""

CLEARLY = 0.1
"""A difference of two AUROCs that is worth a word."""


def _measured(digit: int) -> dict[str, float]:
    from models.digits.figures import load_figures

    return next(row for row in load_figures()["anomaly"] if row["digit"] == digit)


def unseen_0() -> Fact:
    """Give the AUROC of the network that never saw a 0, as pairs of 100."""
    auroc = _measured(0)["auroc"]
    return Fact(round(100 * auroc), f"In {100 * auroc:.0f} of 100 pairs of test digits (AUROC {auroc:.2f}).")


def unseen_1() -> Fact:
    """Say whether the network that never saw a 1 finds it."""
    row = _measured(1)
    auroc = row["auroc"]
    answer = "finds" if auroc >= FINDS else "coin" if auroc >= COIN else "misleads"
    return Fact(
        answer,
        f"In {100 * auroc:.0f} of 100 pairs is the 1's error the larger one: on average it is "
        f"{row['never_seen_mse']:.3f}, that of the digits it knew {row['seen_mse']:.3f}.",
    )


def per_ink() -> Fact:
    """Say whether dividing by the ink helps with the 1."""
    row = _measured(1)
    gain = row["auroc_per_ink"] - row["auroc"]
    return Fact(
        "much" if gain > CLEARLY else "worse" if gain < -CLEARLY else "same",
        f"The error alone: AUROC {row['auroc']:.2f}. The error over the ink: {row['auroc_per_ink']:.2f}.",
    )


def beats() -> Fact:
    """Give how much of a ventricular beat the monitor's autoencoder redraws.

    Raises
    ------
    AssetError
        If the shipped weights do not say.
    """
    from models.explain.figures import shipped_figures

    figures = shipped_figures()
    if figures is None:
        raise AssetError("The shipped autoencoder's card does not say how much it redraws.")
    return Fact(
        max(0.0, round(100 * figures.ventricular)),
        f"It redraws {figures}, of the variance about the R peak, by the median of patients new to it.",
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
        row["measure"]: row["auc"]
        for row in load_figures()["measures"]
        if (row["database"], row["class"]) == ("DS1", "V")
    }
    found = {way: measured[name] for way, name in WAYS.items()}
    return Fact(
        max(found, key=lambda way: found[way]),
        f"How often one is farther off than a normal one (AUC): off the map {found['outside']:.2f}, from the "
        f"patient's own place {found['own']:.2f}, badly redrawn {found['redrawn']:.2f}.",
    )
