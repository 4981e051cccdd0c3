"""Technical alerts about the signal itself: a flat line, a signal at its limit, too large or too small."""

from __future__ import annotations

from collections.abc import Iterable

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.watcher import Block
from models.alerts.watchers.lasting import LastingWatch
from models.signal.faults import Fault, FaultKind

KINDS = {
    FaultKind.FLAT: Kind.FLAT,
    FaultKind.LIMIT: Kind.LIMIT,
    FaultKind.LARGE: Kind.LARGE,
    FaultKind.SMALL: Kind.SMALL,
}
"""The alert that each fault raises. What a fault is, and from when on it is known: `models.signal.faults`."""


class FaultWatch(LastingWatch[Fault]):
    """Watch for faults of the signal."""

    def found(self, block: Block) -> Iterable[Fault]:
        """Give its faults."""
        return block.faults

    def event(self, found: Fault, end: int, emitted: int) -> Event:
        """Give the alert of its kind, with the level at which the signal stands."""
        kind = KINDS[found.kind]
        return Event(kind, found.start, found.start, end, emitted, {}, {}, level_mv=found.level_mv)
