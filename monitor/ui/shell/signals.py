"""Ctrl-C, the system's request to end, and the display's end close the window as its own button does.

Python's own answer to Ctrl-C is an exception in whatever happens to run, a paint for one; Qt prints it and
goes on. Here the answer is an event: settings are stored, threads end, temporary folders go. Where the
display is gone Qt ends the program by itself, right after it has said so: what it says is the last moment at
which something can be done.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What asks a program to end, as far as the system has it."""

DISPLAY_GONE = (
    "The X11 connection broke",
    "The Wayland connection broke",
    "The Wayland connection experienced",
)
"""How Qt's last words begin where the display is gone."""


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
        """Exit status of the program: 128 and the signal's number, as shells have it, or `otherwise`.

        To be asked for once the window is closed: no further signal is heard, for Python gives its handlers
        back while it ends, and one that came then would be the exit status instead.
        """
        if self.received is None:
            return otherwise
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        return 128 + self.received


def watch_display(end: Callable[[], None], heard: Callable[[QtMsgType, str], None] | None = None) -> None:
    """Have the program end in order where its display is gone, and with exit status 1.

    Parameters
    ----------
    end : callable
        Stores what is to be kept and stops what runs; asks nothing of the display.
    heard : callable, optional
        Is told whatever else Qt says, and how grave it is; from any thread.
    """
    ending = False

    def on_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        nonlocal ending
        # As Qt does it where nobody else takes its messages.
        sys.stderr.write(f"{text}\n")
        if heard is not None:
            heard(kind, text)
        if ending or not text.startswith(DISPLAY_GONE):
            return
        ending = True  # what follows may make Qt complain once more
        try:
            end()
        except Exception:
            sys.excepthook(*sys.exc_info())
        # Qt's own way out may abort over a thread that has not ended; `end` has waited for it long enough.
        sys.stderr.flush()
        os._exit(1)

    qInstallMessageHandler(on_message)
