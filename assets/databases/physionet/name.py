"""How a record of PhysioNet is named: ``afdb/04015``, ``afdb/1.0.0/04015``, ``physionet:bidmc/bidmc01``.

A name comes from a command line or a page of somebody else's: it is checked here before it becomes a path or
an URL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assets.databases.physionet.known import KNOWN
from assets.databases.published import DATABASES
from assets.phrase import phrase

SCHEME = "physionet"
"""Before the name of a database that is not a known one: no mistyped path is told to a server."""

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,63}", re.ASCII)
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}", re.ASCII)
# No two dots, none at either end: neither a folder above nor a hidden file.
_STEP = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_+-]|\.(?![.]|$)){0,99}", re.ASCII)
_MOST_STEPS = 8
_CATALOGUE = {database.key for database in DATABASES}


@dataclass(frozen=True)
class RecordName:
    """A record of PhysioNet.

    Attributes
    ----------
    database : str
        Its database as PhysioNet's addresses have it (``afdb``).
    path : str
        Its path within the database, without a file's ending (``04015``, ``patient001/s0010_re``).
    version : str
        The version that is asked for; empty for the newest.
    """

    database: str
    path: str
    version: str = ""

    @property
    def identity(self) -> str:
        """Whose signal it is, the same wherever it is opened."""
        return f"{self.database}/{self.path}"

    @property
    def folder(self) -> str:
        """The folder of its files within the database, with a closing slash; empty for the topmost."""
        return self.path.rpartition("/")[0] + "/" if "/" in self.path else ""

    @property
    def stem(self) -> str:
        """Name of its files, without their endings."""
        return self.path.rpartition("/")[2]

    def __str__(self) -> str:
        return self.identity


def record_name(text: str) -> RecordName | None:
    """Take a name apart; None for what names no record of PhysioNet.

    Parameters
    ----------
    text : str
        ``DATABASE/RECORD`` for one of the `KNOWN` databases or with a version, anything with ``physionet:``
        before it; ``.hea`` at the end does not count.
    """
    scheme, _, rest = text.strip().rpartition(":")
    if scheme not in {"", SCHEME}:
        return None
    database, _, path = rest.removesuffix(".hea").partition("/")
    version, _, behind = path.partition("/")
    if _VERSION.fullmatch(version) and "." in version:
        path = behind  # a version alone names no record
    else:
        version = ""
    steps = path.split("/")
    if not _SLUG.fullmatch(database) or len(steps) > _MOST_STEPS or not all(map(_STEP.fullmatch, steps)):
        return None
    if not scheme and not version and database not in KNOWN and database not in _CATALOGUE:
        return None
    return RecordName(database, path, version)


def notes_of(name: RecordName) -> str:
    """Say where a record comes from, and under which licence where that is known: a line for people."""
    known = KNOWN.get(name.database)
    if known is None:
        return phrase(
            "Record {name} of PhysioNet's database {database}", name=name.path, database=name.database
        )
    return phrase(
        "Record {name} of the {database}, {licence}",
        name=name.path,
        database=known.name,
        licence=known.licence,
    )


def is_version(text: str) -> bool:
    """Whether a text is a version of a database (``1.0.0``)."""
    return _VERSION.fullmatch(text) is not None


def is_database(text: str) -> bool:
    """Whether a text may be a database's name in PhysioNet's addresses (``afdb``)."""
    return _SLUG.fullmatch(text) is not None


def is_file_name(text: str) -> bool:
    """Whether a text from a header may be a file of its own folder."""
    return _STEP.fullmatch(text) is not None
