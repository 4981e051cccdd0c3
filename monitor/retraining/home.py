"""What a user keeps besides settings: his own weights, his marks, what he said of text files."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from assets.aside import set_aside
from assets.causes import reason, words_of
from assets.phrase import phrase
from assets.text.remembered import Remembered
from models.contract.marks import Mark, MarksError
from monitor.retraining.marks import Marks
from monitor.retraining.store import WeightsStore

if TYPE_CHECKING:
    from models.leads.stream import FusedStream
    from models.pipeline import ScoreStream

WEIGHTS = "weights"
"""Folder of the user's own weights, within his folder."""

MARKS = "marks.json"
"""His marks, there too."""

TEXTS = "text-files.json"
"""And what he said of text files."""


class Home:
    """A user's folder; nothing is written before there is something to keep.

    Parameters
    ----------
    folder : Path or None
        Where it is; None for a passing one, which goes with this object.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder is None:
            folder = Path(tempfile.mkdtemp(prefix="ecg-monitor-"))
            weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self.folder = folder
        self.weights = WeightsStore(self.folder / WEIGHTS, mends=True)
        self.texts = Remembered(self.folder / TEXTS)
        self.problems: list[str] = []
        """Sentences about what could not be read."""
        self.marks = self._marks(self.folder / MARKS)
        """None where there is a file of marks that may not be touched."""

    def _marks(self, path: Path) -> Marks | None:
        try:
            marks = Marks(path)
        except MarksError as error:
            if not os.access(path, os.R_OK):  # it may be as sound as ever
                self.problems.append(words_of(error))
                return None
            try:
                aside = set_aside(path)
            except OSError as failure:
                said = phrase("It could not be set aside ({why}); no marks are kept.", why=reason(failure))
                self.problems += [words_of(error), said]
                return None
            said = phrase("It now lies in {aside}, and new marks begin without it.", aside=aside)
            self.problems += [words_of(error), said]
            return Marks(path)
        if marks.problem:
            self.problems.append(marks.problem)
        return marks

    def scorer(self, fs: float, leads: int = 1) -> ScoreStream | FusedStream:
        """The pipeline with the user's weights, for one lead or several. It imports torch: for the worker."""
        import torch

        # Inside the worker's thread, as in `monitor.ui.session.worker.shipped_scorer`.
        torch.set_num_threads(1)
        return self.weights.scorer(fs, leads)

    def take_problems(self) -> list[str]:
        """Give the sentences that have not been told yet."""
        said = self.problems + self.weights.problems
        self.problems, self.weights.problems = [], []
        return said


def user_home() -> Home:
    """What the user keeps on this system."""
    return Home(_user_folder())


def user_weights(*, aside: bool = False) -> WeightsStore:
    """The user's own weights on this system; if `aside`, the shipped ones are used in their place."""
    return WeightsStore(_user_folder() / WEIGHTS, aside=aside)


def user_marks() -> tuple[Mark, ...]:
    """The user's marks on this system, for whoever changes none.

    Raises
    ------
    MarksError
        If they cannot be read; the file stays where it is: the window sets it aside, and says so.
    """
    return Marks(_user_folder() / MARKS).all()


def user_texts() -> Remembered:
    """What the user said of text files on this system."""
    return Remembered(_user_folder() / TEXTS)


def _user_folder() -> Path:
    return user_data_path("ecg-monitor", appauthor=False)
