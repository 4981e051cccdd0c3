"""The lines of the list of alerts: the newest first, repeats as one line, of some kinds and leads only."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.contract.marks import NORMAL
from monitor.alerts.comparison import Verdict
from monitor.alerts.groups import APART_S, Group, Grouping, Key
from monitor.alerts.log import AlertLog
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.words import clock, measure
from monitor.ui.session.keeping.marks import UserMarks

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Line:
    """A line of the list.

    Attributes
    ----------
    event : Event
        The alert; of a group the first in time.
    group : Group or None
        The repeats that the line stands for, None for a single alert.
    member : bool
        Whether it is one of the alerts of the open group above it.
    opened : bool
        Whether the group is open.
    """

    event: Event
    group: Group | None = None
    member: bool = False
    opened: bool = False

    def same(self, other: Line) -> bool:
        """Whether it stands for the same, though that may have grown."""
        if self.group is not None and other.group is not None:
            return self.group.key == other.group.key
        if self.group is not other.group or self.member != other.member:
            return False
        # One that goes on is told anew as it grows.
        mine, its = self.event, other.event
        return mine is its or (mine.kind, mine.start, mine.analysis) == (its.kind, its.start, its.analysis)


@dataclass(frozen=True)
class Change:
    """What a refresh did to the lines: from `row` on, `removed` went and `inserted` came."""

    row: int = 0
    removed: int = 0
    inserted: int = 0


class AlertModel(QAbstractListModel):
    """The lines of a log, brought up to date by `refresh`; what did not change keeps its index.

    Parameters
    ----------
    log : AlertLog
        The alerts.
    """

    def __init__(self, log: AlertLog) -> None:
        super().__init__()
        self._log = log
        self.fs = 360.0
        self.kind: Kind | None = None
        """Show this kind alone; None for all."""
        self.lead: str | None = None
        """Show alerts of this lead alone; None for all."""
        self.verdict: Callable[[Event], Verdict | None] = lambda event: None
        """What the reference annotations say of an alert; None where nothing is compared."""
        self.marks: UserMarks | None = None
        """The user's marks; an alert whose beats are marked as normal for the patient is told apart."""
        self.several_leads = False
        """Whether the log holds alerts of several leads."""
        self.events: list[Event] = []
        """The alerts that the lines stand for, in the order of time."""
        self.going_on: Event | None = None
        """The one of them that is not over."""
        self._grouping = Grouping(APART_S * self.fs)
        self._opened: set[Key] = set()
        self._peeked: Key | None = None
        self._laid: list[tuple[Group, list[Line]]] = []
        self._lines: list[Line] = []

    # What the view asks ---------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def line(self, row: int) -> Line:
        """Line of a row."""
        return self._lines[row]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, and its words for screen readers."""
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            if line.group is not None:
                words = tr("{words}: click to close") if line.opened else tr("{words}: click to see each")
                return plain_tip(words.format(words=self.words(line)))
            why = tr(line.event.why())
            return plain_tip(tr("{what}: {why}").format(what=self.words(line), why=why))
        return None

    def words(self, line: Line) -> str:
        """A line in words."""
        event = line.event
        lead = tr(" in {lead}").format(lead=event.lead) if self.several_leads and event.lead else ""
        if line.group is not None:
            share = self.share_true(line.group)
            told = tr(", {share} by the annotations").format(share=share) if share else ""
            n = self.marked(line)
            told += tr(", {n} marked as normal").format(n=n) if n else ""
            what = f"{tr(event.kind.title)}{lead} × {len(line.group.events)}"
            return listed((what, self.lasts(line.group))) + told
        said = self.verdict(event)
        told = tr(", {said} by the annotations").format(said=said) if said is not None else ""
        told += tr(", marked as normal") if self.marked(line) else ""
        what = f"{tr(event.kind.title)}{lead}"
        return listed((what, clock(event.peak / self.fs), measure(event, self.fs))) + told

    def marked(self, line: Line) -> int:
        """How many of the alerts of a line the user has marked as normal for this patient."""
        events = line.group.events if line.group is not None else [line.event]
        if self.marks is None:
            return 0
        first, last = events[0], events[-1]
        end = max(event.end for event in events) + last.offset
        found = self.marks.between(first.source, first.start + first.offset, end)
        at = [mark.sample for mark in found if mark.mark == NORMAL]
        if not at:
            return 0
        return sum(any(e.start <= sample - e.offset <= e.end for sample in at) for e in events)

    def share_true(self, group: Group) -> str:
        """How many of a group are true, in words; empty where nothing is compared."""
        said = [self.verdict(event) for event in group.events]
        known = [one for one in said if one is not None]
        return tr("{count} of {n} true").format(count=known.count(Verdict.HIT), n=len(known)) if known else ""

    def told_anew(self) -> None:
        """Something else is said of the alerts: every line is to be drawn again."""
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def lasts(self, group: Group) -> str:
        """From when to when a group lasts, in words."""
        first, last = group.events[0], group.events[-1]
        return tr("{clock} to {clock_2}").format(
            clock=clock(first.peak / self.fs, 0), clock_2=clock(last.peak / self.fs, 0)
        )

    def shorter(self, group: Group | None) -> tuple[str, ...]:
        """Shorter ways to say when a group was, the shortest last: where it began alone."""
        if group is None:
            return ()
        return self.lasts(group).replace(" to ", "–"), clock(group.events[0].peak / self.fs, 0)

    def row_of(self, event: Event) -> int:
        """Row of an alert, or of the closed group that holds it; -1 where it is not listed."""
        for row, line in enumerate(self._lines):
            if line.group is None:
                if line.event is event or line.event == event:
                    return row
            elif not line.opened and line.event.start <= event.start <= line.group.events[-1].start:
                if any(e is event or e == event for e in line.group.events):
                    return row
        return -1

    def row_at(self, sample: float) -> int:
        """Row of the newest line that began at a sample or before it; the number of rows if none did."""
        lines = self._lines
        return next((row for row, line in enumerate(lines) if line.event.start <= sample), len(lines))

    # What changes the lines -----------------------------------------------------------------------

    def start_over(self) -> None:
        """Another record: nothing is left out, no group is open."""
        self.kind = self.lead = self._peeked = None
        self._opened.clear()

    def refresh(self, fs: float, going_on: Event | None = None) -> Change:
        """Take over what is in the log now, and the alert that goes on.

        Parameters
        ----------
        fs : float
            The source's sampling frequency in Hz.
        going_on : Event or None
            It is not in the log yet: it stands where it will stand there.
        """
        if fs != self.fs:
            self.fs = fs
            self._grouping = Grouping(APART_S * fs)
        log = list(self._log)
        if going_on is not None:
            insort(log, going_on, key=attrgetter("start"))
        self.going_on = going_on
        self.several_leads = len({event.lead for event in log}) > 1
        if self.kind is not None or self.lead is not None:
            kind, lead = self.kind, self.lead
            log = [e for e in log if kind in (None, e.kind) and lead in (None, e.lead)]
        self.events = log
        return self._arrange(self._grouping.take(log))

    def toggle(self, row: int) -> Change:
        """Open the group of a row, or close it."""
        group = self._lines[row].group
        if group is None:
            return Change()
        if group.key in self._opened or group.key == self._peeked:
            self._opened.discard(group.key)
            self._peeked = None if group.key == self._peeked else self._peeked
        else:
            self._opened.add(group.key)
        return self._arrange()

    def reveal(self, event: Event) -> Change:
        """Let an alert be seen: its group opens, until another alert is revealed."""
        holds = (g for g in self._grouping.groups if g.events[0].start <= event.start <= g.events[-1].start)
        group = next((g for g in holds if event in g.events), None)
        known = group is None or not group.repeats or group.key in self._opened
        self._peeked = None if known or group is None else group.key
        return self._arrange()

    def _is_open(self, group: Group) -> bool:
        return group.repeats and (group.key in self._opened or group.key == self._peeked)

    def _arrange(self, kept: int = 0) -> Change:
        """Lay the lines out anew but for those of the first `kept` groups; tell views of what differs."""
        groups, old = self._grouping.groups, self._lines
        # Only the last groups differ, mostly; at thousands of alerts that is what counts.
        gone = self._laid[kept:]
        self._laid[kept:] = [(group, _lines(group, self._is_open(group))) for group in groups[kept:]]
        bottom = len(old) - sum(len(lines) for _, lines in gone)
        come = [line for _, lines in reversed(self._laid[kept:]) for line in lines]
        new = come + old[len(old) - bottom :]
        rest = min(len(old), len(new)) - bottom
        top = next((i for i in range(rest) if not old[i].same(new[i])), rest)
        more = range(bottom, bottom + rest - top)
        bottom = next((i for i in more if not old[-1 - i].same(new[-1 - i])), more.stop)
        removed, inserted = len(old) - top - bottom, len(new) - top - bottom
        if removed:
            self.beginRemoveRows(QModelIndex(), top, top + removed - 1)
            self._lines = old[:top] + old[top + removed :]
            self.endRemoveRows()
        if inserted:
            self.beginInsertRows(QModelIndex(), top, top + inserted - 1)
        self._lines = new
        if inserted:
            self.endInsertRows()
        if come:
            # A group may have grown, or have been opened, without another line.
            self.dataChanged.emit(self.index(0), self.index(len(come) - 1))
        return Change(top, removed, inserted)


def _lines(group: Group, opened: bool) -> list[Line]:
    """Lines of a group, the newest first."""
    newest_first = reversed(group.events)
    if not group.repeats:
        return [Line(event) for event in newest_first]
    head = Line(group.events[0], group, opened=opened)
    return [head, *(Line(event, member=True) for event in newest_first)] if opened else [head]
