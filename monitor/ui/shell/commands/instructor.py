"""The instructor's window, and the class's bar while a scenario runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from models.scenario.opening import FOLDER
from monitor.ui.instructor.bar import LearnersBar
from monitor.ui.instructor.desk import Desk
from monitor.ui.kit.theme import Theme
from monitor.ui.pages.context import Context
from monitor.ui.records.opening import Records

if TYPE_CHECKING:
    from monitor.ui.instructor.window import InstructorWindow


class InstructorCommands(QObject):
    """One method an action; `monitor.ui.pages.actions` names them.

    Parameters
    ----------
    context : Context
        The session.
    records : Records
        Puts a source on.
    window : QWidget
        The window that the class sees.
    """

    def __init__(self, context: Context, records: Records, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.desk = Desk(context, self)
        self.desk.wanted.connect(records.put_on)
        self.bar = LearnersBar(self.desk)
        self.shown: InstructorWindow | None = None
        """The instructor's window, once it was asked for."""
        context.theme_changed.connect(self._restyle)

    def show_instructor(self) -> None:
        """Show the instructor's window, on top."""
        if self.shown is None:
            made = self._make()
            if (room := room_apart(self._window.screen(), QGuiApplication.primaryScreen())) is not None:
                made.move(room.topLeft())
        shown = self.shown or self._make()
        self.desk.attend()
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _make(self) -> InstructorWindow:
        from monitor.ui.instructor.window import InstructorWindow  # takes a while to import

        self.shown = InstructorWindow(self.desk, self._context.home.folder / FOLDER, self._context.theme)
        return self.shown

    def renew(self) -> None:
        """Another language is spoken: make the window and the bar anew; what goes on goes on."""
        self.bar = LearnersBar(self.desk)
        old, self.shown = self.shown, None
        if old is None:
            return
        where, seen = old.saveGeometry(), old.isVisible()
        editor = old.hand_over()
        new = self._make()
        new.take_over(editor)
        if (chosen := old.course.chosen) is not None:
            new.course.renew(chosen.name)
        new.restoreGeometry(where)
        new.setVisible(seen)
        old.close()
        old.deleteLater()

    def stop(self) -> None:
        """Stop what is on its way, and close the window: the program ends."""
        self.desk.stop()
        if self.shown is not None:
            self.shown.end()

    def _restyle(self, theme: Theme) -> None:
        if self.shown is not None:
            self.shown.restyle(theme)


def room_apart(of_class: QScreen, own: QScreen) -> QRect | None:
    """Give where the instructor's window opens, so that the class does not read it; None: where it may.

    A class's window that was moved to a beamer is not on the primary screen, and the window manager opens a
    new window beside it.
    """
    return own.availableGeometry() if own is not of_class else None
