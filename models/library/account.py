"""What was watched of a source and what was said of it: all that an export, a report or a picture needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from assets.records.record import Annotations
from assets.sources.source import NO_ANNOTATIONS, SourceInfo
from models.alarms.alarm import Alarm
from models.alerts.events import Event, joined_leads
from models.beats.scores import BeatScores
from models.judging.labels import BeatClass, beat_classes
from models.patients.artefacts.course import Disturbance
from models.signal.states import State
from models.vitals.readings import Readings

Between = Callable[[int, int], npt.NDArray[np.float32]]
"""Gives samples of all leads between two indices of the source, shape (n, n_leads), NaN in gaps."""

Reference = Callable[[int, int], Annotations]
"""Gives the source's own annotations between two of its samples."""


def _no_reference(start: int, stop: int) -> Annotations:
    return NO_ANNOTATIONS


@dataclass(frozen=True)
class Account:
    """A stretch that was watched, with everything that the analysis said of it.

    Samples and indices are the source's own.

    Attributes
    ----------
    info : SourceInfo
        The source.
    start, stop : int
        First sample of the stretch, and the one after its last.
    columns : tuple of int
        Columns of the leads that were analysed, alone or together.
    between : callable
        Gives the samples.
    beats : BeatScores
        The beats in the stretch, in the order of time.
    alerts : tuple of Event
        The alerts that have a part in it, by their starts.
    alarms : tuple of Alarm
        The alarms that have a part in it, as far as they are known; none that is advisory, which stand for
        alerts.
    states : tuple of State
        What went on meanwhile: the rhythm, the signal's quality.
    reference : callable
        Gives the annotations of the source itself.
    analysed : tuple of (int, int)
        First sample and the one after the last of each stretch that was analysed.
    vitals : Readings
        What was read from the leads beside the ECG, a row a second.
    artefacts : tuple of Disturbance
        What was added to the source's own samples while they were watched; `between` gives them with it.
    """

    info: SourceInfo
    start: int
    stop: int
    columns: tuple[int, ...]
    between: Between
    beats: BeatScores = field(default_factory=BeatScores.none)
    alerts: tuple[Event, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    states: tuple[State, ...] = ()
    reference: Reference = _no_reference
    analysed: tuple[tuple[int, int], ...] = ()
    vitals: Readings = field(default_factory=Readings.none)
    artefacts: tuple[Disturbance, ...] = ()

    @property
    def fs(self) -> float:
        """Rate of the samples, Hz."""
        return self.info.fs

    @property
    def seconds(self) -> float:
        """Length of the stretch, s."""
        return (self.stop - self.start) / self.fs

    @property
    def analysed_s(self) -> float:
        """How much of the stretch was analysed, s."""
        return sum(stop - start for start, stop in self.analysed) / self.fs

    @property
    def lead(self) -> str:
        """Name of the lead, or of the leads, that were analysed."""
        return joined_leads([self.info.leads[column].name for column in self.columns])

    def classes(self) -> list[BeatClass]:
        """The class of each of `beats` (`models.judging.labels`)."""
        return beat_classes(self.beats, self.alerts)

    def samples(self) -> npt.NDArray[np.float32]:
        """All samples of the stretch, shape (stop - start, n_leads), in each lead's unit; NaN in gaps."""
        return self.between(self.start, self.stop)

    def cut(self, start_s: float = 0.0, stop_s: float | None = None) -> Account:
        """Give a part of the stretch.

        Parameters
        ----------
        start_s, stop_s : float
            Where it begins and ends, in seconds of the source; to the end of the stretch where the second is
            left out.

        Raises
        ------
        ValueError
            If nothing of the stretch lies between them.
        """
        start = max(self.start, round(start_s * self.fs))
        stop = self.stop if stop_s is None else min(self.stop, round(stop_s * self.fs))
        if stop <= start:
            raise ValueError(
                phrase(
                    "Nothing was watched between {start_s:g} s and {stop}.",
                    start_s=start_s,
                    stop=phrase("the end") if stop_s is None else phrase("{stop:g} s", stop=stop_s),
                )
            )
        return self.within(start, stop)

    def within(self, start: int, stop: int) -> Account:
        """Give the part between two samples of the source; both must lie in the stretch."""
        first, last = np.searchsorted(self.beats.index, (start, stop)).tolist()
        pieces = ((max(a, start), min(b, stop)) for a, b in self.analysed)
        return replace(
            self,
            start=start,
            stop=stop,
            beats=self.beats.rows(np.arange(first, last)),
            alerts=tuple(e for e in self.alerts if e.start < stop and e.end >= start),
            alarms=tuple(
                a for a in self.alarms if min(a.start, a.raised) < stop and (a.end is None or a.end >= start)
            ),
            states=tuple(s for s in self.states if s.start < stop and (s.over is None or s.end >= start)),
            analysed=tuple((a, b) for a, b in pieces if b > a),
            vitals=self.vitals.between(start, stop),
            artefacts=tuple(
                replace(a, start=max(a.start, start), stop=min(a.stop, stop))
                for a in self.artefacts
                if a.start < stop and a.stop > start
            ),
        )
