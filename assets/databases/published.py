"""The ECG databases whose records can be named: what they are called, where they lie, what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from assets.databases import mitbih, svdb
from assets.phrase import phrase


@dataclass(frozen=True)
class Database:
    """A database of PhysioNet.

    Attributes
    ----------
    key : str
        Its folder in a mirror and in the cache, and what identities begin with (``mitdb``).
    name : str
        Its full name.
    short : str
        What it is called where there is little room.
    url : str
        Where its files lie, with a closing slash.
    records : tuple of str
        Names of its records; no two databases have one in common.
    suffixes : tuple of str
        Files of a record, the small ones first so that a dead connection shows at once.
    annotated : bool
        Whether its beats are annotated.
    citation : str
        How to cite it.
    """

    key: str
    name: str
    short: str
    url: str
    records: tuple[str, ...]
    suffixes: tuple[str, ...]
    annotated: bool
    citation: str


MITDB: Final = Database(
    key="mitdb",
    name=phrase("MIT-BIH Arrhythmia Database"),
    short=phrase("Arrhythmia"),
    url="https://physionet.org/files/mitdb/1.0.0/",
    records=mitbih.RECORDS,
    suffixes=(".hea", ".atr", ".dat"),
    annotated=True,
    citation="Moody GB, Mark RG. The impact of the MIT-BIH Arrhythmia Database. IEEE Eng Med Biol "
    "20(3):45-50, 2001.",
)
SVDB: Final = Database(
    key="svdb",
    name=phrase("MIT-BIH Supraventricular Arrhythmia Database"),
    short=phrase("Supraventricular"),
    url="https://physionet.org/files/svdb/1.0.0/",
    records=svdb.RECORDS,
    suffixes=(".hea", ".atr", ".dat"),
    annotated=True,
    citation="Greenwald SD, Patil RS, Mark RG. Improved detection and classification of arrhythmias in "
    "noise-corrupted electrocardiograms using contextual information. Computers in Cardiology 17:461-464, "
    "1990.",
)
NSTDB: Final = Database(
    key="nstdb",
    name=phrase("MIT-BIH Noise Stress Test Database"),
    short=phrase("Noise"),
    url="https://physionet.org/files/nstdb/1.0.0/",
    records=("bw", "em", "ma"),
    suffixes=(".hea", ".dat"),
    annotated=False,
    citation="Moody GB, Muldrow WE, Mark RG. A noise stress test for arrhythmia detectors. Computers in "
    "Cardiology 11:381-384, 1984.",
)
#: All of them, in the order in which they are listed.
DATABASES: Final = (MITDB, SVDB, NSTDB)

#: What the noise records hold.
NOISES: Final[dict[str, str]] = {
    "bw": phrase("baseline wander"),
    "em": phrase("electrode motion"),
    "ma": phrase("muscle noise"),
}

_OF: Final = {record: database for database in DATABASES for record in database.records}


def database_of(record: str) -> Database | None:
    """Return the database that has a record of this name, None where there is none."""
    return _OF.get(record)


def identity_of(record: str) -> str:
    """Say whose signal the record of a database is: ``mitdb/208``.

    Raises
    ------
    KeyError
        If no database has it.
    """
    return f"{_OF[record].key}/{record}"


def listed() -> str:
    """Say which records there are, for a sentence about one that there is not."""
    parts = [
        f"{database.short} {database.records[0]} to {database.records[-1]}"
        if len(database.records) > 3
        else f"{database.short} {', '.join(database.records)}"
        for database in DATABASES
    ]
    return "; ".join(parts)
