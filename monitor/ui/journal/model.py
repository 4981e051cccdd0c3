"""The rows of the table of alarms: the newest first, those alone that a filter lets through."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from assets.phrase import phrase
from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from models.scenario.wording import bed_words
from monitor.alarms.journaling.lines import Logged
from monitor.ui.kit.drawing.colours import priority_colour
from monitor.ui.kit.joins import bracketed, labelled
from monitor.ui.kit.language import named, tr
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.words import clock
from monitor.ui.report.words import SIGNS, history_words, lasted_words, lately, state_words

AnyIndex = QModelIndex | QPersistentModelIndex

COLUMNS = (
    phrase("When"),
    phrase("Priority"),
    phrase("Alarm"),
    phrase("Source"),
    phrase("In the record"),
    phrase("Lasted"),
    phrase("What became of it"),
)

ALARMS = (Priority.HIGH, Priority.MEDIUM, Priority.LOW)
"""The priorities that are shown at first: an advisory is no alarm."""


@dataclass(frozen=True)
class Filter:
    """What is shown.

    Attributes
    ----------
    priorities : tuple of Priority
        Of these alone.
    condition : Condition or None
        This one alone; None for all.
    source : str
        Of this source's name alone; empty for all.
    text : str
        With these words in it, whatever their case, in the window's language or in English.
    since : datetime or None
        From this moment on; None for all.
    session : str
        Of this start of the program alone; empty for all.
    """

    priorities: tuple[Priority, ...] = ALARMS
    condition: Condition | None = None
    source: str = ""
    text: str = ""
    since: datetime | None = None
    session: str = ""

    def accepts(self, logged: Logged) -> bool:
        """Whether an alarm is shown."""
        alarm = logged.alarm
        return (
            alarm.priority in self.priorities
            and (self.condition is None or alarm.condition is self.condition)
            and (not self.source or logged.name == self.source)
            and (self.since is None or logged.at >= self.since)
            and (not self.session or logged.id.startswith(self.session))
            and (not self.text or self.text.casefold() in _all_words(logged))
        )


def _all_words(logged: Logged) -> str:
    """What stands in the row, in the window's language, and the same in English."""
    alarm, seen = logged.alarm, logged.acknowledged
    by = seen.by if seen is not None else ""
    english = (alarm.in_full(), alarm.lead, alarm.source, logged.name, by, logged.state)
    shown = (tr(alarm.in_full()), named(bed_words(logged.name)), state_words(logged, now=True))
    return " ".join((*english, *shown)).casefold()


class JournalModel(QAbstractTableModel):
    """Logged alarms as a table; what does not change keeps its index.

    Parameters
    ----------
    theme : Theme
        Colours.
    session : str
        How the identities of the present start's alarms begin.
    """

    def __init__(self, theme: Theme, session: str) -> None:
        super().__init__()
        self.theme, self.session = theme, session
        self.filter = Filter()
        self._known: dict[str, Logged] = {}
        self._order: list[tuple[float, str]] = []  # of what is shown: newest first
        self.conditions: set[Condition] = set()
        self.sources: set[str] = set()

    # What the view asks ---------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Number of alarms that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Number of columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    @property
    def known(self) -> int:
        """Number of alarms, shown or not."""
        return len(self._known)

    def logged(self, row: int) -> Logged:
        """Alarm of a row."""
        return self._known[self._order[row][1]]

    def shown(self) -> list[Logged]:
        """All that are shown, the oldest first."""
        return [self._known[key] for _, key in reversed(self._order)]

    def row_of(self, key: str) -> int:
        """Row of an alarm; -1 where it is not shown."""
        logged = self._known.get(key)
        if logged is None:
            return -1
        place = self._place(logged)
        row = bisect_left(self._order, place)
        return row if row < len(self._order) and self._order[row] == place else -1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words and colours of a cell."""
        logged = self.logged(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(logged, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return labelled(tr(COLUMNS[index.column()]), self._words(logged, index.column()))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 1:
            return QColor(priority_colour(self.theme, logged.alarm.priority))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(labelled(tr(logged.alarm.in_full()), history_words(logged)))
        return None

    def _words(self, logged: Logged, column: int) -> str:
        alarm = logged.alarm
        match column:
            case 0:
                return lately(logged.at)
            case 1:
                return f"{SIGNS[alarm.priority]} {tr(alarm.priority.value)}"
            case 2:
                return bracketed(tr(alarm.in_full()), alarm.lead)
            case 3:
                return named(bed_words(logged.name))
            case 4:
                return clock(max(0.0, alarm.raised / logged.fs))
            case 5:
                return lasted_words(logged)
        return state_words(logged, now=logged.id.startswith(self.session))

    # What changes it ------------------------------------------------------------------------------

    @staticmethod
    def _place(logged: Logged) -> tuple[float, str]:
        return -logged.at.timestamp(), logged.id

    def take(self, logged: Logged) -> None:
        """Take an alarm that came, or to which something was added."""
        new = logged.id not in self._known
        row = self.row_of(logged.id)
        self._remember(logged)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        elif new and self.filter.accepts(logged):
            place = self._place(logged)
            row = bisect_left(self._order, place)
            self.beginInsertRows(QModelIndex(), row, row)
            self._order.insert(row, place)
            self.endInsertRows()

    def take_all(self, several: Iterable[Logged]) -> None:
        """Take many at once; of one that is known already, what is known stays."""
        for logged in several:
            if logged.id not in self._known:
                self._remember(logged)
        self.show_only(self.filter)

    def show_only(self, wanted: Filter) -> None:
        """Show what a filter lets through."""
        self.beginResetModel()
        self.filter = wanted
        self._order = sorted(self._place(one) for one in self._known.values() if wanted.accepts(one))
        self.endResetModel()

    def _remember(self, logged: Logged) -> None:
        self._known[logged.id] = logged
        self.conditions.add(logged.alarm.condition)
        self.sources.add(logged.name)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self.theme = theme
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(COLUMNS) - 1))


def ago(**time: float) -> datetime:
    """The moment that lies so far back."""
    return datetime.now(UTC) - timedelta(**time)
