"""How much of what was watched is in alerts: alerts an hour, and the share of beats by class."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.alerts.events import Event
from models.alerts.kinds import Nature

LEAST_S = 60.0
"""Over less than this nothing is said of an hour, s."""


@dataclass(frozen=True)
class Watched:
    """What was analysed of one lead, or of several together.

    Attributes
    ----------
    lead : str
        Name of the lead, or of the leads (`models.alerts.events.Event.analysis`).
    first, last : int
        Alerts that begin from the one sample to the other are counted.
    seconds : float
        How much was analysed between them, s.
    beats : int
        Beats found between them.
    """

    lead: str = ""
    first: int = 0
    last: int = 0
    seconds: float = 0.0
    beats: int = 0


@dataclass(frozen=True)
class Burden:
    """How much of it is in alerts.

    Attributes
    ----------
    alerts : int
        Alerts that were counted.
    per_hour : float
        The same, an hour of what was analysed.
    shares : dict of Nature to float
        Beats in alerts as a share of all beats found, by what the alerts are about.
    """

    alerts: int
    per_hour: float
    shares: dict[Nature, float]


@dataclass
class _Sums:
    """Of one analysis: where its alerts begin, and how many beats are in those up to each."""

    starts: list[int] = field(default_factory=list)
    beats: dict[Nature, list[int]] = field(default_factory=lambda: {nature: [0] for nature in Nature})


class Tally:
    """Counts alerts and their beats, as they come."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._sums: dict[str, _Sums] = {}

    def take(self, events: Sequence[Event]) -> None:
        """Take alerts, given in the order of their starts; those that go on from the last ones are added."""
        known = len(self._events)
        if list(events[:known]) != self._events:
            known, self._sums = 0, {}
        for event in events[known:]:
            sums = self._sums.setdefault(event.analysis, _Sums())
            sums.starts.append(event.start)
            for nature, counts in sums.beats.items():
                counts.append(counts[-1] + (len(event.beats) if nature is event.kind.nature else 0))
        self._events = list(events)

    def burden(self, watched: Watched, going_on: Event | None = None) -> Burden | None:
        """Say how much of what was watched is in alerts; None where too little was analysed.

        `going_on` is the alert that is not over, which counts as far as it has come.
        """
        if watched.seconds < LEAST_S:
            return None
        sums = self._sums.get(watched.lead) or self._sums.get("") or _Sums()
        lo, hi = bisect_left(sums.starts, watched.first), bisect_right(sums.starts, watched.last)
        alerts = hi - lo
        beats = {nature: counts[hi] - counts[lo] for nature, counts in sums.beats.items()}
        if going_on is not None and going_on.analysis in (watched.lead, ""):
            counts = watched.first <= going_on.start <= watched.last
            alerts += counts
            beats[going_on.kind.nature] += len(going_on.beats) * counts
        shares = {nature: n / watched.beats for nature, n in beats.items() if n and watched.beats}
        return Burden(alerts, 3600 * alerts / watched.seconds, shares)
