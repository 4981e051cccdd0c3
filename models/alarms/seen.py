"""What the rules of alarms see of the analysis: its beats one by one, the rest as it came."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from models.alarms.broad import Broad
from models.alarms.hearing import Hearing
from models.alarms.sizes import Sizes
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
        Whether it has such a shape, be its alert withheld for noise; not that of an early beat from above.
    score : float
        How far it has it, 1 where an alert is raised; NaN where that is not known.
    slight : bool
        Whether it is so low that it will be a P wave or a pacing pulse (`models.alarms.sizes`).
    broad : bool
        Whether it and all before it are broad (`models.alarms.broad`).
    """

    r_peak: int
    emitted: int
    ventricular: bool
    whole: bool
    pause_s: float | None
    shaped: bool = False
    score: float = math.nan
    slight: bool = False
    broad: bool = False


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

    What was taken for a beat in ventricular flutter, or while no lead could be heard, is none. That flutter
    is over is known some seconds later: the beats since its end come then.

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
        self._sizes, self._broad = Sizes(leads), Broad(fs)
        self._held: deque[Beat] = deque()  # came while flutter went on, which may be over by then
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
        assert analysis.block is not None
        beats = analysis.beats
        for i in range(len(beats)):
            beat = self._beat(analysis, i)
            yield from self._released(beat.emitted)
            if self._flutter.covers(beat.r_peak, beat.r_peak, beat.emitted):
                self._held.append(beat)
            else:
                yield from self._heard(beat)
        yield from self._released(analysis.block.stop - 1)

    def _beat(self, analysis: Analysis, i: int) -> Beat:
        """One beat of a push, as if nothing before it had been left out."""
        beats, block = analysis.beats, analysis.block
        assert block is not None
        rr, pause = float(beats.rr_s[i]), float(beats.pause_s[i])
        score = float(beats.score[i])
        slight = self._sizes.slight([float(own.beats.amplitude[i]) for own in block.leads or (block,)])
        return Beat(
            int(beats.index[i]),
            int(beats.emitted[i]),
            bool(analysis.ectopic[i]),
            not (math.isnan(rr) and math.isnan(pause)),
            None if math.isnan(pause) else pause,
            score >= 1 and not float(beats.supraventricular[i]) >= 1,
            score,
            slight,
            not slight and self._broad.beat(int(beats.index[i]), rr, self._waves),
        )

    def _released(self, at: int) -> Iterator[Beat]:
        """The beats that were held until flutter was known to be over, by what is known at sample `at`."""
        while self._held:
            over = self._flutter.over(self._held[0].emitted, at)
            if over is None:
                return
            beat = self._held.popleft()
            if self._flutter.covers(beat.r_peak, beat.r_peak, over):
                self._left_out = True
            else:
                yield from self._heard(replace(beat, emitted=over, ventricular=beat.shaped))

    def _heard(self, beat: Beat) -> Iterator[Beat]:
        """The beat, unless no lead could be heard."""
        if self._hearing.deaf_until(beat.emitted) >= beat.r_peak:
            self._left_out = True
            return
        if self._left_out:
            beat = replace(beat, whole=False, pause_s=None)
        self._left_out = False
        yield beat
