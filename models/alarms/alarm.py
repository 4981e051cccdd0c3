"""An alarm: which condition was met, from when to when, and when it was told."""

from __future__ import annotations

from dataclasses import dataclass

from assets.phrase import phrase
from models.alarms.conditions import Condition
from models.alerts.kinds import Priority


@dataclass(frozen=True)
class Alarm:
    """A condition that is or was met, in the source's own time base.

    Attributes
    ----------
    condition : Condition
        Which.
    start : int
        First sample at which it was the case: of asystole the last beat, of a run its first beat.
    raised : int
        Sample on whose arrival the alarm came.
    end : int or None
        Last sample at which it was the case; None while it goes on.
    over : int or None
        Sample on whose arrival it was known to have ended; None while it goes on.
    value, limit : float or None
        What was measured when it came, and the limit that it passed, in the condition's unit.
    note : str
        What else is to be said, a few words; may be empty.
    lead : str
        Name of the lead that a technical alarm is about; empty where it is about the patient.
    source : str
        Identity of what the samples are of (``mitdb/208``).
    offset : int
        Sample of the identity's own time base at which the source's sample 0 lies.
    worst : float or None
        What was measured while it lasted that lay farther beyond the limit than `value`, the farthest of all;
        None where nothing did.
    """

    condition: Condition
    start: int
    raised: int
    end: int | None = None
    over: int | None = None
    value: float | None = None
    limit: float | None = None
    note: str = ""
    lead: str = ""
    source: str = ""
    offset: int = 0
    worst: float | None = None

    @property
    def priority(self) -> Priority:
        """How soon someone must act."""
        return self.condition.priority

    @property
    def goes_on(self) -> bool:
        """Whether it had not ended when this was told."""
        return self.over is None

    def title(self) -> str:
        """What it is, with what was measured: ``Ventricular tachycardia: 154/min``."""
        measured = self.note or ("" if self.value is None else self._measured(self.value))
        if not measured:
            return self.condition.title
        return phrase("{what}: {measured}", what=self.condition.title, measured=measured)

    def in_full(self) -> str:
        """The same with the worst that came while it lasted: ``Pulse high: 121/min, at worst 168/min``."""
        if self.worst is None:
            return self.title()
        return phrase("{what}, at worst {measured}", what=self.title(), measured=self._measured(self.worst))

    def _measured(self, value: float) -> str:
        unit = self.condition.unit
        if unit == "/min":
            return phrase("{rate:.0f}/min", rate=value)
        if unit == "beats":
            return phrase("{n:.0f} beats", n=value)
        return phrase("{value:.1f} {unit}", value=value, unit=unit)

    def why(self) -> str:
        """The limit that was passed, a clause in lower case; empty where there is none."""
        if self.limit is None:
            return ""
        unit = self.condition.unit
        unit = unit if unit.startswith("/") else f" {unit}"
        return phrase("the limit is {limit:g}{unit}", limit=self.limit, unit=unit)
