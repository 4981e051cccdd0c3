"""From scores over a threshold to provisional alerts, however the scores arrive."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.reasons import CHANNELS, Channel

JOIN_S = 0.25
"""Stretches over a threshold that lie closer than this are one provisional alert, in seconds: about the
width of a wide QRS with its T wave, so that one ectopic beat makes one, and less than the shortest RR
interval of a fast tachycardia (0.25 s is 240 /min)."""


@dataclass
class _Group:
    """Rows over a threshold, no two neighbours further apart than the joining distance."""

    start: int
    end: int
    peaks: dict[Channel, tuple[float, int]]
    thresholds: dict[Channel, float]
    emitted: int

    def absorb(self, other: _Group) -> None:
        self.start = min(self.start, other.start)
        self.end = max(self.end, other.end)
        self.emitted = max(self.emitted, other.emitted)
        for channel, peak in other.peaks.items():
            mine = self.peaks.get(channel)
            # Of equal peaks the earlier one stands, so that the order of arrival does not matter.
            if mine is None or (peak[0], -peak[1]) > (mine[0], -mine[1]):
                self.peaks[channel] = peak
                self.thresholds[channel] = other.thresholds[channel]

    def event(self, emitted: int) -> Event:
        scores = {c: self.peaks[c][0] for c in CHANNELS if c in self.peaks}
        thresholds = {c: self.thresholds[c] for c in scores}
        strongest = max(scores, key=lambda c: scores[c] / thresholds[c])
        peak = self.peaks[strongest][1]
        return Event(Kind.PROVISIONAL, self.start, peak, self.end, emitted, scores, thresholds)


class Grouper:
    """Join what crosses a threshold of either running model into provisional alerts.

    Such an alert is a connected component: rows over their threshold, linked where they lie within `JOIN_S`
    of each other. The definition does not depend on arrival, so the alerts are the same however the stream
    was cut. One is complete once every channel has passed its end by more than `JOIN_S`.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    channels : sequence of Channel
        The channels that will report; an alert waits for all of them.
    """

    def __init__(self, fs: float, channels: tuple[Channel, ...] = CHANNELS) -> None:
        self._join = max(1, round(JOIN_S * fs))
        # For each channel, the rows that tell how far it has come, and on whose arrival.
        self._reached: dict[Channel, int] = {c: -1 for c in channels}
        self._progress: dict[Channel, list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]] = {
            c: [] for c in channels
        }
        self._groups: list[_Group] = []

    def add(
        self,
        channel: Channel,
        index: npt.NDArray[np.int64],
        emitted: npt.NDArray[np.int64],
        score: npt.NDArray[np.float32],
        threshold: float,
    ) -> None:
        """Take the next rows of one channel.

        Parameters
        ----------
        channel : Channel
            Which channel reports.
        index, emitted : ndarray of int64, shape (n,)
            Sample that each row describes, and the one on whose arrival it came.
        score : ndarray, shape (n,)
            Scores; NaN never raises an alert.
        threshold : float
            What a score must exceed.
        """
        if not len(index):
            return
        self._reached[channel] = int(index[-1])
        self._progress[channel].append((index, emitted))
        over = np.flatnonzero(score > threshold)
        if not len(over):
            return
        for rows in np.split(over, np.flatnonzero(np.diff(index[over]) > self._join) + 1):
            top = int(rows[np.argmax(score[rows])])
            self._insert(
                _Group(
                    start=int(index[rows[0]]),
                    end=int(index[rows[-1]]),
                    peaks={channel: (float(score[top]), int(index[top]))},
                    thresholds={channel: threshold},
                    emitted=int(emitted[rows[-1]]),
                )
            )

    def _insert(self, new: _Group) -> None:
        kept = []
        for group in self._groups:
            if group.start - self._join <= new.end and new.start <= group.end + self._join:
                new.absorb(group)
            else:
                kept.append(group)
        self._groups = sorted([*kept, new], key=lambda g: g.start)

    def take_complete(self) -> list[Event]:
        """Those that nothing can change any more, in the order of time; each is handed out once."""
        done = [g for g in self._groups if min(self._reached.values()) > g.end + self._join]
        self._groups = [g for g in self._groups if min(self._reached.values()) <= g.end + self._join]
        events = [g.event(max(g.emitted, self._completed(g.end + self._join))) for g in done]
        self._forget()
        return events

    def take_rest(self) -> list[Event]:
        """Those that are still open at the end of the stream, as if they ended there."""
        rest, self._groups = self._groups, []
        return [g.event(g.emitted) for g in rest]

    @property
    def pending(self) -> list[Event]:
        """Those that are not complete yet, as far as they are known."""
        return [g.event(g.emitted) for g in self._groups]

    def _completed(self, after: int) -> int:
        """Index of the sample on whose arrival the last channel passed `after`."""
        latest = 0
        for rows in self._progress.values():
            for index, emitted in rows:
                if index[-1] > after:
                    latest = max(latest, int(emitted[np.searchsorted(index, after, side="right")]))
                    break
        return latest

    def _forget(self) -> None:
        # Progress matters only as far back as the oldest open group, or the slowest channel.
        oldest = min([g.end for g in self._groups], default=min(self._reached.values()))
        for rows in self._progress.values():
            while len(rows) > 1 and rows[0][0][-1] <= oldest:
                rows.pop(0)
