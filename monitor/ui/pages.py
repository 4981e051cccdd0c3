"""The window's pages, each made when it is first asked for; `monitor.ui.actions.PAGE_SPECS` lists them."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from monitor.ui.actions import PAGE_SPECS
from monitor.ui.theme import Theme

if TYPE_CHECKING:
    from monitor.ui.window import MainWindow


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
