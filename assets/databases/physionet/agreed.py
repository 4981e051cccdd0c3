"""What the user agreed to: a record of more than 100 MB is fetched when somebody said yes to it."""

from __future__ import annotations

from assets.databases.physionet.name import RecordName
from assets.errors import DownloadError
from assets.phrase import phrase

LIMIT = 100 * 10**6
"""Bytes that are fetched without asking."""

_agreed: set[str] = set()
_all = False


class LargeDownload(DownloadError):
    """A record is larger than what is fetched without asking.

    Attributes
    ----------
    name : RecordName
        The record.
    size : int
        Bytes that are to be fetched.
    """

    def __init__(self, name: RecordName, size: int) -> None:
        super().__init__(
            phrase(
                "Record {name} is {size:,.0f} MB large, and more than {limit:.0f} MB are fetched only when "
                "asked for: --large says so.",
                name=str(name),
                size=size / 1e6,
                limit=LIMIT / 1e6,
            )
        )
        self.name, self.size = name, size


def agree(name: RecordName | None = None) -> None:
    """Let a record be fetched however large it is, in this process; any record where none is named."""
    global _all
    if name is None:
        _all = True
    else:
        _agreed.add(name.identity)


def check_size(name: RecordName, size: int) -> None:
    """Ask whether so many bytes may be fetched.

    Raises
    ------
    LargeDownload
        If nobody has agreed to it.
    """
    if size > LIMIT and not _all and name.identity not in _agreed:
        raise LargeDownload(name, size)
