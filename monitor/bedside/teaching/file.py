"""What is kept of a class: who marked what, the truth and the alarms, on one time axis; as JSON, checked.

The file stands by itself: lanes are plain spans with their words, so that a debrief can be shown without the
record, and with its signal where that can be opened again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from assets.causes import reason, words_of
from assets.errors import AssetError, WriteError
from assets.phrase import phrase
from assets.regular import read_regular
from assets.write import write_text
from monitor.bedside.teaching.findings import BY_KEY
from monitor.bedside.teaching.learners import LONGEST_NAME, MOST, Mark

VERSION = 1
"""Of the file's form."""

MAX_BYTES = 16 * 2**20
"""A file of a class is no larger; a larger one is refused."""

MOST_ENTRIES = 50_000
"""So many marks, alarms and spans at most, each."""

_Sample = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
_Text = Annotated[str, msgspec.Meta(max_length=200)]
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]


class ClassFileError(AssetError):
    """A class cannot be read or kept; the message says why in one sentence."""


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that was so from one sample to another, or happened at one.

    Attributes
    ----------
    start, end : int
        First and last sample.
    label : str
        What, in words.
    kind : str
        Priority of an alarm, key of a finding, or ``now``; the lane is coloured by it.
    who : str
        Learner whom it concerns; empty where it is nobody's.
    """

    start: _Sample
    end: _Sample
    label: _Text
    kind: Annotated[str, msgspec.Meta(max_length=40)] = ""
    who: Annotated[str, msgspec.Meta(max_length=LONGEST_NAME)] = ""


class KeptMark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mark as it is kept; `finding` is a key, empty for "now!", and `verdict` what became of it."""

    learner: _Name
    sample: _Sample
    finding: Annotated[str, msgspec.Meta(max_length=40)] = ""
    clicked: bool = False
    verdict: Literal["", "right", "wrong", "premature", "repeated"] = ""


_Spans = Annotated[tuple[Span, ...], msgspec.Meta(max_length=MOST_ENTRIES)]


class ClassFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A class that was held.

    Attributes
    ----------
    version : int
        `VERSION`.
    made : str
        When, in ISO 8601.
    name, identity : str
        Source, for people and for programs (`assets.sources.source.SourceInfo`).
    opens : str
        Name by which it can be opened again (`models.patients.opening.open_any`); empty where it cannot.
    recorded : bool
        Whether that is a recording of the class beside its file, whose first sample is `start`.
    fs : float
        Rate, Hz.
    start, stop : int
        First sample that was watched, and the one after the last.
    learners : tuple of str
        Who took part.
    marks : tuple of KeptMark
        What they marked.
    alarms, alerts, truth, missed, events : tuple of Span
        What the monitor raised, what its models alerted to, what the annotations say, what a learner missed
        of that, and what else happened (a scenario's steps).
    """

    version: int
    made: _Text
    name: _Text
    identity: Annotated[str, msgspec.Meta(max_length=4096)]
    opens: Annotated[str, msgspec.Meta(max_length=4096)] = ""
    recorded: bool = False
    fs: Annotated[float, msgspec.Meta(gt=0, le=100_000)]
    start: _Sample
    stop: _Sample
    learners: Annotated[tuple[_Name, ...], msgspec.Meta(max_length=MOST)]
    marks: Annotated[tuple[KeptMark, ...], msgspec.Meta(max_length=MOST_ENTRIES)] = ()
    alarms: _Spans = ()
    alerts: _Spans = ()
    truth: _Spans = ()
    missed: _Spans = ()
    events: _Spans = ()

    def taken_marks(self) -> tuple[Mark, ...]:
        """Give the marks as they were made."""
        return tuple(
            Mark(m.learner, m.sample, BY_KEY[m.finding] if m.finding else None, m.clicked) for m in self.marks
        )


_DECODER = msgspec.json.Decoder(ClassFile)


def write_class(path: Path, content: ClassFile) -> None:
    """Write a class; the file appears whole or not at all.

    Raises
    ------
    ClassFileError
        If it cannot be written.
    """
    # A label may be a phrase, which the file has in English.
    text = msgspec.json.format(msgspec.json.encode(content, enc_hook=str), indent=1).decode()
    try:
        write_text(path, text + "\n")
    except WriteError as error:
        raise ClassFileError(words_of(error)) from error


def read_class(path: Path) -> ClassFile:
    """Read a class and check all of it.

    Raises
    ------
    ClassFileError
        If the file is missing, too large, broken, of another version, or says what cannot be.
    """
    try:
        data = read_regular(path, MAX_BYTES)
    except FileNotFoundError:
        raise ClassFileError(phrase("There is no file {path}.", path=path)) from None
    except OSError as error:
        raise ClassFileError(phrase("{path} cannot be read: {why}.", path=path, why=reason(error))) from error
    try:
        head: Any = msgspec.json.decode(data)
        version = head.get("version") if isinstance(head, dict) else None
        if type(version) is int and version != VERSION:
            raise ClassFileError(
                phrase(
                    "{path} holds a class of version {version}, not {wanted}.",
                    path=path,
                    version=version,
                    wanted=VERSION,
                )
            )
        kept = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ClassFileError(
            phrase("{path} is not the file of a class: {error}.", path=path, error=words_of(error))
        ) from error
    problem = _problem(kept)
    if problem:
        raise ClassFileError(
            phrase("{path} is not the file of a class: {problem}.", path=path, problem=problem)
        )
    return kept


def _problem(kept: ClassFile) -> str:
    """What cannot be, a clause; empty where all can."""
    if kept.version != VERSION:
        return phrase("its version is {version}", version=kept.version)
    if kept.stop < kept.start:
        return phrase("it ends at sample {stop}, before it begins", stop=kept.stop)
    for span in (*kept.alarms, *kept.alerts, *kept.truth, *kept.missed, *kept.events):
        if span.end < span.start:
            return phrase("a span ends at sample {stop}, before it begins", stop=span.end)
    for mark in kept.marks:
        if mark.finding and mark.finding not in BY_KEY:
            return phrase("there is no finding {finding!r}", finding=mark.finding[:40])
        if mark.learner not in kept.learners:
            return phrase("a mark is of {learner!r}, who is no learner of it", learner=mark.learner)
    return ""
