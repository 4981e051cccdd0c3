"""Errors as text for the log: what the program did, and nothing of whose signal it was.

A log is sent to strangers. Names of files are often names of patients, and a message may hold what a header
says; the lines of our own source never do.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Collection
from pathlib import Path
from types import TracebackType

from assets.errors import AssetError

LONGEST = 300
"""So many characters of an error's message are kept."""

FRAMES = 40
"""So many calls of an error are told, the innermost ones."""

SHORTEST_NAME = 3
"""Names of fewer characters are found in any text, and are not hidden."""

CAUSES = 5
"""So many errors behind an error are told."""

_QUOTED_PATH = re.compile(r"""(['"])[^'"]*[\\/][^'"]*\1""")
_QUOTED = re.compile(r"""(['"]).*?\1""")


def clean(text: str, names: Collection[str] = ()) -> str:
    """Leave out of a text what may say whose signal it is.

    Parameters
    ----------
    text : str
        A message of an error, or of a library.
    names : collection of str
        What the record that is open is called.

    Returns
    -------
    str
        At most `LONGEST` characters in one line, with ``<path>`` for each name of a file or folder, and
        ``<record>`` for each of `names`.
    """
    text = " ".join(text[: 4 * LONGEST].split())
    for name in sorted({name for name in names if len(name) >= SHORTEST_NAME}, key=len, reverse=True):
        text = text.replace(name, "<record>")
    text = " ".join(map(_pathless, _QUOTED_PATH.sub("<path>", text).split(" ")))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def _pathless(word: str) -> str:
    """Give a word, or what stands for it where it is a path; what stands around it stays."""
    bare = word.strip("'\"()[]<>,;:")
    return word.replace(bare, "<path>") if "/" in bare or "\\" in bare else word


def message_of(error: BaseException, names: Collection[str] = ()) -> str:
    """Give an error's own words as far as a stranger may read them; empty where there are none."""
    if isinstance(error, AssetError):
        return ""  # a sentence for the user, which names his file
    if isinstance(error, OSError):
        return error.strerror or ""
    words = str(error)
    if isinstance(error, ValueError):
        words = _QUOTED.sub("'…'", words)  # what was read, from whatever file
    return clean(words, names)


def line_of(error: BaseException, names: Collection[str] = ()) -> str:
    """Give the last line of an error's traceback."""
    return ": ".join(part for part in (type(error).__name__, message_of(error, names)) if part)


def place_of(where: TracebackType | None) -> tuple[str, int]:
    """File and line of the innermost call."""
    if where is None:
        return "?", 0
    while where.tb_next is not None:
        where = where.tb_next
    return where.tb_frame.f_code.co_filename, where.tb_lineno


def traceback_of(error: BaseException, names: Collection[str] = ()) -> str:
    """Give an error with its calls, and the errors behind it, the first one first."""
    told: list[str] = []
    one: BaseException | None = error
    seen: set[int] = set()
    while one is not None and id(one) not in seen and len(seen) < CAUSES:
        seen.add(id(one))
        calls = traceback.extract_tb(one.__traceback__, limit=-FRAMES)
        for call in calls:
            call.filename = at_home(call.filename)
        told.append("".join([*calls.format(), line_of(one, names)]))
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n\nand then:\n".join(reversed(told))


def at_home(text: str) -> str:
    """Put ``~`` for the user's folder, whose name is his."""
    try:
        home = str(Path.home())
    except RuntimeError:  # there is none
        return text
    return text.replace(home, "~") if len(home) > 1 else text
