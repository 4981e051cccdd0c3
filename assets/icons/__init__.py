"""Icons, as files."""

from __future__ import annotations

from pathlib import Path


def icon_path(name: str) -> Path:
    """Path of the icon called `name` (without ``.svg``).

    Raises
    ------
    FileNotFoundError
        If there is no such icon.
    """
    path = Path(__file__).with_name(f"{name}.svg")
    if not path.is_file():
        raise FileNotFoundError(f"There is no icon called {name!r}.")
    return path
