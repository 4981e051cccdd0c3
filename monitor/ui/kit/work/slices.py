"""Work of the window's own thread, piece by piece, so that it answers keys between the pieces."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 20
"""Between two pieces: a frame has its turn, and whatever the user does, before the next."""


class Slices(QObject):
    """Does what nobody waits for, one piece at a time.

    Parameters
    ----------
    parent : QObject
        With it, what is left to do goes.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: dict[Hashable, Callable[[], None]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._next)

    @property
    def left(self) -> tuple[Hashable, ...]:
        """Names of what is still to be done."""
        return tuple(self._left)

    def add(self, name: Hashable, piece: Callable[[], None]) -> None:
        """Do something some time soon, in place of what was to be done under this name."""
        self._left[name] = piece
        self._timer.start()

    def at_once(self, name: Hashable) -> None:
        """Do now what is left to do under this name, if anything is: someone looks at it."""
        piece = self._left.pop(name, None)
        if piece is not None:
            piece()

    def finish(self) -> None:
        """Do now all that is left."""
        while self._left:
            self.at_once(next(iter(self._left)))

    def drop(self) -> None:
        """Leave undone what is left."""
        self._timer.stop()
        self._left.clear()

    def _next(self) -> None:
        if self._left:
            self.at_once(next(iter(self._left)))
        if not self._left:
            self._timer.stop()
