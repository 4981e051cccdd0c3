"""What the analysis reports: alerts with their place in the record, and why they were raised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """A stream of scores that can raise an alert."""

    FORECAST = "forecast"
    RECONSTRUCTION = "reconstruction"


CHANNELS = tuple(Channel)


class Kind(StrEnum):
    """What kind of alert this is; the value is what people read."""

    ECTOPIC = "Ectopic beat?"
    UNEXPECTED = "Unexpected course"
    UNUSUAL = "Unusual shape"
    GAP = "Signal lost"


@dataclass(frozen=True)
class Event:
    """An alert, in the source's own time base.

    Attributes
    ----------
    kind : Kind
        Which channels crossed their thresholds, in words; or a technical alert.
    start, peak, end : int
        Sample indices of the first and the last sample over a threshold, and of the highest score.
    emitted : int
        Index of the sample on whose arrival the alert was complete.
    scores : dict of Channel to float
        Highest score of each channel that crossed, in the channel's unit.
    thresholds : dict of Channel to float
        The thresholds that were crossed.
    """

    kind: Kind
    start: int
    peak: int
    end: int
    emitted: int
    scores: dict[Channel, float]
    thresholds: dict[Channel, float]

    @property
    def strength(self) -> float:
        """Highest score as a multiple of its threshold; 0 for a technical alert."""
        return max((self.scores[c] / self.thresholds[c] for c in self.scores), default=0.0)

    @property
    def technical(self) -> bool:
        """Whether this is about the signal and not about the heart."""
        return self.kind is Kind.GAP

    def why(self) -> str:
        """The reason in words."""
        if self.kind is Kind.GAP:
            return "no signal arrives from this lead"
        said = {
            Channel.FORECAST: "the forecast missed",
            Channel.RECONSTRUCTION: "the autoencoder could not redraw it",
        }
        parts = [
            f"{said[c]} ({self.scores[c]:.1f}, threshold {self.thresholds[c]:.1f})"
            for c in CHANNELS
            if c in self.scores
        ]
        return " and ".join(parts)
