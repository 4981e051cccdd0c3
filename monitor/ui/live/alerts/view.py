"""How the lines of the list of alerts are drawn, and what the user does with them."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygon,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from assets.phrase import phrase
from models.alerts.kinds import Kind
from models.contract.marks import NORMAL
from monitor.ui.kit.drawing.colours import event_colour
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import BODY, SMALL, Theme
from monitor.ui.kit.words import clock, measure
from monitor.ui.live.alerts.model import AlertModel, AnyIndex
from monitor.ui.strips.signs.marks import mark_shape
from monitor.ui.strips.signs.verdicts import SIGN_PX, draw_sign

ROW_PX = 38
SHORT_ROW_PX = 24
"""Height of a line, and of one in a list that has little room: it leaves out what speaks for the alert."""


TICK_PX = 9
"""Size of the tick beside the dot of what is marked as normal, in logical pixels."""

APART_PX = 8
"""Between a title and the time beside it, in logical pixels."""

SHORTER = {Kind.FLUTTER: (phrase("V. flutter or fibrillation?"), phrase("VFl or VF?"))}
"""What a kind is called where there is no room for its title, the longest first."""

REST_S = 3.0
"""A list that follows stands still for so long after the pointer has moved over it, in seconds: a click must
hit what was aimed at."""


class AlertDelegate(QStyledItemDelegate):
    """A dot, what it is, when, and below what speaks for it.

    A group has a triangle in place of the dot; an urgent alert has a diamond, and its title is bold.
    """

    def __init__(self, theme: Theme, model: AlertModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.head = 0
        self.short = False
        self._model = model

    @property
    def row_px(self) -> int:
        """Height of every line."""
        return SHORT_ROW_PX if self.short else ROW_PX

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one line; what is still to come is dim."""
        model, t = self._model, self.theme
        line = model.line(index.row())
        event, group = line.event, line.group
        rect: QRect = option.rect.adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(t.raised))
            painter.drawRoundedRect(rect, 5, 5)
        left = rect.left() + (20 if line.member else 8)
        urgent = next((e for e in group.events if e.urgent), event) if group is not None else event
        painter.setBrush(QColor(event_colour(t, urgent)))
        middle = rect.top() + (rect.height() // 2 if self.short else 11)
        verdict = model.verdict(event) if group is None else None
        if verdict is not None:
            draw_sign(painter, t, verdict, left + 4, middle, SIGN_PX)
        elif group is None and event.urgent:
            painter.drawPolygon(_diamond(left + 4, middle))
        elif group is None:
            painter.drawEllipse(left, middle - 4, 8, 8)
        else:
            painter.drawPolygon(_triangle(left + 4, middle, line.opened))
        if model.marked(line) == (len(group.events) if group is not None else 1):
            draw_tick(painter, t, left + 14, middle)
        words = rect.adjusted(left - rect.left() + 20, 0 if self.short else 2, -8, 0 if self.short else -2)
        top = QRect(words.left(), words.top(), words.width(), words.height() // (1 if self.short else 2))
        when = clock(event.peak / model.fs) if group is None else model.lasts(group)
        count = "" if group is None else f"  × {len(group.events)}"
        under = measure(event, model.fs) if group is None else when
        said = model.share_true(group) if group is not None else verdict
        if said:
            under = f"{said} · {under}"
        if model.several_leads and event.lead:
            under = f"{event.lead} · {under}"
        if event is model.going_on:
            under = tr("going on · {under}").format(under=under)
        rights = ("",) if group is not None and not self.short else (when, *model.shorter(group))
        ink = QColor(t.dim if event.start > self.head else t.text)
        font = QFont(option.font)
        times = QFont(option.font)
        times.setPixelSize(BODY if group is None or not self.short else SMALL)
        font.setPixelSize(BODY)
        font.setBold(urgent.urgent)
        ours, theirs = QFontMetrics(font), QFontMetrics(times)
        taken = ours.horizontalAdvance(count)
        if self.short:  # the time has no other line
            taken += APART_PX + theirs.horizontalAdvance(rights[-1])
        title = fitting_title(event.kind, top.width() - taken, ours)
        if group is None and not self.short and not beside(title, when, top.width(), ours, theirs):
            # A long title has the line for itself; the time is said below.
            rights, under = ("",), f"{when} · {under}"
        what, right = fitting(title, count, rights, top.width(), ours, theirs)
        painter.setFont(times)
        painter.setPen(QColor(t.dim))
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(top, centre | Qt.AlignmentFlag.AlignRight, right)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(top, centre, what)
        if not self.short:
            font.setPixelSize(SMALL)
            font.setBold(False)
            painter.setFont(font)
            painter.setPen(QColor(t.dim))
            below = top.translated(0, top.height())
            painter.drawText(
                below,
                centre,
                painter.fontMetrics().elidedText(under, Qt.TextElideMode.ElideRight, below.width()),
            )
        painter.restore()


def draw_tick(painter: QPainter, theme: Theme, x: float, y: float) -> None:
    """Draw the sign of what is marked as normal for this patient, as it is on the strips."""
    painter.save()
    painter.translate(x, y)
    painter.scale(TICK_PX, TICK_PX)
    painter.setPen(QPen(QColor(theme.text), 1.6 / TICK_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(mark_shape(NORMAL))
    painter.restore()


def fitting(
    title: str, count: str, rights: Sequence[str], room: int, ours: QFontMetrics, theirs: QFontMetrics
) -> tuple[str, str]:
    """Choose what a line says within `room` pixels: the count is never left out.

    Parameters
    ----------
    title, count : str
        What it is, and how often; the title is elided where it must be.
    rights : sequence of str
        When it was, from the longest way to say it to the shortest; the first beside which the title fits.
    room : int
        Width of the line in pixels.
    ours, theirs : QFontMetrics
        Of title and count, and of the times.

    Returns
    -------
    tuple of str
        Title with count, and times.
    """

    def left(right: str) -> int:
        taken = theirs.horizontalAdvance(right) + APART_PX if right else 0
        return room - taken - ours.horizontalAdvance(count)

    whole = ours.horizontalAdvance(title)
    right = next((right for right in rights if whole <= left(right)), rights[-1])
    return ours.elidedText(title, Qt.TextElideMode.ElideRight, left(right)) + count, right


def fitting_title(kind: Kind, room: int, metrics: QFontMetrics) -> str:
    """A kind's title, or a shorter one where there is no room for it in so many pixels."""
    titles = (tr(kind.title), *(tr(words) for words in SHORTER.get(kind, ())))
    return next((title for title in titles if metrics.horizontalAdvance(title) <= room), titles[-1])


def beside(title: str, when: str, room: int, ours: QFontMetrics, theirs: QFontMetrics) -> bool:
    """Whether a title and the time have room in one line of so many pixels."""
    return ours.horizontalAdvance(title) + APART_PX + theirs.horizontalAdvance(when) <= room


def _triangle(x: int, y: int, opened: bool) -> QPolygon:
    """Points right while a group is closed, and down once it is open."""
    if opened:
        return QPolygon([QPoint(x - 5, y - 3), QPoint(x + 5, y - 3), QPoint(x, y + 4)])
    return QPolygon([QPoint(x - 3, y - 5), QPoint(x - 3, y + 5), QPoint(x + 4, y)])


def _diamond(x: int, y: int) -> QPolygon:
    """The sign of an urgent alert."""
    return QPolygon([QPoint(x - 6, y), QPoint(x, y - 6), QPoint(x + 6, y), QPoint(x, y + 6)])


class AlertView(QTableView):
    """The lines; it tells which is asked for, and that the user looks elsewhere than at the present."""

    asked = Signal(int)
    looked_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        # A table of one column: a list view asks its model for every line each time that one has come.
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.set_row_px(ROW_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Alerts, newest first"))
        self.clicked.connect(lambda index: self.asked.emit(index.row()))
        self.verticalScrollBar().sliderPressed.connect(self.looked_away)
        self.verticalScrollBar().actionTriggered.connect(lambda *_: self.looked_away.emit())
        self._moved = -REST_S

    def set_row_px(self, row_px: int) -> None:
        """Make every line so high."""
        self.verticalHeader().setDefaultSectionSize(row_px)

    @property
    def aimed_at(self) -> bool:
        """Whether the pointer has just moved over the lines."""
        return self.viewport().underMouse() and time.monotonic() - self._moved < REST_S

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Note that somebody aims at something."""
        self._moved = time.monotonic()
        super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel looks elsewhere."""
        self.looked_away.emit()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for the line that the arrows have reached."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.asked.emit(self.currentIndex().row())
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() != before:
            self.looked_away.emit()
