"""Everything that was said of a stretch, in one order of time: beats, alerts, alarms, marks, states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assets.phrase import listed
from models.contract.marks import Mark
from models.library.account import Account
from models.scenario.source import told_artefact


class About(StrEnum):
    """What is noted; also how the notes of a kind are called in files."""

    BEAT = "beat"
    """Our beats, by their classes (`models.judging.labels`)."""

    ALERT = "alert"
    ALARM = "alarm"
    MARK = "mark"
    """What the user marked in review."""

    STATE = "state"
    """What went on beside the beats: the rhythm, the signal's quality."""

    REFERENCE = "reference"
    """What the source says of itself: a record's annotations, a generator's labels."""

    ARTEFACT = "artefact"
    """What was added to the source's own samples while they were watched."""

    SKIPPED = "not analysed"
    """A stretch that was watched on another lead, or jumped over."""


@dataclass(frozen=True)
class Note:
    """One of them.

    Attributes
    ----------
    about : About
        What is noted.
    sample : int
        Where, in the source's own samples: of a beat and an alert the R peak.
    start, end : int
        Its first and last sample.
    label : str
        In one word or symbol: a beat's class, an alert's kind, an alarm's condition.
    words : str
        In words; may be empty.
    lead : str
        Of which lead or leads; may be empty.
    """

    about: About
    sample: int
    start: int
    end: int
    label: str
    words: str = ""
    lead: str = ""

    @property
    def text(self) -> str:
        """All of it in one line, as an annotation: ``alert: Ectopic pair: 2 beats at 119/min``."""
        return f"{self.about.value}: {self.words or self.label}"


def notes(account: Account, marks: Iterable[Mark] = ()) -> list[Note]:
    """Give everything that was said of a stretch, by the samples at which it lies.

    Parameters
    ----------
    account : Account
        The stretch.
    marks : iterable of Mark
        The user's marks, of any source: those that lie in the stretch are taken.
    """
    found = [*_beats(account), *_told(account), *_marked(account, marks), *_reference(account)]
    found += _disturbed(account)
    found += [Note(About.SKIPPED, start, start, stop - 1, "not analysed") for start, stop in skipped(account)]
    inside = (n for n in found if n.end >= account.start and n.start < account.stop)
    return sorted(inside, key=lambda note: (note.sample, note.about))


def _beats(account: Account) -> Iterator[Note]:
    for sample, told in zip(account.beats.index.tolist(), account.classes(), strict=True):
        yield Note(About.BEAT, sample, sample, sample, told.value, lead=account.lead)


def _told(account: Account) -> Iterator[Note]:
    for event in account.alerts:
        words = f"{event.title()} ({event.why()})"
        yield Note(About.ALERT, event.peak, event.start, event.end, event.kind.title, words, event.leads)
    last = account.stop - 1
    for alarm in account.alarms:
        end = last if alarm.end is None else alarm.end
        words = f"{alarm.in_full()} ({alarm.priority.value} priority)"
        yield Note(
            About.ALARM, alarm.raised, alarm.start, max(end, alarm.start), alarm.condition.key, words,
            alarm.lead,
        )  # fmt: skip
    for state in account.states:
        end = last if state.over is None else state.end
        words = f"{state.kind.words}{f' ({state.why})' if state.why else ''}"
        yield Note(
            About.STATE, state.start, state.start, max(end, state.start), state.kind.value, words, state.lead
        )


def _disturbed(account: Account) -> Iterator[Note]:
    for one in account.artefacts:
        kind, leads = one.setting.kind, listed(one.setting.leads)
        words = f"{told_artefact(kind, one.setting.amount)} ({leads})"
        yield Note(About.ARTEFACT, one.start, one.start, one.stop - 1, kind, words, leads)


def _marked(account: Account, marks: Iterable[Mark]) -> Iterator[Note]:
    info = account.info
    for mark in marks:
        if mark.source == info.identity:
            at = mark.sample - info.offset
            yield Note(About.MARK, at, at, at, mark.mark, lead=mark.lead)


def _reference(account: Account) -> Iterator[Note]:
    known = account.reference(account.start, account.stop)
    for sample, symbol, words in zip(known.sample.tolist(), known.symbol, known.aux_note, strict=True):
        yield Note(About.REFERENCE, sample, sample, sample, symbol, f"{symbol} {words}".strip())


def skipped(account: Account) -> list[tuple[int, int]]:
    """The parts of a stretch that were not analysed: first sample, and the one after the last."""
    at, found = account.start, []
    for start, stop in sorted(account.analysed):
        if start > at:
            found.append((at, start))
        at = max(at, stop)
    if at < account.stop:
        found.append((at, account.stop))
    return found
