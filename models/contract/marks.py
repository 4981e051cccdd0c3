"""What a user marked in review, as a file: the app writes it, the fits read it, both check it here."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assets.causes import reason, words_of
from assets.databases.mitbih import RECORDS
from assets.errors import WriteError
from assets.phrase import joined, listed, phrase
from assets.records.demo import DEMO_FS, DEMO_SAMPLES
from assets.regular import read_regular
from assets.write import write_text

VERSION = 2
"""Marks by the identity of the source, in the identity's own samples. Version 1 had a record's name
instead, and samples that counted from the start of whatever was open."""

NORMAL, MISSED = "normal", "missed"

MAX_BYTES = 4 * 2**20
"""A file of marks is no larger than this; a larger one is refused."""

SAME_BEAT_S = 0.15
"""Two marks so near are of one beat, s: the match window of ANSI/AAMI EC57."""


class MarksError(ValueError):
    """The marks cannot be read or kept; the message says why in one sentence."""


@dataclass(frozen=True, order=True)
class Mark:
    """One mark: it belongs to a beat of a signal, wherever that signal is opened, and to no other signal.

    Attributes
    ----------
    source : str
        Identity of the signal (`assets.sources.source.SourceInfo.identity`): ``mitdb/208``.
    sample : int
        Where in it, in the identity's own samples: an excerpt's offset is added.
    mark : str
        `NORMAL` ("normal for this patient") or `MISSED`.
    lead : str
        Lead that was looked at; empty where it is not known. The mark is of the beat, in whichever lead.
    fs : float
        Samples a second, Hz, to put `sample` in words; 0 where it is not known.
    rest : dict
        Fields of the file that are not known here, kept as they are; they tell no two marks apart.
    """

    source: str
    sample: int
    mark: str
    lead: str = ""
    fs: float = field(default=0.0, compare=False)
    rest: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def record(self) -> str:
        """What people call the record: the end of its identity."""
        return name_of(self.source)

    def near(self, source: str, sample: int, fs: float) -> bool:
        """Whether it is of the beat at a sample (of the identity's own, at `fs` Hz) of a source."""
        return self.source == source and abs(self.sample - sample) <= SAME_BEAT_S * fs


def name_of(source: str) -> str:
    """What people call the signal of an identity: the end of it."""
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2] or source


@dataclass(frozen=True)
class MarkFile:
    """What a file of marks holds.

    Attributes
    ----------
    marks : tuple of Mark
        By source and sample.
    unplaced : tuple
        Entries of version 1 of which nobody can say to which signal they belong, as they stood.
    rest : dict
        Fields of the file that are not known here.
    """

    marks: tuple[Mark, ...] = ()
    unplaced: tuple[dict[str, Any], ...] = ()
    rest: dict[str, Any] = field(default_factory=dict)

    @property
    def problem(self) -> str:
        """Say in a sentence what could not be placed; empty where all could."""
        names = sorted({str(entry["record"]) for entry in self.unplaced})
        if not names:
            return ""
        several = len(self.unplaced) > 1
        shown = listed((f"'{name}'" for name in names), most=3)
        if not several:
            return phrase(
                "1 mark of an older version names only {listed} and cannot be placed: it is kept in the "
                "file and not followed.",
                listed=shown,
            )
        return phrase(
            "{n} marks of an older version name only {listed} and cannot be placed: they are kept in the "
            "file and not followed.",
            n=len(self.unplaced),
            listed=shown,
        )


def write_marks(path: Path, content: MarkFile) -> None:
    """Write marks to a file; it appears whole or not at all, and its folder comes into being.

    Raises
    ------
    MarksError
        If the file cannot be written.
    """
    entries = [
        {**m.rest, "source": m.source, "sample": m.sample, "mark": m.mark, "lead": m.lead, "fs": m.fs}
        for m in sorted(content.marks)
    ]
    whole: dict[str, Any] = {**content.rest, "version": VERSION, "marks": entries}
    if content.unplaced:
        whole["unplaced"] = list(content.unplaced)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, json.dumps(whole, indent=1) + "\n")
    except WriteError as error:
        raise MarksError(phrase("The marks could not be kept: {error}", error=words_of(error))) from error
    except OSError as error:
        raise MarksError(
            phrase("The marks could not be kept in {path}: {why}.", path=path, why=reason(error))
        ) from error


