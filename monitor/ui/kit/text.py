"""Labels that say whether their words are plain.

A label of Qt's guesses: words that look like markup are taken for it, and ``<img src=…>`` in a record's lead
name opens that file. Every label of the window is one of these two, and a test holds it.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class PlainLabel(QLabel):
    """Words as they are: for whatever may hold text of a file, and for nearly everything else."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class MarkupLabel(QLabel):
    """Our own markup; text of a file goes through `html.escape` first."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(text)


def plain_tip(text: str) -> str:
    """A tooltip that shows a text as it is, line by line."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
