"""The log of the window: files of bounded size in the user's folder for logs, and what a crash leaves.

It holds versions, the system, what went wrong and where in the source; no signal, no name of a record or a
file (`monitor.mishaps.scrub`). A run without a window keeps none: it says what it has to say on stderr.
"""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
from collections.abc import Callable, Collection
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_log_path

from assets.causes import reason
from assets.phrase import phrase
from assets.regular import open_regular
from assets.version import app_version
from monitor.mishaps.scrub import at_home, clean, traceback_of

LOGGER = logging.getLogger("monitor")
LOGGER.addHandler(logging.NullHandler())  # without a window nothing is logged, nor printed in its place

MAX_BYTES = 256 * 2**10
"""A file of the log is no larger; then the next one begins."""

OLDER = 2
"""So many files before the present one are kept."""

MOST = 8
"""So many windows at once have a log each; any more have none."""

CRASH_BYTES = 64 * 2**10
"""So much is read of what a crash left: its beginning, which has the thread that failed."""


def log_folder() -> Path:
    """Folder of the logs on this system; it may not be there yet."""
    return user_log_path("ecg-monitor", appauthor=False)


def note(doing: str, error: BaseException) -> None:
    """Log an error that was met, and told, where it arose.

    Parameters
    ----------
    doing : str
        What was being done, in our own words.
    error : BaseException
        With its traceback.
    """
    LOGGER.error(doing, exc_info=error)


class Log:
    """The log of this program while it runs.

    Parameters
    ----------
    folder : Path
        Where it lies; it comes into being.
    names : callable
        Gives what the open record is called, to be left out.

    Attributes
    ----------
    problem : str
        Why there is no log, in a clause; empty where there is one.
    crashed : str
        What the last run left when it ended in a crash; empty where it did not.
    """

    def __init__(self, folder: Path, names: Callable[[], Collection[str]] = tuple) -> None:
        self.folder = folder
        self.problem = self.crashed = ""
        self._handler: RotatingFileHandler | None = None
        self._lock: FileLock | None = None
        self._crash: TextIOWrapper | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            number = self._number()
            if not number:
                self.problem = phrase("{n} other windows are open", n=MOST)
                return
            self._open("" if number == 1 else f"-{number}", names)
        except OSError as error:
            self.problem = reason(error)
            self.close()

    def _number(self) -> int:
        """The least number that no other window has; 0 where all are taken."""
        for number in range(1, MOST + 1):
            lock = FileLock(self.folder / f".{number}.lock")
            try:
                lock.acquire(timeout=0)
            except Timeout:
                continue
            self._lock = lock
            return number
        return 0

    def _open(self, suffix: str, names: Callable[[], Collection[str]]) -> None:
        handler = _File(self.folder / f"ecg-monitor{suffix}.log", self._on_unwritten)
        handler.setFormatter(_Formatter(names))
        self._handler = handler
        root = logging.getLogger()
        root.addHandler(handler)
        LOGGER.setLevel(logging.INFO)
        LOGGER.disabled = False  # as whoever sets up logging of his own leaves the others'
        LOGGER.info("Started: %s.", system())
        crash = self.folder / f"crash{suffix}.log"
        try:
            with open_regular(crash) as file:
                left = file.read(CRASH_BYTES).decode("utf-8", "replace")
        except FileNotFoundError:
            left = ""
        if left.strip():
            self.crashed = at_home(left.strip())
            LOGGER.error("The last run ended in a crash:\n%s", self.crashed, extra={"whole": True})
        self._crash = crash.open("w", encoding="utf-8")
        # Nothing can be done in a crash but write to a file that is open.
        faulthandler.enable(self._crash)

    def _on_unwritten(self) -> None:
        error = sys.exc_info()[1]
        self.problem = reason(error) if error is not None else ""

    def close(self) -> None:
        """Write what is left, and hold no file any more."""
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
        if self._handler is not None:
            LOGGER.info("Ended.")
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
        if self._lock is not None:
            self._lock.release()
        self._crash = self._handler = self._lock = None


class _File(RotatingFileHandler):
    """A file of the log, and the older ones; what it cannot write it tells its owner, and not stderr."""

    def __init__(self, file: Path, on_unwritten: Callable[[], None]) -> None:
        super().__init__(
            file, maxBytes=MAX_BYTES, backupCount=OLDER, encoding="utf-8", errors="backslashreplace"
        )
        self._on_unwritten = on_unwritten

    def handleError(self, record: logging.LogRecord) -> None:
        """Called while the error is being handled."""
        self._on_unwritten()


class _Formatter(logging.Formatter):
    """One line a record, and an error's traceback; both without what is a patient's."""

    def __init__(self, names: Callable[[], Collection[str]]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(threadName)s: %(message)s")
        self._names = names

    def format(self, record: logging.LogRecord) -> str:
        names = self._names()
        message = record.getMessage()
        record.message = message if getattr(record, "whole", False) else clean(message, names)
        record.asctime = self.formatTime(record)
        line = self.formatMessage(record)
        error = record.exc_info[1] if record.exc_info else None
        return f"{line}\n{traceback_of(error, names)}" if error is not None else line


def system() -> str:
    """The versions of the program and of what it stands on, and the system."""
    parts = [f"ECG Monitor {app_version()}", f"Python {platform.python_version()}"]
    for name in ("PySide6", "torch", "numpy"):
        try:
            parts.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue  # a part of a bundle need not say its version
    bundled = ", bundled" if getattr(sys, "frozen", False) else ""
    return f"{', '.join(parts)}, {platform.platform()}, {platform.machine()}{bundled}"
