"""Where the user's own scenarios lie, and how they are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from assets.causes import reason, words_of
from assets.errors import WriteError
from assets.phrase import phrase
from assets.write import write_text
from models.scenario.opening import ENDING, on_the_shelf
from models.scenario.text.reading import ScenarioError, read_file

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


@dataclass(frozen=True)
class Shelved:
    """A scenario that can be chosen.

    Attributes
    ----------
    name : str
        Its file's name without the ending.
    path : Path
        Its file.
    title, about : str
        As in the file; of one that cannot be played, the name, and why.
    own : bool
        Whether it is the user's.
    playable : bool
        Whether it can be played.
    """

    name: str
    path: Path
    title: str
    about: str
    own: bool
    playable: bool


def shelved(folder: Path) -> list[Shelved]:
    """Give those that ship, and the user's own in a folder, by title; the own ones last."""
    found = []
    for name, path in on_the_shelf([folder]).items():
        own = path.parent == folder
        try:
            scenario = read_file(path)
        except ScenarioError as error:
            found.append(Shelved(name, path, name, words_of(error), own, playable=False))
        else:
            found.append(Shelved(name, path, scenario.title, scenario.about, own, playable=True))
    return sorted(found, key=lambda one: (one.own, one.title.casefold()))


def keep(folder: Path, name: str, text: str) -> Path:
    """Keep a scenario's text among the user's own, under a name.

    Raises
    ------
    WriteError
        If the name is none, or it cannot be written.
    """
    name = name.strip()
    if not _NAME.fullmatch(name):
        raise WriteError(
            phrase(
                "A scenario's name is of lower-case letters, digits, - and _, at most 40; {name!r} is not.",
                name=name,
            )
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(
            phrase("The folder {folder} cannot be made: {why}.", folder=folder, why=reason(error))
        ) from error
    path = folder / f"{name}{ENDING}"
    write_text(path, text)
    return path
