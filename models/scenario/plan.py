"""What an instructor asks for in advance: ``in 20 s: vt for 15 s, then sinus 60``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assets.errors import RecordError
from assets.phrase import listed, phrase
from models.patients.kinds import KINDS, settled

MOST_TURNS = 20
MOST_S = 3600.0
"""Nothing is planned further ahead, s."""

_NUMBER = r"(\d+(?:\.\d+)?)"
_IN = re.compile(
    rf"(?:in\s+{_NUMBER}\s*(s|min)?|{_NUMBER}\s*([秒分])後に?)\s*[:,、]?\s*(.*)", re.IGNORECASE | re.DOTALL
)
_FOR = re.compile(
    rf"(.*?)(?:\s+for\s+{_NUMBER}\s*(s|min)?|\s*を\s*{_NUMBER}\s*([秒分])間?)", re.IGNORECASE | re.DOTALL
)
_THEN = re.compile(r"\s*(?:(?:,\s*then|,|\bthen\b)\s+|[,、]?\s*(?:次に|その後)|、)\s*", re.IGNORECASE)
_VALUE = re.compile(rf"([a-z][a-z0-9-]*)\s*=?\s*{_NUMBER}", re.IGNORECASE)
_WORDS = {
    "v-tach": "vt",
    "vtach": "vt",
    "v-fib": "vf",
    "vfib": "vf",
    "afib": "af",
    "flutter": "atrial-flutter",
}
FORM = phrase("in 20 s: vt for 15 s, then sinus 60")
"""How it is written, in English or in Japanese."""


@dataclass(frozen=True)
class Turn:
    """The patient comes to have something.

    Attributes
    ----------
    in_s : float
        So many seconds after the plan is made.
    kind, options
        As for `models.patients.patient.Patient`.
    smooth_s : float
        As for `models.scenario.body.Body.steer`.
    """

    in_s: float
    kind: str
    options: Mapping[str, float] = field(default_factory=dict)
    smooth_s: float = 0.0


class Plan:
    """Turns that are still to come.

    Parameters
    ----------
    fs : float
        Samples a second.
    """

    def __init__(self, fs: float) -> None:
        self._fs = fs
        self.coming: list[tuple[int, Turn]] = []

    @property
    def due(self) -> int | None:
        """Sample of the next one; None where there is none."""
        return self.coming[0][0] if self.coming else None

    def set(self, turns: Sequence[Turn], at: int) -> None:
        """Plan these from sample `at` on, and none of those before."""
        self.coming = sorted(
            ((at + round(turn.in_s * self._fs), turn) for turn in turns), key=lambda one: one[0]
        )

    def take(self, at: int) -> list[Turn]:
        """Give those whose time has come, which are then no longer to come."""
        taken = [turn for due, turn in self.coming if due <= at]
        self.coming = self.coming[len(taken) :]
        return taken


def read_plan(text: str) -> list[Turn]:
    """Read a plan as it is typed.

    Parameters
    ----------
    text : str
        ``[in N s:] KIND [RATE] [OPTION VALUE ...] [for N s], then KIND …``; a number alone is the kind's
        first option, which is its rate where it has one.

    Raises
    ------
    RecordError
        If it cannot be read; one sentence with what is allowed.
    """
    said = unicodedata.normalize("NFKC", text).strip()  # a Japanese keyboard writes wide figures
    in_s = 0.0
    if begins := _IN.fullmatch(said):
        in_s, said = _seconds(begins[1] or begins[3], begins[2] or begins[4]), begins[5]
    parts = [part for part in _THEN.split(said) if part.strip()]
    if not parts or len(parts) > MOST_TURNS:
        raise RecordError(
            phrase(
                "A plan is written as “{form}”, with at most {most} turns.",
                form=FORM,
                most=MOST_TURNS,
            )
        )
    turns = []
    for number, part in enumerate(parts):
        lasts = None
        if found := _FOR.fullmatch(part.strip()):
            part, lasts = found[1], _seconds(found[2] or found[4], found[3] or found[5])
        elif number < len(parts) - 1:
            raise RecordError(
                phrase("How long “{part}” lasts is not said: write “{part} for 15 s”.", part=part.strip())
            )
        turns.append(_turn(in_s, part.strip()))
        in_s += lasts or 0.0
        if in_s > MOST_S:
            raise RecordError(
                phrase("A plan looks no further ahead than {most:g} minutes.", most=MOST_S / 60)
            )
        if lasts is not None and number == len(parts) - 1:
            raise RecordError(
                phrase("What follows “{part}” is not said: write “…, then sinus 60”.", part=part.strip())
            )
    return turns


def _seconds(number: str, unit: str | None) -> float:
    return float(number) * (60 if (unit or "").lower() in ("min", "分") else 1)


def _turn(in_s: float, text: str) -> Turn:
    name, _, rest = text.partition(" ")
    kind = _WORDS.get(name.lower(), name.lower())
    if kind not in KINDS:
        raise RecordError(
            phrase("There is no patient {name!r}; there are {names}.", name=name, names=listed(KINDS))
        )
    options: dict[str, float] = {}
    known = list(KINDS[kind].options)
    rest = rest.strip()
    if re.fullmatch(_NUMBER, rest):
        if not known:
            raise RecordError(
                phrase("{kind} has no options, so {rest!r} says nothing of it.", kind=kind, rest=rest)
            )
        rest = f"{known[0]} {rest}"
    while rest:
        found = _VALUE.match(rest)
        if found is None:
            raise RecordError(
                phrase("After {kind} stands a rate, or OPTION VALUE, not {rest!r}.", kind=kind, rest=rest)
            )
        options[found[1].lower()] = float(found[2])
        rest = rest[found.end() :].strip()
    return Turn(in_s, kind, settled(kind, options))
