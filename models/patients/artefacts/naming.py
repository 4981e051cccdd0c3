"""How artefacts are named behind a source: ``208+muscle=6@II@60-120+off@V1``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assets.errors import RecordError
from assets.phrase import phrase
from assets.records.open import ENDINGS
from assets.text.shape import ENDINGS as TEXT_ENDINGS
from models.patients.artefacts.kinds import ARTEFACTS, artefact_named, settled_amount

_PART = r"\+[a-z][a-z0-9-]*(?:=[^+@/\\]*)?(?:@[^+@/\\]+)*"
_NAME = re.compile(rf"(.+?)((?:{_PART})+)", re.DOTALL)
_SPAN = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)?")
_FILE = re.compile(
    rf"(?:{'|'.join(map(re.escape, (*ENDINGS, *TEXT_ENDINGS, '.toml')))})(?:\?[^+]*)?(?=\+|$)", re.IGNORECASE
)
"""How a file's name ends: what stands before that are no artefacts, whatever it looks like."""

_SEED = "seed"
_MOST_CHARS = 4096
"""No name with artefacts is longer, as no path is: taking one apart takes the square of its length."""

_MOST_SEED = 2**32 - 1


@dataclass(frozen=True)
class Asked:
    """One artefact, as it is named.

    Attributes
    ----------
    kind : str
        One of `models.patients.artefacts.kinds.ARTEFACTS`.
    amount : float
        In its unit.
    leads : tuple of str
        Names of the leads; empty for all that it can be in.
    from_s, to_s : float, float or None
        From when to when, s; None for without an end.
    """

    kind: str
    amount: float
    leads: tuple[str, ...] = ()
    from_s: float = 0.0
    to_s: float | None = None

    def __str__(self) -> str:
        """As it is named, always in one way."""
        amount = f"={self.amount:.12g}" if ARTEFACTS[self.kind].unit else ""
        leads = f"@{','.join(self.leads)}" if self.leads else ""
        if not self.from_s and self.to_s is None:
            return f"{self.kind}{amount}{leads}"
        to = "" if self.to_s is None else f"{self.to_s:.12g}"
        return f"{self.kind}{amount}{leads}@{self.from_s:.12g}-{to}"


@dataclass(frozen=True)
class DisturbedName:
    """A source's name with artefacts, taken apart.

    Attributes
    ----------
    source : str
        The name of what is disturbed.
    asked : tuple of Asked
        The artefacts; empty for none.
    seed : int
        Where in the noise it begins.
    """

    source: str
    asked: tuple[Asked, ...] = ()
    seed: int = 1

    @classmethod
    def of(cls, text: str) -> DisturbedName:
        """Take a name apart; one that ends in no artefacts, or as a file's does, is a source's alone.

        Raises
        ------
        RecordError
            If an artefact that is named cannot be; one sentence.
        """
        name = text.strip()
        found = _NAME.fullmatch(name) if len(name) <= _MOST_CHARS else None
        if found is None:
            return cls(text)
        begin = max((file.end() for file in _FILE.finditer(name)), default=0)
        begin = max(begin, found.end(1))
        if begin == len(name):
            return cls(text)
        asked, seed = [], 1
        for part in name[begin + 1 :].split("+"):
            if part.startswith(f"{_SEED}="):
                seed = _whole(part.removeprefix(f"{_SEED}="))
            else:
                asked.append(_asked(part))
        return cls(name[:begin], tuple(asked), seed)

    @property
    def label(self) -> str:
        """All of it that decides about the artefacts."""
        return "+".join([*(str(one) for one in self.asked), f"{_SEED}={self.seed}"])


def _asked(part: str) -> Asked:
    head, *places = part.split("@")
    kind, equals, text = head.partition("=")
    artefact_named(kind)
    try:
        amount = settled_amount(kind, float(text) if equals else None)
    except ValueError:
        raise RecordError(
            phrase("The amount of the artefact {kind} must be a number, not {text!r}.", kind=kind, text=text)
        ) from None
    leads: tuple[str, ...] = ()
    from_s, to_s = 0.0, None
    for place in places:
        span = _SPAN.fullmatch(place)
        if span is None:
            leads = tuple(name.strip() for name in place.split(","))
            continue
        from_s, to_s = float(span[1]), float(span[2]) if span[2] else None
        if to_s is not None and to_s <= from_s:
            raise RecordError(
                phrase("The artefact {kind} must end after it begins, not {place} s.", kind=kind, place=place)
            )
    return Asked(kind, amount, leads, from_s, to_s)


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,10}", text, re.ASCII) or int(text) > _MOST_SEED:
        raise RecordError(
            phrase(
                "The seed of artefacts is a whole number from 0 to {most}, not {text!r}.",
                most=_MOST_SEED,
                text=text,
            )
        )
    return int(text)
