"""Reading MIT-format annotation files (``.atr``) strictly and in bounded time.

The format is annot(5) of the WFDB Applications Guide (https://physionet.org/physiotools/wag/annot-5.htm):
16-bit little-endian words, six bits of type over ten bits of time difference or data. It is read here rather
than through wfdb, whose reader can loop for ever over a malformed definition at sample 0.
"""

from __future__ import annotations

import re
import struct
from array import array
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from assets.causes import reason
from assets.phrase import phrase
from assets.records.record import Annotations
from assets.regular import check_regular, open_regular

#: Size above which an annotation file is not read, in bytes; a beat takes 2 to 6, a day has some 120 000.
MAX_ANNOTATION_BYTES = 8 * 1024 * 1024
#: Annotations above which they are left out: a week has some 800 000 beats.
MAX_ANNOTATIONS = 2**20

#: Annotation symbols by type code (ecgcodes.h of the WFDB library).
SYMBOLS: dict[int, str] = {
    1: "N", 2: "L", 3: "R", 4: "a", 5: "V", 6: "F", 7: "J", 8: "A", 9: "S", 10: "E",
    11: "j", 12: "/", 13: "Q", 14: "~", 16: "|", 18: "s", 19: "T", 20: "*", 21: "D", 22: '"',
    23: "=", 24: "p", 25: "B", 26: "^", 27: "t", 28: "+", 29: "u", 30: "?", 31: "!", 32: "[",
    33: "]", 34: "e", 35: "n", 36: "@", 37: "x", 38: "f", 39: "(", 40: ")", 41: "r",
}  # fmt: skip

_NOTE = 22
_SKIP, _NUM, _SUB, _CHAN, _AUX = 59, 60, 61, 62, 63
_WORD, _LONG = struct.Struct("<H"), struct.Struct("<hH")
_RESOLUTION = re.compile(r"## time resolution: (\d{1,9}(?:\.\d{1,12})?)", re.ASCII)
_DEFINITION = re.compile(r"(\d{1,2})\s+(\S{1,20})", re.ASCII)


class AnnotationError(ValueError):
    """An annotation file is broken; the message is a clause that says how."""


@dataclass
class _Raw:
    """Annotations in the order of the file. Plain numbers: a day has some hundred thousand."""

    time: array[int] = field(default_factory=lambda: array("q"))
    code: array[int] = field(default_factory=lambda: array("B"))
    aux: dict[int, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.time)

    def add(self, time: int, code: int) -> None:
        if len(self) >= MAX_ANNOTATIONS:
            raise AnnotationError(phrase("it holds more than {n} of them", n=MAX_ANNOTATIONS))
        self.time.append(time)
        self.code.append(code)


def read_annotations(
    path: Path, *, frame_rate: float, fs: float, n_samples: int
) -> tuple[Annotations | None, tuple[str, ...]]:
    """Read the annotation file at `path`; a broken one costs the annotations, never the record.

    Parameters
    ----------
    path : Path
        The file; it need not exist.
    frame_rate : float
        Frames per second of the header in Hz: the file's time base unless it states its own.
    fs : float
        Sampling frequency in Hz of the record as read, in which the result's indices count.
    n_samples : int
        Length of the record in samples; annotations outside it are left out.

    Returns
    -------
    annotations : Annotations or None
        None where there is no file or no readable one.
    warnings : tuple of str
        One sentence for each thing that was wrong.
    """
    try:
        size = check_regular(path).st_size
        if not path.resolve().is_relative_to(path.parent.resolve()):
            raise AnnotationError(phrase("it is a link out of the record's folder"))
        if size > MAX_ANNOTATION_BYTES:
            raise AnnotationError(
                phrase(
                    "it is larger than {most} MiB",
                    most=MAX_ANNOTATION_BYTES // 2**20,
                )
            )
        with open_regular(path) as file:
            raw, resolution, symbols = _interpret(_read(file.read(MAX_ANNOTATION_BYTES)))
    except FileNotFoundError:
        return None, ()
    except (AnnotationError, OSError) as error:
        return None, (
            phrase("The annotations in {name} were left out: {why}.", name=path.name, why=reason(error)),
        )
    warnings: list[str] = []
    # Exact as far as a record can reach; a time beyond what an index can hold is outside it in any case.
    at = np.round(np.array(raw.time, dtype=np.float64) * (fs / (resolution or frame_rate)))
    known = np.isin(np.array(raw.code), list(symbols))
    inside = known & (at >= 0) & (at < n_samples)
    if strange := len(raw) - int(known.sum()):
        warnings.append(
            phrase(
                "{strange} annotations of unknown type in {name} were left out.",
                strange=strange,
                name=path.name,
            )
        )
    if outside := int(known.sum()) - int(inside.sum()):
        warnings.append(
            phrase(
                "{outside} annotations in {name} outside the record were left out.",
                outside=outside,
                name=path.name,
            )
        )
    where = np.flatnonzero(inside)
    where = where[np.argsort(at[where], kind="stable")].tolist()
    annotations = Annotations(
        sample=at[where].astype(np.int64),
        symbol=tuple(symbols[raw.code[i]] for i in where),
        aux_note=tuple(raw.aux.get(i, "") for i in where),
    )
    return annotations, tuple(warnings)


def _read(data: bytes) -> _Raw:
    """Take the annotations out of a file's bytes.

    Raises
    ------
    AnnotationError
        If the bytes end within an annotation, or without the closing zero word, or hold too many.
    """
    found = _Raw()
    time, at = 0, 0
    try:
        while True:
            (word,) = _WORD.unpack_from(data, at)
            at += 2
            code, value = word >> 10, word & 0x3FF
            if word == 0:
                break
            if code == _SKIP:
                # A long of the PDP-11: the high word comes first, each word little-endian.
                high, low = _LONG.unpack_from(data, at)
                time += (high << 16) | low
                at += 4
            elif code == _AUX:
                if not len(found) or at + value > len(data):
                    raise AnnotationError(phrase("it ends within a note or begins with one"))
                found.aux[len(found) - 1] = data[at : at + value].decode("latin-1").rstrip("\x00")
                at += value + (value & 1)
            elif code not in (_NUM, _SUB, _CHAN):
                time += value
                found.add(time, code)
    except struct.error as error:
        raise AnnotationError(phrase("it is truncated or not an annotation file")) from error
    return found


def _interpret(found: _Raw) -> tuple[_Raw, float | None, dict[int, str]]:
    """Separate the annotations from the definitions that a file may carry as notes at sample 0."""
    annotations = _Raw()
    symbols = dict(SYMBOLS)
    resolution: float | None = None
    defining = False
    for i, (time, code) in enumerate(zip(found.time, found.code, strict=True)):
        aux = found.aux.get(i, "")
        if code == _NOTE and time == 0 and (defining or aux.startswith("## ")):
            stated = _RESOLUTION.match(aux)
            if stated and float(stated[1]) > 0:
                resolution = float(stated[1])
            elif aux.startswith("## "):
                defining = aux.startswith("## annotation type definitions")
            elif (definition := _DEFINITION.match(aux)) is not None:
                symbols[int(definition[1])] = definition[2]
        elif code != 0:
            annotations.add(time, code)
            if aux:
                annotations.aux[len(annotations) - 1] = aux
    return annotations, resolution, symbols
