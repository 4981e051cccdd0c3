"""A classified beat as alerts need it, and the alerts that are made of beats in a row and of pauses."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

import numpy as np

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.leads import Voices
from models.alerts.reasons import Channel, Reason
from models.alerts.watcher import Block

if TYPE_CHECKING:
    from models.beats.scores import BeatScores

BEFORE_S, AFTER_S = 0.1, 0.3
"""An alert's span begins and ends so long before its first and after its last R peak, s."""

EARLY = 0.2
"""A beat early by this share of the usual interval is called so: the usual 20 % filter for ectopic beats in
heart rate variability."""


class Told(Enum):
    """What is told of a beat."""

    ECTOPIC = auto()
    """It is unlike the patient's own."""

    PREMATURE = auto()
    """It came early from above the ventricles."""


KINDS = {
    Told.ECTOPIC: (Kind.ECTOPIC, Kind.PAIR, Kind.RUN),
    Told.PREMATURE: (Kind.PREMATURE, Kind.PREMATURE_PAIR, Kind.PREMATURE_RUN),
}
"""The alert about one such beat, two in a row, and more."""

CHANNEL = {Told.ECTOPIC: Channel.ECTOPY, Told.PREMATURE: Channel.PREMATURE}
"""By the threshold of which it is told."""


@dataclass(frozen=True)
class Beat:
    """One beat.

    Attributes
    ----------
    r_peak, emitted : int
        R peak, and the sample on whose arrival the beat was classified.
    score, from_above : float
        Score by the leads that are heard; what speaks for an early beat from above the ventricles.
    premature, pause : float
        As in `models.beats.scores.BeatScores`.
    verdicts : mapping of Reason to float
        Verdicts that are known, as multiples of the level from which on they fail.
    thresholds : mapping of Channel to float
        In force when it came.
    voices : Voices or None
        What each lead says; None where one is alone.
    """

    r_peak: int
    emitted: int
    score: float
    from_above: float
    premature: float
    pause: float
    verdicts: Mapping[Reason, float]
    thresholds: Mapping[Channel, float]
    voices: Voices | None = None

    @classmethod
    def of(cls, block: Block, beats: BeatScores, i: int) -> Beat:
        """Take one of the beats of a block; `beats` says of them what the lanes show."""
        verdicts = {
            Reason.FORECAST: float(beats.forecast[i]),
            Reason.RECONSTRUCTION: float(beats.reconstruction[i]),
            Reason.TEMPLATE: float(beats.template[i]),
            Reason.AUTOENCODER: float(beats.autoencoder[i]),
            Reason.RHYTHM: float(beats.premature[i]) / EARLY,
        }
        voices = None
        if block.leads:
            said = np.array([float(own.beats.score[i]) for own in block.leads])
            voices = Voices(said, block.votes[:, i])
        return cls(
            int(beats.index[i]),
            int(beats.emitted[i]),
            float(beats.score[i]),
            float(beats.supraventricular[i]),
            float(beats.premature[i]),
            float(beats.pause_s[i]),
            {reason: value for reason, value in verdicts.items() if np.isfinite(value)},
            dict(block.thresholds),
            voices,
        )

    def strength(self, told: Told) -> float:
        """What is compared with the threshold of what is told."""
        return self.score if told is Told.ECTOPIC else self.from_above

    def limit(self, told: Told) -> float:
        """Threshold of what is told."""
        return self.thresholds[CHANNEL[told]]


def most_unusual(told: Told, beats: list[Beat]) -> Beat:
    """Which of the beats in a row the alert about them names."""
    return max(beats, key=lambda beat: (beat.strength(told), -beat.r_peak))


def in_a_row(
    told: Told,
    beats: list[Beat],
    emitted: int,
    counted: Collection[Reason],
    fs: float,
    speaking: tuple[str, ...] = (),
) -> Event:
    """Give the alert about beats that follow each other.

    Parameters
    ----------
    told : Told
        What is told of each of them.
    beats : list of Beat
        At least one, in the order of time.
    emitted : int
        Sample on whose arrival the alert was complete.
    counted : collection of Reason
        The reasons that take part in a beat's score; another is none of an ectopic beat's.
    fs : float
        Sampling frequency of the source in Hz.
    speaking : tuple of str
        Names of the leads that speak for it.
    """
    top = most_unusual(told, beats)
    rate = None
    if len(beats) > 1:
        rate = 60.0 * fs * (len(beats) - 1) / (beats[-1].r_peak - beats[0].r_peak)
    if told is Told.PREMATURE:
        # Its own threshold is what it passed, so that the rhythm counts here whatever its weight.
        counted = {*counted, Reason.RHYTHM}
    channel = CHANNEL[told]
    return Event(
        KINDS[told][min(len(beats), 3) - 1],
        max(0, beats[0].r_peak - round(BEFORE_S * fs)),
        top.r_peak,
        beats[-1].r_peak + round(AFTER_S * fs),
        emitted,
        {channel: top.strength(told)},
        {channel: beats[-1].limit(told)},
        tuple(beat.r_peak for beat in beats),
        {reason: value for reason, value in top.verdicts.items() if reason in counted},
        top.premature if np.isfinite(top.premature) else None,
        rate,
        top.pause if np.isfinite(top.pause) else None,
        lead=speaking[0] if speaking else "",
        speaking=speaking,
    )


def pause(beat: Beat, emitted: int, fs: float) -> Event:
    """Give the alert about the pause that ended in a beat."""
    start = max(0, beat.r_peak - round(beat.pause * fs))
    share = beat.premature if np.isfinite(beat.premature) else None
    return Event(
        Kind.PAUSE, start, beat.r_peak, beat.r_peak, emitted, {}, {}, premature=share, pause_s=beat.pause
    )
