r"""The pieces of a formula, and what they are made of.

A formula is text with mathematics between dollar signs: ``r"error $= (x - \hat{x})^2$"``. A line of it is a
piece that is never broken; pieces stand side by side where there is room. `phrase` keeps words and
mathematics apart, so that the words, and their order, can be those of another language:
``phrase("error {equals}", equals=r"$= (x - \hat{x})^2$")``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assets.phrase import Phrase, joined

FRECHET = r"|m_1 - m_2|^2 + \mathrm{tr}(S_1 + S_2 - 2 (S_1 S_2)^{1/2})"
"""Squared Fréchet distance of two normal distributions, by mean and covariance."""


@dataclass(frozen=True)
class Run:
    """A stretch of a piece that is mathematics or words from end to end.

    Attributes
    ----------
    text : str
        With its dollar signs, if it is mathematics.
    mathematics : bool
        Whether it is.
    """

    text: str
    mathematics: bool


def pieces_of(*given: str) -> Phrase:
    """Put a formula together of its pieces, each of which is told in the user's language."""
    return joined("\n", given)


def pieces(source: str) -> tuple[str, ...]:
    """Cut a formula into its lines; one that ends in a backslash goes on in the next."""
    lines = (" ".join(line.split()) for line in source.replace("\\\n", " ").splitlines())
    return tuple(line for line in lines if line)


def runs(piece: str) -> list[Run]:
    r"""Part a piece into words and mathematics; ``\$`` is a dollar, and stands in words."""
    found = re.split(r"((?<!\\)\$(?:\\.|[^$\\])*\$)", piece)
    return [Run(text, bool(i % 2)) for i, text in enumerate(found) if text]
