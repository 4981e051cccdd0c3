"""From classified beats to alerts: single ectopic beats, pairs, runs, and premature beats."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.muting import LOOK_BACK, is_premature_alert
from models.alerts.reasons import Channel, Reason
from models.alerts.watcher import Block

if TYPE_CHECKING:
    from models.beats.scores import BeatScores

BEFORE_S, AFTER_S = 0.1, 0.3
"""An alert's span begins and ends so long before its first and after its last R peak, s."""

WAIT_S = 2.0
"""Ectopic beats in a row are one alert; without another beat for this long it is complete, s."""


@dataclass(frozen=True)
class _Beat:
    """One beat that is ectopic or premature."""

    r_peak: int
    emitted: int
    score: float
    premature: float
    reasons: dict[Reason, float]


class BeatWatch:
    """Watch the classified beats: those that are ectopic one after the other are one alert.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    counted : collection of Reason
        The reasons that take part in a beat's score; another is none of an ectopic beat's.
    """

    def __init__(self, fs: float, counted: Collection[Reason] = tuple(Reason)) -> None:
        self._fs = fs
        self._counted = frozenset(counted)
        self._wait = round(WAIT_S * fs)
        self.start_at(0)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._group: list[_Beat] = []
        self._thresholds: dict[Channel, float] = {}
        self._early: deque[bool] = deque(maxlen=LOOK_BACK)

    def push(self, block: Block) -> list[Event]:
        """Take the next block; give the alerts about beats that became complete, in the order of time."""
        done: list[Event] = []
        beats, thresholds = block.beats, block.thresholds
        for i in range(len(beats)):
            emitted = int(beats.emitted[i])
            done += self._expire(emitted)
            score, premature = float(beats.score[i]), float(beats.premature[i])
            early = premature >= thresholds[Channel.PREMATURE]
            ectopic = score >= thresholds[Channel.ECTOPY]
            if ectopic:
                self._thresholds = dict(thresholds)
                self._group.append(_beat(beats, i, thresholds, self._counted))
            else:
                done += self._close(emitted)
            if is_premature_alert(early=early, ectopic=ectopic, early_lately=sum(self._early)):
                # Its own threshold is what it passed, so that the rhythm counts here whatever its weight.
                reasons = self._counted | {Reason.RHYTHM}
                done.append(self._premature(_beat(beats, i, thresholds, reasons), thresholds))
            self._early.append(early)
        return done + self._expire(block.stop - 1)

    @property
    def open(self) -> Event | None:
        """The alert to which another beat may still be added; None where there is none."""
        return self._event(self._group[-1].emitted) if self._group else None

    def finish(self) -> list[Event]:
        """Give what is still open at the end of the stream."""
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

    def _premature(self, beat: _Beat, thresholds: Mapping[Channel, float]) -> Event:
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


def _beat(
    beats: BeatScores, i: int, thresholds: Mapping[Channel, float], reasons: Collection[Reason]
) -> _Beat:
    verdicts = {
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
        {reason: value for reason, value in verdicts.items() if reason in reasons and np.isfinite(value)},
    )
