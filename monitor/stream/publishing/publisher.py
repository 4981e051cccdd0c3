"""What is played, published: each sample once, as it is played, and what is said of it as markers.

Markers are texts of parts with slashes between them, which MNE takes for tags: ``source/208``, ``play/1``,
``pause``, ``seek/12.500`` (seconds of the record at which it goes on), ``beat/V``, ``alert/premature``,
``alarm/pause/begins``, ``alarm/pause/over``. A beat, an alert and an alarm bear the stamp of their sample,
and so may be older than the marker before.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from assets.sources.source import SourceInfo
from models.alarms.alarm import Alarm
from models.alerts.events import Event
from models.alerts.kinds import Priority
from monitor.stream.publishing.outlets import Outlets, PublishError
from monitor.stream.publishing.stamps import Stamps

KNOWN = 1000
"""So many alerts and alarms are remembered, each of which is told once."""


class Publisher:
    """Publish one source under a name.

    Parameters
    ----------
    info : SourceInfo
        What is published.
    name : str
        Under which name.
    outlets : callable, optional
        Makes the outlets.

    Attributes
    ----------
    sent : int
        Samples sent so far, of each lead.

    Raises
    ------
    AssetError
        As `Outlets`.
    """

    def __init__(
        self, info: SourceInfo, name: str, outlets: Callable[[SourceInfo, str], Outlets] = Outlets
    ) -> None:
        self.info, self.name = info, name
        self.sent = 0
        if info.live and info.name == name:
            raise PublishError(
                phrase("{name} is what is received: publish it under another name.", name=name)
            )
        self._outlets = outlets(info, name)
        self._stamps = Stamps(info.fs)
        self._expected: int | None = None
        self._state: tuple[bool, float] | None = None
        self._told: deque[tuple[object, ...]] = deque(maxlen=KNOWN)
        self._mark(f"source/{info.name}")

    @property
    def heard(self) -> bool:
        """Whether anybody listens."""
        return self._outlets.heard

    # What is played -------------------------------------------------------------------------------

    def take(self, start: int, samples: npt.NDArray[np.float32], speed: float = 1.0) -> None:
        """Send the next samples, the last of which is being played now.

        Parameters
        ----------
        start : int
            Sample index of the first; one that does not follow on the last was gone to, and a marker says so.
        samples : ndarray of float32, shape (n, leads)
            In each lead's unit, NaN in gaps.
        speed : float
            How many times as fast as real time it is played.
        """
        if not len(samples):
            return
        now = self._outlets.now()
        self.state(True, speed)
        stamps = self._stamps.of(start, len(samples), speed, now)
        if self._expected is not None and start != self._expected:
            self._mark(f"seek/{start / self.info.fs:.3f}", float(stamps[0]))
        self._expected = start + len(samples)
        self._outlets.send(samples, stamps)
        self.sent += len(samples)

    def state(self, playing: bool, speed: float = 1.0) -> None:
        """Say that it is played, at which speed, or that it is paused, where that has changed."""
        state = (playing, speed if playing else 1.0)
        if state == self._state or (not playing and self._state is None):
            return
        self._state = state
        self._mark(f"play/{speed:g}" if playing else "pause")

    # What is said of it ---------------------------------------------------------------------------

    def beats(self, samples: Sequence[int], symbols: Sequence[str]) -> None:
        """Mark beats, by their R peaks and WFDB symbols; one that was told is not told again."""
        for sample, symbol in zip(samples, symbols, strict=True):
            self._mark_at(int(sample), f"beat/{symbol}", ("beat", int(sample), self._pass_of(int(sample))))

    def alerts(self, events: Iterable[Event]) -> None:
        """Mark alerts that are complete, at the moment that each is about."""
        for event in events:
            known = "alert", event.kind, event.peak, event.lead, self._pass_of(event.peak)
            self._mark_at(event.peak, f"alert/{event.kind.name.lower()}", known)

    def alarms(self, news: Iterable[Alarm]) -> None:
        """Mark that alarms began or are over, at the sample on which that was known.

        One that is advisory stands for an alert, which is marked as such.
        """
        for alarm in news:
            if alarm.priority is Priority.ADVISORY:
                continue
            at = alarm.raised if alarm.over is None else alarm.over
            said = "begins" if alarm.goes_on else "over"
            known = "alarm", alarm.condition, alarm.lead, alarm.raised, said, self._pass_of(at)
            self._mark_at(at, f"alarm/{alarm.condition.key}/{said}", known, late=True)

    def close(self) -> None:
        """Take it from the network."""
        self._mark("end")
        self._outlets.close()

    def _pass_of(self, sample: int) -> float | None:
        """What tells a sample from the same one played another time: when it was played."""
        return self._stamps.when(sample)

    def _mark_at(self, sample: int, text: str, known: tuple[object, ...], *, late: bool = False) -> None:
        at = self._stamps.when(sample)
        if known in self._told or (at is None and not late):
            return  # of a sample that was played before anything was published
        self._told.append(known)
        self._mark(text, at)

    def _mark(self, text: str, at: float | None = None) -> None:
        self._outlets.mark(text, self._outlets.now() if at is None or not math.isfinite(at) else at)
