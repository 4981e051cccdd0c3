"""The catalogue's entries, from headers and annotations.

``python -m assets.databases.describe --data-dir DIR`` writes it anew from a mirror of the databases.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from assets.databases import mitbih, svdb
from assets.databases.catalogue import CatalogueEntry
from assets.databases.fetch import verified_in_mirror
from assets.databases.published import DATABASES, Database, database_of
from assets.errors import AssetError, RecordError
from assets.phrase import phrase
from assets.records.headers.header import Header, read_header
from assets.records.record import Record
from assets.write import write_text

# "69 M 1085 1629 x1": age, sex, and where the tape came from; -1 stands for an unknown age.
_PATIENT = re.compile(r"(?P<age>-?\d{1,3})\s+(?P<sex>[MF?])\b", re.ASCII)
_NO_PATIENT = {"svdb", "nstdb"}  # their headers have no comments


def describe(record: Record, header: Header) -> CatalogueEntry:
    """Make the entry of a record from its header and annotations.

    Raises
    ------
    RecordError
        If the record lacks what its database's records have: annotations, or comments that begin with the
        patient.
    """
    database = database_of(record.name)
    if database is None:
        raise RecordError(phrase("Record {name} is of none of the databases.", name=record.name))
    age, sex, medication = None, "", ""
    if database.key not in _NO_PATIENT:
        patient = _PATIENT.match(record.comments[0]) if record.comments else None
        if patient is None or len(record.comments) < 2:
            raise RecordError(
                phrase("The header of record {name} does not describe the patient.", name=record.name)
            )
        age = int(patient["age"]) if int(patient["age"]) >= 0 else None
        sex, medication = patient["sex"].strip("?"), record.comments[1].strip()
    if record.annotations is None and database.annotated:
        raise RecordError(phrase("Record {name} has no annotations.", name=record.name))
    found = record.annotations.symbol if record.annotations is not None else ()
    counts = Counter(symbol for symbol in found if symbol in mitbih.AAMI_CLASS)
    return CatalogueEntry(
        database=database.key,
        number=record.name,
        leads=record.leads,
        fs=record.fs,
        n_samples=record.n_samples,
        calibrated=not header.uncalibrated,
        counted=database.annotated,
        age=age,
        sex=sex,
        medication=medication,
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
    for (start, label), (stop, _) in pairwise([*marks, (record.n_samples, "")]):
        seconds[label] += stop - start
    return {label: round(samples / record.fs, 1) for label, samples in seconds.most_common()}


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
    from assets.records.reader import read_record

    items = []
    for database in DATABASES:
        for number in database.records:
            if number in svdb.TEST:
                described = _undescribed(database, number)
            else:
                path = verified_in_mirror(number, data_dir)
                described = describe(read_record(path), read_header(path))
            item = {**vars(described), "beats": dict(described.beats), "rhythms": dict(described.rhythms)}
            items.append(json.dumps(item, ensure_ascii=False))
    text = "[\n" + ",\n".join(items) + "\n]\n"
    write_text(target, text)
    return len(items)


def _undescribed(database: Database, number: str) -> CatalogueEntry:
    """Make the entry of a record that is kept as a test: what is true of every record of its database."""
    nothing: dict[str, int] = {}
    return CatalogueEntry(
        database=database.key,
        number=number,
        leads=svdb.LEADS,
        fs=svdb.FS,
        n_samples=svdb.N_SAMPLES,
        calibrated=None,
        counted=False,
        age=None,
        sex="",
        medication="",
        beats=MappingProxyType(nothing),
        rhythms=MappingProxyType({}),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the generator; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m assets.databases.describe", description="Write the catalogue anew."
    )
    parser.add_argument(
        "--data-dir", type=Path, required=True, help="folder that holds mitdb/, svdb/, nstdb/"
    )
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
