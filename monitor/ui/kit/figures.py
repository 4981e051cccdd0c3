"""Figures, dates and times of day as the language of the window writes them.

The language's `QLocale` is Qt's default one, which `monitor.ui.kit.language.speak` sets. Only what a person
reads is written so: files, JSON, logs and the command line keep the point.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from numbers import Real
from string import Formatter
from typing import Any

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

NEUTRAL = (".", ",")
"""Decimal mark and mark between thousands as `format` writes them."""

_ENGLISH_DAY = "d MMM yyyy"  # one half of those who read English take 3/4 for March, the other for April


def marks() -> tuple[str, str]:
    """Give the decimal mark, and the mark between thousands."""
    locale = QLocale()
    return locale.decimalPoint(), locale.groupSeparator()


def in_figures(value: Any, spec: str = "g") -> str:
    """Write a number in the forms of the language.

    Parameters
    ----------
    value : float
        Anything that `format` takes; what is no number stays as `format` has it.
    spec : str
        As for `format`: ``.1f``, ``,``, ``+.2f``.
    """
    text = format(value, spec)
    return in_own_marks(text) if isinstance(value, Real) else text


def in_own_marks(text: str) -> str:
    """Give a number that stands in a text already the language's marks."""
    point, group = marks()
    return text if (point, group) == NEUTRAL else text.translate({ord("."): point, ord(","): group})


def fill(template: str, /, *args: Any, **values: Any) -> str:
    """Put values into the places of a text, as `str.format` does, numbers in the forms of the language."""
    return (
        str.format(template, *args, **values)
        if marks() == NEUTRAL
        else _FORMATTER.vformat(template, args, values)
    )


class _Formatter(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        return in_figures(value, format_spec)


_FORMATTER = _Formatter()


def neutral(text: str) -> str:
    """Write a number that a person typed with a decimal point.

    A point or a comma alone is the decimal mark; of several the last one is, where the others part thousands.
    What is no number comes back as it is.
    """
    found = re.fullmatch(r"([^.,]*(?:(?<=\d)[.,]\d{3})*)[.,]([^.,]*)", text)
    return text if found is None else f"{re.sub('[.,]', '', found[1])}.{found[2]}"


def day(moment: date) -> str:
    """Write a day: ``22 Nov 2026``, ``2026/11/22``, ``22.11.2026``."""
    locale = QLocale()
    form = locale.dateFormat(QLocale.FormatType.ShortFormat)
    if locale.language() in (QLocale.Language.English, QLocale.Language.C):
        form = _ENGLISH_DAY
    elif "yyyy" not in form:
        form = form.replace("yy", "yyyy")
    return locale.toString(QDate(moment.year, moment.month, moment.day), form)


def time_of_day(moment: datetime) -> str:
    """Write a time of day with its seconds, of 24 hours in every language: ``14:05:09``, ``14.05.09``."""
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    return f"{moment:%H.%M.%S}" if "." in form else f"{moment:%H:%M:%S}"


def day_and_time(moment: datetime) -> str:
    """Write a day and the time of day."""
    return f"{day(moment)} {time_of_day(moment)}"


def written_at(text: str) -> str:
    """Write a day and time that a file has in ISO 8601; what is none stays as it is."""
    try:
        return day_and_time(datetime.fromisoformat(text))
    except ValueError:
        return text


class FigureBox(QDoubleSpinBox):
    """A box for a number, which takes a decimal point and a decimal comma alike, typed or pasted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale())

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Judge what stands in the box, with the language's decimal mark in place of another."""
        return super().validate(self._own(text), pos)

    def valueFromText(self, text: str) -> float:
        """Read what stands in the box."""
        return super().valueFromText(self._own(text))

    def _own(self, text: str) -> str:
        own = neutral(text).replace(".", self.locale().decimalPoint())
        return text if text == self.specialValueText() else own
