"""A fit's progress on the terminal."""

from __future__ import annotations

import sys
from types import TracebackType

from tqdm import tqdm

from training.fit import FitSettings
from training.validation import Validation


class ProgressBar:
    """A bar over all steps of a fit, and a line an epoch, on the error stream.

    Parameters
    ----------
    name : str
        What is fitted.
    settings : FitSettings
        How long the fit is.
    """

    def __init__(self, name: str, settings: FitSettings) -> None:
        self._settings = settings
        self._bar = tqdm(total=settings.epochs * settings.steps, desc=name, unit="step", file=sys.stderr)

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._bar.close()

    def step(self, epoch: int, loss: float) -> None:
        """Move the bar on by a batch."""
        self._bar.update()
        self._bar.set_postfix(loss=f"{loss:.3f}", refresh=False)

    def epoch(self, epoch: int, validation: Validation) -> None:
        """Write an epoch's validation above the bar."""
        self._bar.write(
            f"epoch {epoch + 1}/{self._settings.epochs}: held-out patients, V against N: "
            f"AUC {validation.auc:.4f}, average precision {validation.precision:.4f}; "
            f"usual score {validation.usual:.3f}",
            file=sys.stderr,
        )
