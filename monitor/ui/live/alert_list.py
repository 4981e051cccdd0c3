"""The list of alerts: when, what, how strong, how long."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from models.alerts.events import Event
from monitor.alarms.log import AlertLog
from monitor.ui.kit.colours import event_colour
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import BODY, SMALL, Theme
from monitor.ui.kit.words import clock, measure

EventRole = int(Qt.ItemDataRole.UserRole)
ROW_PX = 38

AnyIndex = QModelIndex | QPersistentModelIndex


class AlertModel(QAbstractListModel):
    """The newest alert first."""

    def __init__(self, log: AlertLog) -> None:
        super().__init__()
        self._log = log
        self.fs = 360.0

    def refresh(self) -> None:
        """Take over what is in the log now."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Number of alerts."""
        return 0 if parent is not None and parent.isValid() else len(self._log)

    def event_at(self, row: int) -> Event:
        """Alert of a row."""
        return self._log[len(self._log) - 1 - row]

    def row_of(self, event: Event) -> int:
        """Row of an alert, -1 where it is not listed."""
        for row in range(len(self._log)):
            if self.event_at(row) == event:
                return row
        return -1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The alert, and its words for screen readers."""
        event = self.event_at(index.row())
        if role == EventRole:
            return event
        words = f"{event.kind.title}, {clock(event.peak / self.fs)}, {measure(event, self.fs)}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{words}: {event.why()}"
        return None


class AlertDelegate(QStyledItemDelegate):
    """Two lines an alert, a dot before them and the time behind."""

    def __init__(self, theme: Theme, model: AlertModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Every row is as high as the next."""
        return QSize(100, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one alert."""
        event: Event = index.data(EventRole)
        t = self.theme
        rect: QRect = option.rect.adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.raised))
            painter.drawRoundedRect(rect, 5, 5)
        colour = event_colour(t, event)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(rect.left() + 8, rect.top() + 7, 8, 8)
        font = QFont(option.font)
        words = rect.adjusted(28, 2, -8, -2)
        font.setPixelSize(BODY)
        painter.setFont(font)
        painter.setPen(QColor(t.text))
        top = QRect(words.left(), words.top(), words.width(), words.height() // 2)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, event.kind.title)
        painter.setPen(QColor(t.dim))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(top, right, clock(event.peak / self._model.fs))
        font.setPixelSize(SMALL)
        painter.setFont(font)
        below = top.translated(0, top.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, measure(event, self._model.fs))
        painter.restore()


class AlertPanel(QFrame):
    """The list with its heading."""

    chosen = Signal(object)

    def __init__(self, log: AlertLog, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._model = AlertModel(log)
        self._selected: Event | None = None
        title, self._count = PlainLabel("Alerts"), PlainLabel()
        title.setObjectName("title")
        self._count.setObjectName("dim")
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 4)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._count)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setUniformItemSizes(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setAccessibleName("Alerts, newest first")
        self._delegate = AlertDelegate(theme, self._model, self._view)
        self._view.setItemDelegate(self._delegate)
        self._view.clicked.connect(self._choose)
        self._view.activated.connect(self._choose)
        self._empty = PlainLabel("No alert so far.")
        self._empty.setObjectName("note")
        self._empty.setContentsMargins(16, 4, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self._view, 1)
        self.refresh(360.0)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._delegate.theme = theme
        self._view.viewport().update()

    def refresh(self, fs: float) -> None:
        """Show the log as it is now, `fs` being the record's sampling frequency in Hz."""
        self._model.fs = fs
        self._model.refresh()
        n = self._model.rowCount()
        self._count.setText(str(n) if n else "")
        self._empty.setVisible(not n)
        if self._selected is not None:
            self.select(self._selected)

    def select(self, event: Event) -> None:
        """Select the row of an alert."""
        self._selected = event
        row = self._model.row_of(event)
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        self._selected = index.data(EventRole)
        self.chosen.emit(self._selected)
