"""Where beats are not to be counted: in flutter there are none, and a signal may show none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assets.phrase import listed, phrase
from models.signal.states import State, StateKind

FLUTTER_WHY = phrase("ventricular flutter or fibrillation?")
"""Why there is no heart rate where the rhythm has no beats."""


@dataclass(frozen=True)
class Uncounted:
    """A stretch in which what was taken for beats counts for no heart rate.

    Attributes
    ----------
    start : int
        Its first sample.
    end : int or None
        Its last sample; None while it goes on.
    why : str
        The reason, a clause in lower case.
    """

    start: int
    end: int | None
    why: str


def uncounted(states: Iterable[State], leads: int) -> tuple[Uncounted, ...]:
    """Find where beats do not count: in flutter, and where no lead that is analysed can be used.

    Parameters
    ----------
    states : iterable of State
        What was told of the heart and of each lead; one without an end goes on.
    leads : int
        Number of leads that are analysed.

    Returns
    -------
    tuple of Uncounted
        Those in flutter first; they may overlap.
    """
    found: list[Uncounted] = []
    of_lead: dict[str, list[Uncounted]] = {}
    for state in states:
        end = None if state.over is None else state.end
        if state.kind is StateKind.FLUTTER:
            found.append(Uncounted(state.start, end, FLUTTER_WHY))
        elif state.kind is StateKind.UNUSABLE:
            of_lead.setdefault(state.lead, []).append(Uncounted(state.start, end, state.why))
    if len(of_lead) == leads:
        first, *others = of_lead.values()
        for other in others:
            first = list(_common(first, other))
        found += [Uncounted(s.start, s.end, _unusable(s.why)) for s in first]
    return tuple(found)


def _unusable(why: str) -> str:
    return phrase("unusable signal ({why})", why=why) if why else phrase("unusable signal")


def _each(why: str) -> tuple[str, ...]:
    return (getattr(why, "parts", ()) or (why,)) if why else ()


def _common(some: list[Uncounted], others: list[Uncounted]) -> Iterator[Uncounted]:
    """The parts that stretches of two leads have in common."""
    for one in some:
        for other in others:
            start = max(one.start, other.start)
            ends = [end for end in (one.end, other.end) if end is not None]
            end = min(ends, default=None)
            if end is None or end >= start:
                whys = dict.fromkeys(why for each in (one, other) for why in _each(each.why))
                yield Uncounted(start, end, listed(whys))


class Counting:
    """Keeps of the states of a stream what says where its beats do not count.

    Parameters
    ----------
    leads : int
        Number of leads that are analysed.
    kept : float
        Samples for which a stretch that is over is kept.
    """

    def __init__(self, leads: int, kept: float) -> None:
        self._leads, self._kept = leads, kept
        self._known: dict[tuple[StateKind, str, int], State] = {}
        self._told: tuple[Uncounted, ...] = ()

    def take(self, states: Iterable[State], now: int) -> tuple[Uncounted, ...]:
        """Take the states that were told up to sample `now`; give the stretches that are known by then."""
        changed = False
        for state in states:
            if state.kind not in (StateKind.FLUTTER, StateKind.UNUSABLE):
                continue
            key = (state.kind, state.lead, state.start)
            before = self._known.get(key)
            changed = changed or before is None or before.over != state.over
            self._known[key] = state
        if self._known:
            old = [
                key
                for key, state in self._known.items()
                if state.over is not None and state.end < now - self._kept
            ]
            for gone in old:
                del self._known[gone]
            changed = changed or bool(old)
        if changed:
            self._told = uncounted(self._known.values(), self._leads)
        return self._told
