"""Work in a process of its own, so that the window's frames never wait for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, Signal

from models.contract.fits import LAB_PROGRAM
from models.contract.messages.commands import Command
from models.contract.messages.fitting import Error
from models.contract.messages.lines import Lines, Unreadable, write_line
from monitor.ui.kit.language import tr
from monitor.ui.kit.work.background import BackgroundProcess


class Job(BackgroundProcess):
    """One piece of work: asked for, watched, told to change, and ended at any time.

    A thread beside the window's would take turns with it at the interpreter's lock; a process does not.
    The work ends by itself when this process is gone, however that came about.

    Parameters
    ----------
    request : Command
        What shall be done.
    """

    told = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, request: Command, parent: QObject | None = None) -> None:
        super().__init__(("-m", LAB_PROGRAM), parent=parent)
        self._why = ""
        self._stopped = False
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        self._request = request
        self._lines = Lines()

    def start(self) -> None:
        """Begin."""
        self._process.start()
        self.tell(self._request)

    def tell(self, command: Command) -> None:
        """Send a command; one to a process that has ended is lost."""
        if self.running:
            self._process.write(write_line(command))

    def stop(self) -> bool:
        """End the process at once, it keeps nothing that could be lost; False if it is not gone in time."""
        self._stopped = True
        return super().stop()

    def _read(self) -> None:
        for message in self._lines.take(bytes(self._process.readAllStandardOutput().data())):
            if self._stopped or self._why:
                return
            if isinstance(message, Error):
                self._why = tr(message.text)
            elif isinstance(message, Unreadable):
                self._why = tr(message.text)
                self._process.kill()  # it may have said what was waited for
            else:
                self.told.emit(message)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._why = tr("Its process could not be started ({why}).").format(
                why=self._process.errorString()
            )
            self._end()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if not self._why and (code or status != QProcess.ExitStatus.NormalExit):
            self._why = tr("Its process ended before its work was done.")
        self._end()

    def _end(self) -> None:
        if self._stopped:
            return
        if self._why:
            self.failed.emit(self._why)
        self.ended.emit()
