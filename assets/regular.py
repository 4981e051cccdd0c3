"""The one way in which files are opened that come from outside: ordinary files only.

A pipe of a file's name would be waited for without end, a device may never end, and a folder is no file.
"""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

from assets.phrase import phrase

_KINDS = (
    (stat.S_ISDIR, phrase("a folder")),
    (stat.S_ISFIFO, phrase("a pipe")),
    (stat.S_ISSOCK, phrase("a socket")),
    (stat.S_ISCHR, phrase("a device")),
    (stat.S_ISBLK, phrase("a device")),
)


def check_regular(path: Path) -> os.stat_result:
    """Refuse what is no ordinary file, for a library that opens it by its name; links are followed.

    Returns
    -------
    os.stat_result
        What is known of the file, such as its size.

    Raises
    ------
    FileNotFoundError
        If there is nothing of that name.
    OSError
        If it is no ordinary file, or cannot be looked at; ``strerror`` says why.
    """
    status = path.stat()
    _refuse(status, path)
    return status


def open_regular(path: Path) -> BufferedReader:
    """Open an ordinary file for reading its bytes.

    Raises
    ------
    OSError
        As `check_regular`, or if it cannot be opened.
    """
    check_regular(path)  # before it is opened: to open a device may do something
    # Without waiting: the file may have been replaced by a pipe this very moment.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = open(os.open(path, flags), "rb")
    try:
        _refuse(os.fstat(file.fileno()), path)
    except OSError:
        file.close()
        raise
    return file


def read_regular(path: Path, max_bytes: int) -> bytes:
    """Read an ordinary file whole.

    Parameters
    ----------
    path : Path
        The file.
    max_bytes : int
        Size that no such file has; a larger one is refused before it is read.

    Raises
    ------
    OSError
        As `open_regular`, or if it is larger.
    """
    with open_regular(path) as file:
        content = file.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise OSError(errno.EFBIG, phrase("it is larger than {most} KiB", most=max_bytes >> 10), str(path))
    return content


def _refuse(status: os.stat_result, path: Path) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    kind = next((words for is_kind, words in _KINDS if is_kind(status.st_mode)), phrase("something else"))
    raise OSError(errno.EINVAL, phrase("it is {kind}, not an ordinary file", kind=kind), str(path))
