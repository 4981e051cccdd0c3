"""A window whose time is moved by hand: for pictures of it."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEventLoop, QSettings, QTimer
from PySide6.QtSvg import QSvgGenerator

from assets.errors import AssetError
from assets.sources.source import Source
from assets.write import write_bytes
from models.leads.choice import TOGETHER
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.pages.settings import Settings
from monitor.ui.session.session import Session
from monitor.ui.shell.window import MainWindow

STEP_S = 5.0
"""The clock of a window for pictures goes on in steps of so many seconds."""

SETTLE_S = 60.0
"""How long a picture waits for an analysis that does not move, in seconds."""

TELL_S = 5.0
"""Where it takes longer, how far the analysis is is told so often, in seconds."""


class PictureError(AssetError):
    """A picture cannot be made; the message says why."""


def refuse_unknown_page(name: str) -> None:
    """Refuse a page that there is not.

    Raises
    ------
    PictureError
        Naming the pages that there are.
    """
    known = [spec.name for spec in PAGE_SPECS]
    if name not in known:
        raise PictureError(f"There is no page {name!r}; the pages are {_listed(known)}.")


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


class Stage:
    """A window whose time is moved by hand.

    Parameters
    ----------
    source : Source
        What is replayed.
    lead : int or None
        The lead analysed; None for the source's usual one.
    size : tuple of int
        Width and height of the window in logical pixels.
    """

    def __init__(self, source: Source, lead: int = TOGETHER, size: tuple[int, int] = (1440, 836)) -> None:
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
        """Let `seconds` of the source pass and the analysis catch up, with a line on stderr now and then.

        Raises
        ------
        PictureError
            If the analysis fails or does not come to an end.
        """
        info = self.session.info
        fs, duration = (info.fs, info.duration) if info is not None else (1.0, None)
        due = seconds if duration is None else min(seconds, duration)
        seen, now = -1, time.monotonic()
        give_up, tell = now, now + TELL_S
        # Step by step: an alarm that was over long ago would still be shown if all of it came at one moment.
        while self._time < due or self.session.analysed / fs < due - 0.01:
            if self.session.analysed / fs >= self._time - 0.01:
                self._time = min(self._time + STEP_S, due)
            if self.session.failure:
                raise PictureError(f"The analysis stopped: {self.session.failure}.")
            now = time.monotonic()
            if self.session.analysed > seen:
                seen, give_up = self.session.analysed, now + SETTLE_S
            if now > give_up:
                raise PictureError("The analysis did not catch up.")
            if now > tell:
                tell = now + TELL_S
                sys.stderr.write(f"{seen / fs:.0f} of {due:.0f} s analysed\n")
            self.settle(0.02)
        self.settle(0.5)

    def show(self, name: str, pane: str | None = None) -> None:
        """Show a page, or a pane of it, with everything that belongs on it.

        The review shows the last alert, where there has been one.

        Parameters
        ----------
        name : str
            Name of the page in `monitor.ui.pages.actions.pages.PAGE_SPECS`.
        pane : str or None
            Name of the pane; None for the one that comes first.

        Raises
        ------
        PictureError
            If there is no such page or pane, or if its content does not come.
        """
        refuse_unknown_page(name)
        page = self.window.pages.need(name)
        if pane is not None and pane not in page.pane_names:
            known = f"its panes are {_listed(page.pane_names)}" if page.pane_names else "it has none"
            raise PictureError(f"The page {name} has no pane {pane!r}; {known}.")
        self.window.show_page(name)
        last = self.session.log.before(self.session.head + 1)
        if name == "review" and last is not None:
            self.window.context.review(last)
        if pane is not None:
            page.show_pane(pane)
        self.wait_for(lambda: page.ready)
        self.settle(0.5)

    def wait_for(self, done: Callable[[], bool]) -> None:
        """Let the window go about its business until something is done.

        Raises
        ------
        PictureError
            If it does not come to an end.
        """
        give_up = time.monotonic() + SETTLE_S
        while not done():
            if time.monotonic() > give_up:
                raise PictureError("What the picture waits for did not come to an end.")
            self.settle(0.05)

    def settle(self, seconds: float) -> None:
        """Let the window go about its business for so long."""
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    def save(self, path: Path) -> None:
        """Write a picture: PNG, or SVG, in which words and lines stay sharp and the strips are pictures.

        Raises
        ------
        PictureError, WriteError
            If it cannot be written.
        """
        if path.suffix.lower() == ".svg":
            write_bytes(path, self._drawn())
        elif not self.window.grab().save(str(path), "PNG"):
            raise PictureError(f"The picture could not be written to {path}.")

    def _drawn(self) -> bytes:
        """The window as SVG."""
        buffer = QBuffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self.window.size())
        generator.setViewBox(self.window.rect())
        generator.setTitle(self.window.windowTitle())
        self.window.render(generator)
        return bytes(buffer.data().data())
