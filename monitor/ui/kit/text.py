"""Labels that say whether their words are plain.

A label of Qt's guesses: words that look like markup are taken for it, and ``<img src=…>`` in a record's lead
name opens that file. Every label of the window is one of these, and a test holds it.
"""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolTip

from assets.lines import one_line


class PlainLabel(QLabel):
    """Words as they are: for whatever may hold text of a file, and for nearly everything else."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


_WIDE = "\u3040-\u30ff\u3400-\u9fff"
_UNIT = re.compile(rf"(\s*)([{_WIDE}][^{_WIDE}\s\w]*|[^{_WIDE}\s]+)")
"""What stays on one line: a word; of Japanese a character, with the stops and brackets after it."""


class ElidedLabel(PlainLabel):
    """One line, or a few, that give way: where there is no room for the words, they end in an ellipsis.

    The whole of it, with what the tooltip says besides, is shown to whoever rests the mouse there.

    Parameters
    ----------
    text : str
        The words.
    lines : int
        So many lines at most; words wrap where there are several.
    """

    LEAST_CHARS = 4

    def __init__(self, text: str = "", lines: int = 1) -> None:
        self._lines = lines
        super().__init__(text)

    @property
    def elided(self) -> bool:
        """Whether the end cannot be seen."""
        return self.shown_lines != self._wrapped()

    @property
    def shown_lines(self) -> list[str]:
        """The lines as they are drawn."""
        lines = self._wrapped()
        if len(lines) <= self._lines and self._lines > 1:
            return lines
        kept, rest = lines[: self._lines - 1], " ".join(lines[self._lines - 1 :])
        room = self.contentsRect().width()
        return [*kept, self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, room)]

    def _wrapped(self) -> list[str]:
        """The words in as many lines as they need, at spaces or in Japanese; one where there is but one."""
        if self._lines == 1:
            return [one_line(self.text())]
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        lines: list[str] = []
        for space, word in _UNIT.findall(self.text()):
            if (
                lines
                and metrics.horizontalAdvance(longer := f"{lines[-1]}{' ' if space else ''}{word}") <= room
            ):
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    @property
    def whole_tip(self) -> str:
        """What the tooltip shows: the words, where they are elided, and what was set with `setToolTip`."""
        return plain_tip("\n".join(filter(None, (self.text() if self.elided else "", self.toolTip()))))

    def minimumSizeHint(self) -> QSize:
        """Room for a few characters."""
        least = self.fontMetrics().averageCharWidth() * self.LEAST_CHARS
        return QSize(min(least, super().sizeHint().width()), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Show the whole of it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.whole_tip, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            "\n".join(self.shown_lines),
            self.foregroundRole(),
        )


class MarkupLabel(QLabel):
    """Our own markup; text of a file goes through `html.escape` first."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(text)


class _Growing(QLabel):
    """Words of several lines that ask for the height that they need.

    Where the words change all the time it does not get lower again until its width or font changes: what
    stands under it would jump.
    """

    def setText(self, text: str) -> None:
        """Show other words; room is made for them at once."""
        super().setText(text)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width other lines are needed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setMinimumHeight(0)
            self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """In another font, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumHeight(0)
            self._make_room()

    def _make_room(self) -> None:
        needed = self.heightForWidth(self.width())
        if self.wordWrap() and needed > self.minimumHeight():
            self.setMinimumHeight(needed)


class CaptionLabel(_Growing, PlainLabel):
    """Words under or over a picture, wrapped, as high as they need."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setWordWrap(True)


class MarkupCaptionLabel(_Growing, MarkupLabel):
    """The same with our own markup."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setWordWrap(True)


TIP_CHARS = 76
"""A line of a tooltip has so many characters at most; a wide one, as of Japanese, counts twice."""

_TAG = re.compile(r"<(?=\s*[A-Za-z/!?])|&(?=lt;)")
_JOINER = "\N{WORD JOINER}"


def plain_tip(text: str) -> str:
    """A tooltip that shows a text as it is, in lines that are not too long.

    It is no markup: screen readers tell a tooltip letter by letter, tags and all. Where Qt might take words
    of a file for markup, an invisible letter keeps it from that.
    """
    lines = "\n".join(_in_lines(line) for line in text.split("\n"))
    return _TAG.sub(rf"\g<0>{_JOINER}", lines)


def _in_lines(text: str) -> str:
    lines: list[str] = []
    long = 0
    for space, word in _UNIT.findall(text):
        more = f" {word}" if space else word
        long += _columns(more)
        if lines and long <= TIP_CHARS:
            lines[-1] += more
        else:
            lines.append(word)
            long = _columns(word)
    return "\n".join(lines)


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def capital(text: str) -> str:
    """Begin with a capital letter, and leave the rest as it is: names are written in capitals too."""
    return text[:1].upper() + text[1:]
