"""The window's pages, each made when first asked for; `monitor.ui.pages.actions.pages` lists them."""

from __future__ import annotations

import importlib
import time
from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from monitor.ui.kit.room.scrolling import LoneStack
from monitor.ui.kit.work.slices import Slices
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import GoesOn, Page

COLOURS = "colours"
"""Name of what is still to be done for them."""

COLOURED_AT_ONCE = 500
"""So many parts of a window take on other colours in one short turn."""

MADE = "made"
"""Name of what a page that was made anew does before it is shown."""

AWAY_S = 0.03
"""For so long at a stretch parts that are not shown are put away, in seconds."""


class PageStack(LoneStack):
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
        self._to_put_away: deque[tuple[str, str]] = deque()  # pages, and panes of pages
        self._legacies: dict[str, object] = {}  # of pages that are made anew when they are asked for

    @property
    def discreet(self) -> bool:
        """Whether someone is being asked on the page shown, and is not to be told."""
        shown = self.made.get(self._context.page)
        return shown is not None and shown.discreet

    @property
    def crowded(self) -> bool:
        """Whether other patients than the session's are seen on the page shown."""
        shown = self.made.get(self._context.page)
        return shown is not None and shown.crowded

    def need(self, name: str) -> Page:
        """A page by its name, made when first asked for: some take a while to import."""
        self._slices.at_once(name)
        self._slices.at_once((COLOURS, name))
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

    def recolour(self, around: Callable[[], None]) -> None:
        """Take on the context's colours, after `around` has done so for the window.

        Where there are many parts, what is not shown is put away before, some in each turn, so that the
        window's style sheet takes no longer than one; then each page has a turn of its own.
        """
        self._to_put_away.clear()
        many = len(self.findChildren(QWidget)) > COLOURED_AT_ONCE
        if many:
            hidden = [one for one in self.made if one not in (self._context.page, PAGE_SPECS[0].name)]
            panes = [(one, pane) for one, page in self.made.items() for pane in page.pane_names]
            self._to_put_away.extend([*panes, *((one, "") for one in hidden)])
        self._recolour(around, many)

    def _recolour(self, around: Callable[[], None], many: bool) -> None:
        until = time.perf_counter() + AWAY_S
        while self._to_put_away and time.perf_counter() < until:
            name, pane = self._to_put_away.popleft()
            page = self.made.get(name)
            if page is not None and pane:
                page.put_away(pane)
            elif page is not None:
                self.put_away(page)
        if self._to_put_away:
            self._slices.add(COLOURS, partial(self._recolour, around, many))
            return
        around()
        for name in sorted(self.made, key=lambda one: one != self._context.page):
            self._slices.add((COLOURS, name), partial(self._restyle, name))
            if not many:
                self._slices.at_once((COLOURS, name))

    def _restyle(self, name: str) -> None:
        if name in self.made:
            self.made[name].restyle(self._context.theme)

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
            self._slices.add((MADE, name), partial(self._prepare, name))
            self._slices.add(old, partial(self._change, name, old))
        else:
            self._forget(old)

    def _prepare(self, name: str) -> None:
        if name in self.made:
            self.made[name].prepare()

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
        self.bring_back()
        for name in [one for one, legacy in self._legacies.items() if isinstance(legacy, GoesOn)]:
            self.need(name)
        for page in self.made.values():
            page.stop()
