"""Artefacts on what is watched: added to a record or a stream while it plays, and taken away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from assets.errors import AssetError
from assets.sources.source import Source
from models.alerts.events import Event
from models.patients.artefacts.noise import Noises
from models.patients.artefacts.source import Artefacts
from models.scenario.source import scenario_in, told_artefact
from monitor.bedside.ward.opened import BedSource
from monitor.ui.kit.language import complaint
from monitor.ui.kit.work.background import BackgroundThread

DISTURBED = "+artefacts"
"""Stands behind the identity in an alert on a stretch with artefacts: it is not of the source's own signal,
and no mark is made by it."""


class _Preparing(BackgroundThread):
    """Reads noise, which takes a second: the window does not wait for it."""

    failed = Signal(str)

    def __init__(self, signal: Artefacts) -> None:
        super().__init__()
        self._signal = signal

    def run(self) -> None:
        try:
            self._signal.prepare()
        except AssetError as error:
            self.failed.emit(complaint(error))


class SessionArtefacts(QObject):
    """What disturbs the source that is on. Without artefacts its samples pass as they are.

    A patient or a scenario that an instructor conducts, and a bed of the ward, are disturbed by him alone.

    ``changed`` tells that one came or went, or that another source is on; ``failed`` carries why noise could
    not be read.

    Attributes
    ----------
    noises : Noises
        Where noise is taken from.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.noises = Noises()
        self._signal: Artefacts | None = None
        self._preparing: _Preparing | None = None

    def begin(self, source: Source) -> Source:
        """Take up another source; give what is to be replayed of it."""
        self.stop()
        if isinstance(source, BedSource) or scenario_in(source) is not None:
            self._signal = None
        elif isinstance(source, Artefacts):
            self._signal = source
        else:
            self._signal = Artefacts(source, self.noises, label="")
        return source if self._signal is None else self._signal

    @property
    def possible(self) -> bool:
        """Whether what is on can be disturbed here."""
        return self._signal is not None

    @property
    def on(self) -> dict[str, float]:
        """Kinds of the artefacts that are on now, with their amounts."""
        signal = self._signal
        return {} if signal is None else {kind: one.amount for kind, one in signal.on.items()}

    @property
    def words(self) -> list[str]:
        """What is on now, in words."""
        return [told_artefact(kind, amount) for kind, amount in self.on.items()]

    def prepare(self) -> None:
        """Read noise in the background, as artefacts may be asked for soon."""
        if self._signal is not None and self._preparing is None:
            preparing = self._preparing = _Preparing(self._signal)
            preparing.failed.connect(self.failed)
            preparing.start()

    def set(self, kind: str, amount: float | None = None) -> int | None:
        """Let an artefact come, or be another amount, from the next sample on that was not played.

        Returns
        -------
        int or None
            That sample; None where all of a recording has been played, which stays as it was.

        Raises
        ------
        RecordError
            If it cannot be in these leads.
        """
        if self._signal is None:
            return None
        at = self._signal.set(kind, amount)
        self.changed.emit()
        return at

    def clear(self, kind: str) -> int | None:
        """Let an artefact go; returns as `set`."""
        if self._signal is None:
            return None
        at = self._signal.clear(kind)
        self.changed.emit()
        return at

    def touched(self, start: int, stop: int) -> bool:
        """Whether samples between two were disturbed here: they are not the source's own."""
        signal = self._signal
        return signal is not None and signal.touched(start, stop)

    def owned(self, events: Iterable[Event]) -> tuple[Event, ...]:
        """Give alerts as of another signal where the source's own was disturbed."""
        return tuple(
            replace(event, source=f"{event.source}{DISTURBED}")
            if self.touched(event.start, event.end + 1)
            else event
            for event in events
        )

    def stop(self) -> None:
        """End what runs."""
        preparing, self._preparing = self._preparing, None
        if preparing is not None:
            preparing.stop()
