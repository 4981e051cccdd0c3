"""The user's own weights: kept in a folder, checked on each reading, used in place of the shipped ones."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assets.aside import set_aside
from assets.causes import reason, words_of
from assets.errors import WeightsError
from assets.phrase import joined, phrase
from assets.write import write_bytes
from models.contract.fits import RETRAINED
from models.kinds import kind
from models.weights.kind import Trained

if TYPE_CHECKING:
    from models.leads.stream import FusedStream
    from models.leads.ward import WardStream
    from models.pipeline import ScoreStream

SHIPPED = "shipped"


class WeightsStore:
    """Weights that a user adopted, a file a kind.

    Parameters
    ----------
    folder : Path
        Where they are kept; it comes into being with the first.
    aside : bool
        Whether what is kept there is left aside, and the shipped weights are used.
    mends : bool
        Whether a file that cannot be used gets another name, so that it is told of once and no later one
        takes its place.
    """

    def __init__(self, folder: Path, *, aside: bool = False, mends: bool = False) -> None:
        self.folder = folder
        self._aside, self._mends = aside, mends
        self.problems: list[str] = []
        """Sentences about files that could not be used; the shipped weights stood in for them."""
        self.in_use: dict[str, str] = {}
        """For each kind what the latest scorer uses, in words: `SHIPPED`, or whose weights they are."""

    def path(self, name: str) -> Path:
        """Where adopted weights of a kind lie."""
        return self.folder / f"{name}.safetensors"

    def adopted(self, name: str) -> Path | None:
        """Give the adopted weights of a kind, None while the shipped ones are used."""
        path = self.path(name)
        return path if path.exists() else None

    def adopt(self, name: str, file: Path) -> None:
        """Take a file over, once it has been read as strictly as ever.

        Imports torch.

        Raises
        ------
        WeightsError
            If it cannot be used.
        OSError
            If it cannot be copied; what was adopted before stays.
        """
        kind(name).load(file)
        self.folder.mkdir(parents=True, exist_ok=True)
        write_bytes(self.path(name), file.read_bytes())

    def back_to_shipped(self) -> None:
        """Let all adopted weights go."""
        for name in RETRAINED:
            self.path(name).unlink(missing_ok=True)

    def scorer(self, fs: float, leads: int = 1) -> ScoreStream | FusedStream:
        """Give the pipeline with the adopted weights; a file that cannot be used is told of in `problems`.

        Of several leads it is the one that analyses them together. Imports torch, so it is for the worker to
        call.

        Raises
        ------
        ValueError
            If `fs` is out of range.
        WeightsError
            If the shipped weights cannot be used.
        """
        from models.leads.stream import FusedStream
        from models.pipeline import ScoreStream

        weights = self._weights()
        return FusedStream(fs, leads, **weights) if leads > 1 else ScoreStream(fs, **weights)

    def ward(self, fs: float, leads: Sequence[int]) -> WardStream:
        """Give the same for patients in step who have so many leads each; raises as `scorer` does."""
        from models.leads.ward import WardStream

        return WardStream(fs, leads, **self._weights())

    def _weights(self) -> dict[str, Any]:
        return {name: self._model(name) for name in RETRAINED}

    def _model(self, name: str) -> Trained[Any, Any]:
        path = None if self._aside else self.adopted(name)
        self.in_use[name] = SHIPPED
        if path is None:
            return kind(name).shipped()
        try:
            own = kind(name).load(path)
            adopted = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        except WeightsError as error:
            used = phrase("The shipped {name} is used.", name=name)
            self.problems.append(joined(" ", (words_of(error), *self._mended(path), used)))
            return kind(name).shipped()
        learnt, when = len(own.card.records), adopted.isoformat(sep=" ", timespec="seconds")
        self.in_use[name] = f"own, fitted on {learnt} records, adopted {when}"
        return own

    def _mended(self, path: Path) -> tuple[str, ...]:
        """Set a file aside that cannot be used, where that is this store's to do; say so, or say nothing."""
        if not (self._mends and os.access(path, os.R_OK)):
            return ()
        try:
            return (phrase("It now lies in {aside}.", aside=set_aside(path)),)
        except OSError as error:
            return (phrase("It could not be set aside ({why}).", why=reason(error)),)
