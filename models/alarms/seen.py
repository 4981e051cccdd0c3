"""What the rules of alarms see of the analysis: its beats one by one, the rest as it came."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from models.alarms.hearing import Hearing
from models.alarms.waves import Waves
from models.alerts.analyzer import Analysis
from models.alerts.events import Event
from models.alerts.watcher import Block
from models.alerts.within import Within
from models.signal.states import StateKind
from models.vitals.readings import Readings


@dataclass(frozen=True)
class Beat:
    """One beat.

    Attributes
    ----------
    r_peak : int
        Its R peak, source sample.
    emitted : int
        Sample on whose arrival it was known.
    ventricular : bool
        Whether it raises an alert for its shape: what the program calls ectopic, and labels V.
    whole : bool
        Whether all of the signal since the beat before it is known.
    pause_s : float or None
        Length of the pause that it ended, s.
    shaped : bool
        Whether it has such a shape, be its alert withheld for noise.
    """

    r_peak: int
    emitted: int
    ventricular: bool
    whole: bool
    pause_s: float | None
    shaped: bool = False


@dataclass(frozen=True)
class Seen:
    """What one push brought.

    Attributes
    ----------
    beats : tuple of Beat
        The new beats, in the order of time.
    events : tuple of Event
        The models' alerts that became complete.
    block : Block
        What they were made of; every index is in the source's time base.
    hearing : Hearing
        When beats could be seen.
    flutter : Within
        When the heart fluttered, as far as it was known.
    vitals : Readings
        The vital signs that were read.
    waves : Waves
        What the leads have looked like of late.
    """

    beats: tuple[Beat, ...]
    events: tuple[Event, ...]
    block: Block
    hearing: Hearing
    flutter: Within
    vitals: Readings = field(default_factory=Readings.none)
    waves: Waves = field(default_factory=Waves)

    @property
    def now(self) -> int:
        """The newest sample."""
        return self.block.stop - 1


class Reader:
    """Reads what the analysis brings, push by push, the same however the stream is cut.

    What was taken for a beat in ventricular flutter, or while no lead could be heard, is none.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    leads : int
        How many leads are analysed together.
    sample : int
        The first sample of the stream.
    """

    def __init__(self, fs: float, leads: int, sample: int = 0) -> None:
        self._flutter = Within(fs, StateKind.FLUTTER)
        self._hearing, self._waves = Hearing(fs, leads, sample), Waves(fs, leads)
        self._left_out = False  # whether the latest beat was

    def read(self, analysis: Analysis) -> Seen:
        """Take what a push of the analysis brought.

        Raises
        ------
        ValueError
            If the analysis does not say what it was made of.
        """
        if analysis.block is None:
            raise ValueError("An analysis without its block says nothing to the alarms.")
        self._take(analysis.block)
        return self._seen(tuple(self._beats(analysis)), analysis.events, analysis.block, analysis.vitals)

    def told(self, beats: tuple[Beat, ...], block: Block) -> Seen:
        """Take beats that are known otherwise, as by annotations, and the block in which they lie."""
        self._take(block)
        return self._seen(beats, (), block, Readings.none())

    def _take(self, block: Block) -> None:
        self._flutter.take(block)
        self._hearing.take(block)
        self._waves.take(block)

    def _seen(
        self, beats: tuple[Beat, ...], events: tuple[Event, ...], block: Block, vitals: Readings
    ) -> Seen:
        return Seen(beats, events, block, self._hearing, self._flutter, vitals, self._waves)

    def _beats(self, analysis: Analysis) -> Iterator[Beat]:
        beats, ectopic = analysis.beats, analysis.ectopic
        for i in range(len(beats)):
            r_peak, emitted = int(beats.index[i]), int(beats.emitted[i])
            deaf = self._hearing.deaf_until(emitted) >= r_peak
            if deaf or self._flutter.covers(r_peak, r_peak, emitted):
                self._left_out = True
                continue
            rr, pause = float(beats.rr_s[i]), float(beats.pause_s[i])
            known = not (math.isnan(rr) and math.isnan(pause)) and not self._left_out
            ended = None if math.isnan(pause) or self._left_out else pause
            shaped = float(beats.score[i]) >= 1
            yield Beat(r_peak, emitted, bool(ectopic[i]), known, ended, shaped)
            self._left_out = False
