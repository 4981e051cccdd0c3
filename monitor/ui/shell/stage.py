"""A window whose time is moved by hand: for pictures of it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSettings, QTimer

from assets.errors import RecordError
from assets.sources.source import Source
from monitor.ui.pages.settings import Settings
from monitor.ui.session.session import Session
from monitor.ui.shell.window import MainWindow

SETTLE_S = 60.0
"""How long a picture waits for the analysis to catch up, in seconds."""


class Stage:
    """A window whose time is moved by hand.

    Parameters
    ----------
    source : Source
        What is replayed.
    lead : int
        The lead analysed.
    size : tuple of int
        Width and height of the window in logical pixels.
    """

    def __init__(self, source: Source, lead: int = 0, size: tuple[int, int] = (1440, 836)) -> None:
        self._time = 0.0
        self.session = Session(now=lambda: self._time)
        self._folder = tempfile.TemporaryDirectory()
        settings = QSettings(str(Path(self._folder.name) / "stage.ini"), QSettings.Format.IniFormat)
        settings.setValue("noticed", "true")
        self.window = MainWindow(self.session, Settings(settings))
        self.window.resize(*size)
        self.window.show()
        self.window.put_on(source, lead)

    def __enter__(self) -> Stage:
        return self

    def __exit__(self, *_: object) -> None:
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.processEvents()
        self._folder.cleanup()

    def go_to(self, seconds: float) -> None:
        """Let `seconds` of the source pass and the analysis catch up.

        Raises
        ------
        RecordError
            If the analysis fails or does not come to an end.
        """
        info = self.session.info
        fs, duration = (info.fs, info.duration) if info is not None else (1.0, None)
        due = seconds if duration is None else min(seconds, duration)
        self._time = due
        give_up = time.monotonic() + SETTLE_S
        while self.session.analysed / fs < due - 0.01:
            if self.session.failure:
                raise RecordError(f"The analysis stopped: {self.session.failure}.")
            if time.monotonic() > give_up:
                raise RecordError("The analysis did not catch up.")
            self.settle(0.02)
        self.settle(0.5)

    def wait_for(self, done: Callable[[], bool]) -> None:
        """Let the window go about its business until something is done.

        Raises
        ------
        RecordError
            If it does not come to an end.
        """
        give_up = time.monotonic() + SETTLE_S
        while not done():
            if time.monotonic() > give_up:
                raise RecordError("What the picture waits for did not come to an end.")
            self.settle(0.05)

    def settle(self, seconds: float) -> None:
        """Let the window go about its business for so long."""
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    def save(self, path: Path) -> None:
        """Write a picture.

        Raises
        ------
        RecordError
            If it cannot be written.
        """
        if not self.window.grab().save(str(path), "PNG"):
            raise RecordError(f"The picture could not be written to {path}.")
