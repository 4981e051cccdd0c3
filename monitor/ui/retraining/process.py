"""A training in a process of its own, watched by its lines of JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, Signal

from models.contract.fits import FIT_PROGRAM
from models.contract.messages.fitting import Error, Log
from models.contract.messages.lines import Lines, Unreadable
from monitor.ui.kit.language import tr
from monitor.ui.kit.work.background import BackgroundProcess

NICENESS = 10
"""How much the process gives way to the monitor, as `nice` counts."""

GRACE_MS = 600
"""How long a process that shall end may take to keep its fit, in milliseconds, before it is killed."""


class TrainingProcess(BackgroundProcess):
    """One run of `ecg-train`; it ends by itself when this program is gone, since nobody reads what it writes.

    Parameters
    ----------
    arguments : sequence of str
        Arguments of `FIT_PROGRAM`.
    program : sequence of str, optional
        What is run in place of `FIT_PROGRAM`, for tests.
    """

    spoke = Signal(object)
    ended = Signal(int)

    def __init__(
        self, arguments: Sequence[str], parent: QObject | None = None, program: Sequence[str] = ()
    ) -> None:
        super().__init__((*(program or ("-m", FIT_PROGRAM)), *arguments), grace_ms=GRACE_MS, parent=parent)
        self.problem = ""
        """Why it could not be started or failed, in one sentence."""
        self._lines = Lines()
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        self._said = ""

    def start(self) -> None:
        """Begin."""
        self._process.start()
        self._process.started.connect(self._give_way)

    def _give_way(self) -> None:
        if sys.platform != "win32" and self._process.processId():
            os.setpriority(os.PRIO_PROCESS, self._process.processId(), NICENESS)

    def cancel(self) -> None:
        """Ask it to keep its fit and end."""
        if self.running:
            self._process.terminate()

    def _read(self) -> None:
        for message in self._lines.take(bytes(self._process.readAllStandardOutput().data())):
            if isinstance(message, Error):
                self.problem = tr(message.text)
            # A fit that says something strange goes on: its weights are checked when they are read.
            self.spoke.emit(Log(message.text) if isinstance(message, Unreadable) else message)

    def _read_errors(self) -> None:
        said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        self._said = (self._said + said)[-4000:]

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.problem = tr("The training could not be started ({errorstring}).").format(
                errorstring=self._process.errorString()
            )
            self.ended.emit(-1)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        self._read_errors()
        crashed = status != QProcess.ExitStatus.NormalExit
        if (crashed or code not in (0, 130)) and not self.problem:
            last = self._said.strip().splitlines()
            self.problem = (
                last[-1].removeprefix("ecg-train: ")
                if last and not crashed
                else tr("The training's process ended before it was done.")
            )
        self.ended.emit(-1 if crashed else code)
