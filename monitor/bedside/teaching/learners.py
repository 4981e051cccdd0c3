"""Who learns, what they mark, and the keys of each where several sit at one machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assets.errors import AssetError
from assets.phrase import phrase
from monitor.bedside.teaching.findings import Finding

MOST = 30
"""A class has so many learners at most."""

MOST_TOGETHER = 3
"""So many have keys of their own at one keyboard; more take turns."""

LONGEST_NAME = 40
"""A name has so many characters at most."""


class LearnerError(AssetError):
    """The learners cannot be taken so; the message says why."""


@dataclass(frozen=True)
class KeyRow:
    """The keys of one learner: one a finding in the order of `Finding`, and one for "now!".

    Attributes
    ----------
    findings : tuple of str
        As Qt names keys (``1``, ``Q``).
    now : str
        The same.
    """

    findings: tuple[str, ...]
    now: str

    def key_of(self, finding: Finding) -> str:
        """Key of a finding."""
        return self.findings[list(Finding).index(finding)]


KEY_ROWS = (
    KeyRow(tuple("1234567890"), "Space"),
    KeyRow(tuple("QWERTYUIOP"), "Return"),
    KeyRow((*"ASDFGHJKL", "N"), "M"),
)
"""The rows of a keyboard, a learner each. The first is that of whoever's turn it is."""


@dataclass(frozen=True)
class Mark:
    """What a learner marked.

    Attributes
    ----------
    learner : str
        Who.
    sample : int
        The newest sample that was on the screen; of a click on a strip, the one that was clicked.
    finding : Finding or None
        What was named; None for "now!".
    clicked : bool
        Whether a place on a strip was clicked, so that no reaction lies between.
    """

    learner: str
    sample: int
    finding: Finding | None = None
    clicked: bool = False


def checked_names(names: Sequence[str]) -> tuple[str, ...]:
    """Give the names as they are kept: trimmed, without control characters, without empty ones.

    Raises
    ------
    LearnerError
        If two are the same, one is too long, or there are too many or none.
    """
    kept = [" ".join("".join(c if c.isprintable() else " " for c in name).split()) for name in names]
    kept = [name for name in kept if name]
    if not kept:
        raise LearnerError(phrase("Name at least one learner."))
    if len(kept) > MOST:
        raise LearnerError(phrase("A class has at most {most} learners, not {n}.", most=MOST, n=len(kept)))
    for i, name in enumerate(kept):
        if len(name) > LONGEST_NAME:
            raise LearnerError(
                phrase(
                    "The name {name}… has more than {most} characters.",
                    name=name[:12],
                    most=LONGEST_NAME,
                )
            )
        if name.casefold() in (other.casefold() for other in kept[:i]):
            raise LearnerError(
                phrase("There are two learners called {name}; give each a name of their own.", name=name)
            )
    return tuple(kept)
