"""Measured figures that ship: the one way in which such a file is read, down to its last row."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from assets.causes import words_of
from assets.errors import AssetError
from assets.phrase import phrase
from assets.regular import read_regular

T = TypeVar("T")

MAX_BYTES = 2**20
"""No file of figures is larger than this."""


def read_figures(path: Path, kind: type[T], what: str) -> T:
    """Read figures from a JSON file.

    Parameters
    ----------
    path : Path
        The file.
    kind : type
        What it must hold: a `TypedDict`, a dataclass, or a list of these. What these do not name is
        left out.
    what : str
        Whose figures they are, for the sentence where some are missing.

    Raises
    ------
    AssetError
        If the file is missing, no JSON, or does not hold them; the text says which one and where.
    """
    try:
        return msgspec.json.decode(read_regular(path, MAX_BYTES), type=kind)
    except FileNotFoundError:
        raise AssetError(phrase("There is no file {path}.", path=path)) from None
    except msgspec.ValidationError as error:
        raise AssetError(
            phrase(
                "{path} has not all the figures of {what} ({error}).",
                path=path,
                what=what,
                error=words_of(error),
            )
        ) from None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise AssetError(
            phrase("{path} is not readable ({error}).", path=path, error=words_of(error))
        ) from None
