"""Whether what flashes or moves of itself stands still: one wish for the whole application.

Traces move all the same, for they are what is watched. What would be a film shows its end at once, and what
would run to and fro is moved by hand.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QProgressBar


class _Wish(QObject):
    changed = Signal(bool)


_wish = _Wish()
_still = False
_flash_ms = -1

stilled = _wish.changed
"""Tells of another wish: whether nothing is to move from now on."""


def still() -> bool:
    """Whether nothing is to flash or move of itself."""
    return _still


def set_still(on: bool) -> None:
    """Let nothing flash or move of itself, or let it again."""
    global _still, _flash_ms
    if on == _still:
        return
    _still = on
    app = QApplication.instance()
    if isinstance(app, QApplication):  # the text cursor flashes, too
        if _flash_ms < 0:
            _flash_ms = app.cursorFlashTime()
        app.setCursorFlashTime(0 if on else _flash_ms)
    stilled.emit(on)


def show_busy(bar: QProgressBar) -> None:
    """Let a bar say that something goes on whose end is not known: it runs to and fro, or stands half full.

    As soon as the end is known, its range and its value say so.
    """
    if still():
        bar.setRange(0, 2)
        bar.setValue(1)
    else:
        bar.setRange(0, 0)
