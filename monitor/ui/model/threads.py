"""The model view's two threads: one looks at moments, one compares memories; the window waits for neither."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal

from monitor.mishaps.log import note
from monitor.ui.kit.language import complaint
from monitor.ui.kit.work.background import BackgroundThread

if TYPE_CHECKING:
    from models.running.autoencoder import Autoencoder
    from models.running.forecaster import Forecaster

Array = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Moment:
    """What is to be looked at.

    Attributes
    ----------
    at : int
        Sample up to which `before` goes.
    fs : float
        Rate in Hz.
    before, after : ndarray of float32
        Signal up to the moment and what came next, mV.
    networks : tuple of Forecaster and Autoencoder
        The models in use.
    beat : int, optional
        Samples from the moment to the R peak about which the autoencoder redraws.
    """

    at: int
    fs: float
    before: Array
    after: Array
    networks: tuple[Forecaster, Autoencoder]
    beat: int | None = None


class Looker(BackgroundThread):
    """Looks at one moment after the other; of those that wait only the newest counts."""

    looked = Signal(object, object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._wanted: Moment | None = None
        self._changed = threading.Condition()

    def ask(self, moment: Moment) -> None:
        """Ask for a look; `looked` brings the moment and what was seen (`models.explain.insight.Insight`)."""
        with self._changed:
            self._wanted = moment
            self._changed.notify()

    def wake(self) -> None:
        """Wait no more for a moment to look at."""
        with self._changed:
            self._changed.notify()

    def run(self) -> None:
        """Look until stopped. An error ends the looking and is told."""
        try:
            self._look()
        except Exception as error:
            note("The model view stopped looking", error)
            self.failed.emit(f"{type(error).__name__}: {error}")

    def _look(self) -> None:
        import torch

        torch.set_num_threads(1)  # belongs to the thread that calls it
        from models.explain.insight import look

        while True:
            with self._changed:
                self._changed.wait_for(lambda: self.stopping or self._wanted is not None)
                moment, self._wanted = self._wanted, None
                if self.stopping or moment is None:
                    return
            seen = look(*moment.networks, moment.fs, moment.before, moment.after, moment.beat)
            self.looked.emit(moment, seen)


class Comparison(BackgroundThread):
    """Fits a plain recurrent network and an LSTM to a stretch of signal and tells how far they remember."""

    told = Signal(float, object)
    failed = Signal(str)

    def __init__(self, fs: float, signal: Array, forecaster: Forecaster) -> None:
        super().__init__()
        self._fs, self._signal, self._forecaster = fs, signal, forecaster

    def run(self) -> None:
        """Compare until done or stopped. An error is told."""
        try:
            self._compare()
        except ValueError as error:  # too little signal so far, which is nothing for the log
            self.failed.emit(complaint(error))
        except Exception as error:
            note("The comparison of memories stopped", error)
            self.failed.emit(complaint(error) or type(error).__name__)

    def _compare(self) -> None:
        import torch

        torch.set_num_threads(1)
        from models.explain.memory_comparison import compare
        from models.signal.frontend import FrontEnd

        value = FrontEnd(self._fs).push(self._signal).value
        for done, memories in compare(value, self._forecaster):
            if self.stopping:
                return
            self.told.emit(done, memories)
