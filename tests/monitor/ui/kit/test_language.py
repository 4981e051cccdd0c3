"""The window's words come in the language that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from assets.phrase import joined, phrase
from monitor.ui.kit import language
from monitor.ui.kit.language import LANGUAGES, SYSTEM, speak, tr, wanted
from tests.languages.collect import release

ENGLISH, JAPANESE = LANGUAGES

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="ja"><context><name></name>
<message><source>{n} beats</source><translation>{n}拍</translation></message>
<message><source>Watch</source><translation>見る</translation></message>
</context></TS>
"""


@pytest.fixture(autouse=True)
def english_again(qapp: object) -> Iterator[None]:
    before = QLocale()
    yield
    speak(ENGLISH)
    QLocale.setDefault(before)


@pytest.fixture
def japanese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "ja"
    folder.mkdir()
    for part, words in zip(language.PARTS, (TS, TS.split("<message>")[0] + "</context></TS>"), strict=False):
        (folder / f"{part}.ts").write_text(words, encoding="utf-8")
        release(folder / f"{part}.ts", folder / f"{part}.qm")
    (folder / f"{language.PARTS[-1]}.qm").write_bytes((folder / f"{language.PARTS[-2]}.qm").read_bytes())
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "plurals.qm").write_bytes((folder / f"{language.PARTS[-1]}.qm").read_bytes())
    monkeypatch.setattr(language, "languages_folder", lambda: tmp_path)


@pytest.mark.usefixtures("japanese")
def test_words_are_those_of_the_language_and_english_again() -> None:
    assert tr("Watch") == "Watch"
    speak(JAPANESE)
    assert tr("Watch") == "見る"
    assert tr("of a file") == "of a file"
    assert tr(phrase("{n} beats", n=4)) == "4拍"
    assert tr(joined(", ", [phrase("{n} beats", n=4), "MLII"])) == "4拍, MLII"
    assert QLocale().language() == QLocale.Language.Japanese
    speak(ENGLISH)
    assert tr("Watch") == "Watch"
    assert tr(phrase("{n} beats", n=4)) == "4 beats"


@pytest.mark.usefixtures("japanese")
def test_there_is_a_font_for_it() -> None:
    speak(JAPANESE)
    assert QFontDatabase.families(JAPANESE.script)


def test_the_choice_decides_and_an_unknown_one_is_english() -> None:
    assert wanted("ja") is JAPANESE
    assert wanted("xx") is ENGLISH
    assert wanted(SYSTEM) in LANGUAGES


def test_missing_words_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "languages_folder", lambda: tmp_path)
    with pytest.raises(FileNotFoundError, match=r"The words of 日本語 are missing: .*models\.qm"):
        speak(JAPANESE)
    (tmp_path / "en").mkdir()
    monkeypatch.undo()


def own_words_of_qt(qtbot: QtBot) -> list[str]:
    """What stands on the file dialog that Qt draws itself, on standard buttons and in the menu of a field."""
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    field = QLineEdit("a")
    qtbot.addWidget(buttons)
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    texts = [part.text() for kind in (QLabel, QPushButton) for part in dialog.findChildren(kind)]
    texts += [button.text() for button in buttons.buttons()]
    texts += [action.text().split("\t")[0] for action in menu.actions()]
    texts += [QCoreApplication.translate(context, text) for context, text in language.LEFT_OUT_BY_QT]
    return [text for text in texts if text]


def test_the_words_of_qt_are_in_the_language_and_english_again(qtbot: QtBot) -> None:
    english = own_words_of_qt(qtbot)
    assert all(text.isascii() for text in english)
    speak(JAPANESE)
    japanese = own_words_of_qt(qtbot)
    assert len(japanese) == len(english)
    assert [text for text in japanese if text.isascii()] == []
    assert QLocale().toString(1234.5) == "1,234.5"
    speak(ENGLISH)
    assert own_words_of_qt(qtbot) == english
