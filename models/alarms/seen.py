"""What the rules of alarms see of the analysis: its beats one by one, the rest as it came."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from models.alerts.analyzer import Analysis
from models.alerts.events import Event
from models.alerts.watcher import Block
from models.alerts.within import Within
from models.signal.states import StateKind


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
    """

    r_peak: int
    emitted: int
    ventricular: bool
    whole: bool
    pause_s: float | None


@dataclass(frozen=True)
class Seen:
    """What one push brought.

    Attributes
    ----------
    beats : tuple of Beat
        The new beats, in the order of time; without those in ventricular flutter, which are none.
    events : tuple of Event
        The models' alerts that became complete.
    block : Block
        What they were made of; every index is in the source's time base.
    now : int
        The newest sample.
    """

    beats: tuple[Beat, ...]
    events: tuple[Event, ...]
    block: Block
    now: int


class Reader:
    """Reads what the analysis brings, push by push, the same however the stream is cut.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    """

    def __init__(self, fs: float) -> None:
        self._flutter = Within(fs, StateKind.FLUTTER)
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self._flutter.forget()
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
        self._flutter.take(analysis.block)
        beats = tuple(self._beats(analysis))
        return Seen(beats, analysis.events, analysis.block, analysis.block.stop - 1)

    def _beats(self, analysis: Analysis) -> Iterator[Beat]:
        beats, ectopic = analysis.beats, analysis.ectopic
        for i in range(len(beats)):
            r_peak, emitted = int(beats.index[i]), int(beats.emitted[i])
            if self._flutter.covers(r_peak, r_peak, emitted):
                self._left_out = True
                continue
            rr, pause = float(beats.rr_s[i]), float(beats.pause_s[i])
            known = not (math.isnan(rr) and math.isnan(pause)) and not self._left_out
            ended = None if math.isnan(pause) or self._left_out else pause
            yield Beat(r_peak, emitted, bool(ectopic[i]), known, ended)
            self._left_out = False
