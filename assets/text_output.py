"""A text that a command was asked for: into a file, or on standard output, alone there."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import BinaryIO, TextIO

from assets.causes import reason
from assets.errors import WriteError
from assets.phrase import phrase
from assets.write import check_apart, check_target, write_text

STDOUT = "-"
"""What stands for standard output where a file is named; a file of that name is ``./-``."""


class TextOutput:
    """Where a text goes that a command was asked for, such as its JSON: the same bytes wherever that is.

    Parameters
    ----------
    name : str
        Of a file, or `STDOUT`.

    Attributes
    ----------
    path : Path or None
        The file; None for standard output.
    """

    def __init__(self, name: str = STDOUT) -> None:
        self.path = None if name == STDOUT else Path(name)
        self._stdout: TextIO | None = None
        self._broken = False

    def __str__(self) -> str:
        return "standard output" if self.path is None else str(self.path)

    def check(self) -> None:
        """Refuse a file that cannot be written, before the work is done that it shall hold.

        Raises
        ------
        WriteError
            If it cannot be.
        """
        check_target(self.path)

    def check_apart(self, files: Iterable[Path]) -> None:
        """Refuse to write over one of `files`.

        Raises
        ------
        WriteError
            If it is one of them.
        """
        check_apart(self.path, files)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Send all else that is printed meanwhile to standard error, where the text has standard output."""
        if self.path is not None:
            yield
            return
        self._stdout = sys.stdout
        try:
            with redirect_stdout(sys.stderr):
                yield
        finally:
            self._left_alone()

    def write(self, text: str) -> None:
        """Write the text.

        Raises
        ------
        WriteError
            If it cannot be written.
        """
        if self.path is not None:
            write_text(self.path, text)
            return
        stdout = self._stdout or sys.stdout
        try:
            if stdout is None:
                raise OSError("it is closed")
            _put(stdout, text)
        except OSError as error:
            self._broken = True
            self._left_alone()
            why = reason(error)
            raise WriteError(phrase("Standard output could not be written: {why}.", why=why)) from error
        except UnicodeEncodeError as error:
            raise WriteError(
                phrase("Standard output could not be written: its text holds half a character.")
            ) from error

    def _left_alone(self) -> None:
        if self._broken:
            # What is left in the buffer would be tried, and complained about, once more at the end.
            sys.stdout = None


def _put(stdout: TextIO, text: str) -> None:
    """Write a text as it would be in a file: in UTF-8, its line ends as they are."""
    raw: BinaryIO | None = getattr(stdout, "buffer", None)
    if raw is None:  # something that only takes text stands in its place
        stdout.write(text)
        stdout.flush()
        return
    content = text.encode("utf-8")
    stdout.flush()
    raw.write(content)
    raw.flush()
