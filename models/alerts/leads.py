"""Several leads analysed together, as the watchers see them: whose voice counts, and whose alert it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from models.alerts.events import Event
from models.alerts.muting import Withholding
from models.alerts.stillness import Stillness
from models.alerts.watcher import Block, Watcher
from models.leads.fusing import SHIPPED, loudest_lead

Which = npt.NDArray[np.bool_]
"""One entry a lead."""


@dataclass(frozen=True)
class Voices:
    """What each lead says of a beat.

    Attributes
    ----------
    said, votes : ndarray of float, shape (leads,)
        Its score, and its share in that of all (`models.leads.fusing.Fusing.votes`).
    """

    said: npt.NDArray[np.float64]
    votes: npt.NDArray[np.float64]

    def score(self, silent: Which) -> float:
        """Score by the leads that are not silent; NaN where none is left."""
        votes = np.where(silent, 0.0, self.votes)[:, None]
        return float(SHIPPED.fuse(self.said[:, None], votes)[0])

    def speaking(self, silent: Which, threshold: float) -> tuple[int, ...]:
        """Leads that speak for an alert: the loudest, then those that would raise it alone."""
        votes = np.where(silent, 0.0, self.votes)
        loudest = int(loudest_lead(self.said[:, None], votes[:, None])[0])
        others = np.flatnonzero((votes > 0) & (self.said >= threshold)).tolist()
        return (loudest, *(lead for lead in others if lead != loudest))


class Leads:
    """The leads of a stream, one or several: which of them can be believed about a beat.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    leads : int
        How many there are.
    """

    def __init__(self, fs: float, leads: int) -> None:
        self._withheld = [Withholding(fs) for _ in range(leads)]
        self._stillness = [Stillness(fs) for _ in range(leads)]

    def forget(self) -> None:
        """Forget the stream so far."""
        for withheld, stillness in zip(self._withheld, self._stillness, strict=True):
            withheld.forget()
            stillness.forget()

    def take(self, block: Block) -> None:
        """Take the next block."""
        for withheld, stillness, own in zip(
            self._withheld, self._stillness, block.leads or (block,), strict=True
        ):
            withheld.take(own)
            stillness.take(own)

    def silent(self, r_peak: int, at: int) -> Which:
        """Of which leads nothing is said about a beat, by what was known at sample `at`."""
        return np.array([withheld.covers(r_peak, r_peak, at) for withheld in self._withheld])

    def still(self, r_peak: int, at: int) -> Which:
        """Which leads have stood still from a beat to sample `at`, over another beat: they are off."""
        return np.array([stillness.ends(r_peak, at) > at for stillness in self._stillness])

    def moves(self, r_peak: int, due: int, heard: Which) -> int:
        """First sample from `due` on by which every lead that was heard has moved since a beat."""
        ends = (s.ends(r_peak, due) for s, own in zip(self._stillness, heard, strict=True) if own)
        return max(ends, default=due)


class OfLead:
    """A watcher of one of several leads: it is given what is that lead's, and its alerts carry its name.

    Parameters
    ----------
    watcher : Watcher
        What watches.
    lead : int
        Number of the lead.
    name : str
        Its name.
    """

    def __init__(self, watcher: Watcher, lead: int, name: str) -> None:
        self._watcher, self._lead, self._name = watcher, lead, name

    @property
    def open(self) -> Event | None:
        """The alert that is going on in this lead."""
        event = self._watcher.open
        return None if event is None else self._named(event)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._watcher.start_at(sample)

    def push(self, block: Block) -> list[Event]:
        """Take the next block of all leads."""
        return list(map(self._named, self._watcher.push(block.leads[self._lead])))

    def finish(self) -> list[Event]:
        """Give what is still open at the end of the stream."""
        return list(map(self._named, self._watcher.finish()))

    def _named(self, event: Event) -> Event:
        return replace(event, lead=self._name, speaking=(self._name,))


def going_on(alerts: Sequence[Event | None], leads: int) -> Event | None:
    """The alert that is said to be going on, of several leads (`models.alerts.muting`, rule 1).

    Parameters
    ----------
    alerts : sequence of Event or None
        Those that are open.
    leads : int
        How many leads there are.
    """
    technical = [e for e in alerts if e is not None and e.technical]
    if len({e.lead for e in technical}) >= leads:
        return technical[0]
    return next((e for e in alerts if e is not None and not e.technical), technical[0] if technical else None)
