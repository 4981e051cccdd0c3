"""The 48 records of the MIT-BIH Arrhythmia Database, described for choosing among them.

``python -m assets.databases.catalogue --data-dir DIR`` writes it anew from a mirror of the database.
"""

from __future__ import annotations

import argparse
import functools
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from assets.databases import mitbih
from assets.errors import AssetError, RecordError
from assets.records.record import Record
from assets.regular import read_regular
from assets.write import write_text

# "69 M 1085 1629 x1": age, sex, and where the tape came from; -1 stands for an unknown age.
_PATIENT = re.compile(r"(?P<age>-?\d{1,3})\s+(?P<sex>[MF?])\b", re.ASCII)
_MAX_BYTES = 2**20  # the catalogue has some 30 kB
_SEX_WORDS = {"M": ("male", "man"), "F": ("female", "woman")}


@dataclass(frozen=True)
class CatalogueEntry:
    """One record of the catalogue.

    Attributes
    ----------
    number : str
        The record's name (``208``).
    leads : tuple of str
        Lead names.
    fs : float
        Sampling frequency in Hz.
    n_samples : int
        Length in samples.
    age : int or None
        Age of the patient in years, where known.
    sex : str
        ``M``, ``F``, or empty where unknown.
    medication : str
        Drugs as the header lists them, ``None`` among them; ``Unknown`` where it says so.
    beats : mapping of str to int
        Number of beats by annotation symbol, the most frequent first.
    rhythms : mapping of str to float
        Seconds in each rhythm by its label (``AFIB``), the longest first.
    """

    number: str
    leads: tuple[str, ...]
    fs: float
    n_samples: int
    age: int | None
    sex: str
    medication: str
    beats: Mapping[str, int]
    rhythms: Mapping[str, float]

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return self.n_samples / self.fs

    @property
    def paced(self) -> bool:
        """Whether it is one of the four records with paced beats."""
        return self.number in mitbih.PACED

    @property
    def split(self) -> str:
        """``DS1`` or ``DS2`` of the inter-patient split, empty for the paced records."""
        if self.number in mitbih.DS1:
            return "DS1"
        return "DS2" if self.number in mitbih.DS2 else ""

    @property
    def notes(self) -> str:
        """What its annotations hold, in words: rhythms with their durations, then ectopic beats."""
        rhythms = [f"{_rhythm_name(label)} {_clock(seconds)}" for label, seconds in self.rhythms.items()]
        beats = [
            f"{count} × {mitbih.BEAT_NAMES.get(symbol, symbol)}"
            for symbol, count in self.beats.items()
            if symbol != "N"
        ]
        return "; ".join([*rhythms, *beats])

    def aami_counts(self) -> dict[str, int]:
        """Count the beats of each AAMI class, in the order N, S, V, F, Q."""
        return {
            name: sum(count for symbol, count in self.beats.items() if symbol in symbols)
            for name, symbols in mitbih.AAMI.items()
        }

    def matches(self, query: str) -> bool:
        """Whether the entry answers a search.

        Every word of `query` must be found. A number is (the beginning of) a record's, or an age. A single
        letter or sign is a sex (``F``, ``M``) or a beat type that the record has (``V``, ``/``), case and
        all; a longer word is looked for, regardless of case, in leads, sex, medication, split and notes.

        Parameters
        ----------
        query : str
            Words separated by spaces; an empty query matches everything.
        """
        text = self._search_text()
        return all(self._has_word(word, text) for word in query.split())

    def _has_word(self, word: str, text: str) -> bool:
        if word.isdigit():
            return self.number.startswith(word) or word == str(self.age)
        if len(word) == 1:
            return word in self.beats or word == self.sex
        folded = word.casefold()
        if folded in {"male", "man", "female", "woman"}:
            # As whole words: "male" is also the end of "female".
            return folded in _SEX_WORDS.get(self.sex, ())
        return folded in text

    def _search_text(self) -> str:
        parts = [
            self.number,
            *self.leads,
            "" if self.age is None else str(self.age),
            self.medication,
            self.split,
            "paced" if self.paced else "",
            *self.rhythms,
            self.notes,
        ]
        return " | ".join(parts).casefold()


