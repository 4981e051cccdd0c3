"""Files that belong together: all of them are there when they are whole, or none of them is."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from assets.causes import reason, words_of
from assets.errors import WriteError
from assets.phrase import joined, phrase
from assets.write import check_target

_ASIDE = re.compile(r"\.[0-9a-f]{12}\.part")
"""How the folders are called into which files are written first."""

_LOCK = ".lock"
"""Held by whoever writes into such a folder: the system lets go of it however that ends."""

_BEFORE, _NOTHING = ".before", ".nothing"
"""What stood in a place is kept under its name with the first ending; the second says that nothing did."""

_DONE = ".done"
"""Says that all files were moved, and what was kept is not needed any more."""

_MOVED = ".moved"
"""Says of each file that is moved how large it is, in bytes, and when it was written, in ns: by that it is
known in its place, where another one of that name may be by now."""

_YOUNG_S = 5.0
"""A folder that was changed since is somebody's, who may not hold its lock yet: between making the one and
taking the other lie two steps."""


@contextmanager
def written_together(paths: Sequence[Path]) -> Iterator[Path]:
    """Give a folder to write files of these names into; they are moved to their places at its end.

    Where something is raised meanwhile, nothing of them is left and what stood there before still does. Of
    those that nobody wrote, what stood there before is taken away.

    Parameters
    ----------
    paths : sequence of Path
        Where the files shall stand: one folder, and no two of one name. The last one is moved last, so that
        what is opened by it (a header) is whole when it is there.

    Yields
    ------
    Path
        The folder; it lies beside the files.

    Raises
    ------
    WriteError
        If they cannot be written. An ``OSError`` meanwhile becomes one.
    """
    for path in paths:
        check_target(path)
        if os.path.exists(path) and not os.path.isfile(path):
            raise WriteError(phrase("{path} is no ordinary file; name another one.", path=path))
    tidy(paths[0].parent)
    aside = paths[0].parent / f".{secrets.token_hex(6)}.part"
    lock = FileLock(aside / _LOCK)
    try:
        aside.mkdir()
        # On a file system without locks nothing is tidied; nobody else knows of this one.
        with suppress(NotImplementedError, OSError):
            lock.acquire(timeout=0)
        yield aside
        _move(aside, [Path(os.path.realpath(path)) for path in paths], [path.name for path in paths])
    except OSError as error:
        # One of them, within the folder that nobody is to know of, is as good as all.
        first = error.__cause__ if isinstance(error, WriteError) else error
        why = (
            reason(first)
            if isinstance(first, OSError) and first.strerror
            else phrase("not all of it was taken ({why})", why=words_of(first or error))
        )
        said = phrase("{path} could not be written: {why}.", path=paths[-1], why=why)
        if _still_kept(aside):
            said = joined(" ", (said, phrase("What stood there before is kept in {aside}.", aside=aside)))
        raise WriteError(said) from error
    finally:
        lock.release()
        if not _still_kept(aside):
            shutil.rmtree(aside, ignore_errors=True)


def is_aside(name: str) -> bool:
    """Whether a folder is called as those are into which files are written before they are moved."""
    return _ASIDE.fullmatch(name) is not None


def found_below(folder: Path) -> Iterator[Path]:
    """Give all that lies in a folder and in the folders within it, but for what is no file yet."""
    for path in folder.rglob("*"):
        if not any(map(is_aside, path.relative_to(folder).parts)):
            yield path


def tidy(folder: Path) -> int:
    """Take away what a writer left in a folder that was killed, with what stood there before put back.

    What another one is writing into is not touched, nor is any file but those that the killed one moved.

    Parameters
    ----------
    folder : Path
        Where files are to be written.

    Returns
    -------
    int
        How many killed writers' folders were taken away.
    """
    tidied = 0
    try:
        left = [
            path
            for path in folder.iterdir()
            if is_aside(path.name)
            and path.is_dir()
            and not path.is_symlink()
            and (path / _LOCK).is_file()
            and time.time() - path.stat().st_mtime > _YOUNG_S
        ]
    except OSError:
        return 0  # whoever writes there is told
    for aside in left:
        with (
            suppress(Timeout, OSError, NotImplementedError),
            FileLock(aside / _LOCK).acquire(timeout=0),
        ):
            if (aside / _DONE).exists() or _put_back(aside):
                shutil.rmtree(aside, ignore_errors=True)
                tidied += not aside.exists()
    return tidied


def _put_back(aside: Path) -> bool:
    """Undo a move that was not ended; False where it cannot be, as something else is there by now."""
    notes = [path for path in aside.iterdir() if path.name.endswith((_BEFORE, _NOTHING))]
    places = {note: _place(note) for note in notes}
    moved = _known(aside / _MOVED)
    for place in places.values():
        # A link may have come from anybody, and leads out of the folder.
        if place.is_symlink() or (place.exists() and _mark(place) != moved.get(place.name)):
            return False
    for note, place in places.items():
        if note.name.endswith(_BEFORE):
            os.replace(note, place)
        # What the killed one had not moved yet lies in the folder still.
        elif not (aside / place.name).exists():
            place.unlink(missing_ok=True)
    return True


def _place(note: Path) -> Path:
    name = note.name.removeprefix(".").removesuffix(_BEFORE).removesuffix(_NOTHING)
    return note.parent.parent / name


def _mark(file: Path) -> list[int]:
    said = file.stat()
    return [said.st_size, said.st_mtime_ns]


def _known(file: Path) -> dict[str, list[int]]:
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}  # it was killed before it moved anything
    return said if isinstance(said, dict) else {}


def _still_kept(aside: Path) -> bool:
    """Whether something is in the folder that could not be put back where it stood before."""
    try:
        names = os.listdir(aside)
    except OSError:
        return False
    return _DONE not in names and any(name.endswith(_BEFORE) for name in names)


def _move(aside: Path, places: list[Path], names: list[str]) -> None:
    """Move the files to their places; where one cannot be, all is as it was before."""
    before: list[tuple[Path, Path]] = []
    done: list[Path] = []
    there = {name: _mark(aside / name) for name in names if (aside / name).exists()}
    (aside / _MOVED).write_text(json.dumps(there), encoding="utf-8")
    try:
        for place, name in zip(places, names, strict=True):
            if place.exists():
                kept = aside / f".{name}{_BEFORE}"
                os.replace(place, kept)
                before.append((kept, place))
            elif (aside / name).exists():
                (aside / f".{name}{_NOTHING}").touch()
            if (aside / name).exists():
                os.replace(aside / name, place)
                done.append(place)
    except BaseException:
        # Also what was interrupted by hand.
        had = {place for _, place in before}
        for place in done:
            if place not in had:
                with suppress(OSError):  # the first error is the one to tell
                    place.unlink()
        for kept, place in before:
            with suppress(OSError):
                os.replace(kept, place)
        raise
    (aside / _DONE).touch()
