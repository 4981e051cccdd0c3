"""Names of files as one line: whoever named them may have put line breaks and worse into them."""

from __future__ import annotations

import unicodedata

_PICTURES = 0x2400
"""Unicode has a picture for each of the first 32 control characters from here on; ␊ is a line feed's."""

_OTHER = "\ufffd"
"""Stands for what has none, such as what turns the direction of writing."""


def one_line(text: str) -> str:
    """Show what would break a line, or hide or turn letters; all else stays as it is.

    Parameters
    ----------
    text : str
        A sentence, or a name, that may hold text from outside.

    Examples
    --------
    >>> one_line("night" + chr(10) + "1.hea")
    'night␊1.hea'
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if ord(character) < 32:
        return chr(_PICTURES + ord(character))
    kind = unicodedata.category(character)
    return _OTHER if kind in ("Cc", "Cf", "Zl", "Zp", "Cs") else character
