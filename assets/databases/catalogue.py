"""The records of the databases, described for choosing among them; `assets.databases.describe` writes it."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from assets.databases import mitbih, svdb
from assets.databases.published import DATABASES, NOISES, Database
from assets.errors import AssetError
from assets.phrase import joined, phrase
from assets.regular import read_regular

_MAX_BYTES = 2**20  # the catalogue has some 40 kB
#: How the field, and this project, divide the databases.
SPLITS = {
    "DS1": mitbih.DS1,
    "DS2": mitbih.DS2,
    phrase("SVDB half for fits"): svdb.DEVELOPMENT,
    phrase("SVDB half kept as a test"): svdb.TEST,
}
_SEX_WORDS = {"M": ("male", "man"), "F": ("female", "woman")}


@dataclass(frozen=True)
class CatalogueEntry:
    """One record of the catalogue.

    Attributes
    ----------
    database : str
        The database's key (`assets.databases.published`).
    number : str
        The record's name (``208``).
    leads : tuple of str
        Lead names.
    fs : float
        Sampling frequency in Hz.
    n_samples : int
        Length in samples.
    calibrated : bool or None
        Whether its header gives a gain; None where the header was not at hand.
    counted : bool
        Whether beats and rhythms were counted: nothing was looked at of a test that is to stay one.
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

    database: str
    number: str
    leads: tuple[str, ...]
    fs: float
    n_samples: int
    calibrated: bool | None
    counted: bool
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
    def source(self) -> Database:
        """The database that it is of."""
        return next(database for database in DATABASES if database.key == self.database)

    @property
    def split(self) -> str:
        """Its part of what is divided (`SPLITS`); empty for the rest."""
        for name, records in SPLITS.items():
            if self.number in records:
                return name
        return ""

    @property
    def notes(self) -> str:
        """What it holds, in words: rhythms with their durations, ectopic beats, whether it is calibrated."""
        if self.number in NOISES:
            return phrase(
                "Noise alone, without a heart: {noise}; its amplitude is not calibrated",
                noise=NOISES[self.number],
            )
        if not self.counted:
            return phrase("Kept as a test: nothing of its annotations was looked at")
        rhythms = [
            phrase("{rhythm} {lasting}", rhythm=_rhythm_name(label), lasting=_clock(seconds))
            for label, seconds in self.rhythms.items()
        ]
        beats = [
            phrase("{count} × {beat}", count=count, beat=mitbih.BEAT_NAMES.get(symbol, symbol))
            for symbol, count in self.beats.items()
            if symbol != "N"
        ]
        plain = [] if self.calibrated else [phrase("amplitude not calibrated")]
        return joined(phrase("; "), [*rhythms, *beats, *plain])

    def aami_counts(self) -> dict[str, int]:
        """Count the beats of each AAMI class, in the order N, S, V, F, Q; all 0 where none were counted."""
        return {
            name: sum(count for symbol, count in self.beats.items() if symbol in symbols)
            for name, symbols in mitbih.AAMI.items()
        }

    def matches(self, query: str, also: str = "") -> bool:
        """Whether the entry answers a search.

        Every word of `query` must be found. A number is (the beginning of) a record's, or an age. A single
        letter or sign is a sex (``F``, ``M``) or a beat type that the record has (``V``, ``/``), case and
        all; a longer word is looked for, regardless of case, in leads, sex, medication, split and notes.

        Parameters
        ----------
        query : str
            Words separated by spaces; an empty query matches everything.
        also : str
            What is looked through besides: the notes in the user's language.
        """
        text = f"{self._search_text()} | {also.casefold()}"
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
            self.source.name,
            "paced" if self.paced else "",
            *self.rhythms,
            self.notes,
        ]
        return " | ".join(parts).casefold()


@functools.cache
def load_catalogue() -> tuple[CatalogueEntry, ...]:
    """Load the entries, a database after the other, each in the order of its names.

    Raises
    ------
    AssetError
        If the catalogue is missing from the installation or damaged.
    """
    try:
        path = Path(str(resources.files("assets").joinpath("data", "catalogue.json")))
        return tuple(_entry(item) for item in json.loads(read_regular(path, _MAX_BYTES)))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AssetError(phrase("The catalogue of records is missing from this installation.")) from error


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
    raise AssetError(phrase("There is no record {number!r} in the catalogue.", number=number[:20]))


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
