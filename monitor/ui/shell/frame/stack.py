"""The window's pages, each made when first asked for; `monitor.ui.pages.actions.pages` lists them."""

from __future__ import annotations

import importlib
from functools import partial

from monitor.ui.kit.room.scrolling import Stack
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.work.slices import Slices
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import GoesOn, Page


class PageStack(Stack):
    """All pages made so far, one of them shown.

    Parameters
    ----------
    context : Context
        Handed to each page's ``make_page``.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.made: dict[str, Page] = {}
        self._outdated: set[str] = set()  # in another language than the one that is spoken
        self._slices = Slices(self)
        self._legacies: dict[str, object] = {}  # of pages that are made anew when they are asked for

    @property
    def discreet(self) -> bool:
        """Whether someone is being asked on the page shown, and is not to be told."""
        shown = self.made.get(self._context.page)
        return shown is not None and shown.discreet

    def need(self, name: str) -> Page:
        """A page by its name, made when first asked for: some take a while to import."""
        self._slices.at_once(name)
        if name not in self.made:
            module = next(spec.module for spec in PAGE_SPECS if spec.name == name)
            page: Page = importlib.import_module(module).make_page(self._context)
            self.made[name] = page
            self.addWidget(page)
            if name in self._legacies:
                page.take_over(self._legacies.pop(name))
        return self.made[name]

    def show_page(self, name: str) -> None:
        """Show a page."""
        page = self.need(name)
        self._context.page = name
        page.activate()
        self.setCurrentWidget(page)

    def do(self, page: str, action: str, *_: object) -> None:
        """Have a page do an action that the table gives to it."""
        getattr(self.need(page).commands, action)()

    def frame(self) -> None:
        """Let every page take its part of a frame."""
        for page in self.made.values():
            page.frame()

    def refresh(self) -> None:
        """Bring the page shown up to date."""
        self.made[self._context.page].refresh()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        for page in self.made.values():
            page.restyle(theme)

    def outdate(self) -> None:
        """Another language is spoken: let go of every page; one on which something goes on, after that."""
        self._outdated = set(self.made)
        self.renew()

    def renew(self) -> None:
        """Let go of pages in another language that have time for it; they are made anew when asked for.

        That goes a page at a time, so that keys are answered between. The one that is shown is made anew
        soon and shown after that, and so is the first.
        """
        free = [one for one in self.made if one in self._outdated and not self.made[one].busy]
        for name in sorted(free, key=lambda one: one != self._context.page):
            self._outdated.discard(name)
            self._slices.add(name, partial(self._make_anew, name))

    def _let_go(self, name: str) -> Page:
        old = self.made.pop(name)
        self._legacies[name] = old.hand_over()
        return old

    def _make_anew(self, name: str) -> None:
        if name not in self.made:
            return  # another page is shown by now, and yet another language spoken: it was let go
        if self.made[name].busy:
            self._outdated.add(name)
            return
        old = self._let_go(name)
        if name in (self._context.page, PAGE_SPECS[0].name):  # the first hears of every source that is opened
            self.need(name)
            self._slices.add(old, partial(self._change, name, old))
        else:
            self._forget(old)

    def _change(self, name: str, old: Page) -> None:
        if name == self._context.page:
            self.show_page(name)
        self._forget(old)

    def _forget(self, old: Page) -> None:
        self.removeWidget(old)
        old.hide()
        self._slices.add(old, old.deleteLater)  # the lab alone has thousands of parts

    def settle(self) -> None:
        """Do now what is left to do of another language."""
        self._slices.finish()

    def stop(self) -> None:
        """End everything that runs on any page, and what one has handed over that was not made anew yet."""
        self._slices.drop()
        for name in [one for one, legacy in self._legacies.items() if isinstance(legacy, GoesOn)]:
            self.need(name)
        for page in self.made.values():
            page.stop()
