"""The analysis of one lead: push samples in, get scores and alerts out.

The same object runs live, headless and in tests. It gives the same scores and alerts however the stream is
cut, and nothing it says about a sample depends on samples that come later than a fixed delay.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from models.alerts.ectopy import BeatGrouper
from models.alerts.events import Event
from models.alerts.gaps import GapWatch
from models.alerts.grouping import Grouper
from models.alerts.kinds import Kind
from models.alerts.reasons import Channel
from models.signal.rhythm import HeartRate, Rhythm

if TYPE_CHECKING:
    from models.beats.scores import BeatScores
    from models.pipeline import Scores
    from models.running.autoencoder import Autoencoder
    from models.running.channels import ChannelRows
    from models.running.forecaster import Forecaster

PERSISTS_S = 1.5
"""Where the running models fail for so long and no beat can be judged, that itself is an alert, s."""


Template = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]
"""A patient's usual beat: times from the R peak (s) and mV."""


class Scorer(Protocol):
    """What turns samples into scores; `models.pipeline.ScoreStream` is the real one."""

    @property
    def thresholds(self) -> dict[str, float]:
        """Threshold of each channel, as the weights carry it."""

    @property
    def template(self) -> Template | None:
        """The patient's usual beat so far."""

    @property
    def networks(self) -> tuple[Forecaster, Autoencoder] | None:
        """The running models, to look into."""

    def push(self, samples: npt.NDArray[np.floating]) -> Scores:
        """Score the next samples (shape (n,), mV)."""

    def reset(self) -> None:
        """Forget everything heard."""


@dataclass(frozen=True)
class Analysis:
    """What one push brought.

    The fast path (`provisional`) speaks while a beat goes on; the confirm path turns what it said into an
    alert or lets it fade.

    Attributes
    ----------
    rows : dict of Channel to ChannelRows
        New scores, and what the model expected to see, row by row; row indices are in the source's time base.
    events : tuple of Event
        Alerts that became complete, in the order of time.
    open : Event or None
        The alert that is going on, as far as it is known by now.
    beats : BeatScores
        New beats, ectopic or not, in the source's time base.
    provisional : tuple of Event
        Marks of the fast path on which the confirm path has not spoken yet: all there are now.
    rhythm : Rhythm
        Heart rate and its variability at the end of the push.
    """

    rows: dict[Channel, ChannelRows]
    events: tuple[Event, ...]
    open: Event | None
    beats: BeatScores
    provisional: tuple[Event, ...]
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
        self.default_thresholds = {c: float(scorer.thresholds[c]) for c in Channel}
        self._thresholds = dict(self.default_thresholds)
        self._reset(start)

    def _reset(self, start: int) -> None:
        self._start = start
        self._now = start
        self._grouper = Grouper(self.fs)
        self._beats = BeatGrouper(self.fs)
        self._judged: list[int] = []  # R peaks of judged beats that a mark may still cover
        self._gaps = GapWatch(self.fs)
        self._gaps.start_at(start)
        self._rate = HeartRate(self.fs)

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
        self._now += len(samples)
        beats = self._shifted(scores.beats)
        self._judged += beats.index[np.isfinite(beats.score)].tolist()
        marks = self._grouper.take_complete()
        events = [
            *self._beats.push(beats, self._now, self._thresholds),
            *self._unexplained(marks),
            *self._gaps.push(samples),
        ]
        events.sort(key=lambda e: (e.emitted, e.start))
        pending = self._grouper.pending
        oldest = min((m.start for m in pending), default=self._now) - round(PERSISTS_S * self.fs)
        self._judged = [r for r in self._judged if r >= oldest]
        provisional = tuple(m for m in pending if not self._beats_in(m))
        rhythm = self._rate.push(beats.index, self._now)
        going_on = self._gaps.open or self._beats.open
        return Analysis(rows, tuple(events), going_on, beats, provisional, rhythm)

    def finish(self) -> tuple[Event, ...]:
        """At the end of the stream, the alerts that were still open."""
        rest = [*self._beats.take_rest(), *self._unexplained(self._grouper.take_rest())]
        if (gap := self._gaps.open) is not None:
            rest.append(gap)
        return tuple(rest)

    def _unexplained(self, marks: list[Event]) -> list[Event]:
        """Alerts for marks that last although no beat in them could be judged."""
        least = PERSISTS_S * self.fs
        lasting = [m for m in marks if m.end - m.start >= least and not self._beats_in(m)]
        return [replace(m, kind=Kind.UNEXPECTED) for m in lasting]

    def _beats_in(self, mark: Event) -> bool:
        """Whether a beat within the mark has been judged."""
        return any(mark.start <= r <= mark.end for r in self._judged)

    def _shifted(self, beats: BeatScores) -> BeatScores:
        """Beats counted from the start of the stream, put in the source's time base."""
        if not self._start:
            return beats
        return replace(beats, index=beats.index + self._start, emitted=beats.emitted + self._start)

    def _placed(self, rows: ChannelRows) -> ChannelRows:
        """Rows counted from the start of the stream, put in the source's time base."""
        if not self._start:
            return rows
        return type(rows)(rows.index + self._start, rows.emitted + self._start, rows.expected, rows.score)
