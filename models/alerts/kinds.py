"""The one table of alert kinds: nature, priority, words and symbol of each.

Everything that tells kinds apart (words, colours, banner, list, exports) asks this table, so that a new kind
is one entry here. An entry with a field left out fails when this module is imported, and under mypy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto, unique

from assets.phrase import phrase
from models.alerts.reasons import (
    Evidence,
    at_its_limit,
    crossings,
    every_second,
    every_third,
    no_beat,
    no_signal,
    ordinary_shape_and_timing,
    shape_and_timing,
    stands_still,
    too_large,
    too_small,
    without_rest,
)

COMMENT, QUALITY = '"', "~"
"""WFDB's annotation symbols for a comment and for a change in signal quality. An alert is a remark about the
signal and no beat label, so that none of the beat symbols is used."""


class Nature(StrEnum):
    """What an alert is about; each nature has a colour of its own in the theme."""

    BEATS = "beats"
    """Beats, or a stretch without beats that could be classified, unlike the patient's own."""

    PREMATURE = "premature"
    """Beats of ordinary shape that came early."""

    TECHNICAL = "technical"
    """The signal, not the heart."""

    PROVISIONAL = "provisional"
    """What the running models find until its beats are classified: shaded on the strips, and no alert yet."""


class Claim(Enum):
    """What an alert says is so: annotations are asked whether it is true (`models.judging.alerts`)."""

    UNUSUAL = auto()
    """A beat, or a course, that is not normal."""

    EARLY = auto()
    """A beat that came early."""

    TURNS = auto()
    """Ectopic beats that take turns with others: bigeminy, trigeminy."""

    FLUTTER = auto()
    """Ventricular flutter or fibrillation."""

    ATRIAL = auto()
    """Atrial fibrillation or flutter."""

    PAUSE = auto()
    """No beat for a while."""

    NOTHING = auto()
    """Nothing of the heart, so that no annotation of beats can make it true."""


