"""Which version of the program is installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def app_version() -> str:
    """Version of the installed program; ``from source`` where it runs without having been installed."""
    try:
        return version("ecg-monitor")
    except PackageNotFoundError:
        return "from source"
