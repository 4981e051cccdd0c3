"""Which recordings an archive holds: paths, folders, patterns and lists become one name each."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assets.databases.published import database_of, identity_of
from assets.errors import RecordError
from assets.records.annotation_writer import wfdb_name
from assets.records.open import DEMO, ENDINGS, records_in
from assets.regular import read_regular
from assets.sources.open import SourceName
from assets.text.answers import Answers
from assets.text.shape import ENDINGS as TEXT_ENDINGS
from assets.text.shape import texts_in

MAX_LIST_BYTES = 64 * 2**20
"""Size above which a list of recordings is refused: some million lines."""

_OF_A_RECORD = {*ENDINGS, ".dat", ".atr"}


@dataclass(frozen=True)
class Recording:
    """One recording of an archive.

    Attributes
    ----------
    key : str
        What it is called in the results, ``FOLDER/NAME``: the folder's name with eight digits that tell it
        from others of that name (``svdb-5f3a9c21/800``), or the catalogue's database (``svdb/800``).
    spec : str
        What `assets.sources.open.open_source` opens; a path is absolute.
    """

    key: str
    spec: str


def find(paths: Sequence[str]) -> list[Recording]:
    """Find the recordings that were named, each once, in their order.

    Parameters
    ----------
    paths : sequence of str
        Names of the catalogue; sources of another kind (``patient:vt``); records; folders, which are searched
        with all folders in them for ``*.hea``, ``*.edf`` and ``*.bdf``, where there is none for text files of
        numbers (``DIR?rate=250&unit=mV`` where they do not say that); patterns (``data/**/8*.hea``); files
        that list such, one a line, relative to themselves (as the ``RECORDS`` of PhysioNet's databases),
        where ``#`` begins a remark.

    Raises
    ------
    ValueError
        If a folder, a pattern or a list gives no recording. A record that is named and is not there is given:
        it cannot be read, which is a result.
    OSError
        If a folder or a list cannot be read.
    """
    found: dict[str, Recording] = {}
    for path in paths:
        for spec in _specs(path.strip() or path, lists=True):
            recording = Recording(_key(spec), spec)
            found.setdefault(recording.key, recording)
    return list(found.values())


def names_many(path: str) -> bool:
    """Whether a name stands for any number of recordings: a folder, a pattern or a list."""
    if _is_named(path) or _header(Path(path)) is not None or _text(path) is not None:
        return False
    return Path(path).is_dir() or Path(path).is_file() or _of_texts(path) is not None or _is_pattern(path)


def stamp(spec: str) -> list[list[str | int]]:
    """Say which state a recording's files are in: name, bytes and time of change of each.

    A record of the catalogue is compared with its published hash whenever it is opened, and has no stamp.
    """
    header = None if _is_named(spec) else _text(spec) or _header(Path(spec))
    if header is None and Path(spec).suffix.lower() in TEXT_ENDINGS and not _is_named(spec):
        header = Path(spec)  # of a folder, where a .txt is no list
    if header is None:
        return []
    beside = sorted((".hea", ".dat", ".atr")) if header.suffix == ".hea" else [header.suffix]
    files = (header.with_suffix(suffix) for suffix in beside)
    there = [(file, file.stat()) for file in files if file.is_file()]
    return [[file.name, status.st_size, status.st_mtime_ns] for file, status in there]


def _specs(path: str, *, lists: bool) -> Iterator[str]:
    here = Path(path)
    if _is_named(path):
        yield path
    elif (header := _header(here)) is not None:
        yield _absolute(header)
    elif (text := _text(path)) is not None:
        yield f"{_absolute(text)}{path[len(str(text)) :]}"
    elif here.is_dir():
        yield from _some(
            _in_folder(here),
            f"The folder {path} holds no recording: there is no *.hea, *.edf or *.bdf in it, nor a text "
            "file of numbers.",
        )
    elif (texts := _of_texts(path)) is not None:
        yield from _some(_in_folder(*texts), f"The folder {texts[0]} holds no text file of numbers.")
    elif here.is_file() and lists:
        yield from _some(_listed(here), f"The list {path} names no recording.")
    elif _is_pattern(path):
        yield from _some(_matching(path), f"No recording matches {path}.")
    else:
        yield _absolute(here)


def _some(specs: Iterable[str], otherwise: str) -> Iterator[str]:
    empty = True
    for spec in specs:
        empty = False
        yield spec
    if empty:
        raise ValueError(otherwise)


def _in_folder(folder: Path, said: str = "") -> list[str]:
    """Find the records below a folder; where there is none, the text files of numbers, read as `said`."""
    found = records_in(folder, below=True)
    texts = [] if found else texts_in(folder)
    mark = f"?{said}" if said else ""
    return [*map(_absolute, found), *(f"{_absolute(path)}{mark}" for path in texts)]


def _of_texts(path: str) -> tuple[Path, str] | None:
    """Part a folder of text files from what is said of each: ``DIR?rate=250&unit=mV``."""
    folder, mark, said = path.rpartition("?")
    if not mark or not said or os.path.lexists(path) or not Path(folder).is_dir():
        return None
    try:
        return Path(folder), str(Answers.of(said))
    except RecordError as error:
        raise ValueError(str(error)) from error


def _matching(pattern: str) -> Iterator[str]:
    for match in sorted(glob.glob(pattern, recursive=True)):
        path = Path(match)
        if path.is_dir():
            yield from _in_folder(path)
        elif path.suffix.lower() in _OF_A_RECORD and (header := _header(path)) is not None:
            yield _absolute(header)


def _listed(file: Path) -> Iterator[str]:
    try:
        text = read_regular(file, MAX_LIST_BYTES).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"{file} is neither a record nor a list of recordings in UTF-8.") from error
    for line in text.splitlines():
        name = line.partition("#")[0].strip()
        if not name:
            continue
        beside = file.parent / name
        # The name of a database's record, unless a file of that name lies beside the list.
        named = _is_named(name) and _header(beside) is None
        yield from _specs(name if named else str(beside), lists=False)


def _is_named(name: str) -> bool:
    return name == DEMO or database_of(name) is not None or bool(SourceName.of(name).scheme)


def _is_pattern(name: str) -> bool:
    return glob.has_magic(name) and not os.path.lexists(name)


def _header(path: Path) -> Path | None:
    """Find the file by which the record is opened that a path means."""
    whole = path.suffix.lower() in ENDINGS
    tried = [path] if whole else [path.with_name(f"{path.name}.hea")] if path.name else []
    if path.suffix in (".dat", ".atr"):
        tried.append(path.with_suffix(".hea"))
    return next((header for header in tried if header.is_file()), None)


def _text(path: str) -> Path | None:
    """Give the file of a text file's name: ``r.txt?rate=250&unit=mV``, or ``r.csv`` alone.

    A ``.txt`` of which nothing is said is a list of recordings.
    """
    file, mark, _ = path.rpartition("?")
    found = Path(file if mark else path)
    whole = found.suffix.lower() in TEXT_ENDINGS if mark else found.suffix.lower() in (".csv", ".tsv")
    return found if whole and found.is_file() else None


def _absolute(path: Path) -> str:
    return os.path.abspath(path)


def _key(spec: str) -> str:
    if spec == DEMO:
        return f"{DEMO}/{DEMO}"
    if database_of(spec) is not None:
        return identity_of(spec)
    asked = SourceName.of(spec)
    if asked.scheme:
        told = hashlib.sha256(asked.rest.encode()).hexdigest()[:8]
        return f"{asked.scheme}-{told}/{wfdb_name(asked.rest.partition('?')[0])}"
    folder, name = os.path.split(spec.rpartition("?")[0] if _text(spec) and "?" in spec else spec)
    told = hashlib.sha256(os.fsencode(folder)).hexdigest()[:8]
    return f"{wfdb_name(os.path.basename(folder))}-{told}/{wfdb_name(name.removesuffix('.hea'))}"
