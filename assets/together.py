"""Files that belong together: all of them are there when they are whole, or none of them is."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from assets.errors import WriteError
from assets.write import check_target


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
            raise WriteError(f"{path} is no ordinary file; name another one.")
    aside = paths[0].parent / f".{secrets.token_hex(6)}.part"
    try:
        aside.mkdir()
        yield aside
        _move(aside, [Path(os.path.realpath(path)) for path in paths], [path.name for path in paths])
    except OSError as error:
        # One of them, within the folder that nobody is to know of, is as good as all.
        first = error.__cause__ if isinstance(error, WriteError) else error
        why = getattr(first, "strerror", None) or f"not all of it was taken ({first or error})"
        raise WriteError(f"{paths[-1]} could not be written: {why}.") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _move(aside: Path, places: list[Path], names: list[str]) -> None:
    """Move the files to their places; where one cannot be, all is as it was before."""
    before: list[tuple[Path, Path]] = []
    done: list[Path] = []
    try:
        for place, name in zip(places, names, strict=True):
            if place.exists():
                kept = aside / f".{name}.before"
                os.replace(place, kept)
                before.append((kept, place))
            if (aside / name).exists():
                os.replace(aside / name, place)
                done.append(place)
    except OSError:
        for place in done:
            with suppress(OSError):  # the first error is the one to tell
                place.unlink()
        for kept, place in before:
            with suppress(OSError):
                os.replace(kept, place)
        raise
