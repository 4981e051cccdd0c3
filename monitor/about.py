"""What the program is called, which version it is, and what it is not."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

DISCLAIMER = "For teaching and research. Not a medical device."

NO_ALARM = (
    "It looks for ventricular flutter or fibrillation and names a rhythm that may be atrial fibrillation; "
    "neither may be relied on. There is no alarm in its window for asystole, or for a heart rate that is too "
    "high or too low; a headless run lists such alarms, and they may not be relied on either."
)
"""What nobody may rely on this program for."""


def app_version() -> str:
    """Version of the installed program; ``from source`` where it runs without having been installed."""
    try:
        return version("ecg-monitor")
    except PackageNotFoundError:
        return "from source"
