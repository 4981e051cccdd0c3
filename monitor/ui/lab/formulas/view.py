"""A formula on the screen: typeset, in the theme's colour, wrapped between its pieces, and copied as text."""

from __future__ import annotations

import base64
import math
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import Role
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.lab.formulas.spoken import plain
from monitor.ui.lab.formulas.typeset import FORMULA_PX, Typeset, Typesetter

BETWEEN_PX, LINE_PX = 28, 6
"""Room between two pieces side by side, and between two lines, in logical pixels."""

USUAL_PX, MOST_PX = 400, 1_000
"""A formula in plain text likes to be as wide as the first, and is less high than the second."""

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class FormulaView(Themed):
    """A formula; in plain text until it is typeset.

    Parameters
    ----------
    theme : Theme
        Colours.
    source : str
        In the user's language, with mathtext between dollar signs; a line is a piece that is never broken.
    """

    SPOKEN = Role.Equation

    typeset = Signal()
    """It is there now, and may need another height."""

    def __init__(self, theme: Theme, source: str) -> None:
        super().__init__(theme)
        self._source = source
        self.pieces: list[Typeset] = []
        self._thread: Typesetter | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(plain(source))

    def text(self) -> str:
        """Give the formula's source."""
        return self._source

    # Typesetting ----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Typeset what is seen for the first time."""
        super().showEvent(event)
        if not self.pieces:
            self._typeset()

    def event(self, event: QEvent) -> bool:
        """Typeset anew for a screen of other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self.pieces:
            self._typeset()
        return super().event(event)

    def _typeset(self) -> None:
        if self._thread is None:
            self._thread = Typesetter(self._source, self.devicePixelRatioF())
            self._thread.made.connect(self._on_made)
            self._thread.start()

    def _on_made(self, found: list[Typeset]) -> None:
        self._thread = None
        self.pieces = found
        self.updateGeometry()
        self.update()
        self.typeset.emit()

    def stop(self) -> None:
        """Typeset no further."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()

    # Room -----------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Where there is little width, pieces stand one below the other."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines."""
        if not self.pieces:
            room = QRect(0, 0, max(width, 1), MOST_PX)
            return self.fontMetrics().boundingRect(room, _WRAP, self.accessibleName()).height()
        return round(_flow(self.pieces, width)[1] + 0.5)

    def sizeHint(self) -> QSize:
        """All pieces in one line."""
        width = sum(math.ceil(piece.width) + BETWEEN_PX for piece in self.pieces) or USUAL_PX
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It wraps and shrinks with the width."""
        return QSize(60, FORMULA_PX + LINE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pieces."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.pieces:
            painter.setPen(QColor(self.theme.dim))
            painter.drawText(self.rect(), _WRAP, self.accessibleName())
            return
        ratio = self.devicePixelRatioF()
        for piece, place in zip(self.pieces, _flow(self.pieces, self.width())[0], strict=True):
            image = piece.image(self.theme.text)
            if place.width() < piece.width:
                painter.drawImage(place, image)
            else:  # pixel upon pixel, else it blurs
                at = QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio)
                painter.drawImage(at, image)

    # Copying --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy it, as text is copied elsewhere."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_tex()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy it."""
        menu = QMenu(self)
        menu.addAction(tr("Copy as TeX"), self.copy_tex)
        menu.addAction(tr("Copy as plain text"), self.copy_text)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def copy_tex(self) -> None:
        """Put the source on the clipboard."""
        QGuiApplication.clipboard().setText(self._source)

    def copy_text(self) -> None:
        """Put it on the clipboard as plain text."""
        QGuiApplication.clipboard().setText(plain(self._source))


class FormulaTip(QObject):
    """A tooltip of words with a formula below them.

    Parameters
    ----------
    owner : QWidget
        Whose tooltip it is; it holds this object.
    themed : Themed
        A part of it, whose colours the formula takes.
    words : str
        Plain text above the formula.
    source : str
        The formula.
    """

    def __init__(self, owner: QWidget, themed: Themed, words: str, source: str) -> None:
        super().__init__(owner)
        self._owner, self._themed, self._words, self._source = owner, themed, words, source
        self._pieces: list[Typeset] = []
        self._thread: Typesetter | None = None
        self._at: QPoint | None = None
        owner.installEventFilter(self)
        owner.setAccessibleDescription(f"{words} {plain(source)}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show it where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self.show_at(event.globalPos())
            return True
        if event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._at = None
        return super().eventFilter(watched, event)

    def show_at(self, place: QPoint) -> None:
        """Show it at a place of the screen, as soon as the formula is typeset."""
        self._at = place
        if self._pieces:
            QToolTip.showText(place, self.html, self._owner)
        elif self._thread is None:
            self._thread = Typesetter(self._source, self._owner.devicePixelRatioF())
            self._thread.made.connect(self._on_made)
            self._thread.start()

    def _on_made(self, found: list[Typeset]) -> None:
        self._thread, self._pieces = None, found
        if self._at is not None:
            QToolTip.showText(self._at, self.html, self._owner)

    def stop(self) -> None:
        """Typeset no further."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()

    @property
    def html(self) -> str:
        """What it shows: the words, and a picture a piece."""
        pictures = "".join(f"<br>{_tag(piece, self._themed.theme.text)}" for piece in self._pieces)
        return f"<qt>{escape(self._words)}{pictures}</qt>"


def _tag(piece: Typeset, colour: str) -> str:
    """Write a piece as a picture of a text with markup."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(piece.image(colour))
    data = base64.b64encode(buffer.data().data()).decode("ascii")
    size = f'width="{round(piece.width)}" height="{round(piece.height)}"'
    return f'<img src="data:image/png;base64,{data}" {size}>'


def _flow(found: Sequence[Typeset], width: float) -> tuple[list[QRectF], float]:
    """Places of the pieces, on common lines of writing, in logical pixels; and the height of all lines."""
    sizes = []
    for piece in found:
        scale = min(1.0, max(width, 1) / piece.width)
        sizes.append((piece.width * scale, piece.height * scale, piece.depth * scale))
    lines: list[list[int]] = []
    right = 0.0
    for i, (wide, _, _) in enumerate(sizes):
        if not lines or right + BETWEEN_PX + wide > width:
            lines.append([])
            right = -BETWEEN_PX
        lines[-1].append(i)
        right += BETWEEN_PX + wide
    places, top = [], 0.0
    for line in lines:
        above = max(sizes[i][1] - sizes[i][2] for i in line)
        left = 0.0
        for i in line:
            wide, tall, depth = sizes[i]
            places.append(QRectF(left, top + above - (tall - depth), wide, tall))
            left += wide + BETWEEN_PX
        top += above + max(sizes[i][2] for i in line) + LINE_PX
    return places, max(top - LINE_PX, 0.0)
