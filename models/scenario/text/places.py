"""Where something stands in a TOML text: the parser says what a file holds, but not in which line.

The parser itself is asked: a text is cut after so many lines, and the shortest cut that holds a key ends with
the line in which the key ends. So whatever TOML allows (quoted keys, tables in one line, strings of several
lines) is found without a second grammar.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

Path = tuple[str | int, ...]
"""Keys and places in lists, from the outside in: ``("step", 2, "options", "rate")``."""


def line_of(text: str, path: Path) -> int:
    """Give the line, from 1, in which begins what `path` names.

    Parameters
    ----------
    text : str
        TOML.
    path : tuple
        Where the text holds only a part of it, that part is looked for.

    Raises
    ------
    ValueError
        If it is no TOML.
    """
    whole = _read(text)
    if whole is None:
        raise ValueError("This is no TOML.")
    while path and not _holds(whole, path):
        path = path[:-1]
    if not path:
        return 1
    lines = text.splitlines(keepends=True)
    # Cuts that can be read hold it from one of them on. It lies behind the first `low` lines, and in `high`.
    low, high = 0, len(lines)
    while high - low > 1:
        found = None
        middle = (low + high) // 2
        for cut in (*range(middle, low, -1), *range(middle + 1, high)):
            found = _read("".join(lines[:cut]))
            if found is not None:
                break
        if found is None:
            break  # all between is one value of several lines
        low, high = (low, cut) if _holds(found, path) else (cut, high)
    while not lines[low].strip() or lines[low].lstrip().startswith("#"):
        low += 1
    return low + 1


@lru_cache(maxsize=256)  # several faults of one text ask for the same cuts
def _read(text: str) -> dict[str, Any] | None:
    """What a cut holds; None where it ends within something."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _holds(data: Any, path: Path) -> bool:
    for part in path:
        if isinstance(part, int):
            if not isinstance(data, list) or part >= len(data):
                return False
        elif not isinstance(data, dict) or part not in data:
            return False
        data = data[part]
    return True
