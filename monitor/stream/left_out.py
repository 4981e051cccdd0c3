"""Stretches that are judged without some of the leads: those of the technical alerts, put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from models.alerts.events import Event


@dataclass(frozen=True)
class LeftOut:
    """A stretch in which the same leads have no vote.

    Attributes
    ----------
    event : Event
        The technical alert of one of them, cut to the stretch.
    leads : tuple of str
        Their names, in the source's order.
    all : bool
        Whether no lead is left.
    """

    event: Event
    leads: tuple[str, ...]
    all: bool

    @property
    def start(self) -> int:
        """Its first sample."""
        return self.event.start

    @property
    def end(self) -> int:
        """Its last sample."""
        return self.event.end


def left_out(
    between: Callable[[float, float], list[Event]], names: Sequence[str], first: float, last: float
) -> list[LeftOut]:
    """Give the stretches that have a sample between two, in the order of time.

    Each is given whole, so that it is the same whichever part of it was asked for.

    Parameters
    ----------
    between : callable
        Gives the technical alerts that overlap two sample indices, of every lead.
    names : sequence of str
        The leads that are analysed.
    first, last : float
        The samples.

    Returns
    -------
    list of LeftOut
        Two that touch are without other leads.
    """
    lo, hi = first, last
    while True:
        events = [event for event in between(lo, hi) if event.lead in names]
        reach = min([lo, *(e.start for e in events)]), max([hi, *(e.end for e in events)])
        if reach == (lo, hi):
            break
        lo, hi = reach
    edges = sorted({edge for event in events for edge in (event.start, event.end + 1)})
    found: list[LeftOut] = []
    for start, stop in pairwise(edges):
        over = [event for event in events if event.start < stop and event.end >= start]
        gone = tuple(name for name in names if any(event.lead == name for event in over))
        if not gone:
            continue
        before = found[-1] if found else None
        if before is not None and before.end == start - 1 and before.leads == gone:
            found[-1] = replace(before, event=replace(before.event, end=stop - 1))
            continue
        event = replace(over[0], start=start, end=stop - 1)
        found.append(LeftOut(event, gone, len(gone) == len(names)))
    return [one for one in found if one.start <= last and one.end >= first]
