"""A database's own list of hashes: ``SHA256SUMS.txt``, a line a file, as ``sha256sum`` writes it."""

from __future__ import annotations

import re
from pathlib import Path

from assets.causes import reason
from assets.errors import DownloadError
from assets.phrase import phrase
from assets.regular import open_regular

FILE_NAME = "SHA256SUMS.txt"
#: Size above which a list is refused, in bytes: half a million files have one of 64 MB.
MAX_BYTES = 64 * 10**6

_LINE = re.compile(rb"([0-9a-f]{64})[ ]+\*?(?:\./)?(\S{1,500})\s*", re.ASCII)


def is_list(content: bytes) -> bool:
    """Whether a server's answer begins as such a list does, and is no page that says something else."""
    return any(_LINE.fullmatch(line) for line in content[: 2**12].splitlines())


def read_sums(path: Path, folder: str = "") -> dict[str, str]:
    """Read the hashes of the files that lie in one folder of a database.

    Parameters
    ----------
    path : Path
        The list.
    folder : str
        The folder, with a closing slash; empty for the topmost one.

    Returns
    -------
    dict of str to str
        SHA-256, as 64 hexadecimal digits, by the file's name within the folder. A line that is none is left
        out: what has no hash is not fetched.

    Raises
    ------
    DownloadError
        If it cannot be read.
    """
    start, found = folder.encode(), {}
    try:
        with open_regular(path) as file:
            for line in file:
                entry = _LINE.fullmatch(line)
                if entry is None or not entry[2].startswith(start):
                    continue
                name = entry[2][len(start) :]
                if b"/" not in name:
                    found[name.decode("ascii", "replace")] = entry[1].decode()
    except OSError as error:
        raise DownloadError(phrase("{path} cannot be read ({why}).", path=path, why=reason(error))) from error
    return found
