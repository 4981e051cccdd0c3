"""The window's pages, each made when first asked for; `monitor.ui.pages.actions.PAGE_SPECS` lists them."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QStackedWidget,
    QWidget,
)

from monitor.ui.kit.theme import Theme
from monitor.ui.pages.actions import PAGE_SPECS

if TYPE_CHECKING:
    from monitor.ui.shell.window import MainWindow

_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_LEAPS = {Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}

OWN_KEYS: tuple[tuple[type[QWidget], set[Qt.Key]], ...] = (
    (QAbstractSlider, _ARROWS | _LEAPS),
    (QComboBox, _ARROWS | _LEAPS | {Qt.Key.Key_Space}),
    (QAbstractButton, _ARROWS | {Qt.Key.Key_Space}),
    (QAbstractItemView, _ARROWS | _LEAPS | {Qt.Key.Key_Space}),
)
"""Keys that a control with the focus keeps from the window's shortcuts, by the kind of the control."""


class Page(QWidget):
    """A page of the window; what a page has no use for it leaves as it is."""

    def activate(self) -> None:
        """The page is about to be shown."""

    def refresh(self) -> None:
        """Bring the words and figures up to date; about four times a second while shown."""

    def restyle(self, theme: Theme) -> None:
        """Change colours."""

    def stop(self) -> None:
        """End everything that runs; the window is about to close."""


class ControlsPage(Page):
    """A page of controls: the one that has the focus keeps its keys from the window's shortcuts."""

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the control that has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = self.focusWidget()
            if any(isinstance(control, kind) and event.key() in keys for kind, keys in OWN_KEYS):
                event.accept()
                return True
        return super().event(event)


class PageStack(QStackedWidget):
    """All pages made so far, one of them shown.

    Parameters
    ----------
    window : MainWindow
        Handed to each page's ``make_page``.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.made: dict[str, Page] = {}

    @property
    def name(self) -> str:
        """Name of the page shown."""
        shown = self.currentWidget()
        return next(name for name, page in self.made.items() if page is shown)

    def put(self, name: str, page: Page) -> None:
        """Take over a page that has been made already."""
        self.made[name] = page
        self.addWidget(page)

    def need(self, name: str) -> Page:
        """A page by its name, made when first asked for: some take a while to import."""
        if name not in self.made:
            module = next(spec.module for spec in PAGE_SPECS if spec.name == name)
            self.put(name, importlib.import_module(module).make_page(self._window))
        return self.made[name]

    def show_page(self, name: str) -> None:
        """Show a page."""
        page = self.need(name)
        page.activate()
        self.setCurrentWidget(page)

    def refresh(self) -> None:
        """Bring the page shown up to date."""
        self.made[self.name].refresh()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        for page in self.made.values():
            page.restyle(theme)

    def stop(self) -> None:
        """End everything that runs on any page."""
        for page in self.made.values():
            page.stop()
