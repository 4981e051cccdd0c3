"""A menu that is wholly reached on any screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu

SCROLLED = "QMenu { menu-scrollable: 1; }"
"""Style of a menu in one column that is scrolled."""


def keep_in_reach(menu: QMenu) -> None:
    """Scroll a menu, whenever it is shown, that is too high for the screen in as many columns as fit on it.

    Qt breaks a high menu into columns, and puts those that the screen has no room for beyond its edge.
    """
    menu.aboutToShow.connect(partial(_fit, menu))


def _fit(menu: QMenu) -> None:
    menu.setStyleSheet("")
    if menu.sizeHint().width() > menu.screen().availableSize().width():
        menu.setStyleSheet(SCROLLED)
