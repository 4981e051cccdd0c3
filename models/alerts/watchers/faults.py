"""Technical alerts about the signal itself: a flat line, a signal at its limit, too large or too small."""

from __future__ import annotations

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.watcher import Block
from models.signal.faults import Fault, FaultKind

KINDS = {
    FaultKind.FLAT: Kind.FLAT,
    FaultKind.LIMIT: Kind.LIMIT,
    FaultKind.LARGE: Kind.LARGE,
    FaultKind.SMALL: Kind.SMALL,
}
"""The alert that each fault raises. What a fault is, and from when on it is known: `models.signal.faults`."""


class FaultWatch:
    """Watch for faults of the signal.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._fs = fs
        self.start_at(0)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._open: Fault | None = None
        self._stop = sample

    def push(self, block: Block) -> list[Event]:
        """Take the next block; give the faults that ended in it."""
        self._stop = block.stop
        self._open = next((fault for fault in block.faults if fault.over is None), None)
        return [_event(fault, fault.end, fault.over) for fault in block.faults if fault.over is not None]

    @property
    def open(self) -> Event | None:
        """The fault that is going on."""
        if self._open is None:
            return None
        return _event(self._open, self._stop - 1, self._stop - 1)

    def finish(self) -> list[Event]:
        """Give the fault in which the stream ended."""
        return [self.open] if self.open is not None else []


def _event(fault: Fault, end: int, emitted: int) -> Event:
    return Event(KINDS[fault.kind], fault.start, fault.start, end, emitted, {}, {}, level_mv=fault.level_mv)
