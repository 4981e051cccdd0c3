"""Words of mathematics that stand on the panes, each in one line for whoever has not met it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assets.phrase import phrase
from monitor.ui.kit.language import tr


@dataclass(frozen=True)
class Term:
    """A word, and what it means.

    Attributes
    ----------
    name : str
        As it is listed.
    pattern : str
        Regular expression of how it stands in a sentence, the same in every language.
    means : str
        What it means, without mathematics.
    pane : str
        Where it is seen at work.
    """

    name: str
    pattern: str
    means: str
    pane: str


TERMS = (
    Term(
        phrase("MSE, mean squared error"), r"MSE",
        phrase(
            "MSE: how far the redrawn pixels are from the true ones, each difference squared, then the mean. "
            "0 is a perfect copy."
        ),
        "family",
    ),
    Term(
        phrase("BCE, cross-entropy"), r"BCE",
        phrase(
            "BCE: how surprised a network is by the true pixels, in nats. To be sure and wrong costs most."
        ),
        "losses",
    ),
    Term(
        phrase("nat"), r"nats?",
        phrase(
            "Nats count surprise: 1 nat is 1.44 answers of yes or no. What costs fewer nats is held to be "
            "more probable."
        ),
        "likelihood",
    ),
    Term(
        phrase("ELBO, evidence lower bound"), r"ELBO",
        phrase(
            "ELBO: an estimate of how probable a network holds a picture that is never too good, and mostly "
            "a little too bad."
        ),
        "likelihood",
    ),
    Term(
        phrase("KL divergence"), r"KL",
        phrase("KL: how far one cloud is from another, in nats; 0 if they are the same."),
        "tug-of-war",
    ),
    Term(
        phrase("AUROC, area under the ROC curve"), r"AUROC|AUC",
        phrase(
            "AUROC: of a strange and a normal one taken by chance, how often the strange one scores higher. "
            "1.00 is always, 0.50 is a coin, less misleads."
        ),
        "anomaly",
    ),
    Term(
        phrase("Fréchet distance"), r"Fréchet",
        phrase(
            "Fréchet distance: how unlike two heaps of pictures are, by what a judge notices in them. 0 is "
            "no difference; poor pictures make it greater, and so does a lack of variety."
        ),
        "race",
    ),
)  # fmt: skip
"""In the order in which they are listed."""


def explained(text: str) -> str:
    """Explain the terms that stand in a text, a line each; nothing where there are none."""
    found = (term for term in TERMS if re.search(rf"(?<![A-Za-z])(?:{term.pattern})(?![A-Za-z])", text))
    return "\n".join(tr(term.means) for term in found)
