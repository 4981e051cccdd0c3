"""How a command tells of downloads: one line kept up to date on a terminal, a few plain ones elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

from assets.phrase import phrase

#: Least time between two plain lines about one download, in seconds.
EVERY_SECONDS = 10.0

Say = Callable[[str], None]


@contextmanager
def on_stderr(what: str, total: int) -> Iterator[Callable[[int, int], None]]:
    """Tell of one download on the error stream, which may be closed.

    Parameters
    ----------
    what : str
        What is fetched (``Record 100``).
    total : int
        Its size in bytes.

    Yields
    ------
    callable
        Takes the bytes that have arrived, and `total`.
    """
    stream = sys.stderr
    if stream is None or not stream.isatty():
        with in_lines(_write)(what, total) as progress:
            yield progress
        return
    with tqdm(total=total, desc=what, unit="B", unit_scale=True, file=stream, leave=False) as bar:
        yield lambda done, _total: bar.update(done - bar.n)


def in_lines(say: Say) -> Callable[[str, int], _Lines]:
    """Tell of downloads in sentences, one at the beginning and one in `EVERY_SECONDS` at most.

    Parameters
    ----------
    say : callable
        Takes a sentence.
    """
    return lambda what, total: _Lines(say, what, total)


class _Lines:
    """The sentences about one download; a context, so that it can be used as a bar is."""

    def __init__(self, say: Say, what: str, total: int) -> None:
        self._say, self._what, self._total = say, what, total
        self._told = time.monotonic()

    def __enter__(self) -> Callable[[int, int], None]:
        self._say(phrase("{what}: downloading {size}.", what=self._what, size=_size(self._total)))
        return self._progress

    def __exit__(self, *_error: object) -> None:
        return

    def _progress(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done < total and now - self._told >= EVERY_SECONDS:
            self._told = now
            self._say(
                phrase("{what}: {done:.1f} of {size}.", what=self._what, done=done / 1e6, size=_size(total))
            )


def _size(n_bytes: int) -> str:
    return f"{n_bytes / 1e6:.1f} MB"


def _write(sentence: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()
