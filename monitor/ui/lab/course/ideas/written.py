"""The map of the course as it is written: ideas, what leads to what, and where each is seen."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from assets.phrase import phrase
from monitor.ui.kit.language import language
from monitor.ui.lab.course.steps import written_in

FILE = Path(__file__).parent / "ideas.toml"

Kind = Literal["generative", "discriminative", "neither"]

KINDS: dict[Kind, str] = {
    "generative": phrase("generative: learns what data look like, and can make new ones"),
    "discriminative": phrase("discriminative: learns the answer only"),
    "neither": phrase("neither of both"),
}
"""The kinds in words."""


class Idea(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An idea of the course.

    Attributes
    ----------
    name, title : str
        What it is called, in the file and on the screen.
    strand, row : int
        Its place, from 0.
    kind : {"generative", "discriminative", "neither"}
        What it learns.
    words : str
        What it is.
    source : str
        Who had it.
    panes : list of str
        Where it is seen.
    leads : list of str
        Ideas that came of it or are made with it.
    """

    name: str
    title: str
    strand: int
    row: int
    kind: Kind
    words: str
    source: str
    panes: list[str]
    leads: list[str] = []


class IdeaMap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All ideas, with the names of their strands."""

    strands: list[str]
    ideas: list[Idea]

    def idea(self, name: str) -> Idea:
        """Give an idea by its name.

        Raises
        ------
        ValueError
            If there is no such idea.
        """
        for one in self.ideas:
            if one.name == name:
                return one
        raise ValueError(f"the course has no idea {name!r}.")

    def near(self, name: str) -> set[str]:
        """Names of the ideas that an idea leads to or comes from."""
        own = self.idea(name)
        return {*own.leads, *(one.name for one in self.ideas if name in one.leads)}


def idea_map() -> IdeaMap:
    """Give the map in the user's language, read once."""
    return _read(language().name)


@functools.cache
def _read(spoken: str) -> IdeaMap:
    written = written_in(spoken, FILE).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(written), IdeaMap)
