"""States that go on beside the beats: how good the signal is, what rhythm it is, a new usual form.

A state is no alert: it says how to read what stands beside it. Found while the stream runs, it has a start
that does not move once it is known, and it ends; several may go on at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto

from assets.phrase import phrase


class Topic(Enum):
    """What a state is about; of one topic and one lead, one state goes on at a time."""

    QUALITY = auto()
    RHYTHM = auto()
    FORM = auto()


class StateKind(StrEnum):
    """What is the case. A good signal, a regular rhythm and a usual form are no states."""

    DOUBTFUL = "doubtful signal"
    UNUSABLE = "unusable signal"
    IRREGULAR = "irregular rhythm"
    BIGEMINY = "bigeminy"
    TRIGEMINY = "trigeminy"
    FLUTTER = "flutter"
    NEW_FORM = "new usual form"

    @property
    def topic(self) -> Topic:
        """What it is about."""
        return _TRAITS[self].topic

    @property
    def words(self) -> str:
        """What people read."""
        return _TRAITS[self].words

    @property
    def short(self) -> str:
        """The same where there is little room."""
        return _TRAITS[self].short

    @property
    def meanwhile(self) -> str:
        """How an alert says that it was raised while this went on, a clause in lower case."""
        return _TRAITS[self].meanwhile


FAINT = phrase("hardly any signal")
"""Why a lead is doubtful that shows next to nothing while others show beats (`models.leads.faint`)."""


@dataclass(frozen=True)
class _Traits:
    topic: Topic
    words: str
    short: str
    meanwhile: str


_TRAITS = {
    StateKind.DOUBTFUL: _Traits(
        Topic.QUALITY, phrase("Doubtful signal"), phrase("Doubtful"), phrase("in a doubtful signal")
    ),
    StateKind.UNUSABLE: _Traits(
        Topic.QUALITY, phrase("Unusable signal"), phrase("Unusable"), phrase("in an unusable signal")
    ),
    StateKind.IRREGULAR: _Traits(
        Topic.RHYTHM,
        phrase("Irregular: atrial fibrillation?"),
        phrase("Irregular: AF?"),
        phrase("in atrial fibrillation?"),
    ),
    StateKind.BIGEMINY: _Traits(Topic.RHYTHM, phrase("Bigeminy"), phrase("Bigeminy"), phrase("in bigeminy")),
    StateKind.TRIGEMINY: _Traits(
        Topic.RHYTHM, phrase("Trigeminy"), phrase("Trigeminy"), phrase("in trigeminy")
    ),
    StateKind.FLUTTER: _Traits(
        Topic.RHYTHM,
        phrase("Ventricular flutter or fibrillation?"),
        phrase("VFl or VF?"),
        phrase("in flutter or fibrillation?"),
    ),
    StateKind.NEW_FORM: _Traits(
        Topic.FORM, phrase("New usual form"), phrase("New form"), phrase("where a new form has become usual")
    ),
}


@dataclass(frozen=True)
class State:
    """A stretch in which something is the case.

    Attributes
    ----------
    kind : StateKind
        What is the case.
    start, end : int
        Its first and its last sample, as far as it is known; the start stays. One that ended before it began
        is withdrawn: what it was taken for was something else.
    known : int
        Sample on whose arrival it was known.
    over : int or None
        Sample on whose arrival it was known to have ended; None while it goes on.
    why : str
        What speaks for it, a clause in lower case; may be empty.
    lead : str
        Name of the lead that it is about; empty where it is about the heart.
    """

    kind: StateKind
    start: int
    end: int
    known: int
    over: int | None
    why: str = ""
    lead: str = ""

    @property
    def withdrawn(self) -> bool:
        """Whether it is told to be over because it never was."""
        return self.over is not None and self.end < self.start

    def moved(self, by: int) -> State:
        """Give the same in a time base whose sample 0 lies `by` samples before this one's."""
        return replace(
            self,
            start=self.start + by,
            end=self.end + by,
            known=self.known + by,
            over=None if self.over is None else self.over + by,
        )


def joined(parts: Iterable[tuple[State, ...]]) -> tuple[State, ...]:
    """Join what pushes that follow each other said: states that ended, and those that go on at the end."""
    pushes = list(parts)
    ended = (state for push in pushes for state in push if state.over is not None)
    going_on = (state for state in pushes[-1] if state.over is None) if pushes else ()
    return (*ended, *going_on)


def in_order(states: Iterable[State]) -> tuple[State, ...]:
    """Put those that ended first, and last those that go on."""
    return tuple(sorted(states, key=lambda state: state.over is None))
