"""What the program is called, which version it is, and what it is not."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

DISCLAIMER = "For teaching and research. Not a medical device."


def app_version() -> str:
    """Version of the installed program; ``from source`` where it runs without having been installed."""
    try:
        return version("ecg-monitor")
    except PackageNotFoundError:
        return "from source"
