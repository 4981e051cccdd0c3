"""What the analysis reports: alerts with their place in the record, and why they were raised."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Channel(StrEnum):
    """What has a threshold: the two streams of scores, and the two verdicts on each beat."""

    FORECAST = "forecast"
    RECONSTRUCTION = "reconstruction"
    ECTOPY = "ectopy"
    PREMATURE = "premature"


CHANNELS = (Channel.FORECAST, Channel.RECONSTRUCTION)
"""The channels with a score at every row: the fast path, drawn in lanes."""


class Kind(StrEnum):
    """What kind of alert this is; the value is what people read."""

    ECTOPIC = "Ectopic beat?"
    PAIR = "Ectopic pair?"
    RUN = "Ectopic run?"
    PREMATURE = "Premature beat?"
    UNEXPECTED = "Unexpected course"
    PROVISIONAL = "Looking again"
    GAP = "Signal lost"


class Reason(StrEnum):
    """What can speak against a beat."""

    FORECAST = "forecast"
    RECONSTRUCTION = "reconstruction"
    TEMPLATE = "template"
    AUTOENCODER = "beat autoencoder"
    RHYTHM = "rhythm"


MODELS = (Reason.FORECAST, Reason.RECONSTRUCTION, Reason.TEMPLATE, Reason.AUTOENCODER)
"""The reasons that are models; the rhythm has no part in calling a beat ectopic."""

WORTH_SAYING = 0.1
"""A beat early or late by less than this share of the usual RR interval is not called so."""

_CHANNEL_SAID = {
    Channel.FORECAST: "the forecast missed",
    Channel.RECONSTRUCTION: "the autoencoder could not redraw it",
}


@dataclass(frozen=True)
class Event:
    """An alert, in the source's own time base.

    Attributes
    ----------
    kind : Kind
        What it is about.
    start, peak, end : int
        Sample indices of the first and the last sample, and of the R peak of the most unusual beat (without
        beats: of the highest score).
    emitted : int
        Index of the sample on whose arrival the alert was complete.
    scores : dict of Channel to float
        Highest score of each channel that crossed, in the channel's unit.
    thresholds : dict of Channel to float
        The thresholds that were crossed.
    beats : tuple of int
        R peaks of the beats that the alert is about.
    reasons : dict of Reason to float
        For the most unusual beat, each model's verdict as a multiple of the level that normal beats seldom
        pass, and its prematurity as a multiple of the threshold: 1 or more fails.
    premature : float or None
        Share by which the most unusual beat came early; negative: late.
    rate_bpm : float or None
        Rate within a pair or a run, beats a minute.
    """

    kind: Kind
    start: int
    peak: int
    end: int
    emitted: int
    scores: dict[Channel, float]
    thresholds: dict[Channel, float]
    beats: tuple[int, ...] = ()
    reasons: dict[Reason, float] = field(default_factory=dict)
    premature: float | None = None
    rate_bpm: float | None = None

    @property
    def strength(self) -> float:
        """Highest score as a multiple of its threshold; 0 for a technical alert."""
        return max((self.scores[c] / self.thresholds[c] for c in self.scores), default=0.0)

    @property
    def technical(self) -> bool:
        """Whether this is about the signal and not about the heart."""
        return self.kind is Kind.GAP

    @property
    def provisional(self) -> bool:
        """Whether only the fast path has spoken: a mark on the strip, and no alert yet."""
        return self.kind is Kind.PROVISIONAL

    def title(self) -> str:
        """What it is, with number and rate of the beats of a pair or a run."""
        if self.rate_bpm is None:
            return self.kind.value
        return f"{self.kind.value.rstrip('?')}: {len(self.beats)} beats at {self.rate_bpm:.0f}/min"

    def why(self) -> str:
        """The reason in words."""
        if self.kind is Kind.GAP:
            return "no signal arrives from this lead"
        if self.beats:
            shape = "its shape is usual" if self.kind is Kind.PREMATURE else self._shape()
            timing = self._timing()
            return f"{shape}; {timing}" if timing else shape
        said = [
            f"{_CHANNEL_SAID[c]} ({self.scores[c]:.1f}, threshold {self.thresholds[c]:.1f})"
            for c in CHANNELS
            if c in self.scores
        ]
        return " and ".join(said)

    def _shape(self) -> str:
        failed = [r.value for r in MODELS if self.reasons.get(r, 0.0) >= 1]
        if not failed:
            return "no model fails alone, but together they find it unusual"
        if len(failed) == 1:
            return f"the {failed[0]} fails"
        if len(failed) == len(MODELS):
            return "all four models fail"
        listed = f"{', '.join(failed[:-1])} and {failed[-1]}"
        return f"{listed} {'both' if len(failed) == 2 else 'all'} fail"

    def _timing(self) -> str:
        if self.premature is None or abs(self.premature) < WORTH_SAYING:
            return ""
        return f"{'premature' if self.premature > 0 else 'late'} by {100 * abs(self.premature):.0f} %"
