"""The one way in which files are written: whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from assets.causes import reason
from assets.errors import WriteError
from assets.phrase import phrase

_OPEN_FILES = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/")
"""How paths begin that stand for what a process holds open, which may be a regular file."""


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file; whoever reads it meanwhile, or after a failure, finds the old content or the new one.

    The content is written beside the file and moved to its place, so a process that dies leaves the old
    file as it was. A link stays a link: what it points to is written. A file that exists keeps its mode, a
    new one gets what the process's umask allows. What exists and is no regular file (a device, a pipe,
    ``/dev/stdout``) is written through.

    Parameters
    ----------
    path : Path
        Where to; its folder must exist.
    content : bytes
        All that the file shall hold.

    Raises
    ------
    WriteError
        If it cannot be written.
    """
    try:
        there = path.stat() if path.exists() else None
        if there is not None and (not stat.S_ISREG(there.st_mode) or _is_held_open(path)):
            _through(path, content)
        else:
            # Moving the new file onto a link would replace the link.
            _replace(Path(os.path.realpath(path)), content, there)
    except OSError as error:
        raise WriteError(
            phrase("{path} could not be written: {why}.", path=path, why=reason(error))
        ) from error


def write_text(path: Path, text: str) -> None:
    """Write a text in UTF-8, its line ends as they are; otherwise as `write_bytes`.

    Raises
    ------
    WriteError
        If it cannot be written.
    """
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise WriteError(
            phrase("{path} could not be written: its text holds half a character.", path=path)
        ) from error
    write_bytes(path, content)


def check_target(path: Path | None) -> None:
    """Refuse a file that cannot be written, before the work is done that it shall hold; None is fine.

    Raises
    ------
    WriteError
        If it is a folder, its folder does not exist, one of the two may not be written to, or no file can
        be called so.
    """
    if path is None:
        return
    if os.path.isdir(path):
        raise WriteError(phrase("{path} is a folder; name a file to write.", path=path))
    if not os.path.isdir(path.parent):
        raise WriteError(
            phrase("There is no folder {parent} to write {name} into.", parent=path.parent, name=path.name)
        )
    # A regular file is replaced by one that is written beside it; what is none is written through.
    beside = Path(os.path.realpath(path)).parent
    if not os.access(path if os.path.exists(path) and not os.path.isfile(path) else beside, os.W_OK):
        raise WriteError(phrase("{path} may not be written.", path=path))
    try:
        path.lstat()
    except FileNotFoundError:
        return
    except OSError as error:  # as where the name is too long for any file
        raise WriteError(
            phrase("{path} could not be written: {why}.", path=path, why=reason(error))
        ) from error


def check_folder(folder: Path | None) -> None:
    """Refuse a folder into which nothing can be written; None is fine.

    Raises
    ------
    WriteError
        If there is none, or it may not be written to.
    """
    if folder is None:
        return
    if not os.path.isdir(folder):
        raise WriteError(phrase("There is no folder {folder} to write into.", folder=folder))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise WriteError(phrase("Nothing may be written into {folder}.", folder=folder))


def check_new(path: Path) -> None:
    """Refuse a file that cannot be written, or that exists: its name was not the user's choice.

    Raises
    ------
    WriteError
        If it exists, or as `check_target`.
    """
    check_target(path)
    if os.path.exists(path):
        raise WriteError(phrase("{path} exists already: move it away, or name another folder.", path=path))


def check_apart(path: Path | None, files: Iterable[Path]) -> None:
    """Refuse to write over one of `files`, by whichever name or link; None is fine.

    Raises
    ------
    WriteError
        If it is one of them.
    """
    if path is not None and os.path.realpath(path) in {os.path.realpath(file) for file in files}:
        raise WriteError(
            phrase(
                "{path} is a file of the record itself, which would be lost; name another file.", path=path
            )
        )


def _is_held_open(path: Path) -> bool:
    return os.path.abspath(path).startswith(_OPEN_FILES)


def _through(path: Path, content: bytes) -> None:
    # Without O_TRUNC and with O_APPEND, so that a redirected standard output keeps what it already holds.
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    with open(descriptor, "wb") as file:
        file.write(content)


def _replace(path: Path, content: bytes, there: os.stat_result | None) -> None:
    # A name of its own for each writer: two that write the same file at once do not mix.
    part = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
        if there is not None:
            part.chmod(stat.S_IMODE(there.st_mode))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
