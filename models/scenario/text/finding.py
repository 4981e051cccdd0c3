"""All that is wrong with a scenario's text at once: what hides other faults is put aside to find them.

A parser stops at the first thing that it cannot take. For whoever writes, that is put aside (a line, a value)
and the rest looked at again; of what may be wrong only because something is put aside nothing is told.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec

from models.scenario.script import END, Scenario
from models.scenario.text import places
from models.scenario.text.checks import Fault, faults
from models.scenario.text.reading import MISSING, UNKNOWN, ScenarioError, parsed, read_scenario, told

MOST_TOLD = 40
"""No more faults are told at once."""

_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")
_TABLE = re.compile(r"\s*\[")

_WAYS = frozenset({"name", "go", "then", "lasts_s", "step", "on"})
"""Keys by which steps lead to each other: without one of them, other steps look wrong."""

_ASKED = frozenset({"ask", "question", "answers"})
"""Keys without which an answer looks wrong."""

_STANDS_IN: dict[str, Any] = {
    "title": "?",
    "step": [],
    "name": "?",
    "go": END,
    "question": "?",
    "answers": [],
    "kind": "",
}
"""In place of each key that must be there, where it is not."""


def all_faults(text: str, file: str) -> Iterator[ScenarioError]:
    """Give the faults that can be found at once, by their lines, at most `MOST_TOLD`; none where all is well.

    Parameters
    ----------
    text : str
        TOML.
    file : str
        What an error calls it.
    """
    try:
        read_scenario(text, file)
    except ScenarioError as error:
        found = {(one.line, str(one.what)): one for one in (error, *islice(_others(text, file), MOST_TOLD))}
        yield from sorted(list(found.values())[:MOST_TOLD], key=lambda one: one.line)


class _Aside:
    """What was put aside to look at the rest."""

    def __init__(self) -> None:
        self.paths: list[places.Path] = []
        self.tables: list[range] = []  # lines of the tables in which a line was
        self.keys: set[str] = set()

    def put(self, path: places.Path) -> None:
        """Put a value aside."""
        self.paths.append(path)
        self.keys |= {part for part in path[-1:] if isinstance(part, str)}

    def put_unknown(self, path: places.Path) -> None:
        """Put a key aside that nobody knows: it may be any key of its table, misspelt."""
        self.put(path)
        if path[:-1]:
            self.paths.append(path[:-1])
            self.keys |= _WAYS | _ASKED

    def has(self, path: places.Path, line: int, key: str) -> bool:
        """Whether a key of the table at `path`, which begins in `line`, was put aside."""
        return (*path, key) in self.paths or (key in self.keys and any(line in one for one in self.tables))

    def explains(self, fault: Fault, line: int) -> bool:
        """Whether a fault in a line may be one only because something is put aside."""
        path = fault.path
        within = any(own[: len(path)] == path or path[: len(own)] == own for own in self.paths)
        ways = path[-1:] in (("go",), ("then",)) or (len(path) == 2 and path[0] == "step")
        far = (ways and self.keys & _WAYS) or (path[-1:] == ("answer",) and self.keys & _ASKED)
        return within or bool(far) or any(line in table for table in self.tables)


def _others(text: str, file: str) -> Iterator[ScenarioError]:
    """Give fault after fault, each put aside to find the next."""
    aside = _Aside()
    while True:
        try:
            data = parsed(text, file)
            break
        except ScenarioError as error:
            yield error
            less = _without(text, error, aside)
            if less is None:
                return
            text = less
    while True:
        try:
            scenario = msgspec.convert(data, Scenario)
            break
        except msgspec.ValidationError as error:
            path, what = told(str(error), data)
            line = places.line_of(text, path)
            missing = MISSING.match(str(error))
            if missing is None or not aside.has(path, line, missing[1]):
                yield ScenarioError(file, line, what)
            if UNKNOWN.match(str(error)):
                aside.put_unknown(path)
            mended = _mend(data, path, aside) if missing is None else _add(data, path, missing[1], aside)
            if not mended:
                return
    for fault in faults(scenario):
        line = places.line_of(text, fault.path)
        if not aside.explains(fault, line):
            yield ScenarioError(file, line, fault.what)


def _without(text: str, error: ScenarioError, aside: _Aside) -> str | None:
    """The text without the line that is no TOML; None where more than that line may be meant."""
    lines = text.splitlines(keepends=True)
    at = error.line - 1
    named = isinstance(error.__cause__, tomllib.TOMLDecodeError) and "(at line" in str(error.__cause__)
    key = _KEY.match(lines[at]) if named and at < len(lines) else None
    if key is None or any(mark in text for mark in ('"""', "'''")):
        return None
    first = next((i for i in range(at, -1, -1) if _TABLE.match(lines[i])), 0)
    last = next((i for i in range(at + 1, len(lines)) if _TABLE.match(lines[i])), len(lines))
    aside.tables.append(range(first + 1, last + 1))
    aside.keys.add(key[1])
    return "".join((*lines[:at], "\n", *lines[at + 1 :]))


def _mend(data: Any, path: places.Path, aside: _Aside) -> bool:
    """Take away what stands at a path, of a list all of it; False where it is not found."""
    while path and (isinstance(path[-1], int) or path[-1] == "..."):
        path = path[:-1]
    table = _at(data, path[:-1])
    if not path or not isinstance(table, dict) or path[-1] not in table:
        return False
    del table[path[-1]]
    aside.put(path)
    return True


def _add(data: Any, path: places.Path, key: str, aside: _Aside) -> bool:
    """Put something in the place of a key that is missing; False where its table is not found."""
    table = _at(data, path)
    if not isinstance(table, dict) or key in table:
        return False
    table[key] = _STANDS_IN[key]
    aside.put((*path, key))
    return True


def _at(data: Any, path: places.Path) -> Any:
    """What stands at a path; None where nothing does."""
    for part in path:
        holds = isinstance(data, dict) and part in data
        if not holds and not (isinstance(data, list) and isinstance(part, int) and part < len(data)):
            return None
        data = data[part]
    return data
