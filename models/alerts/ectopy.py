"""From judged beats to alerts: single ectopic beats, pairs, runs, and premature beats."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.reasons import Channel, Reason

if TYPE_CHECKING:
    from models.beats.scores import BeatScores

BEFORE_S, AFTER_S = 0.1, 0.3
"""An alert's span begins and ends so long before its first and after its last R peak, s."""

WAIT_S = 2.0
"""Ectopic beats in a row are one alert; without another beat for this long it is complete, s."""

LOOK_BACK, MOST_PREMATURE = 20, 4
"""Where more than so many of so many latest beats came early the rhythm is irregular (atrial fibrillation,
most often), and a premature beat is no news."""


@dataclass(frozen=True)
class _Beat:
    """One beat that is ectopic or premature."""

    r_peak: int
    emitted: int
    score: float
    premature: float
    reasons: dict[Reason, float]


class BeatGrouper:
    """Join judged beats into alerts, the same however they come.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._fs = fs
        self._wait = round(WAIT_S * fs)
        self._group: list[_Beat] = []
        self._thresholds: dict[Channel, float] = {}
        self._early: deque[bool] = deque(maxlen=LOOK_BACK)

    def push(self, beats: BeatScores, now: int, thresholds: dict[Channel, float]) -> list[Event]:
        """Take the next beats.

        Parameters
        ----------
        beats : BeatScores
            In the source's time base.
        now : int
            Index after the newest sample of the stream.
        thresholds : dict of Channel to float
            Of `Channel.ECTOPY` and `Channel.PREMATURE`.

        Returns
        -------
        list of Event
            Alerts that are now complete, in the order of time.
        """
        done: list[Event] = []
        for i in range(len(beats)):
            emitted = int(beats.emitted[i])
            done += self._expire(emitted)
            score, premature = float(beats.score[i]), float(beats.premature[i])
            early = premature >= thresholds[Channel.PREMATURE]
            ectopic = score >= thresholds[Channel.ECTOPY]
            if ectopic:
                self._thresholds = dict(thresholds)
                self._group.append(_beat(beats, i, thresholds))
            else:
                done += self._close(emitted)
                if early and sum(self._early) <= MOST_PREMATURE:
                    done.append(self._premature(_beat(beats, i, thresholds), thresholds))
            self._early.append(early)
        return done + self._expire(now - 1)

    @property
    def open(self) -> Event | None:
        """The alert to which another beat may still be added; None where there is none."""
        return self._event(self._group[-1].emitted) if self._group else None

    def take_rest(self) -> list[Event]:
        """What is still open at the end of the stream."""
        return self._close(self._group[-1].emitted) if self._group else []

    def _expire(self, at: int) -> list[Event]:
        """Close the alert if no beat has followed in time."""
        if self._group and at >= self._group[-1].emitted + self._wait:
            return self._close(self._group[-1].emitted + self._wait)
        return []

    def _close(self, emitted: int) -> list[Event]:
        if not self._group:
            return []
        event = self._event(emitted)
        self._group = []
        return [event]

    def _event(self, emitted: int) -> Event:
        beats = self._group
        top = max(beats, key=lambda b: (b.score, -b.r_peak))
        kind = (Kind.ECTOPIC, Kind.PAIR, Kind.RUN)[min(len(beats), 3) - 1]
        rate = None
        if len(beats) > 1:
            rate = 60.0 * self._fs * (len(beats) - 1) / (beats[-1].r_peak - beats[0].r_peak)
        return self._about(
            kind, beats, top, emitted, {Channel.ECTOPY: top.score}, self._thresholds[Channel.ECTOPY], rate
        )

    def _premature(self, beat: _Beat, thresholds: dict[Channel, float]) -> Event:
        scores = {Channel.PREMATURE: beat.premature}
        limit = thresholds[Channel.PREMATURE]
        return self._about(Kind.PREMATURE, [beat], beat, beat.emitted, scores, limit, None)

    def _about(
        self,
        kind: Kind,
        beats: list[_Beat],
        top: _Beat,
        emitted: int,
        scores: dict[Channel, float],
        threshold: float,
        rate: float | None,
    ) -> Event:
        return Event(
            kind,
            max(0, beats[0].r_peak - round(BEFORE_S * self._fs)),
            top.r_peak,
            beats[-1].r_peak + round(AFTER_S * self._fs),
            emitted,
            scores,
            dict.fromkeys(scores, threshold),
            tuple(b.r_peak for b in beats),
            top.reasons,
            top.premature if np.isfinite(top.premature) else None,
            rate,
        )


def _beat(beats: BeatScores, i: int, thresholds: dict[Channel, float]) -> _Beat:
    said = {
        Reason.FORECAST: float(beats.forecast[i]),
        Reason.RECONSTRUCTION: float(beats.reconstruction[i]),
        Reason.TEMPLATE: float(beats.template[i]),
        Reason.AUTOENCODER: float(beats.autoencoder[i]),
        Reason.RHYTHM: float(beats.premature[i]) / thresholds[Channel.PREMATURE],
    }
    return _Beat(
        int(beats.index[i]),
        int(beats.emitted[i]),
        float(beats.score[i]),
        float(beats.premature[i]),
        {reason: value for reason, value in said.items() if np.isfinite(value)},
    )
