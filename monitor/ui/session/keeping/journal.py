"""The journal of the alarms of a session: it hears what happens to them, and gets the signal around."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.alarms.limits import Limits
from monitor.alarms.journal import Journal
from monitor.alarms.journaling.feed import Feed
from monitor.alarms.lifecycle import Entry
from monitor.ui.session.session import Session


class SessionJournal(QObject):
    """Keeps the journal while a session runs.

    ``changed`` carries the identity of an alarm to which something was added.

    Parameters
    ----------
    session : Session
        Whose alarms.
    folder : Path
        Where the journal lies.
    """

    changed = Signal(str)

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.journal = Journal(folder)
        self.journal.changed = self.changed.emit  # from the journal's thread too: Qt queues it
        self._feed: Feed | None = None
        session.opened.connect(self._watch)
        session.alarms.told.connect(self._tell)
        session.head_moved.connect(self._advance)
        session.pass_started.connect(self._leave)
        session.closing.connect(self._leave)

    @property
    def problem(self) -> str:
        """Why nothing can be written; empty while all is well."""
        return self.journal.problem

    def close(self) -> None:
        """Write what is left."""
        self._leave()
        self.journal.changed = lambda key: None
        self.journal.close()

    def _watch(self) -> None:
        info, history = self._session.info, self._session.history
        self._feed = None
        if info is not None and history is not None:
            self._feed = self.journal.feed(info, history.between, self._limits)

    def _limits(self) -> Limits:
        return self._session.alarms.set_up.limits

    def _tell(self, entry: Entry) -> None:
        if self._feed is not None:
            self._feed.tell(entry)

    def _advance(self) -> None:
        if self._feed is not None:
            self._feed.advance(self._session.head)

    def _leave(self) -> None:
        if self._feed is not None:
            self._feed.leave()
