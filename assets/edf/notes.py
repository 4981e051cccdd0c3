r"""Annotations of EDF+ and BDF+ files: time-stamped annotation lists, read strictly and in linear time.

A list is ``+ONSET[\x15DURATION]\x14TEXT\x14TEXT…\x14\x00``; the first one of each data record says when the
record begins, by an empty text (Kemp and Olivan, *Clin Neurophysiol* 114:1755-1761, 2003, section 2.2.2).
It is read here and not by edfio, whose pattern takes time that grows with the square of a row of digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assets.phrase import phrase
from assets.records.annotations import MAX_ANNOTATIONS, AnnotationError

MAX_TEXT_CHARS = 200
"""Length above which a text is cut, in characters."""

_TIME = re.compile(rb"[+-]\d{1,12}(?:\.\d{0,12})?")
_DURATION = re.compile(rb"\d{1,12}(?:\.\d{0,12})?")


@dataclass(frozen=True)
class Note:
    """One annotation.

    Attributes
    ----------
    onset_s : float
        Seconds from the time of start that the header gives.
    duration_s : float or None
        How long it lasts, where that is said.
    text : str
        What it says.
    """

    onset_s: float
    duration_s: float | None
    text: str


class Notes:
    """Annotations as they are read, a data record after the other."""

    def __init__(self) -> None:
        self.found: list[Note] = []
        self.damaged = 0

    def take(self, content: bytes) -> None:
        """Take the lists out of the bytes of one data record's annotation signal.

        Raises
        ------
        AnnotationError
            If there are more than `MAX_ANNOTATIONS`.
        """
        for onset, duration, texts in _lists(content, self):
            for text in texts:
                if text:
                    if len(self.found) >= MAX_ANNOTATIONS:
                        raise AnnotationError(phrase("it holds more than {n} of them", n=MAX_ANNOTATIONS))
                    self.found.append(Note(onset, duration, _plain(text)))


def begins_at(content: bytes) -> float | None:
    """Say when a data record begins, in seconds from the time of start; None where it does not say so.

    Parameters
    ----------
    content : bytes
        What its first annotation signal begins with.
    """
    found = _TIME.match(content)
    if found is None or content[found.end() : found.end() + 2] != b"\x14\x14":
        return None
    return float(found[0])


def _lists(content: bytes, notes: Notes) -> Iterator[tuple[float, float | None, list[bytes]]]:
    for one in content.split(b"\0"):
        if not one:
            continue
        head, *texts = one.split(b"\x14")
        onset, said, duration = head.partition(b"\x15")
        if not texts or not _TIME.fullmatch(onset) or (said and not _DURATION.fullmatch(duration)):
            notes.damaged += 1
            continue
        yield float(onset), float(duration) if said else None, texts


def _plain(text: bytes) -> str:
    shown = text[: 4 * MAX_TEXT_CHARS].decode("utf-8", "replace")
    return " ".join("".join(c if c.isprintable() else " " for c in shown).split())[:MAX_TEXT_CHARS]
