"""Starting the window: for people, and for pictures."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from assets.errors import RecordError
from assets.icons import icon_path
from assets.sources.open import open_source
from assets.sources.source import Source
from monitor.ui.pages.home import user_home
from monitor.ui.pages.settings import Settings, user_settings
from monitor.ui.session.session import Session
from monitor.ui.shell.window import MainWindow

SWITCH_S = 0.0005
"""Longest turn of a thread in the interpreter while another one waits, in seconds."""

SETTLE_S = 60.0
"""How long a picture waits for the analysis to catch up, in seconds."""


def application() -> QApplication:
    """The one application object."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("ECG Monitor")
        app.setStyle("Fusion")
        # A frame takes and gives the interpreter's lock many times; at the usual 5 ms a turn, a thread that
        # is busy in Python would hold up a frame for several turns.
        sys.setswitchinterval(SWITCH_S)
        app.setWindowIcon(QIcon(str(icon_path("monitor"))))
    return app


def run(options: argparse.Namespace) -> int:
    """Show the window until it is closed; the exit status."""
    app = application()
    home = user_home()
    window = MainWindow(Session(home.scorer), Settings(user_settings()), options.data_dir, home)

    def tell_problems() -> None:
        if problems := home.take_problems():
            window.messages.say(" ".join(problems))

    tell_problems()
    window.session.analysis_changed.connect(tell_problems)
    window.show()
    if options.speed is not None:
        window.set_speed(options.speed)
    if options.record == "demo":
        # At hand at once, so that the first trace moves before anything else is loaded.
        source = open_source("demo")
        window.put_on(source, _lead(source, options.lead))
    else:
        window.open_spec(options.record, options.lead)
    return app.exec()


def run_screenshot(options: argparse.Namespace) -> int:
    """Write a picture of the window as it is `options.at` seconds into the source; the exit status."""
    source = open_source(options.record, data_dir=options.data_dir)
    lead = _lead(source, options.lead)
    application()
    # Nothing of the user's is read or written: the same command gives the same picture.
    with Stage(source, lead) as stage:
        stage.go_to(options.at)
        stage.save(options.screenshot)
    return 0


def _lead(source: Source, name: str | None) -> int:
    try:
        return source.info.lead_index(name) if name else 0
    except ValueError as error:
        raise RecordError(str(error)) from error


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
