"""One source's way into the journal: its alarms, and the signal around each once that has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import numpy as np
import numpy.typing as npt

from assets.sources.source import SourceInfo
from models.alarms.limits import Limits
from monitor.alarms.journaling.lines import Line, line_of
from monitor.alarms.journaling.strips import AFTER_S, BEFORE_S
from monitor.alarms.lifecycle import Change, Entry

Between = Callable[[int, int], npt.NDArray[np.float32]]
"""Gives samples of all leads between two indices, NaN where there are none."""

MOST_KNOWN = 20_000
"""So many alarms of this start are held in memory; what is older is on the disk alone."""


class Book(Protocol):
    """Where lines and strips go."""

    def new_key(self) -> str:
        """Give the identity of one more alarm."""

    def time_of_day(self) -> datetime:
        """Tell the time of day, with its zone."""

    def write(self, line: Line) -> None:
        """Keep a line."""

    def write_strip(self, key: str, start: int, samples: npt.NDArray[np.float32], info: SourceInfo) -> None:
        """Keep the signal around an alarm."""


@dataclass(frozen=True)
class _Due:
    """An alarm whose signal is not all there yet."""

    id: str
    first: int
    raised: int
    stop: int


class Feed:
    """What happens to the alarms of one source. All of it is told by one thread.

    Parameters
    ----------
    book : Book
        Takes lines and strips.
    info : SourceInfo
        The source.
    between : callable
        Gives its signal.
    limits : callable
        The limits that are in force.
    name : callable, optional
        What the source is called now; its own name where it is left out.
    """

    def __init__(
        self,
        book: Book,
        info: SourceInfo,
        between: Between,
        limits: Callable[[], Limits],
        name: Callable[[], str] | None = None,
    ) -> None:
        self._book, self._info, self._between, self._limits = book, info, between, limits
        self._name = name or (lambda: info.name)
        self._ids: dict[tuple[object, ...], str] = {}
        self._head = self._left = 0  # where the stream stands, and where it stood before its last jump
        self._due: list[_Due] = []

    def tell(self, entry: Entry) -> None:
        """Write what happened to an alarm; for `monitor.alarms.lifecycle.LifeCycle`."""
        alarm, info = entry.alarm, self._info
        place = alarm.condition, alarm.lead, alarm.start, alarm.raised
        key = self._ids.get(place)
        new = key is None
        if key is None:
            key = self._ids[place] = self._book.new_key()
            if len(self._ids) > MOST_KNOWN:
                del self._ids[next(iter(self._ids))]
        limits = self._limits() if new else None
        self._book.write(line_of(key, entry, self._book.time_of_day(), self._name(), info.fs, limits))
        if new and entry.change is not Change.NOTED:
            first, stop = alarm.raised - round(BEFORE_S * info.fs), alarm.raised + round(AFTER_S * info.fs)
            due = _Due(key, max(0, first), alarm.raised, stop)
            if not self._kept(due):
                self._due.append(due)

    def advance(self, head: int) -> None:
        """Keep the strips whose signal has come: the stream has run on to `head`."""
        self._head = head
        if self._due:
            self._due = [one for one in self._due if not self._kept(one)]

    def leave(self) -> None:
        """Keep the strips as far as the stream has come: it goes elsewhere, or ends."""
        due, self._due, self._left = self._due, [], self._head
        for one in due:
            self._keep(one, min(one.stop, self._left))

    def _kept(self, due: _Due) -> bool:
        """Keep a strip whose signal has come; whether it had."""
        if due.stop <= self._head:
            self._keep(due, due.stop)
        elif self._head < due.raised <= self._left:
            self._keep(due, min(due.stop, self._left))  # told late, of what lies before a jump
        else:
            return False
        return True

    def _keep(self, due: _Due, stop: int) -> None:
        if stop <= due.first:
            return
        # Now: the source may be closed by the time at which it is written.
        samples = self._between(due.first, stop)
        if np.isfinite(samples).any():
            self._book.write_strip(due.id, due.first, samples, self._info)
