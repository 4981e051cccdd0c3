"""The user's own weights: kept in a folder, checked on each reading, used in place of the shipped ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assets.errors import WeightsError
from assets.write import write_bytes
from models.contract.fits import RETRAINED

if TYPE_CHECKING:
    from models.pipeline import ScoreStream


class WeightsStore:
    """Weights that a user adopted, a file a kind.

    Parameters
    ----------
    folder : Path
        Where they are kept; it comes into being with the first.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[str] = []
        """Sentences about files that could not be used; the shipped weights stood in for them."""

    def path(self, kind: str) -> Path:
        """Where adopted weights of a kind lie."""
        return self.folder / f"{kind}.safetensors"

    def adopted(self, kind: str) -> Path | None:
        """Give the adopted weights of a kind, None while the shipped ones are used."""
        path = self.path(kind)
        return path if path.exists() else None

    def adopt(self, kind: str, file: Path) -> None:
        """Take a file over, once it has been read as strictly as ever.

        Imports torch.

        Raises
        ------
        WeightsError
            If it cannot be used.
        OSError
            If it cannot be copied; what was adopted before stays.
        """
        _loader(kind)(file)
        self.folder.mkdir(parents=True, exist_ok=True)
        write_bytes(self.path(kind), file.read_bytes())

    def back_to_shipped(self) -> None:
        """Let all adopted weights go."""
        for kind in RETRAINED:
            self.path(kind).unlink(missing_ok=True)

    def scorer(self, fs: float) -> ScoreStream:
        """Give the pipeline with the adopted weights; a file that cannot be used is told of in `problems`.

        Imports torch, so it is for the worker to call.

        Raises
        ------
        ValueError
            If `fs` is out of range.
        WeightsError
            If the shipped weights cannot be used.
        """
        from models.pipeline import ScoreStream

        return ScoreStream(fs, **{kind: self._model(kind) for kind in RETRAINED})

    def _model(self, kind: str) -> Any:
        from models.beats.weights import shipped_beats
        from models.running.weights import shipped_autoencoder, shipped_forecaster

        shipped = {
            "forecaster": shipped_forecaster,
            "autoencoder": shipped_autoencoder,
            "beats": shipped_beats,
        }[kind]
        path = self.adopted(kind)
        if path is None:
            return shipped()
        try:
            return _loader(kind)(path)
        except WeightsError as error:
            self.problems.append(f"{error} The shipped {kind} is used.")
            return shipped()


def _loader(kind: str) -> Callable[[Path], Any]:
    from models.beats.weights import load_beats
    from models.running.weights import load_autoencoder, load_forecaster

    return {"forecaster": load_forecaster, "autoencoder": load_autoencoder, "beats": load_beats}[kind]