@functools.cache
def load_catalogue() -> tuple[CatalogueEntry, ...]:
    """Load the 48 entries in the order of their numbers.

    Raises
    ------
    AssetError
        If the catalogue is missing from the installation or damaged.
    """
    try:
        path = Path(str(resources.files("assets").joinpath("data", "catalogue.json")))
        return tuple(_entry(item) for item in json.loads(read_regular(path, _MAX_BYTES)))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AssetError("The catalogue of records is missing from this installation.") from error


def entry(number: str) -> CatalogueEntry:
    """Return the entry of record `number`.

    Raises
    ------
    AssetError
        If there is no such record.
    """
    for candidate in load_catalogue():
        if candidate.number == number:
            return candidate
    raise AssetError(f"There is no MIT-BIH record {number[:20]!r}.")


def describe(record: Record) -> CatalogueEntry:
    """Make the entry of a record from its header comments and annotations.

    Raises
    ------
    RecordError
        If the record has no annotations or its comments do not begin with the patient.
    """
    patient = _PATIENT.match(record.comments[0]) if record.comments else None
    if patient is None or len(record.comments) < 2:
        raise RecordError(f"The header of record {record.name} does not describe the patient.")
    if record.annotations is None:
        raise RecordError(f"Record {record.name} has no annotations.")
    age = int(patient["age"])
    counts = Counter(symbol for symbol in record.annotations.symbol if symbol in mitbih.AAMI_CLASS)
    return CatalogueEntry(
        number=record.name,
        leads=record.leads,
        fs=record.fs,
        n_samples=record.n_samples,
        age=age if age >= 0 else None,
        sex=patient["sex"].strip("?"),
        medication=record.comments[1].strip(),
        beats=MappingProxyType(dict(counts.most_common())),
        rhythms=MappingProxyType(_rhythm_seconds(record)),
    )


def _rhythm_seconds(record: Record) -> dict[str, float]:
    """Seconds in each rhythm, the longest first; a rhythm lasts until the next label."""
    if record.annotations is None:
        return {}
    marks = [
        (int(sample), note.lstrip("("))
        for sample, symbol, note in zip(
            record.annotations.sample, record.annotations.symbol, record.annotations.aux_note, strict=True
        )
        if symbol == "+" and note.startswith("(")
    ]
    seconds: Counter[str] = Counter()
    for (start, label), (stop, _) in zip(marks, [*marks[1:], (record.n_samples, "")], strict=True):
        seconds[label] += stop - start
    return {label: round(samples / record.fs, 1) for label, samples in seconds.most_common()}


def _rhythm_name(label: str) -> str:
    return mitbih.RHYTHM_NAMES.get(label, label)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _entry(item: Mapping[str, Any]) -> CatalogueEntry:
    fields = dict(item)
    fields["leads"] = tuple(fields["leads"])
    for name in ("beats", "rhythms"):
        fields[name] = MappingProxyType(dict(fields[name]))
    return CatalogueEntry(**fields)


def write_catalogue(data_dir: Path, target: Path) -> int:
    """Write the catalogue of the mirror `data_dir` to `target`, all or nothing.

    Returns
    -------
    int
        Number of entries written.

    Raises
    ------
    AssetError
        If a record is missing from the mirror or broken, or `target` cannot be written.
    """
    from assets.databases.fetch import verified_in_mirror
    from assets.records.reader import read_record

    items = []
    for number in mitbih.RECORDS:
        described = describe(read_record(verified_in_mirror(number, data_dir)))
        item = {**vars(described), "beats": dict(described.beats), "rhythms": dict(described.rhythms)}
        items.append(json.dumps(item, ensure_ascii=False))
    text = "[\n" + ",\n".join(items) + "\n]\n"
    write_text(target, text)
    return len(items)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the generator; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m assets.databases.catalogue", description="Write the catalogue anew."
    )
    parser.add_argument("--data-dir", type=Path, required=True, help="folder that holds mitdb/")
    parser.add_argument(
        "--output",
        type=Path,
        default=Path(__file__).parents[1] / "data" / "catalogue.json",
        help="file to write",
    )
    options = parser.parse_args(arguments)
    try:
        count = write_catalogue(options.data_dir, options.output)
    except AssetError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{count} records written to {options.output}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
