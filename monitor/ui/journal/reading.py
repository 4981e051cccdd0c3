"""Reading what was logged before, and writing it as files, beside the window: thousands take a moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from assets.errors import AssetError
from monitor.alarms.journal import Journal
from monitor.mishaps.log import note
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.work.background import BackgroundThread


class JournalReading(BackgroundThread):
    """Reads a journal's folder; ``read`` carries a `monitor.alarms.journaling.folder.Read`."""

    read = Signal(object)

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal

    def run(self) -> None:
        """Read it; what cannot be read is among its problems."""
        self.read.emit(self._journal.read_all())


class Work(BackgroundThread):
    """Writes files; ``done`` carries what there is to say, and whether it went wrong.

    Parameters
    ----------
    write : callable
        Writes, and says what; it is given this thread.
    """

    done = Signal(object, bool)

    def __init__(self, write: Callable[[Work], str]) -> None:
        super().__init__()
        self._write = write

    def going_on(self) -> bool:
        """Whether to write on."""
        return not self.stopping

    def run(self) -> None:
        """Write."""
        try:
            self.done.emit(self._write(self), False)
        except AssetError as error:
            self.done.emit(complaint(error), True)
        except Exception as error:  # of a library: it is told, the program goes on
            note("The journal's files were not written", error)
            self.done.emit(
                tr("The files were not written: {value}.").format(value=error or type(error).__name__), True
            )
