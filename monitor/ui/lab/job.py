"""Work in a process of its own, so that the window's frames never wait for it."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

Message = dict[str, Any]

PROGRAM = "training.digits.live"
"""The module that does the work; only its name is known here, and what it reads and tells."""

END_MS = 1000
"""How long to wait for the process to be gone once it has been ended, in milliseconds."""


class Job(QObject):
    """One piece of work: asked for, watched, told to change, and ended at any time.

    A thread beside the window's would take turns with it at the interpreter's lock; a process does not.
    The work ends by itself when this process is gone, however that came about.

    Parameters
    ----------
    request : dict
        What shall be done; ``job`` names it.
    """

    told = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, request: Message, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._why = ""
        self._stopped = False
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        self._process.setArguments(["-P", "-m", PROGRAM])
        self._process.setProcessEnvironment(_environment())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        self._request = request

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def pid(self) -> int:
        """Number of the process; 0 where it is not running."""
        return self._process.processId()

    def start(self) -> None:
        """Begin."""
        self._process.start()
        self.tell(**self._request)

    def tell(self, **command: Any) -> None:
        """Send a command; one to a process that has ended is lost."""
        if self.running:
            self._process.write(json.dumps(command).encode() + b"\n")

    def stop(self) -> bool:
        """End the process at once and wait until it is gone; False if it is not in time.

        It keeps nothing that could be lost.
        """
        self._stopped = True
        if self.running:
            self._process.kill()
            return self._process.waitForFinished(END_MS)
        return True

    def _read(self) -> None:
        while self._process.canReadLine():
            message = json.loads(bytes(self._process.readLine().data()))
            if self._stopped:
                return
            if "failed" in message:
                self._why = message["failed"]
            else:
                self.told.emit(message)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._why = f"Its process could not be started ({self._process.errorString()})."
            self._end()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if not self._why and (code or status != QProcess.ExitStatus.NormalExit):
            self._why = "Its process ended before its work was done."
        self._end()

    def _end(self) -> None:
        if self._stopped:
            return
        if self._why:
            self.failed.emit(self._why)
        self.ended.emit()


def _environment() -> QProcessEnvironment:
    """Give this process's environment, with the packages that are found here."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
    environment.insert("OMP_NUM_THREADS", "1")
    return environment
