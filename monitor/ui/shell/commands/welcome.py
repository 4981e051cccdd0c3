"""The three doors and their tours: at the first start, and whenever they are asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from assets.phrase import phrase
from assets.shipped import scenarios_folder
from models.scenario.opening import ENDING
from monitor.ui.kit.theme import Theme
from monitor.ui.pages.context import Context
from monitor.ui.shell.commands.instructor import InstructorCommands
from monitor.ui.shell.welcome.callout import Callout
from monitor.ui.shell.welcome.doors import Doors
from monitor.ui.shell.welcome.tours import Tour

KEY = "welcomed"
"""Key in the settings: whether the doors were shown."""


class WelcomeCommands(QObject):
    """One method an action; `monitor.ui.pages.actions` names them.

    Parameters
    ----------
    context : Context
        For the settings and the pages.
    instructor : InstructorCommands
        Shows the instructor's window, and begins a scenario.
    window : QMainWindow
        Whose controls are pointed at.
    """

    def __init__(self, context: Context, instructor: InstructorCommands, window: QMainWindow) -> None:
        super().__init__(window)
        self._context, self._instructor, self._window = context, instructor, window
        self.doors: Doors | None = None
        self.callout: Callout | None = None
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.leave)
        context.theme_changed.connect(self._restyle)

    def greet(self) -> None:
        """Show the doors, once in the life of the settings."""
        if not self._context.settings.flag(KEY, False):
            self._context.settings.remember(**{KEY: True})
            self.show_tours()

    def show_tours(self) -> None:
        """Show the doors."""
        self.leave()
        doors = self.doors = Doors(self._window)
        doors.chosen.connect(self.begin)
        doors.finished.connect(self._forget_doors)
        doors.open()

    def begin(self, tour: Tour) -> None:
        """Go through a door: its page, its scenario, and its tour."""
        self.leave()
        self._context.show_page(tour.page)
        if tour.scenario:
            self._instructor.show_beside(tour.scenario)
            if self._context.recording.on:
                self._context.say(
                    phrase("What is watched is being recorded and stays on: Start begins the scenario.")
                )
            else:
                self._instructor.desk.start(scenarios_folder() / f"{tour.scenario}{ENDING}")
        self.callout = Callout(self._window, tour, self._context)
        self.callout.left.connect(self._forget)
        self._escape.setEnabled(True)

    def leave(self) -> None:
        """Leave the tour that is under way."""
        if self.callout is not None:
            self.callout.end()

    def _forget(self) -> None:
        self.callout = None
        self._escape.setEnabled(False)

    def _forget_doors(self) -> None:
        self.doors = None

    def _restyle(self, theme: Theme) -> None:
        if self.callout is not None:
            self.callout.ring.theme = theme
            self.callout.ring.update()
