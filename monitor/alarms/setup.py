"""Which alarms are raised at a bedside, by which limits; as text, to be kept from one start to the next."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

from assets.phrase import phrase
from models.alarms.conditions import Condition, Nature
from models.alarms.limits import PROFILES, Limits

USUAL = "adult"
"""Profile at the first start."""

OWN = "own"
"""What a profile is called whose limits were changed."""

CAN_BE_OFF = tuple(c for c in Condition if not c.lethal and c.nature in (Nature.RHYTHM, Nature.RATE))
"""Conditions that a user may turn off: nothing lethal, and nothing that says that no alarm can come."""

_BY_KEY = {condition.key: condition for condition in CAN_BE_OFF}


@dataclass(frozen=True)
class AlarmSetUp:
    """Limits, and the alarms that are off.

    Attributes
    ----------
    limits : Limits
        When alarms are raised.
    off : frozenset of Condition
        What is not raised.

    Raises
    ------
    ValueError
        If a condition is off that must not be.
    """

    limits: Limits = PROFILES[USUAL]
    off: frozenset[Condition] = frozenset()

    def __post_init__(self) -> None:
        for condition in sorted(self.off, key=lambda one: one.key):
            if condition not in CAN_BE_OFF:
                raise ValueError(phrase("The alarm {key} cannot be turned off.", key=condition.key))

    @property
    def profile(self) -> str:
        """Name of the profile that has these limits; `OWN` where none has."""
        return next((name for name, limits in PROFILES.items() if limits == self.limits), OWN)

    def text(self) -> str:
        """As one line of JSON."""
        off = sorted(condition.key for condition in self.off)
        return json.dumps({"limits": asdict(self.limits), "off": off}, sort_keys=True)

    @classmethod
    def of_text(cls, text: str) -> AlarmSetUp:
        """Read what `text` gives.

        Raises
        ------
        ValueError
            If it is not that: in a sentence that names what is wrong.
        """
        try:
            given = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ValueError(phrase("The kept limits of alarms are no JSON.")) from error
        if not (isinstance(given, dict) and given.keys() == {"limits", "off"}):
            raise ValueError(phrase("The kept limits of alarms have not the parts 'limits' and 'off'."))
        limits, off = given["limits"], given["off"]
        known = {field.name for field in fields(Limits)}
        if not (isinstance(limits, dict) and limits.keys() <= known):
            raise ValueError(phrase("The kept limits of alarms have a limit that is not known."))
        if not (isinstance(off, list) and all(isinstance(key, str) and key in _BY_KEY for key in off)):
            raise ValueError(phrase("The kept limits of alarms turn off what cannot be turned off."))
        return cls(Limits(**limits), frozenset(_BY_KEY[key] for key in off))
