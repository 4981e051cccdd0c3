"""What annotation texts of EDF+ files say in WFDB's symbols, where they plainly say a beat or a rhythm.

EDF+ has texts and no codes: writers put WFDB's symbols (``V``), their descriptions in the WFDB library
(``Premature ventricular contraction``) or words of their own. What says no beat and no rhythm stays a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from assets.edf.notes import Note
from assets.records.annotations import SYMBOLS
from assets.records.record import Annotations

NOTE, RHYTHM = '"', "+"
"""Symbols of a comment and of a change of rhythm (annot(5))."""

NO_LONGER = "(?"
"""Label from the end of a rhythm on whose length is told, until the next one."""

MAX_BEATS_APART_S = 3.0
"""Single letters are beats where half of them follow each other within so many seconds: those of sleep
stages (``N``, ``R``, ``W``) come by the half minute."""

MAX_COMMENTS = 100
"""So many of the texts stand among the comments of a record that has no marks."""

BEATS: dict[str, tuple[str, ...]] = {
    "N": ("normal", "normal beat", "sinus beat", "normal sinus beat"),
    "L": ("left bundle branch block beat", "lbbb beat", "lbbb"),
    "R": ("right bundle branch block beat", "rbbb beat", "rbbb"),
    "A": (
        "atrial premature beat", "atrial premature contraction", "premature atrial contraction",
        "premature atrial beat", "atrial ectopic", "atrial extrasystole", "apc", "apb", "pac",
    ),
    "a": ("aberrated atrial premature beat",),
    "J": ("nodal (junctional) premature beat", "junctional premature beat", "pjc"),
    "S": (
        "supraventricular premature or ectopic beat (atrial or nodal)",
        "premature or ectopic supraventricular beat", "supraventricular premature beat",
        "supraventricular ectopic beat", "supraventricular ectopic", "supraventricular extrasystole",
        "sveb", "sves", "sve", "svpb",
    ),
    "V": (
        "premature ventricular contraction", "premature ventricular beat", "ventricular premature beat",
        "ventricular premature contraction", "ventricular premature complex", "ventricular ectopic beat",
        "ventricular ectopic", "ventricular extrasystole", "pvc", "vpc", "vpb", "veb", "ves",
    ),
    "F": ("fusion of ventricular and normal beat", "fusion beat", "fusion"),
    "e": ("atrial escape beat",),
    "j": ("nodal (junctional) escape beat", "junctional escape beat", "nodal escape beat"),
    "E": ("ventricular escape beat",),
    "/": ("paced beat", "paced"),
    "f": ("fusion of paced and normal beat", "paced fusion beat"),
    "Q": ("unclassifiable beat", "unclassified beat", "unknown beat", "beat", "heart beat", "qrs", "r peak"),
}  # fmt: skip
"""Beats by symbol: what they are called, in the descriptions of the WFDB library first."""

RHYTHMS: dict[str, tuple[str, ...]] = {
    "N": ("normal sinus rhythm", "sinus rhythm", "nsr"),
    "AFIB": ("atrial fibrillation", "afib", "a-fib"),
    "AFL": ("atrial flutter", "aflutter"),
    "AB": ("atrial bigeminy",),
    "B": ("ventricular bigeminy", "bigeminy"),
    "T": ("ventricular trigeminy", "trigeminy"),
    "VT": ("ventricular tachycardia", "v-tach", "vtach", "vt"),
    "VFL": ("ventricular flutter",),
    "VF": ("ventricular fibrillation", "v-fib", "vfib", "vf"),
    "SVTA": ("supraventricular tachyarrhythmia", "supraventricular tachycardia", "svt"),
    "SBR": ("sinus bradycardia",),
    "IVR": ("idioventricular rhythm",),
    "NOD": ("nodal (a-v junctional) rhythm", "nodal rhythm", "junctional rhythm"),
    "BII": ("2nd degree heart block", "second degree heart block", "second degree av block"),
    "P": ("paced rhythm",),
    "PREX": ("pre-excitation", "pre-excitation (wpw)"),
}
"""Rhythm labels of the MIT-BIH databases, less their bracket: what they are called."""

_BEAT_OF = {words: symbol for symbol, each in BEATS.items() for words in each}
_RHYTHM_OF = {words: label for label, each in RHYTHMS.items() for words in each}
_LABEL = re.compile(r"\+?\s*\(([A-Z]{1,5})")
_PREFIX = re.compile(r"(?:ecg|ekg|rhythm|annotation)\s*[:/=]\s*", re.IGNORECASE)
#: How an export of ours writes a reference annotation: its symbol, and after it what it said besides. The
#: beats that the program found itself (``beat: N``) are its opinion, and stay a text.
_REFERENCE = re.compile(r"reference: (\S)(?: (.*))?")
_SYMBOLS = frozenset(SYMBOLS.values())


def annotations_of(
    notes: Sequence[Note], begun_s: float, fs: float, n_samples: int
) -> tuple[Annotations | None, tuple[str, ...], int]:
    """Turn texts into WFDB annotations and comments.

    Parameters
    ----------
    notes : sequence of Note
        In any order.
    begun_s : float
        When the record's first sample is, on the clock of the notes.
    fs : float
        Sampling frequency in Hz.
    n_samples : int
        Length of the record.

    Returns
    -------
    annotations : Annotations or None
        With all texts that are no beat and no rhythm as comments in their places; None where none is.
    comments : tuple of str
        The first of those texts, with their time, where there is nothing else.
    outside : int
        How many lay outside the record and were left out.
    """
    letters = _letters_are_beats(notes)
    found: list[tuple[int, str, str]] = []
    comments: list[tuple[float, str]] = []
    outside = 0
    for note in notes:
        at = round(min(max((note.onset_s - begun_s) * fs, -1.0), float(n_samples)))
        symbol, aux = mark_of(note.text, letters=letters)
        if not 0 <= at < n_samples:
            outside += 1
            continue
        found.append((at, symbol, aux))
        if symbol == NOTE:
            comments.append((at / fs, note.text))
        elif symbol == RHYTHM and note.duration_s:
            over = round(min(at + note.duration_s * fs, float(n_samples)))
            if over < n_samples:
                found.append((over, RHYTHM, NO_LONGER))
    # Where a rhythm ends as the next one begins, the next one holds.
    found.sort(key=lambda one: (one[0], one[2] != NO_LONGER))
    said = tuple(f"{at:.1f} s: {text}" for at, text in sorted(comments)[:MAX_COMMENTS])
    if all(symbol == NOTE for _, symbol, _ in found):
        return None, said, outside
    # Now each text stands in its place, as an annotation that is a comment.
    sample = np.array([at for at, _, _ in found], dtype=np.int64)
    return (
        Annotations(sample, tuple(s for _, s, _ in found), tuple(aux for _, _, aux in found)),
        (),
        outside,
    )


def mark_of(text: str, *, letters: bool = True) -> tuple[str, str]:
    """Say what a text is: WFDB's symbol and auxiliary note.

    Parameters
    ----------
    text : str
        Of an annotation.
    letters : bool
        Whether a single letter is a beat.
    """
    if (told := _REFERENCE.fullmatch(text)) is not None and told[1] in _SYMBOLS:
        return told[1], told[2] or ""
    bare = _PREFIX.sub("", text.strip(), count=1)
    if bare in BEATS and letters:
        return bare, ""
    if (label := _LABEL.fullmatch(bare)) is not None and label[1] in RHYTHMS:
        return RHYTHM, f"({label[1]}"
    words = " ".join(bare.casefold().replace("_", " ").split())
    if words in _BEAT_OF:
        return _BEAT_OF[words], ""
    if words in _RHYTHM_OF:
        return RHYTHM, f"({_RHYTHM_OF[words]}"
    return NOTE, text


def _letters_are_beats(notes: Sequence[Note]) -> bool:
    onsets = np.sort([note.onset_s for note in notes if _PREFIX.sub("", note.text, count=1) in BEATS])
    return len(onsets) > 1 and bool(np.median(np.diff(onsets)) <= MAX_BEATS_APART_S)
