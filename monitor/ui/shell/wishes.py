"""Whether the desktop asks for little movement; Qt tells that from 6.12 on, so the system is asked itself."""

from __future__ import annotations

import os
import sys
from typing import Any

from PySide6.QtCore import Signal

from assets.phrase import phrase
from monitor.mishaps.log import note
from monitor.ui.kit.drawing.motion import set_still, still
from monitor.ui.kit.work.background import BackgroundThread
from monitor.ui.pages.context import Context

PORTAL = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
"""Service, object and interface by which desktops of Linux tell their settings."""

ASKED = (
    ("org.freedesktop.appearance", "reduced-motion", 1),
    ("org.gnome.desktop.interface", "enable-animations", False),
)
"""Group and name of a setting, and the value that asks for stillness; the first one that is there counts.

The first is of version 3 of the portal's appearance settings, the second what GNOME has had before.
"""

ANSWER_MS = 2_000
"""A desktop that takes longer to answer has no say, ms."""

MOVES = "moves"
"""Key in the settings: whether the user wants movement, whatever the desktop wants."""

_SPI_GETCLIENTAREAANIMATION = 0x1042


class DesktopWish(BackgroundThread):
    """Asks the desktop, beside the window, which does not wait.

    Attributes
    ----------
    told : Signal
        True where nothing is to move; nothing is told where the desktop has no such wish, or none can be had.
    """

    told = Signal(bool)

    def run(self) -> None:
        """Ask, and tell."""
        try:
            wish = asks_for_stillness()
        except Exception as error:
            # Whatever a desktop does, the monitor goes on; it then moves as it usually does.
            note("The desktop could not be asked whether it wants little movement", error)
            return
        if wish and not self.stopping:
            self.told.emit(True)


def asks_for_stillness() -> bool:
    """Whether the desktop wants nothing to move; False where it does not say."""
    if sys.platform == "win32":
        return _asked_of_windows()
    if sys.platform == "darwin":
        return False  # it has no plain way to ask without a library of its own
    return _asked_of_portal()


def _asked_of_windows() -> bool:
    import ctypes

    moves = ctypes.c_int(1)
    user32: Any = getattr(ctypes, "windll").user32  # noqa: B009  # elsewhere there is none to check
    known = user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(moves), 0)
    return bool(known) and not moves.value


def _asked_of_portal() -> bool:
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if not address and not os.path.exists(f"/run/user/{os.getuid()}/bus"):
        return False  # without a session Qt would start one
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    name = "ecg-monitor-wishes"
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, name)
    try:
        for group, key, stands_still in ASKED:
            for method in ("ReadOne", "Read"):  # the second is what older portals have
                call = QDBusMessage.createMethodCall(*PORTAL, method)
                call.setArguments([group, key])
                answer = bus.call(call, QDBus.CallMode.Block, ANSWER_MS)
                if answer.type() == QDBusMessage.MessageType.ReplyMessage and answer.arguments():
                    return bool(_plain(answer.arguments()[0]) == stands_still)
    finally:
        QDBusConnection.disconnectFromBus(name)
    return False


def _plain(value: Any) -> object:
    """Take a value out of its wrappings."""
    while hasattr(value, "variant"):
        value = value.variant()
    return value


def follow_desktop(context: Context) -> DesktopWish | None:
    """Let nothing move where the desktop wants that and the user has not said otherwise in the window.

    Returns
    -------
    DesktopWish or None
        What asks, under way; None where the user has chosen.
    """
    if context.settings.flag(MOVES, False) or still():
        return None
    wish = DesktopWish()

    def stand_still(_on: bool) -> None:
        if not context.settings.flag(MOVES, False) and not still():
            set_still(True)
            context.actions["toggle_still"].setChecked(True)
            context.say(
                phrase("Nothing flashes or moves of itself: the desktop asks for it. Shift+S ends it.")
            )

    wish.told.connect(stand_still)
    wish.start()
    return wish
