"""What runs beside the window, and the one rule by which it ends.

1. *Asked.* The owner calls ``stop``. A thread looks at `BackgroundThread.stopping` at each step of its work;
   a process is told to end, or killed at once where it keeps nothing that could be lost.
2. *Waited for*, but at most `STOP_MS`: closing the window, or opening another record, never hangs.
3. *Left behind* if it has not ended by then. A process is killed. A thread cannot be: nothing that it tells
   is heard any more, and it is held here until it ends by itself, so that Qt never destroys one that still
   runs (which would abort the program). Where the program ends first, `leave` does not wait for it.

Qt calls a thread finished before it tells so, from the thread itself: destroyed in that moment it crashes the
program, or waits for ever. It has ended once `wait` says so, and only then is it let go of.

A thread has no parent, for a parent would destroy it however far it has come; only its owner and this module
hold it. An owner that forgets one without stopping it does no harm for the same reason.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QThread, QTimer

from models.contract.children import python, search_path

STOP_MS = 3_000
"""Longest wait for what has been asked to stop, in milliseconds."""

KILL_MS = 3_000
"""Longest wait for a process that has been killed to be gone, in milliseconds."""

_held: set[BackgroundThread] = set()


class BackgroundThread(QThread):
    """A thread that can be asked to stop, and is never destroyed while it runs."""

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()
        self.finished.connect(self._on_finished)

    @property
    def stopping(self) -> bool:
        """Whether it has been asked to stop; for the thread to look at between two steps of its work."""
        return self._stop.is_set()

    def pause(self, seconds: float) -> None:
        """Let the thread rest for so long, or until it is asked to stop."""
        self._stop.wait(seconds)

    def start(self, priority: QThread.Priority = QThread.Priority.InheritPriority) -> None:
        """Start the thread, and hold it until it has ended."""
        _let_go()
        _held.add(self)
        super().start(priority)

    def ask_to_stop(self) -> None:
        """Ask for an end, and go on; ``finished`` tells when it has come."""
        self._stop.set()
        self.wake()

    def wake(self) -> None:
        """Let the thread look whether it is to stop, where it waits for something else."""

    def stop(self, timeout_ms: int = STOP_MS) -> bool:
        """Ask for an end and wait for it.

        Parameters
        ----------
        timeout_ms : int
            Longest wait, in milliseconds.

        Returns
        -------
        bool
            False if the thread has not ended in time; it is held until it has.
        """
        self.ask_to_stop()
        ended = self.wait(timeout_ms)
        if ended:
            _held.discard(self)
        else:
            self.blockSignals(True)
        return ended

    def _on_finished(self) -> None:
        # Not here and now: this may be the last reference, and Qt is still busy with the object.
        QTimer.singleShot(0, _let_go)


def _let_go() -> None:
    """Forget the threads that have ended."""
    _held.difference_update([thread for thread in _held if thread.wait(0)])


def left_behind() -> list[BackgroundThread]:
    """Threads that have not ended, whoever has started them."""
    return [thread for thread in _held if not thread.wait(0)]


def leave(status: int) -> int:
    """Stop whatever still runs; with a thread that does not end, end the program here and now.

    Parameters
    ----------
    status : int
        Exit status of the program.

    Returns
    -------
    int
        The same, where nothing runs any more.
    """
    threads = left_behind()
    for thread in threads:
        thread.ask_to_stop()
    give_up = time.monotonic() + STOP_MS / 1000
    if all([thread.stop(max(0, round(1000 * (give_up - time.monotonic())))) for thread in threads]):
        return status
    # Python's own way out would destroy the thread while it runs, and abort.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


class BackgroundProcess(QObject):
    """A Python process of its own, with the packages that are found here.

    Parameters
    ----------
    arguments : sequence of str
        Arguments of the interpreter (`models.contract.children`).
    grace_ms : int
        How long the process may take to keep what it has once it is to stop, in milliseconds; at 0 it is
        killed at once.
    """

    def __init__(self, arguments: Sequence[str], *, grace_ms: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grace_ms = grace_ms
        self._process = QProcess(self)
        program, *first = python(*arguments)
        self._process.setProgram(program)
        self._process.setArguments(first)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", search_path())
        environment.insert("OMP_NUM_THREADS", "1")
        self._process.setProcessEnvironment(environment)

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def pid(self) -> int:
        """Number of the process; 0 where it is not running."""
        return self._process.processId()

    def stop(self) -> bool:
        """End the process and wait until it is gone; False if it is not in time."""
        if not self.running:
            return True
        if self._grace_ms:
            self._process.terminate()
            if self._process.waitForFinished(self._grace_ms):
                return True
        self._process.kill()
        return self._process.waitForFinished(KILL_MS)
