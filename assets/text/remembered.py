"""What was said of text files, kept by their shape, so that the next one of a kind is not asked about."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from assets.errors import RecordError
from assets.regular import read_regular
from assets.text.answers import Answers, Untold
from assets.text.plan import plan
from assets.text.shape import TextShape
from assets.write import write_text

MOST = 50
"""Of so many shapes the answers are kept."""

MAX_BYTES = 2**17
"""No file of answers is larger."""


class Remembered:
    """A file of answers by shape, the newest first; nothing is written before there is something to keep.

    Parameters
    ----------
    path : Path
        The file. One that makes no sense is as good as none: it is asked anew.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, shape: TextShape) -> Answers | None:
        """Give what was said of the last file of a shape; None where nothing was."""
        try:
            return Answers.of(self._said()[shape.fingerprint])
        except (KeyError, RecordError):
            return None

    def doing(self, asked: Untold) -> Answers | None:
        """Give what reads a file as the last one of its shape was read; None where it has to be asked.

        A file whose columns have no names is always asked about: too many look like it.
        """
        before = self.of(asked.shape)
        if before is None or not asked.shape.named:
            return None
        answers = asked.answers.over(before)
        try:
            plan(asked.shape, answers)
        except RecordError:
            return None  # what was said then does not do here
        return answers

    def keep(self, shape: TextShape, answers: Answers) -> None:
        """Keep what was said of a file.

        Raises
        ------
        WriteError
            If it cannot be written.
        OSError
            If its folder cannot be made.
        """
        self._write({shape.fingerprint: str(answers), **self._without(shape.fingerprint)})

    def take_over(self, lines: Iterable[str]) -> None:
        """Take what was kept elsewhere, lines of a fingerprint and its answers, where nothing is kept yet.

        Raises
        ------
        WriteError
            If it cannot be written.
        OSError
            If its folder cannot be made.
        """
        found = dict(line.split(" ", 1) for line in lines if " " in line)
        if found and not self._path.exists():
            self._write(found)

    def _without(self, fingerprint: str) -> dict[str, str]:
        return {key: said for key, said in self._said().items() if key != fingerprint}

    def _write(self, said: dict[str, str]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_text(self._path, json.dumps(dict(list(said.items())[:MOST]), indent=2) + "\n")

    def _said(self) -> dict[str, str]:
        try:
            found = json.loads(read_regular(self._path, MAX_BYTES).decode("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {key: said for key, said in found.items() if isinstance(said, str)}
