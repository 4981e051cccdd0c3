"""The system libraries that Qt's wheels expect on Linux, and what to install where they are missing."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

ALWAYS: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
"""Shared libraries without which Qt's modules do not load, and the Debian packages that bring them."""

ON_X11: Mapping[str, str] = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt's X11 plugin needs besides; without one of them Qt ends the program."""


def missing_packages(*, on_x11: bool) -> list[str]:
    """Debian packages to install before Qt can start; none on other systems than Linux."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = {**ALWAYS, **(ON_X11 if on_x11 else {})}
    return [package for library, package in wanted.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def why_no_window() -> str | None:
    """One sentence on why the window cannot start here, and what to do; None where it can.

    Qt itself would end the program with an abort in these cases, so they are looked at before it is loaded.
    """
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    on_x11 = chosen.startswith("xcb") or (not chosen and bool(os.environ.get("DISPLAY")) and not wayland)
    packages = missing_packages(on_x11=on_x11)
    if packages:
        return (
            "The window cannot start because system libraries are missing; on Debian or Ubuntu install "
            f"{' '.join(packages)}, or run without a screen: ecg-monitor --headless."
        )
    if sys.platform.startswith("linux") and not (chosen or wayland or os.environ.get("DISPLAY")):
        return (
            "The window cannot start because there is no display (neither DISPLAY nor WAYLAND_DISPLAY is "
            "set); run "
            "without a screen: ecg-monitor --headless."
        )
    return None
