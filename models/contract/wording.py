"""What a process says in words: a `Phrase` as JSON, so that the window tells it in the user's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from assets.phrase import Phrase, joined, unstopped


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a text is made of.

    Attributes
    ----------
    template : str
        The words, with a place in braces for each value; of sentences put together, what stands between them.
    values : dict
        What stands in those places.
    parts : tuple
        The sentences that are put together.
    whole : Words or None
        The sentence of which this is all but the full stop.
    """

    template: str | Words = ""
    values: dict[str, str | int | float | bool | Words | None] = {}
    parts: tuple[str | Words, ...] = ()
    whole: Words | None = None


def packed(text: Phrase) -> Words:
    """Give what `text` is made of."""
    if text.parts:
        return Words(_packed(text.between), parts=tuple(_packed(part) for part in text.parts))
    if text.whole is not None:
        return Words(whole=packed(text.whole))
    return Words(text.template, {name: _value(value) for name, value in text.values.items()})


def _packed(text: str) -> str | Words:
    return packed(text) if isinstance(text, Phrase) else str(text)


def _value(value: Any) -> str | int | float | bool | Words | None:
    if isinstance(value, Phrase):
        return packed(value)
    if value is None or type(value) in (bool, int, float, str):
        return value
    return float(value) if isinstance(value, float) else int(value) if isinstance(value, int) else str(value)


def unpacked(text: str, words: Words) -> str:
    """Give `text` as the `Phrase` of its words; as it is where these do not come to it."""
    try:
        told = _phrase(words)
    except (LookupError, ValueError, TypeError, AttributeError):
        return text
    return told if told == text else text


def _phrase(words: Words) -> Phrase:
    if words.parts:
        return joined(_text(words.template), (_text(part) for part in words.parts))
    if words.whole is not None:
        told = unstopped(_phrase(words.whole))
        assert isinstance(told, Phrase)
        return told
    values: Mapping[str, Any] = words.values
    return Phrase(str(_text(words.template)), {name: _text(value) for name, value in values.items()})


def _text(value: Any) -> Any:
    return _phrase(value) if isinstance(value, Words) else value