class Priority(StrEnum):
    """How soon someone should look, in the words of IEC 60601-1-8; advisory is for information alone."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    ADVISORY = "advisory"


@dataclass(frozen=True)
class Traits:
    """What is so of every alert of a kind.

    Attributes
    ----------
    title : str
        What people read; also the kind's name in files.
    nature : Nature
        What it is about.
    claim : Claim
        What must be so for it to be true.
    priority : Priority
        How soon someone should look.
    has_beats : bool
        Whether every such alert is about beats, whose R peaks it names. A spike names those that it holds.
    symbol : str
        WFDB annotation symbol that it is exported with.
    why : callable
        Puts the reason in words.
    """

    title: str
    nature: Nature
    claim: Claim
    priority: Priority
    has_beats: bool
    symbol: str
    why: Callable[[Evidence], str]


@unique
class Kind(Enum):
    """The kinds of alert."""

    ECTOPIC = Traits(
        title=phrase("Ectopic beat?"),
        nature=Nature.BEATS,
        claim=Claim.UNUSUAL,
        priority=Priority.LOW,
        has_beats=True,
        symbol=COMMENT,
        why=shape_and_timing,
    )
    PAIR = Traits(
        title=phrase("Ectopic pair?"),
        nature=Nature.BEATS,
        claim=Claim.UNUSUAL,
        priority=Priority.MEDIUM,
        has_beats=True,
        symbol=COMMENT,
        why=shape_and_timing,
    )
    RUN = Traits(
        title=phrase("Ectopic run?"),
        nature=Nature.BEATS,
        claim=Claim.UNUSUAL,
        priority=Priority.MEDIUM,
        has_beats=True,
        symbol=COMMENT,
        why=shape_and_timing,
    )
    PREMATURE = Traits(
        title=phrase("Premature beat?"),
        nature=Nature.PREMATURE,
        claim=Claim.EARLY,
        priority=Priority.LOW,
        has_beats=True,
        symbol=COMMENT,
        why=ordinary_shape_and_timing,
    )
    PREMATURE_PAIR = Traits(
        title=phrase("Supraventricular pair?"),
        nature=Nature.PREMATURE,
        claim=Claim.EARLY,
        priority=Priority.LOW,
        has_beats=True,
        symbol=COMMENT,
        why=ordinary_shape_and_timing,
    )
    PREMATURE_RUN = Traits(
        title=phrase("Supraventricular run?"),
        nature=Nature.PREMATURE,
        claim=Claim.EARLY,
        priority=Priority.MEDIUM,
        has_beats=True,
        symbol=COMMENT,
        why=ordinary_shape_and_timing,
    )
    FLUTTER = Traits(
        title=phrase("Ventricular flutter or fibrillation?"),
        nature=Nature.BEATS,
        claim=Claim.FLUTTER,
        priority=Priority.HIGH,
        has_beats=False,
        symbol=COMMENT,
        why=without_rest,
    )
    BIGEMINY = Traits(
        title=phrase("Ventricular bigeminy?"),
        nature=Nature.BEATS,
        claim=Claim.TURNS,
        priority=Priority.LOW,
        has_beats=False,
        symbol=COMMENT,
        why=every_second,
    )
    TRIGEMINY = Traits(
        title=phrase("Ventricular trigeminy?"),
        nature=Nature.BEATS,
        claim=Claim.TURNS,
        priority=Priority.LOW,
        has_beats=False,
        symbol=COMMENT,
        why=every_third,
    )
    PAUSE = Traits(
        title=phrase("Pause"),
        nature=Nature.BEATS,
        claim=Claim.PAUSE,
        priority=Priority.MEDIUM,
        has_beats=False,
        symbol=COMMENT,
        why=no_beat,
    )
    UNEXPECTED = Traits(
        title=phrase("Unexpected course"),
        nature=Nature.BEATS,
        claim=Claim.UNUSUAL,
        priority=Priority.MEDIUM,
        has_beats=False,
        symbol=COMMENT,
        why=crossings,
    )
    FORECAST_MISSED = Traits(
        title=phrase("Forecast missed"),
        nature=Nature.BEATS,
        claim=Claim.UNUSUAL,
        priority=Priority.LOW,
        has_beats=False,
        symbol=COMMENT,
        why=crossings,
    )
    NOT_REDRAWN = Traits(
        title=phrase("Not redrawn"),
        nature=Nature.BEATS,
        claim=Claim.UNUSUAL,
        priority=Priority.LOW,
        has_beats=False,
        symbol=COMMENT,
        why=crossings,
    )
    PROVISIONAL = Traits(
        title=phrase("Looking again"),
        nature=Nature.PROVISIONAL,
        claim=Claim.NOTHING,
        priority=Priority.ADVISORY,
        has_beats=False,
        symbol=COMMENT,
        why=crossings,
    )
    GAP = Traits(
        title=phrase("Signal lost"),
        nature=Nature.TECHNICAL,
        claim=Claim.NOTHING,
        priority=Priority.LOW,
        has_beats=False,
        symbol=QUALITY,
        why=no_signal,
    )
    FLAT = Traits(
        title=phrase("Flat line"),
        nature=Nature.TECHNICAL,
        claim=Claim.NOTHING,
        priority=Priority.LOW,
        has_beats=False,
        symbol=QUALITY,
        why=stands_still,
    )
    LIMIT = Traits(
        title=phrase("Signal at its limit"),
        nature=Nature.TECHNICAL,
        claim=Claim.NOTHING,
        priority=Priority.LOW,
        has_beats=False,
        symbol=QUALITY,
        why=at_its_limit,
    )
    LARGE = Traits(
        title=phrase("Signal too large"),
        nature=Nature.TECHNICAL,
        claim=Claim.NOTHING,
        priority=Priority.LOW,
        has_beats=False,
        symbol=QUALITY,
        why=too_large,
    )
    SMALL = Traits(
        title=phrase("Signal too small"),
        nature=Nature.TECHNICAL,
        claim=Claim.NOTHING,
        priority=Priority.LOW,
        has_beats=False,
        symbol=QUALITY,
        why=too_small,
    )

    @property
    def title(self) -> str:
        """What people read; also the kind's name in files."""
        return self.value.title

    @property
    def plain(self) -> str:
        """The title without a question mark, to go on with figures."""
        return _PLAIN.get(self, self.value.title)

    @property
    def nature(self) -> Nature:
        """What it is about."""
        return self.value.nature

    @property
    def claim(self) -> Claim:
        """What must be so for it to be true."""
        return self.value.claim

    @property
    def priority(self) -> Priority:
        """How soon someone should look."""
        return self.value.priority

    @property
    def has_beats(self) -> bool:
        """Whether such an alert names R peaks."""
        return self.value.has_beats

    @property
    def symbol(self) -> str:
        """WFDB annotation symbol that it is exported with."""
        return self.value.symbol

    def why(self, evidence: Evidence) -> str:
        """Put the reason in words."""
        return self.value.why(evidence)


_PLAIN = {
    Kind.ECTOPIC: phrase("Ectopic beat"),
    Kind.PAIR: phrase("Ectopic pair"),
    Kind.RUN: phrase("Ectopic run"),
    Kind.PREMATURE: phrase("Premature beat"),
    Kind.PREMATURE_PAIR: phrase("Supraventricular pair"),
    Kind.PREMATURE_RUN: phrase("Supraventricular run"),
    Kind.FLUTTER: phrase("Ventricular flutter or fibrillation"),
    Kind.BIGEMINY: phrase("Ventricular bigeminy"),
    Kind.TRIGEMINY: phrase("Ventricular trigeminy"),
}
