"""Sentences that are put together where nobody knows the user's language, and can still be told in it.

Whatever is not the window says what it has to say in English. `phrase` keeps the sentence's words and figures
apart, so that the window can put the figures into the words of another language; for everybody else (the
JSON, a log, a test) it is the English text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Fill = Callable[..., str]
"""Puts values into a template as `str.format` does; numbers perhaps in the forms of a language."""


class Phrase(str):
    """An English text that knows what it was made of.

    Attributes
    ----------
    template : str
        The words, with a place in braces for each value, as `str.format` has them.
    values : dict
        What stands in those places; a `Phrase` among them is told in the user's language too.
    between, parts : str, tuple of str
        Of sentences put together, those sentences and what stands between them.
    whole : Phrase or None
        The sentence of which this is all but the full stop.
    """

    template: str
    values: dict[str, Any]
    between: str = ""
    parts: tuple[str, ...] = ()
    whole: Phrase | None = None

    def __new__(cls, template: str, values: dict[str, Any]) -> Phrase:
        """Put `values` into `template`."""
        self = super().__new__(cls, template.format(**values) if values else template)
        self.template, self.values = template, values
        return self

    def __getnewargs__(self) -> tuple[str, dict[str, Any]]:  # type: ignore[override]
        return self.template, self.values

    def told(self, words: Callable[[str], str], fill: Fill = str.format) -> str:
        """Give the text with each template as `words` has it in another language, filled by `fill`."""
        values = {key: told(value, words, fill) for key, value in self.values.items()}
        template = words(self.template)
        return fill(template, **values) if values else template


class _Joined(Phrase):
    """Sentences one after the other."""

    def __new__(cls, between: str, parts: tuple[str, ...]) -> _Joined:
        self = str.__new__(cls, between.join(parts))
        self.template, self.values = str(self), {}
        self.between, self.parts = between, parts
        return self

    def __getnewargs__(self) -> tuple[str, tuple[str, ...]]:  # type: ignore[override]
        return self.between, self.parts

    def told(self, words: Callable[[str], str], fill: Fill = str.format) -> str:
        text = str(told(self.between, words, fill)).join(str(told(part, words, fill)) for part in self.parts)
        return text.replace("。 ", "。")  # the full stop of Japanese is as wide as a space and a stop


class Written(Phrase):
    """A text that somebody wrote in a file, who said it in other languages there too.

    Attributes
    ----------
    languages : dict
        What it is in each of them, by the language's code; in any other it is as it was written.
    """

    languages: dict[str, str]

    def __new__(cls, text: str, languages: dict[str, str]) -> Written:
        """Keep `text` with what it is in other languages."""
        self = str.__new__(cls, text)
        self.template, self.values, self.languages = self, {}, languages
        return self

    def __getnewargs__(self) -> tuple[str, dict[str, str]]:  # type: ignore[override]
        return str(self), self.languages


class _Unstopped(Phrase):
    """A sentence without its full stop, to go on behind it."""

    def __new__(cls, whole: Phrase) -> _Unstopped:
        self = str.__new__(cls, str(whole).removesuffix("."))
        self.template, self.values, self.whole = str(self), {}, whole
        return self

    def __getnewargs__(self) -> tuple[Phrase]:  # type: ignore[override]
        assert self.whole is not None
        return (self.whole,)

    def told(self, words: Callable[[str], str], fill: Fill = str.format) -> str:
        return str(told(self.whole, words, fill)).rstrip(".。")


def phrase(template: str, **values: Any) -> Phrase:
    """Say something that the window can tell in the user's language.

    Parameters
    ----------
    template : str
        A literal: the words are collected for translation by reading the source.
    **values
        What stands in its places in braces; ``{rate:.0f}`` is formatted as `str.format` does it.

    Returns
    -------
    Phrase
        A `str`, in English.
    """
    return Phrase(template, values)


def joined(between: str, parts: Iterable[str]) -> Phrase:
    """Put sentences together, each of which can be told in the user's language, as `str.join` does.

    `between` stands between them; where it is a `Phrase`, such as a comma, it is told in that language too.
    """
    return _Joined(between, tuple(parts))


def listed(parts: Iterable[str], most: int | None = None) -> Phrase:
    """Give a list in one line, such as ``V1, V5``, with the comma of the user's language.

    Of more than `most` parts the first ones stand there and three dots for the others.
    """
    every = list(parts)
    shown = every if most is None or len(every) <= most else [*every[:most], "…"]
    return joined(phrase(", "), shown)


def unstopped(sentence: str) -> str:
    """Give a sentence without its full stop, so that another can go on with it."""
    return _Unstopped(sentence) if isinstance(sentence, Phrase) else sentence.removesuffix(".")


def told(value: Any, words: Callable[[str], str], fill: Fill = str.format) -> Any:
    """Give `value` in another language, if it is a `Phrase`; else give it back."""
    return value.told(words, fill) if isinstance(value, Phrase) else value
