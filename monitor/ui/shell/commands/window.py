"""What a user does with the stream and with the window, and how actions find what does them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from assets.phrase import phrase
from monitor.mishaps.log import log_folder
from monitor.ui.kit.drawing.motion import set_still, still
from monitor.ui.kit.drawing.palettes import APART, USUAL, theme_of
from monitor.ui.kit.language import tr
from monitor.ui.kit.places import in_documents
from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.live.transport import SPEEDS
from monitor.ui.pages.actions.table import ACTIONS, PAGE_ACTIONS
from monitor.ui.pages.context import Context
from monitor.ui.shell.dialogs import AboutDialog, HelpDialog, MessagesDialog
from monitor.ui.shell.frame.stack import PageStack
from monitor.ui.shell.wishes import MOVES

JUMP_S = 5.0
"""How far back and forward go, in seconds."""


def connect(context: Context, pages: PageStack, commands: Iterable[QObject]) -> None:
    """Connect every action to its page, or to the one among `commands` that has a method of its name."""
    for spec in ACTIONS:
        does: Callable[..., object]
        if spec.name in PAGE_ACTIONS:
            does = partial(context.show_page, PAGE_ACTIONS[spec.name])
        elif spec.page:
            does = partial(pages.do, spec.page, spec.name)
        else:
            (does,) = (getattr(one, spec.name) for one in commands if spec.name in vars(type(one)))
        context.actions[spec.name].triggered.connect(does)


class ReplayCommands(QObject):
    """One method an action; `monitor.ui.pages.actions` names them.

    Parameters
    ----------
    context : Context
        The session whose stream is moved.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._session = context.session

    def toggle_play(self) -> None:
        """Play or pause."""
        if self._session.playing:
            self._session.pause()
        else:
            self._session.play()

    def back(self) -> None:
        """Go back by `JUMP_S`."""
        self._jump(-JUMP_S)

    def forward(self) -> None:
        """Go forward by `JUMP_S`."""
        self._jump(JUMP_S)

    def _jump(self, seconds: float) -> None:
        info = self._session.info
        if info is not None:
            self._session.seek(self._session.head + round(seconds * info.fs))

    def restart(self) -> None:
        """Go to the start of the record."""
        self._session.seek(0)

    def toggle_loop(self) -> None:
        """Start over at the end, or stop there."""
        if self._session.replay is not None:
            self._session.set_loop(not self._session.replay.loop)

    def slower(self) -> None:
        """Take the next slower speed."""
        self._step_speed(-1)

    def faster(self) -> None:
        """Take the next faster speed."""
        self._step_speed(1)

    def _step_speed(self, step: int) -> None:
        if self._session.replay is not None:
            i = SPEEDS.index(self._session.replay.speed) + step
            self._session.set_speed(SPEEDS[min(max(i, 0), len(SPEEDS) - 1)])


class WindowCommands(QObject):
    """One method an action; `monitor.ui.pages.actions` names them.

    Parameters
    ----------
    context : Context
        For the theme, and to say what failed.
    window : QWidget
        The window.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def toggle_theme(self) -> None:
        """Change between dark and light."""
        theme = self._context.theme
        other = LIGHT if theme.name == DARK.name else DARK
        self._context.set_theme(theme_of(other.name, theme.palette))

    def toggle_palette(self) -> None:
        """Change between the usual colours and those that colour-blind eyes tell apart."""
        theme = self._context.theme
        self._context.set_theme(theme_of(theme.name, USUAL if theme.palette == APART else APART))

    def toggle_still(self) -> None:
        """Let nothing flash or move of itself, or let it again."""
        set_still(not still())
        self._context.settings.remember(**{"still": still(), MOVES: not still()})
        self._context.actions["toggle_still"].setChecked(still())
        self._window.update()

    def toggle_fullscreen(self) -> None:
        """Fill the screen, or go back to a window."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def save_screenshot(self) -> None:
        """Take the picture first, then ask where it goes, so that no dialog is on it."""
        picture = self._window.grab()
        path, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save a screenshot"), in_documents("ecg-monitor.png"), "PNG (*.png)"
        )
        if path and not picture.save(path, "PNG"):
            self._context.fail(tr("The screenshot could not be written to {path}.").format(path=path))

    def show_help(self) -> None:
        """Show the help page."""
        HelpDialog(self._window).open()

    def show_messages(self) -> None:
        """Show all that was said."""
        MessagesDialog(self._context.messages, self._window).open()

    def open_log(self) -> None:
        """Show the folder of the log, in whatever the desktop shows folders with."""
        folder = log_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._context.fail(
                phrase(
                    "There is no log: {folder} cannot be made ({why}).",
                    folder=folder,
                    why=error.strerror or error,
                )
            )
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._context.say(phrase("The log lies in {folder}.", folder=folder))

    def show_about(self) -> None:
        """Show the About box."""
        AboutDialog(self._window).open()

    def close(self) -> None:
        """Close the window."""
        self._window.close()
