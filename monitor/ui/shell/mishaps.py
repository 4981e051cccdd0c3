"""Errors that nobody expected: a sentence with details to copy, a line in the log, and the window goes on.

Whatever Python would print and forget comes here: exceptions of slots, timers, paints and models that Qt
calls, of threads of both kinds, and of what is thrown away. The same error is shown once and counted: a paint
that fails does so sixty times a second.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Collection
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, QtMsgType, Signal

from monitor.mishaps.ledger import Ledger, Mishap
from monitor.mishaps.log import LOGGER, Log, system
from monitor.mishaps.scrub import clean
from monitor.ui.kit.language import tr
from monitor.ui.pages.messages import Message, MessageQueue, Weight

AGAIN_MS = 1_000
"""An error that repeats is told again no sooner than after so long, in milliseconds."""

_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Mishaps(QObject):
    """Takes what Python and Qt say of errors, from `watch` until `leave`.

    Parameters
    ----------
    names : callable
        Gives what the open record is called; it is left out of what is told to strangers.
    """

    _happened = Signal()

    def __init__(self, names: Callable[[], Collection[str]] = tuple, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._ledger = Ledger()
        self._queue: MessageQueue | None = None
        self._due: dict[tuple[str, str, int], Mishap] = {}
        self._shown: dict[str, Mishap] = {}
        self._closed: set[tuple[str, str, int]] = set()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._watching = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self._tell)
        # Queued: an error may arise in any thread, and in the middle of a paint.
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)

    # Watching -------------------------------------------------------------------------------------

    def watch(self) -> None:
        """Take over from Python's own hooks."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._watching = True
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable

    def leave(self) -> None:
        """Give the hooks back; what happens from now on is Python's own way out."""
        if self._watching:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._watching = False

    def _on_error(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self.take(error.with_traceback(where))
        else:
            self._before[0](kind, error, where)

    def _on_thread(self, given: threading.ExceptHookArgs) -> None:
        if isinstance(given.exc_value, Exception):
            self.take(given.exc_value)
        else:
            self._before[1](given)

    def _on_unraisable(self, given: sys.UnraisableHookArgs) -> None:
        if isinstance(given.exc_value, Exception):
            self.take(given.exc_value)
        else:
            self._before[2](given)

    def take(self, error: Exception) -> Mishap:
        """Count an error, log it, and have it told; from any thread.

        Returns
        -------
        Mishap
            With how often it has happened.
        """
        mishap = self._ledger.take(error, self._names())
        if mishap.is_due:
            first = mishap.count == 1
            LOGGER.error("Unexpected error, so far %d", mishap.count, exc_info=error if first else None)
            if sys.stderr is not None:
                again = f"{mishap.what}: so far {mishap.count} times\n"
                sys.stderr.write("".join(traceback.format_exception(error)) if first else again)
        if mishap.is_due or mishap.key in self._due:
            self._due[mishap.key] = mishap  # told with the latest count, whenever that is
        if mishap.is_due:
            self._happened.emit()
        return mishap

    def on_qt_message(self, kind: QtMsgType, text: str) -> None:
        """Log what Qt says, where it is more than a remark."""
        level = _LEVELS.get(kind)
        if level is not None:
            LOGGER.log(level, "Qt: %s", clean(text, self._names()))

    # Telling --------------------------------------------------------------------------------------

    def tell_to(self, queue: MessageQueue, log: Log) -> None:
        """Tell what happens, and has happened since `watch`, through the window's messages.

        Parameters
        ----------
        queue : MessageQueue
            The window's.
        log : Log
            The log, whose last run may have ended in a crash.
        """
        self._queue = queue
        queue.closed.connect(self._on_closed)
        if log.crashed:
            said = tr("The program ended in a crash the last time; the log has the details.")
            queue.say(Message(said, Weight.ERROR, details=f"{system()}\n\n{log.crashed}\n"))
        self._tell()

    def _on_happened(self) -> None:
        if not self._timer.isActive():
            self._tell()

    def _tell(self) -> None:
        if self._queue is None:
            return
        for key in list(self._due):
            mishap = self._due.pop(key)
            if key in self._closed:
                continue
            said = tr(
                "Something unexpected went wrong ({what}); the program goes on, and its log has the details."
            ).format(what=mishap.what)
            self._shown[said] = mishap
            details = f"{system()}\n\n{mishap.details}\n\nSo far: {mishap.count}\n"
            self._queue.say(Message(said, Weight.ERROR, count=mishap.count, details=details))
            self._timer.start()

    def _on_closed(self, message: Message) -> None:
        mishap = self._shown.pop(message.text, None)
        if mishap is not None:
            self._closed.add(mishap.key)
