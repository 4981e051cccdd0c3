"""The window's size and place, kept from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from monitor.ui.pages.settings import Settings

SIZE = (1280, 800)
"""Size of the window at the first start, in logical pixels."""

TITLE_BAR = 32
"""Height left for the title bar, which Qt knows only once the window is up, in logical pixels."""


def room_for(window: QWidget) -> QSize:
    """Give the size that a window may have on its screen, in logical pixels."""
    return window.screen().availableSize() - QSize(0, TITLE_BAR)


def restore(window: QWidget, settings: Settings) -> None:
    """Put the window where it was left; at a first start, make it as large as there is room for."""
    geometry = settings.geometry("geometry")
    if geometry is None or not window.restoreGeometry(geometry):
        window.resize(QSize(*SIZE).boundedTo(room_for(window)))


def remember(window: QWidget, settings: Settings) -> None:
    """Keep the window's size and place."""
    settings.remember(geometry=window.saveGeometry())
