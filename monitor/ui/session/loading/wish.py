"""A source that the user asked for and that is on its way; it can be forgotten at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assets.sources.source import Source
from monitor.ui.session.loading.loader import RecordLoader


class Wish(QObject):
    """One source being opened in the background.

    A loader tells from its own thread: what it has told may be waiting when the user asks for another source.
    A wish that is forgotten lets nothing of that through, and closes a source that comes all the same.

    Parameters
    ----------
    spec : str
        As `assets.sources.open.open_source` names it.
    data_dir : Path or None
        Local mirror, looked in first.
    lead : str or None
        Lead that is to be analysed; None for all together.
    ask : bool
        Whether a text file is asked about again, even if everything was said of it.
    """

    progressed = Signal(object, object)
    loaded = Signal(object, int)
    failed = Signal(str)
    too_large = Signal(object)
    untold = Signal(object)

    def __init__(
        self,
        spec: str,
        data_dir: Path | None,
        lead: str | None = None,
        parent: QObject | None = None,
        *,
        ask: bool = False,
    ) -> None:
        super().__init__(parent)
        self.spec, self.lead, self.ask = spec, lead, ask
        self._forgotten = False
        self._loader = RecordLoader(spec, data_dir, lead, ask=ask)
        self._loader.progressed.connect(self._on_progress)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_failed)
        self._loader.too_large.connect(self._on_too_large)
        self._loader.untold.connect(self._on_untold)
        self._loader.finished.connect(self.deleteLater)

    def start(self) -> None:
        """Begin."""
        self._loader.start()

    def forget(self) -> None:
        """Another source is wanted, or none: ask the loader for an end, and hear nothing of it any more."""
        self._forgotten = True
        self._loader.ask_to_stop()

    def stop(self) -> bool:
        """Forget it and wait for its thread; False if that has not ended in time."""
        self._forgotten = True
        return self._loader.stop()

    def _on_progress(self, done: object, total: object) -> None:
        if not self._forgotten:
            self.progressed.emit(done, total)

    def _on_loaded(self, source: Source, lead: int) -> None:
        if self._forgotten:
            source.close()
        else:
            self.loaded.emit(source, lead)

    def _on_failed(self, why: str) -> None:
        if not self._forgotten:
            self.failed.emit(why)

    def _on_too_large(self, asked: object) -> None:
        if not self._forgotten:
            self.too_large.emit(asked)

    def _on_untold(self, asked: object) -> None:
        if not self._forgotten:
            self.untold.emit(asked)
