"""From a TOML text to a `Scenario`: every error names the file, the line, and what is allowed there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from assets.causes import reason, words_of
from assets.errors import AssetError
from assets.phrase import joined, listed, phrase
from assets.regular import read_regular
from models.scenario.script import Artefact, Ask, Branch, Deed, Scenario, Step
from models.scenario.text import places
from models.scenario.text.checks import faults
from models.scenario.wording import in_words

MOST_BYTES = 2**16
"""No scenario is longer; a longer file is refused before it is read."""

_WHERE = re.compile(r"^(.*?)(?: - at `\$(.*)`)?$", re.DOTALL)
_PART = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")
UNKNOWN = re.compile(r"Object contains unknown field `([^`]*)`")
MISSING = re.compile(r"Object missing required field `([^`]*)`")
_STRUCTS: dict[str, type[msgspec.Struct]] = {
    "": Scenario,
    "step": Step,
    "on": Branch,
    "ask": Ask,
    "artefacts": Artefact,
}
_MEANT = {
    "str": phrase("a text in quotes"),
    "float": phrase("a number"),
    "int": phrase("a whole number"),
    "bool": phrase("true or false"),
    "array": phrase("a list in [ ]"),
    "object": phrase("a table"),
}


class ScenarioError(AssetError):
    """A scenario cannot be played.

    Attributes
    ----------
    line : int
        In which line of its text, from 1.
    """

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(phrase("{file}, line {line}: {what}", file=file, line=line, what=what))
        self.line = line
        self.what = what


def read_scenario(text: str, file: str) -> Scenario:
    """Read a scenario.

    Parameters
    ----------
    text : str
        TOML.
    file : str
        What an error calls it.

    Raises
    ------
    ScenarioError
        If it cannot be played; one sentence.
    """
    data = parsed(text, file)
    try:
        scenario = msgspec.convert(data, Scenario)
    except msgspec.ValidationError as error:
        path, what = told(str(error), data)
        raise ScenarioError(file, places.line_of(text, path), what) from error
    fault = next(faults(scenario), None)
    if fault is not None:
        raise ScenarioError(file, places.line_of(text, fault.path), fault.what)
    return in_words(scenario)


def parsed(text: str, file: str) -> dict[str, Any]:
    """Give what a text holds; whether that is a scenario is not asked.

    Raises
    ------
    ScenarioError
        If it is too long, or no TOML; of the parser's own refusals, which name their line, it is the cause.
    """
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise ScenarioError(
            file, 1, phrase("A scenario is no longer than {most} KiB.", most=MOST_BYTES >> 10)
        )
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(
            file, _line_in(str(error), text), phrase("This is no TOML: {error}.", error=words_of(error))
        ) from error
    except RecursionError as error:
        raise ScenarioError(file, 1, phrase("Its tables lie too deep within each other.")) from error
    except ValueError as error:  # of numbers with thousands of digits, and times that no calendar has
        why = str(error).partition(";")[0]
        raise ScenarioError(file, 1, phrase("One of its values cannot be read: {why}.", why=why)) from error


def read_file(path: Path) -> Scenario:
    """Read the scenario in a file; otherwise as `read_scenario`.

    Raises
    ------
    ScenarioError
        If it cannot be read or played.
    """
    return read_scenario(text_of(path), path.name)


def text_of(path: Path) -> str:
    """Give what stands in a scenario's file.

    Raises
    ------
    ScenarioError
        If it cannot be read.
    """
    try:
        return read_regular(path, MOST_BYTES).decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise ScenarioError(path.name, 1, phrase("It cannot be read: {why}.", why=reason(error))) from error
    except UnicodeDecodeError as error:
        raise ScenarioError(path.name, 1, phrase("It is no text in UTF-8.")) from error


def _line_in(sentence: str, text: str) -> int:
    found = re.search(r"\(at line (\d+)", sentence)
    return int(found[1]) if found else max(1, len(text.splitlines()))


def told(sentence: str, data: Any) -> tuple[places.Path, str]:
    """From msgspec's words to a place and to ours: what is allowed there."""
    found = _WHERE.match(sentence)
    assert found is not None
    said, where = found[1], found[2] or ""
    path: places.Path = tuple(
        int(number) if number and number != "..." else (name or number)
        for name, number in _PART.findall(where)
    )
    names = [part for part in path if isinstance(part, str)]
    struct = _STRUCTS.get(names[-1] if names else "")
    known = listed(f.encode_name for f in msgspec.structs.fields(struct)) if struct else ""
    if unknown := UNKNOWN.match(said):
        return (*path, unknown[1]), phrase(
            "There is no key {key!r} here; there are {known}.", key=unknown[1], known=known
        )
    if missing := MISSING.match(said):
        return path, phrase("The key {key!r} is missing here.", key=missing[1])
    if "enum value" in said:
        names_known = listed(deed.value for deed in Deed)
        return path, phrase("{called} has to be one of {names}.", called=_called(path), names=names_known)
    expected = re.match(r"Expected `([^`]*)`, got `([^`]*)`", said)
    if expected:
        meant = joined(phrase(" or "), (_MEANT[word] for word in expected[1].split(" | ") if word in _MEANT))
        return (
            path,
            phrase(
                "{called} must be {meant}, not {found}.",
                called=_called(path),
                meant=meant or expected[1],
                found=_MEANT.get(expected[2], expected[2]),
            ),
        )
    return path, f"{said}."


def _called(path: places.Path) -> str:
    names = [part for part in path if isinstance(part, str) and part != "..."]
    return phrase("The key {key!r}", key=names[-1]) if names else phrase("This")
