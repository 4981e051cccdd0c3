"""The analysis of one lead: push samples in, get scores and alerts out.

The same object runs live, headless and in tests. It gives the same scores and alerts however the stream is
cut, and nothing it says about a sample depends on samples that come later than a fixed delay.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from monitor.analysis.events import CHANNELS, Channel, Event
from monitor.analysis.gaps import GapWatch
from monitor.analysis.grouping import Grouper
from monitor.analysis.heart import HeartWatch

if TYPE_CHECKING:
    from models.pipeline import ChannelRows, Scores
    from models.qrs import Beats
    from models.rhythm import Rhythm


class Scorer(Protocol):
    """What turns samples into scores; `models.pipeline.ScoreStream` is the real one."""

    @property
    def thresholds(self) -> dict[str, float]:
        """Threshold of each channel, as the weights carry it."""

    def push(self, samples: npt.NDArray[np.floating]) -> Scores:
        """Score the next samples (shape (n,), mV)."""

    def reset(self) -> None:
        """Forget everything heard."""


@dataclass(frozen=True)
class Analysis:
    """What one push brought.

    Attributes
    ----------
    rows : dict of Channel to ChannelRows
        New scores, and what the model expected to see, row by row; row indices are in the source's time base.
    events : tuple of Event
        Alerts that became complete, in the order of time.
    open : Event or None
        The alert that is going on, as far as it is known by now.
    beats : Beats
        New R peaks, in the source's time base.
    rhythm : Rhythm
        Heart rate and its variability at the end of the push.
    """

    rows: dict[Channel, ChannelRows]
    events: tuple[Event, ...]
    open: Event | None
    beats: Beats
    rhythm: Rhythm


class Analyzer:
    """Analyse one lead as a stream.

    Parameters
    ----------
    fs : float
        Sampling frequency of the stream in Hz.
    scorer : Scorer
        Turns samples into scores.
    start : int
        Index, in the source's time base, of the first sample that will be pushed.
    """

    def __init__(self, fs: float, scorer: Scorer, start: int = 0) -> None:
        self.fs = fs
        self._scorer = scorer
        self.default_thresholds = {c: float(scorer.thresholds[c]) for c in CHANNELS}
        self._thresholds = dict(self.default_thresholds)
        self._reset(start)

    def _reset(self, start: int) -> None:
        self._start = start
        self._grouper = Grouper(self.fs)
        self._gaps = GapWatch(self.fs)
        self._gaps.start_at(start)
        self._heart = HeartWatch(self.fs, start)

    def reset(self, start: int = 0) -> None:
        """Forget the stream so far; the next sample pushed is sample `start`. Thresholds stay."""
        self._scorer.reset()
        self._reset(start)

    @property
    def thresholds(self) -> dict[Channel, float]:
        """Threshold of each channel, in the channel's unit."""
        return dict(self._thresholds)

    def set_threshold(self, channel: Channel, value: float) -> None:
        """Change a threshold from the next sample on.

        Raises
        ------
        ValueError
            If `value` is not positive and finite.
        """
        if not (value > 0 and np.isfinite(value)):
            raise ValueError(f"The {channel} threshold must be positive, not {value}.")
        self._thresholds[channel] = float(value)

    def push(self, samples: npt.NDArray[np.floating]) -> Analysis:
        """Analyse the next samples.

        Parameters
        ----------
        samples : ndarray, shape (n,)
            Signal in mV, NaN in gaps.

        Returns
        -------
        Analysis
            New scores and alerts; sample indices are in the source's time base.

        Raises
        ------
        ValueError
            If `samples` is not one-dimensional.
        """
        if samples.ndim != 1:
            raise ValueError(f"samples must have shape (n,), not {samples.shape}.")
        scores = self._scorer.push(samples)
        rows = {
            Channel.FORECAST: self._placed(scores.forecast),
            Channel.RECONSTRUCTION: self._placed(scores.reconstruction),
        }
        for channel, new in rows.items():
            self._grouper.add(channel, new.index, new.emitted, new.score, self._thresholds[channel])
        events = [*self._grouper.take_complete(), *self._gaps.push(samples)]
        events.sort(key=lambda e: (e.emitted, e.start))
        beats, rhythm = self._heart.push(samples)
        return Analysis(rows, tuple(events), self._gaps.open or self._grouper.open, beats, rhythm)

    def finish(self) -> tuple[Event, ...]:
        """At the end of the stream, the alerts that were still open."""
        rest = self._grouper.take_rest()
        if (gap := self._gaps.open) is not None:
            rest.append(gap)
        return tuple(rest)

    def _placed(self, rows: ChannelRows) -> ChannelRows:
        """Rows counted from the start of the stream, put in the source's time base."""
        if not self._start:
            return rows
        return type(rows)(rows.index + self._start, rows.emitted + self._start, rows.expected, rows.score)
