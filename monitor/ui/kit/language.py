"""The user's language: words as `tr` gives them, and the translators behind it.

All words of a language lie in ``assets/languages/NAME``, one file a part of the program, in one context.
English is the language of the source; its own file holds only the forms of its plurals.
"""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase

from assets.phrase import Phrase, Written
from assets.shipped import languages_folder
from monitor.ui.kit.figures import fill

PARTS = ("window", "lab", "models")
"""The files of a language: the window, the digit lab with its models, and what is said outside of both."""

SYSTEM = ""
"""The choice of a user who made none: the system's language, where there are words in it."""


@dataclass(frozen=True)
class Language:
    """A language that the window speaks.

    Attributes
    ----------
    name : str
        ISO 639-1 code, and its folder in ``assets/languages``.
    text : str
        What its speakers call it.
    locale : str
        Whose forms figures and dates have, as `QLocale` is called: ``de_DE``.
    script : QFontDatabase.WritingSystem
        What a font must have to write it.
    """

    name: str
    text: str
    locale: str
    script: QFontDatabase.WritingSystem = QFontDatabase.WritingSystem.Latin


LANGUAGES = (
    Language("en", "English", "en_GB"),
    Language("ja", "日本語", "ja_JP", QFontDatabase.WritingSystem.Japanese),
)
"""English first: the language of the source."""

LEFT_OUT_BY_QT = (
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")),
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown")),
)
"""Context and text of what the file dialog of Qt 6.11 says and Qt's own Japanese file lacks: ours has it."""

_installed: list[QTranslator] = []
_current = LANGUAGES[0]


class _Words(str):
    """A text in the user's language; numbers that are put into it have the language's forms."""

    def format(self, *args: object, **values: object) -> str:
        return fill(self, *args, **values)


def tr(text: str, note: str = "", n: int = -1) -> str:
    """Give a text in the user's language; what `str.format` then puts into it has that language's forms.

    Parameters
    ----------
    text : str
        A literal, or a `Phrase` that came from elsewhere; ``%n`` stands for the number of a plural. Any other
        text, such as what a file says, comes back as it is.
    note : str
        Tells two meanings of the same English words apart; a literal too.
    n : int
        The number on which the form of a plural depends.
    """
    if isinstance(text, Phrase):
        return _Words(text.told(_words, fill))
    return _Words(QCoreApplication.translate("", text, note or None, n))


def named(name: str) -> str:
    """Give a name, such as a record's, as it is; in the user's language where it is a `Phrase`."""
    return tr(name) if isinstance(name, Phrase) else name


def complaint(error: BaseException) -> str:
    """Give what an error says in the user's language, where its message is a `Phrase`."""
    return tr(error.args[0]) if error.args and isinstance(error.args[0], str) else str(error)


def _words(template: str) -> str:
    if isinstance(template, Written):
        return template.languages.get(_current.name, template)
    return QCoreApplication.translate("", template)


def language() -> Language:
    """Give the language that is spoken now."""
    return _current


def wanted(choice: str) -> Language:
    """Give the language of a user's choice; of `SYSTEM`, the system's first one that is there."""
    names = [choice] if choice else [name.split("-")[0] for name in QLocale.system().uiLanguages()]
    known = {one.name: one for one in LANGUAGES}
    return next((known[name] for name in names if name in known), LANGUAGES[0])


def speak(new: Language) -> None:
    """Speak a language from now on; what is on the screen already is to be made anew.

    Raises
    ------
    FileNotFoundError
        If a file of the language is missing.
    """
    global _current
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    _installed.clear()
    # Qt asks the last one first, and takes a word without its note for one with it: the window's come before.
    files = [languages_folder() / new.name / f"{part}.qm" for part in reversed(PARTS)]
    if new is LANGUAGES[0]:
        files = [languages_folder() / new.name / "plurals.qm"]
    else:
        # Qt's own words, such as those on the buttons of a file dialog.
        files.append(
            Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{new.name}.qm"
        )
    for file in files:
        translator = QTranslator(QCoreApplication.instance())
        if not translator.load(str(file)):
            raise FileNotFoundError(f"The words of {new.text} are missing: {file}.")
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
    QLocale.setDefault(QLocale(new.locale))
    _bring_font(new.script)
    _current = new


def _bring_font(script: QFontDatabase.WritingSystem) -> None:
    """Bring a font for a script that no font of the system has: many a Linux has none for Japanese."""
    if script is not QFontDatabase.WritingSystem.Japanese or QFontDatabase.families(script):
        return
    found = importlib.util.find_spec("matplotlib_fontja")
    if found is not None and found.origin:
        QFontDatabase.addApplicationFont(os.path.join(os.path.dirname(found.origin), "fonts", "ipaexg.ttf"))
