"""Ctrl-C, and the system's request to end, close the window as its own button does.

Python's own answer to Ctrl-C is an exception in whatever happens to run, a paint for one; Qt prints it and
goes on. Here the answer is an event: settings are stored, threads end, temporary folders go.
"""

from __future__ import annotations

import signal
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What asks a program to end, as far as the system has it."""


class ClosingSignals:
    """Close a window when the program is asked to end.

    Parameters
    ----------
    window : QWidget
        What is closed. The window's frame timer lets Python look for signals.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.received: int | None = None
        """Number of the first signal, None while there was none."""
        for number in SIGNALS:
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self.received is None:
            self.received = number
            # Not here and now: this may be the middle of a paint.
            QTimer.singleShot(0, self._window.close)

    def status(self, otherwise: int) -> int:
        """Exit status of the program: 128 and the signal's number, as shells have it, or `otherwise`."""
        return otherwise if self.received is None else 128 + self.received
