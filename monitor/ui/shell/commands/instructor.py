"""The instructor's window, and the class's bar while a scenario runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from assets.sources.source import Source
from models.scenario.opening import FOLDER
from monitor.ui.instructor.bar import LearnersBar
from monitor.ui.instructor.desk import Desk
from monitor.ui.kit.theme import Theme
from monitor.ui.pages.context import Context
from monitor.ui.records.opening import Records

if TYPE_CHECKING:
    from monitor.ui.instructor.window import InstructorWindow


CLASS = "class"
"""Page on which learners are taught."""


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
        self._records = records
        self.desk.wanted.connect(self._put_on)
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
        shown.showNormal() if shown.isMinimized() else shown.show()
        shown.raise_()
        shown.activateWindow()

    def show_beside(self, scenario: str) -> None:
        """Show the instructor's window with a scenario chosen, beside the class's where there is room."""
        new = self.shown is None
        self.show_instructor()
        shown, window = self.shown, self._window
        if shown is None:
            return
        shown.course.renew(scenario)
        if not new or window.isMaximized() or window.isFullScreen():
            return
        least = window.minimumSizeHint().expandedTo(window.minimumSize()).width(), shown.minimumWidth()
        places = side_by_side(window.screen().availableGeometry(), *least)
        if window.screen() is shown.screen() and places is not None:
            for one, place in zip((window, shown), places, strict=True):
                frame = one.frameGeometry().size() - one.size()
                one.resize(place.size() - frame)
                one.move(place.topLeft())

    def _put_on(self, source: Source) -> None:
        """Let the class watch a source; whoever teaches on the page Class stays there."""
        self._records.put_on(source, stay=self._context.page == CLASS)

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


def side_by_side(screen: QRect, left: int, right: int) -> tuple[QRect, QRect] | None:
    """Share a screen between two windows of these least widths, px; None where it is too narrow."""
    spare = screen.width() - left - right
    if spare < 0:
        return None
    first = QRect(screen.left(), screen.top(), left + spare // 2, screen.height())
    second = QRect(first.right() + 1, screen.top(), screen.width() - first.width(), screen.height())
    return first, second


def room_apart(of_class: QScreen, own: QScreen) -> QRect | None:
    """Give where the instructor's window opens, so that the class does not read it; None: where it may.

    A class's window that was moved to a beamer is not on the primary screen, and the window manager opens a
    new window beside it.
    """
    return own.availableGeometry() if own is not of_class else None
