"""What the analysis reports: alerts with their place in the source, and why they were raised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.phrase import joined, phrase
from models.alerts.kinds import Kind, Nature, Priority
from models.alerts.reasons import Channel, Reason
from models.signal.states import StateKind

TACHYCARDIA_BPM = 100.0
"""A run of ectopic beats of this rate or more is as fast as a ventricular tachycardia: Pedersen CT et al.,
"EHRA/HRS/APHRS expert consensus on ventricular arrhythmias", Europace 16(9):1257-1283, 2014."""

LONG_PAUSE_S = 3.0
"""A pause of this length or more is long: Glikson M et al., "2021 ESC Guidelines on cardiac pacing", European
Heart Journal 42(35):3427-3520, 2021, table 1."""


@dataclass(frozen=True)
class Meanwhile:
    """What was known to go on beside an alert when it was raised (`models.signal.states`).

    Attributes
    ----------
    kind : StateKind
        What was the case.
    why : str
        Of the signal's quality, what it suffers from; else empty.
    lead : str
        Where several leads are analysed together, the one that it is about; else empty.
    """

    kind: StateKind
    why: str = ""
    lead: str = ""

    def __str__(self) -> str:
        return str(self.told())

    def told(self) -> str:
        """What went on, a clause in lower case."""
        told: str = self.kind.meanwhile
        if self.lead:
            told = phrase("{meanwhile} of {lead}", meanwhile=told, lead=self.lead)
        return phrase("{meanwhile} ({why})", meanwhile=told, why=self.why) if self.why else told


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
        For the most unusual beat, how high each running model's lane came about it as a multiple of its line
        (`models.alerts.watchers.lanes`), the verdicts of which its score is made as multiples of the level
        that normal beats seldom pass, and its prematurity as a multiple of the threshold: 1 or more fails.
        Only what counts is here: a verdict whose weight in the score is 0 is no reason.
    premature : float or None
        Share by which the most unusual beat came early; negative: late.
    pause_s : float or None
        Length of the pause that ended in the most unusual beat, s; None where there was none, and where beats
        may have been missed (`models.beats.pauses`).
    rate_bpm : float or None
        Rate within a pair or a run, beats a minute.
    level_mv : float or None
        Of a technical alert, the value at which the signal stands, or how far it ranges, mV.
    source : str
        Identity of what the samples are of (``mitdb/208``): an alert belongs to it and to nothing else.
    offset : int
        Sample of the identity's own time base at which the source's sample 0 lies: an excerpt's beginning.
    lead : str
        Name of the lead that was analysed; of several that were analysed together, of the one that speaks
        loudest.
    together : tuple of str
        Names of the leads that were analysed together; empty where one was alone.
    speaking : tuple of str
        Of these, the ones that speak for the alert, the loudest first.
    meanwhile : tuple of Meanwhile
        What went on beside it: an irregular rhythm, a doubtful signal.
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
    pause_s: float | None = None
    level_mv: float | None = None
    source: str = ""
    offset: int = 0
    lead: str = ""
    together: tuple[str, ...] = ()
    speaking: tuple[str, ...] = ()
    meanwhile: tuple[Meanwhile, ...] = ()

    @property
    def analysis(self) -> str:
        """Which analysis raised it: the name of the lead, or of the leads that were analysed together."""
        return joined_leads(self.together) if self.together else self.lead

    @property
    def leads(self) -> str:
        """The lead or leads that speak for it, in words."""
        return joined(phrase(" and "), self.speaking) if self.speaking else self.lead

    @property
    def strength(self) -> float:
        """Highest score as a multiple of its threshold; 0 for a technical alert."""
        return max((self.scores[c] / self.thresholds[c] for c in self.scores), default=0.0)

    @property
    def priority(self) -> Priority:
        """How soon someone should look: its kind's, or high for a fast run and for a long pause."""
        fast = self.kind is Kind.RUN and (self.rate_bpm or 0.0) >= TACHYCARDIA_BPM
        long = self.kind is Kind.PAUSE and (self.pause_s or 0.0) >= LONG_PAUSE_S
        return Priority.HIGH if fast or long else self.kind.priority

    @property
    def urgent(self) -> bool:
        """Whether someone should look at once."""
        return self.priority is Priority.HIGH

    @property
    def technical(self) -> bool:
        """Whether this is about the signal and not about the heart."""
        return self.kind.nature is Nature.TECHNICAL

    @property
    def provisional(self) -> bool:
        """Whether only the running models have found something: shaded on the strip, and no alert yet."""
        return self.kind.nature is Nature.PROVISIONAL

    def title(self) -> str:
        """What it is, with number and rate of the beats of a pair or a run, or the length of a pause."""
        if self.kind is Kind.PAUSE and self.pause_s is not None:
            return phrase("{pause} of {seconds:.1f} s", pause=self.kind.title, seconds=self.pause_s)
        if self.rate_bpm is None:
            return self.kind.title
        return phrase(
            "{what}: {n} beats at {rate:.0f}/min", what=self.kind.plain, n=len(self.beats), rate=self.rate_bpm
        )

    def why(self) -> str:
        """The reason in words, and what went on meanwhile."""
        return joined(phrase("; "), [self.kind.why(self), *(one.told() for one in self.meanwhile)])


def joined_leads(names: Sequence[str]) -> str:
    """Name of the analysis of several leads together (``MLII + V1``), or of the only one."""
    return " + ".join(names)
