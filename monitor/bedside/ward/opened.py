"""A bed of a ward as a source of its own: opened with its past, while the ward goes on.

Its alarms are the bed's: whoever opens it sees and acknowledges those, and raises none beside them.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assets.phrase import phrase
from assets.records.record import Annotations
from assets.sources.source import Source, SourceBlock, SourceInfo
from models.alarms.alarm import Alarm
from models.patients.artefacts.course import Disturbance
from models.scenario.source import disturbances_in
from monitor.alarms.lifecycle import Entry, Item
from monitor.bedside.ward.bed import Bed

PAST_S = 300.0
"""So much of a bed's past is taken along, s."""


class BedSource(Source):
    """What a bed has heard lately, and whatever it hears from now on; it comes at the ward's pace.

    Parameters
    ----------
    bed : Bed
        With a source on.
    past_s : float
        How much of its past is taken along, s.
    named : bool
        Whether it says which patient it is; else it is called by the bed's number alone, and shows no label.

    Raises
    ------
    ValueError
        If there is nothing in the bed.
    """

    def __init__(self, bed: Bed, past_s: float = PAST_S, *, named: bool = True) -> None:
        if bed.replay is None or bed.source is None:
            raise ValueError(f"Bed {bed.number} is empty: {bed.failure}")
        self.bed = bed
        self._replay, self._source = bed.replay, bed.source
        info = bed.replay.info
        oldest, _ = bed.replay.history.span
        self._first = max(oldest, bed.replay.position - round(past_s * info.fs))
        self._at = 0
        self._hearing = bed.listen()
        own = phrase("Bed {number}", number=bed.number)
        self._info = replace(
            info,
            name=phrase("{own}: {name}", own=own, name=info.name) if named else own,
            offset=info.offset + self._first,
            start=info.moment(self._first) if named else None,
            n_samples=None,
            seekable=False,
            live=True,
            hidden=info.hidden or not named,
            notes=info.notes if named else "",
            comments=info.comments if named else (),
        )

    @property
    def info(self) -> SourceInfo:
        """What it says of itself: as the bed's source does, from where the past begins."""
        return self._info

    def read(self, n: int) -> SourceBlock:
        """Give the next `n` samples, or as many as the bed has heard by now."""
        start = self._first + self._at
        stop = max(start, min(start + n, self._replay.position))
        samples = self._replay.history.between(start, stop)
        known = self._replay.history.annotations(start, stop)
        moved = Annotations(np.asarray(known.sample) - self._first, known.symbol, known.aux_note)
        block = SourceBlock(self._at, samples, moved)
        self._at = block.stop
        return block

    def disturbances(self, start: int, stop: int) -> tuple[Disturbance, ...]:
        """Say which artefacts are on in the bed between samples `start` and `stop`, in the order of time."""
        first = self._first
        return tuple(
            replace(one, start=one.start - first, stop=one.stop - first)
            for one in disturbances_in(self._source, first + start, first + stop)
        )

    @property
    def ended(self) -> bool:
        """Whether the bed hears nothing any more and all of it has been read."""
        return self.bed.ended and self._first + self._at >= self._replay.position

    def close(self) -> None:
        """Listen no more; the bed stays as it is."""
        self.bed.ignore(self._hearing)

    # Its alarms ------------------------------------------------------------------------------------

    @property
    def known(self) -> tuple[Alarm, ...]:
        """The bed's alarms at the time at which it was opened, as far as they were raised in its past."""
        return tuple(self._moved(alarm) for alarm in self._hearing.before if alarm.raised >= self._first)

    @property
    def items(self) -> tuple[Item, ...]:
        """The alarms at the bed, the most urgent first, counted as this source's samples are."""
        return tuple(replace(item, alarm=self._moved(item.alarm)) for item in self.bed.said.alarms)

    def take_alarms(self) -> tuple[Alarm | Entry, ...]:
        """Give, once, what happened to the bed's alarms since the last call."""
        return tuple(
            replace(one, alarm=self._moved(one.alarm)) if isinstance(one, Entry) else self._moved(one)
            for one in self._hearing.take()
        )

    def acknowledge(self, by: str = "") -> tuple[Alarm, ...]:
        """Acknowledge the bed's alarms; give those that were not yet."""
        return tuple(map(self._moved, self.bed.acknowledge(by)))

    def _moved(self, alarm: Alarm) -> Alarm:
        """An alarm of the bed in this source's samples; what lies before them is at the first."""
        first = self._first
        return replace(
            alarm,
            start=max(0, alarm.start - first),
            raised=max(0, alarm.raised - first),
            end=None if alarm.end is None else max(0, alarm.end - first),
            over=None if alarm.over is None else max(0, alarm.over - first),
            offset=alarm.offset + first,
        )