def read_marks(path: Path) -> MarkFile:
    """Read a file of marks, of this version or of version 1.

    Raises
    ------
    MarksError
        If the file is missing, too large, broken, or not of this kind; it is left as it is.
    """
    try:
        kept = json.loads(read_regular(path, MAX_BYTES))
        version = kept["version"]
        if version not in (1, VERSION):
            raise MarksError(
                phrase(
                    "{path} holds marks of version {version!r}, not {wanted}.",
                    path=path,
                    version=version,
                    wanted=VERSION,
                )
            )
        entries, unplaced = kept["marks"], list(kept.get("unplaced", ()))
        if version == 1:
            unplaced += [entry for entry in entries if not _placeable(entry)]
            entries = [_of_version_1(entry) for entry in entries if _placeable(entry)]
        good = all(map(_is_sound, entries)) and all(type(entry["record"]) is str for entry in unplaced)
        if not good:
            raise MarksError(
                phrase(
                    "{path} holds a mark that is neither normal nor missed at a sample of a source.",
                    path=path,
                )
            )
        marks = {_mark(entry) for entry in entries}
    except MarksError:
        raise
    except FileNotFoundError:
        raise MarksError(phrase("There is no file of marks {path}.", path=path)) from None
    except json.JSONDecodeError as error:
        raise MarksError(
            phrase(
                "{path} is not a file of marks: {msg} in line {lineno}.",
                path=path,
                msg=error.msg,
                lineno=error.lineno,
            )
        ) from None
    except OSError as error:
        raise MarksError(
            phrase("{path} is not a file of marks: {why}.", path=path, why=reason(error))
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise MarksError(
            phrase("{path} is not a file of marks: it holds something else.", path=path)
        ) from None
    rest = {name: value for name, value in kept.items() if name not in ("version", "marks", "unplaced")}
    return MarkFile(tuple(sorted(marks)), tuple(unplaced), rest)


def left_out(marks: Iterable[Mark], sources: Collection[str]) -> str:
    """Say in a sentence which marks belong to none of the sources; empty where all belong to one."""
    out = [m for m in marks if m.source not in sources]
    if not out:
        return ""
    chosen = {name_of(source) for source in sources}
    said = []
    for namesake in (False, True):
        these = [m for m in out if (m.record in chosen) is namesake]
        names = listed(sorted({m.source if namesake else m.record for m in these}))
        if not these:
            continue
        if namesake:
            one = phrase(
                "1 mark is of {names}, not of the chosen recording of that name: it is left out.", names=names
            )
            more = phrase(
                "{n} marks are of {names}, not of the chosen recording of that name: they are left out.",
                n=len(these),
                names=names,
            )
        else:
            one = phrase("1 mark of a record that is not chosen is left out ({names}).", names=names)
            more = phrase(
                "{n} marks of records that are not chosen are left out ({names}).", n=len(these), names=names
            )
        said.append(one if len(these) == 1 else more)
    return joined(" ", said)


def _is_sound(entry: dict[str, Any]) -> bool:
    fs = entry.get("fs", 0.0)
    return (
        type(entry["source"]) is str
        and type(entry["sample"]) is int
        and entry["mark"] in (NORMAL, MISSED)
        and type(entry.get("lead", "")) is str
        and type(fs) in (int, float)
        and 0 <= fs < math.inf
    )


def _mark(entry: dict[str, Any]) -> Mark:
    known = ("source", "sample", "mark", "lead", "fs")
    rest = {name: value for name, value in entry.items() if name not in known}
    fs = float(entry.get("fs", 0.0))
    return Mark(entry["source"], entry["sample"], entry["mark"], entry.get("lead", ""), fs, rest)


def _placeable(entry: dict[str, Any]) -> bool:
    """Whether an entry of version 1 can be of one signal only.

    A number of the catalogue is that record; any other name may be any file's. The demo was called 208 as
    well, and counted its samples from its own start: within its length nobody can tell which one is meant.
    """
    name, sample = entry["record"], entry["sample"]
    return name in RECORDS and not (name == "208" and sample < DEMO_SAMPLES)


def _of_version_1(entry: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in entry.items() if name != "record"}
    return {"fs": DEMO_FS, **rest, "source": f"mitdb/{entry['record']}"}
