"""What is remembered from one start to the next. A value that makes no sense is as good as none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T", float, str)


def user_settings() -> QSettings:
    """The user's settings file."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "ecg-monitor", "ecg-monitor")


class Settings:
    """Typed access to a settings file."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def choice(self, key: str, allowed: Sequence[T], default: T) -> T:
        """A stored value if it is one of `allowed`, else `default`."""
        stored = str(self._settings.value(key))
        for value in allowed:
            if stored == str(value) or (isinstance(value, float) and stored == f"{value:g}"):
                return value
        return default

    def flag(self, key: str, default: bool) -> bool:
        """A stored yes or no."""
        return self.choice(key, ("true", "false"), str(default).lower()) == "true"

    def names(self, key: str) -> tuple[str, ...]:
        """Stored names; none where there is none."""
        stored = self._settings.value(key)
        found = stored if isinstance(stored, list) else [stored]
        return tuple(name for name in found if isinstance(name, str))

    def geometry(self, key: str) -> QByteArray | None:
        """A stored window geometry."""
        stored = self._settings.value(key)
        return stored if isinstance(stored, QByteArray) else None

    def remember(self, **values: object) -> None:
        """Store values; booleans as words, so that the file is readable."""
        for key, value in values.items():
            self._settings.setValue(key, str(value).lower() if isinstance(value, bool) else value)
        self._settings.sync()
