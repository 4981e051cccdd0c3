"""Choosing the language: the menu of languages, and switching while the stream goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from monitor.ui.kit.language import LANGUAGES, SYSTEM, complaint, language, speak, tr, wanted
from monitor.ui.pages.context import Context
from monitor.ui.pages.settings import Settings

KEY = "language"
"""Key of the choice in the settings."""


def chosen(settings: Settings) -> str:
    """Give the user's choice: a language's name, or `SYSTEM` where none was made."""
    return settings.choice(KEY, [one.name for one in LANGUAGES], SYSTEM)


class LanguageCommands(QObject):
    """The languages to choose from.

    Parameters
    ----------
    context : Context
        The settings, and to say what failed.
    renew : callable
        Puts everything on the screen anew, in the language that is spoken then.
    parent : QObject
        The window.
    """

    def __init__(self, context: Context, renew: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._renew = context, renew
        self._group = QActionGroup(self)
        for name, text in ((SYSTEM, ""), *((one.name, one.text) for one in LANGUAGES)):
            action = QAction(text, self._group)
            action.setObjectName(f"language_{name or 'system'}")
            action.setData(name)
            action.setCheckable(True)
        self._group.triggered.connect(self._on_triggered)

    @property
    def actions(self) -> dict[str, QAction]:
        """What chooses a language, by its name."""
        return {action.data(): action for action in self._group.actions()}

    def menu(self, parent: QWidget) -> QMenu:
        """Make a menu of the languages, each called as its speakers call it."""
        actions, choice = self.actions, chosen(self._context.settings)
        actions[SYSTEM].setText(tr("As the system"))
        # A language that was asked for on the command line holds until another is chosen.
        actions[choice if wanted(choice) is language() else language().name].setChecked(True)
        menu = QMenu(tr("Language"), parent)
        menu.addActions(self._group.actions())
        return menu

    def _on_triggered(self, action: QAction) -> None:
        # Not here and now: the menu that was clicked is among what is made anew.
        name = action.data()
        QTimer.singleShot(0, self, lambda: self.choose(name))

    def choose(self, name: str) -> None:
        """Speak a language from now on, and at the next start; `SYSTEM` for the system's."""
        self._context.settings.remember(**{KEY: name})
        new = wanted(name)
        if new is language():
            return
        try:
            speak(new)
        except FileNotFoundError as error:
            speak(LANGUAGES[0])
            self._context.fail(complaint(error))
        self._renew()
