"""The thread that cuts heartbeats out of a signal and lets the network land them; the window never waits."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal

from assets.databases.mitbih import AAMI_CLASS
from assets.errors import AssetError
from monitor.mishaps.log import note
from monitor.ui.kit.language import complaint
from monitor.ui.kit.work.background import BackgroundThread

if TYPE_CHECKING:
    from models.beats.scores import BeatScores
    from models.heartbeats.model import Landings
    from models.heartbeats.shape import Shapes
    from models.heartbeats.weights import TrainedHeartbeats
    from monitor.stream.past.history import SignalHistory

MOST_WAITING = 32
"""Of more beats that wait, the oldest are left out: at the greatest speed nobody sees them all."""

NEAR_S = 0.15
"""A beat is the reference beat that lies no farther away, s (ANSI/AAMI EC57:2012)."""

DEMO_S = 90.0
"""So much of the shipped recording is taken, s."""


@dataclass(frozen=True)
class Wanted:
    """Beats of a source.

    Attributes
    ----------
    source : int
        Number of the source and of the pass through it; given back with what was found.
    history : SignalHistory
        What has been heard of it.
    fs : float
        Rate, Hz.
    columns : tuple of int
        Its ECG leads.
    peaks : tuple of int
        R peaks, samples.
    kinds : tuple of str
        What the monitor takes each for (`told_kinds`).
    reference : bool
        Whether its annotations may be shown.
    """

    source: int
    history: SignalHistory
    fs: float
    columns: tuple[int, ...]
    peaks: tuple[int, ...]
    kinds: tuple[str, ...]
    reference: bool


@dataclass(frozen=True)
class LandedBeat:
    """One beat in all leads.

    Attributes
    ----------
    source, at : int
        As `Wanted.source`; its R peak, samples.
    aami : str
        Class of the reference beat there; empty where none is known.
    kind : str
        What the monitor takes it for: N, V or S; empty where it was not asked.
    shapes : Shapes
        Of shape (leads, ROWS) and (leads,).
    landings : Landings
        Of shape (leads, 2), (leads, ROWS) and (leads,).
    """

    source: int
    at: int
    aami: str
    kind: str
    shapes: Shapes
    landings: Landings


def told_kinds(beats: BeatScores) -> tuple[str, ...]:
    """Say what the monitor takes each beat for: V, S, or N where it raises no alert of it."""
    found = zip(beats.score, beats.supraventricular, strict=True)
    return tuple("V" if score >= 1 else "S" if above >= 1 else "N" for score, above in found)


class BeatReader(BackgroundThread):
    """Lands the beats that it is asked for; `landed` brings them one by one, in their order."""

    landed = Signal(object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._wanted: deque[Wanted | None] = deque()
        self._changed = threading.Condition()

    def ask(self, wanted: Wanted) -> None:
        """Ask for beats."""
        with self._changed:
            self._wanted.append(wanted)
            while sum(len(w.peaks) for w in self._wanted if w is not None) > MOST_WAITING + len(wanted.peaks):
                self._wanted.popleft()
            self._changed.notify()

    def ask_demo(self) -> None:
        """Ask for the beats of the recording that ships; its source is 0."""
        with self._changed:
            self._wanted.append(None)
            self._changed.notify()

    def wake(self) -> None:
        """Wait no more for beats to land."""
        with self._changed:
            self._changed.notify()

    def run(self) -> None:
        """Land beats until stopped. An error ends it and is told."""
        try:
            self._land()
        except (AssetError, ValueError) as error:
            self.failed.emit(complaint(error))
        except Exception as error:
            note("No beats land on the map any more", error)
            self.failed.emit(f"{type(error).__name__}: {error}")

    def _land(self) -> None:
        import torch

        torch.set_num_threads(1)  # belongs to the thread that calls it
        from models.heartbeats.weights import HEARTBEATS

        trained = HEARTBEATS.shipped()
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self.stopping or len(self._wanted) > 0)
                if self.stopping:
                    return
                wanted = self._wanted.popleft()
            for beat in _demo(trained) if wanted is None else _landed(trained, wanted):
                self.landed.emit(beat)


def _landed(trained: TrainedHeartbeats, wanted: Wanted) -> list[LandedBeat]:
    from models.heartbeats.shape import AFTER, LEAD_IN_S
    from models.signal.frontend import HALF_WIDTH_S, MODEL_FS

    first, last = min(wanted.peaks), max(wanted.peaks)
    start = max(0, first - round(LEAD_IN_S * wanted.fs))
    stop = last + round((AFTER / MODEL_FS + 2 * HALF_WIDTH_S) * wanted.fs)
    samples = wanted.history.between(start, stop)[:, wanted.columns]
    classes = _classes(wanted, start, stop) if wanted.reference else [""] * len(wanted.peaks)
    return _beats(trained, samples, start, wanted, classes)


def _beats(
    trained: TrainedHeartbeats,
    samples: npt.NDArray[np.float32],
    start: int,
    wanted: Wanted,
    classes: list[str],
) -> list[LandedBeat]:
    from models.heartbeats.model import Landings, land
    from models.heartbeats.shape import Shapes, beats_of, shapes

    peaks = np.array(wanted.peaks, dtype=np.int64)
    cut = shapes(beats_of(samples, wanted.fs, peaks - start))
    found = land(trained.network, cut.shape)
    return [
        LandedBeat(
            wanted.source,
            int(peaks[i]),
            classes[i],
            wanted.kinds[i],
            Shapes(cut.shape[i], cut.mean[i], cut.size[i]),
            Landings(found.mean[i], found.std[i], found.redrawn[i], found.error[i]),
        )
        for i in range(len(peaks))
    ]


def _classes(wanted: Wanted, start: int, stop: int) -> list[str]:
    known = wanted.history.annotations(start, stop)
    kept = [i for i, symbol in enumerate(known.symbol) if symbol in AAMI_CLASS]
    if not kept:
        return [""] * len(wanted.peaks)
    where = known.sample[kept]
    classes = []
    for peak in wanted.peaks:
        nearest = int(np.abs(where - peak).argmin())
        near = abs(int(where[nearest]) - peak) <= NEAR_S * wanted.fs
        classes.append(AAMI_CLASS[known.symbol[kept[nearest]]] if near else "")
    return classes


def _demo(trained: TrainedHeartbeats) -> list[LandedBeat]:
    """Beats of the shipped recording, found and classified as the monitor does it."""
    from assets.records.open import open_record
    from assets.sources.record import RecordSource
    from models.pipeline import ScoreStream
    from monitor.stream.past.history import SignalHistory

    record = open_record("demo")
    n = min(len(record.signals), round(DEMO_S * record.fs))
    source = RecordSource(record)
    history = SignalHistory(source)
    history.reach(n)
    beats = ScoreStream.shipped(record.fs).push(record.signals[:n, 0]).beats
    beats = beats.rows(np.arange(3, len(beats)))  # the front end settles meanwhile
    columns = tuple(range(len(record.leads)))
    peaks = tuple(beats.index.tolist())
    return _landed(trained, Wanted(0, history, record.fs, columns, peaks, told_kinds(beats), True))
