"""What is remembered from one start to the next. A value that makes no sense is as good as none."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from assets.aside import set_aside
from assets.causes import reason
from assets.phrase import phrase
from assets.regular import read_regular

T = TypeVar("T", float, str)


MAX_BYTES = 2**20
"""No settings file is larger than this."""

VERSION = 1
"""Of what the settings mean; a program that gives one of them another meaning counts on."""


def user_settings() -> tuple[QSettings, str]:
    """The user's settings file, and a sentence about it where it could not be used and was set aside."""
    path = Path(_open("beside it").fileName()).with_name("ecg-monitor.ini")  # before Qt opens it
    try:
        is_text = "\0" not in read_regular(path, MAX_BYTES).decode("utf-8")
    except FileNotFoundError:
        return _kept(_open("ecg-monitor"))
    except OSError as error:
        return _set_aside(path, reason(error))
    except UnicodeDecodeError:
        is_text = False
    if not is_text:
        return _set_aside(path, phrase("it is not a text file in UTF-8"))
    settings = _open("ecg-monitor")
    settings.allKeys()  # only now it is read to its end
    if settings.status() == QSettings.Status.FormatError:
        return _set_aside(path, phrase("it is no settings file"))
    found = str(settings.value("version", ""))
    if found.isdecimal() and int(found) > VERSION:
        del settings  # Qt would write what it holds to the file's old name
        return _set_aside(
            path, phrase("a newer version of the program wrote them: {version}", version=found[:9])
        )
    return _kept(settings)


def _kept(settings: QSettings) -> tuple[QSettings, str]:
    """The same, written once; with a sentence where that cannot be."""
    _numbered(settings).sync()
    if settings.status() == QSettings.Status.NoError and settings.isWritable():
        return settings, ""
    sentence = phrase(
        "What is set is not kept this time: {folder} cannot be written.",
        folder=Path(settings.fileName()).parent,
    )
    return settings, sentence


def _numbered(settings: QSettings) -> QSettings:
    """The same, saying of which version they are; written with whatever is stored next."""
    if settings.value("version") != str(VERSION):
        settings.setValue("version", str(VERSION))
    return settings


def _open(name: str) -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "ecg-monitor", name)


def _set_aside(path: Path, why: str) -> tuple[QSettings, str]:
    """Give the file another name, so that nothing in it is lost; where that fails, keep nothing this time."""
    try:
        aside = set_aside(path)
    except OSError as error:
        sentence = phrase(
            "The settings in {path} cannot be used ({why}) nor set aside ({aside}); none are kept.",
            path=path,
            why=why,
            aside=reason(error),
        )
        return _open(f"unusable-{os.getpid()}"), sentence
    return _numbered(_open("ecg-monitor")), phrase(
        "The settings could not be used ({why}); they now lie in {aside}.", why=why, aside=aside
    )


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

    def number(self, key: str, low: float, high: float, default: float) -> float:
        """A stored number if it lies between `low` and `high`, else `default`."""
        try:
            value = float(str(self._settings.value(key)))
        except ValueError:
            return default
        return value if low <= value <= high else default

    def text(self, key: str) -> str:
        """A stored text; empty where there is none."""
        stored = self._settings.value(key)
        return stored if isinstance(stored, str) else ""

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
