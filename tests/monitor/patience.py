"""A robot that waits: what must happen happens, but a machine with other work may take its time."""

from typing import Any

from pytestqt.qtbot import QtBot

PATIENCE_MS = 180_000
"""How long something may take to happen. A test that passes never waits so long."""


class PatientBot(QtBot):
    """pytest-qt's robot; each wait for something that must happen has `PATIENCE_MS` or more.

    A short wait says how fast the machine is, not what the program does: with four busy neighbours and a cold
    disk torch's import alone takes half a minute.
    """

    def waitUntil(self, callback: Any, *, timeout: int = PATIENCE_MS) -> None:
        """Wait until something is so."""
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        """Wait for a signal; as long as is asked where it need not come, as in ``assertNotEmitted``."""
        if more.get("raising") is not False:
            timeout = max(timeout, PATIENCE_MS)
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        """Wait for signals."""
        return super().waitSignals(signals, timeout=max(timeout, PATIENCE_MS), **more)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        """Wait until a window is on the screen."""
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE_MS))
