"""What the annotations say of a stretch, as a learner is held against it: episodes, and ectopic beats.

The annotations are a record's reference, or the labels of a simulated patient; both say where a rhythm begins
(``+``), where the ventricles flutter (``[`` to ``]``), and what each beat is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.databases.mitbih import AAMI_CLASS
from assets.phrase import joined, phrase
from assets.records.record import Annotations
from models.judging.reference import flutter_in, inside
from monitor.bedside.teaching.findings import Finding, finding_of, label_words

ASKED_S = 3.0
"""An episode as long as this, s, should be named; a shorter one may be."""

JOINED_S = 3.0
"""Ectopic beats no farther apart than this, s, are one episode of them."""

WIDTH_S = 0.4
"""An ectopic beat is seen from its R peak for so long, s."""


@dataclass(frozen=True)
class Episode:
    """A stretch in which something is so.

    Attributes
    ----------
    finding : Finding
        What.
    start, end : int
        First and last sample.
    words : str
        What the annotations call it.
    asked : bool
        Whether a learner who does not name it has missed it: a rhythm other than sinus that lasts `ASKED_S`.
    begins : bool
        Whether its onset was seen; False where it goes on from before the stretch.
    """

    finding: Finding
    start: int
    end: int
    words: str
    asked: bool = False
    begins: bool = True


@dataclass(frozen=True)
class Truth:
    """What annotations say of a stretch.

    Attributes
    ----------
    fs : float
        Rate, Hz.
    start, stop : int
        First sample of the stretch, and the one after its last.
    episodes : tuple of Episode
        In the order of time; several may be so at once.
    ectopic : ndarray of int64, shape (n,)
        R peaks of class V (ANSI/AAMI EC57) outside ventricular flutter, and outside ventricular tachycardia
        that lasts: that is to be named as a whole, and nobody presses three times a second. Samples.
    neutral : ndarray of int64, shape (m,)
        R peaks that it is neither right nor wrong to call ectopic: fusion beats and unclassifiable ones
        (classes F and Q less those that are paced), and the beats of a tachycardia that lasts, samples.
    flutter : ndarray of int64, shape (k, 2)
        Spans of ventricular flutter, in which no beats are compared.
    """

    fs: float
    start: int
    stop: int
    episodes: tuple[Episode, ...]
    ectopic: npt.NDArray[np.int64]
    neutral: npt.NDArray[np.int64]
    flutter: npt.NDArray[np.int64]

    def on(self, sample: int) -> tuple[Episode, ...]:
        """Give what is so at a sample."""
        return tuple(one for one in self.episodes if one.start <= sample <= one.end)


def truth(notes: Annotations, fs: float, start: int, stop: int, more: tuple[Episode, ...] = ()) -> Truth:
    """Take what annotations say of the samples `start` to `stop`.

    Parameters
    ----------
    notes : Annotations
        From the beginning of the source to `stop` or farther, in the order of time: what holds at `start` was
        said before it.
    fs : float
        Rate, Hz.
    start, stop : int
        The stretch.
    more : tuple of Episode
        What is known otherwise: artefacts that someone put on.
    """
    flutter = _within(flutter_in(notes, stop), start, stop)
    found = [
        _episode(Finding.VF, *span, phrase("ventricular flutter or fibrillation"), fs, start)
        for span in flutter
    ]
    for finding, words, first, last in _named(notes, stop):
        if last >= start and first < stop:
            found.append(_episode(finding, first, last, words, fs, start))
    classes = np.array([AAMI_CLASS.get(symbol, "") for symbol in notes.symbol], dtype="<U1")
    at, spans = notes.sample, np.array(flutter, dtype=np.int64).reshape(-1, 2)
    there = (at >= start) & (at < stop) & ~inside(at, spans)
    lasting = [(one.start, one.end) for one in found if one.finding is Finding.VT and one.asked]
    in_vt = inside(at, np.array(lasting, dtype=np.int64).reshape(-1, 2))
    ectopic = at[there & (classes == "V") & ~in_vt]
    paced = np.isin(np.array(notes.symbol, dtype="<U1"), ["/", "f"])
    neutral = at[there & (np.isin(classes, ["F", "Q"]) & ~paced | (classes == "V") & in_vt)]
    made = [(one.start, one.end) for one in found if one.finding in (Finding.VT, Finding.ECTOPY)]
    alone = ectopic[~inside(ectopic, np.array(made, dtype=np.int64).reshape(-1, 2))]
    found += ectopy(alone, fs, stop)
    found += [one for one in more if one.end >= start and one.start < stop]
    return Truth(fs, start, stop, tuple(sorted(found, key=_order)), ectopic, neutral, spans)


def rhythms(notes: Annotations, stop: int) -> list[tuple[str, int, int]]:
    """Give the annotated rhythms before sample `stop`: label, first and last sample."""
    begun = [
        (note[1:].rstrip("\0"), at)
        for at, symbol, note in zip(notes.sample.tolist(), notes.symbol, notes.aux_note, strict=True)
        if symbol == "+" and note.startswith("(") and at < stop
    ]
    ends = [*(at for _, at in begun[1:]), *[stop] * bool(begun)]
    return [(label, at, end - 1) for (label, at), end in zip(begun, ends, strict=True) if end > at]


def _named(notes: Annotations, stop: int) -> list[tuple[Finding, str, int, int]]:
    """Rhythms that have a button, with their words; labels of one button that follow each other are one."""
    found: list[tuple[Finding, str, int, int]] = []
    for label, first, last in rhythms(notes, stop):
        finding = finding_of(label)
        if finding is None or finding is Finding.VF:  # of which `flutter_in` knows more
            continue
        words = label_words(label)
        if found and found[-1][0] is finding and found[-1][3] == first - 1:
            _, before, begun, _ = found.pop()
            words = before if words in before.split(", ") else joined(phrase(", "), [before, words])
            first = begun
        found.append((finding, words, first, last))
    return found


def ectopy(peaks: npt.NDArray[np.int64], fs: float, stop: int) -> list[Episode]:
    """Join ectopic beats (R peaks, shape (n,)) into episodes; they may be named and need not be."""
    groups: list[list[int]] = []
    for at in peaks.tolist():
        if groups and at - groups[-1][-1] <= JOINED_S * fs:
            groups[-1].append(at)
        else:
            groups.append([at])
    width = round(WIDTH_S * fs)
    return [
        Episode(
            Finding.ECTOPY,
            g[0],
            min(g[-1] + width, stop - 1),
            phrase("{n} × class V", n=len(g)) if g[1:] else phrase("class V"),
        )
        for g in groups
    ]


def _episode(finding: Finding, first: int, last: int, words: str, fs: float, start: int) -> Episode:
    long = last - max(first, start) + 1 >= ASKED_S * fs
    return Episode(
        finding, max(first, start), last, words, long and finding is not Finding.SINUS, first > start
    )


def _within(spans: npt.NDArray[np.int64], start: int, stop: int) -> list[tuple[int, int]]:
    return [(max(a, start), min(b, stop - 1)) for a, b in spans.tolist() if b >= start and a < stop]


def _order(one: Episode) -> tuple[int, str]:
    return one.start, one.finding.key
