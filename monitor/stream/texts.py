"""Text files of numbers, read as the last one of their shape was: where nobody is there to be asked."""

from __future__ import annotations

from collections.abc import Callable

from assets.phrase import Phrase, phrase
from assets.sources.source import Source
from assets.text.answers import Untold, named, parted
from assets.text.remembered import Remembered

Open = Callable[[str], Source]
"""Opens a source by its name."""


def as_before(opened: Open, texts: Remembered | None, say: Callable[[Phrase], None]) -> Open:
    """Let text files that do not tell all be read as the last one of their shape was, where that does.

    Parameters
    ----------
    opened : callable
        Opens a source by its name.
    texts : Remembered or None
        What was said of earlier files; None where nothing of the user's takes part.
    say : callable
        Is told which file was read so, and how.

    Returns
    -------
    callable
        Opens a source by its name; raises `Untold` where somebody has to be asked, and what `opened` does.
    """

    def read(name: str) -> Source:
        try:
            return opened(name)
        except Untold as asked:
            answers = None if texts is None else texts.doing(asked)
            if answers is None or parted(name) is None:
                raise
            say(
                phrase(
                    "{file} is read as the last file of its shape: {answers}.",
                    file=asked.shape.label,
                    answers=str(answers),
                )
            )
            return opened(named(asked.shape.path, answers))

    return read
