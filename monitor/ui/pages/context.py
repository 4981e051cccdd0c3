"""What a page is given of the window: enough to do its work, and nothing of the window itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from models.alerts.events import Event
from models.patients.artefacts.noise import Noises
from monitor.retraining.home import Home
from monitor.stream.clock import check_pace
from monitor.stream.replay import MAX_SPEED
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.pages.actions.table import ACTIONS
from monitor.ui.pages.messages import Message, MessageQueue, Weight
from monitor.ui.pages.settings import Settings
from monitor.ui.session.keeping.journal import SessionJournal
from monitor.ui.session.keeping.marks import UserMarks
from monitor.ui.session.keeping.publishing import Publishing
from monitor.ui.session.keeping.recording import Recording
from monitor.ui.session.session import Session
from monitor.ui.session.ward import WardAlarms

ALARMS = "alarms"
"""Folder of the journal of alarms, within the user's."""

MARKS = "marks"
"""Topic of what is said of marks: the newest sentence holds."""


class Context(QObject):
    """What is being watched, what the user keeps, and three things to ask of whoever shows the pages.

    Parameters
    ----------
    session : Session
        What is being watched.
    settings : Settings
        What is remembered from one start to the next.
    home : Home
        The user's own weights and marks.
    data_dir : Path or None
        Local mirror, looked in before anything is downloaded.
    theme : Theme
        Colours at the start.

    Attributes
    ----------
    messages : MessageQueue
        What is said to the user.
    actions : dict of str to QAction
        Everything a user can do, by the names of `monitor.ui.pages.actions.table.ACTIONS`.
    marks : UserMarks
        The user's marks; every page changes them through here.
    recording : Recording
        Whether what is watched is recorded, and where.
    journal : SessionJournal
        What happened to the alarms, kept.
    ward : WardAlarms
        The alarms of the beds of a ward, if there is one.
    page : str
        Name of the page shown.
    reviewed : Event or None
        The alert that the user looks at.
    speed : float
        Replay speed, of the record that is on and of the next one.
    """

    review_asked = Signal(object)
    page_asked = Signal(str)
    theme_changed = Signal(object)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        home: Home,
        data_dir: Path | None,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.settings = settings
        self.home = home
        self.data_dir = data_dir
        session.artefacts.noises = Noises(data_dir)
        session.artefacts.failed.connect(self.fail)
        self.theme = theme
        self.messages = MessageQueue(self)
        self.actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = self.actions[spec.name] = QAction(self)
            action.setObjectName(spec.name)
            action.setShortcut(spec.shortcut)
            action.setCheckable(spec.checkable)
        self.name_actions()
        self.marks = UserMarks(home.marks, partial(self.say, topic=MARKS), self.fail, self)
        self.recording = Recording(session, self)
        self.publishing = Publishing(session, self)
        self.journal = SessionJournal(session, home.folder / ALARMS, self)
        self.ward = WardAlarms(session, self.journal, self)
        self.page = ""
        self.reviewed: Event | None = None
        self.speed = 1.0
        session.opened.connect(self._forget)

    def name_actions(self) -> None:
        """Name everything that a user can do in the language that is spoken."""
        for spec in ACTIONS:
            self.actions[spec.name].setText(tr(spec.text))
            self.actions[spec.name].setStatusTip(tr(spec.help))

    def _forget(self) -> None:
        # An alert of one record can never be marked in another.
        self.reviewed = None
        self.messages.forget_record()

    def say(self, sentence: str, *, of_record: bool = False, topic: str = "") -> None:
        """Tell the user something that does not get in the way of the trace; it goes by itself.

        Parameters
        ----------
        sentence : str
            What is said.
        of_record : bool
            Whether it is about what is watched now, and goes when something else is.
        topic : str
            What it is about, where a newer sentence about the same takes its place at once.
        """
        self.messages.say(Message(tr(sentence), Weight.PASSING, of_record, topic))

    def fail(self, sentence: str, *, of_record: bool = False) -> None:
        """Tell the user what could not be done; it stays until it is closed, or, once read, another comes."""
        self.messages.say(Message(tr(sentence), Weight.ERROR, of_record))

    def review(self, event: Event) -> None:
        """Show an alert with its surroundings; the stream goes on."""
        self.reviewed = event
        self.review_asked.emit(event)

    def show_page(self, name: str, *_: object) -> None:
        """Show a page by its name in `monitor.ui.pages.actions.pages.PAGE_SPECS`."""
        self.page_asked.emit(name)

    def set_speed(self, speed: float) -> None:
        """Replay at `speed`, a multiple of real time, now and when a record is opened.

        A speed that is refused, as by a live source, which has its own, is not kept.

        Raises
        ------
        ValueError
            If no record can be replayed so fast or so slowly.
        """
        if speed != MAX_SPEED:
            check_pace(speed)
        self.session.set_speed(speed)
        replay = self.session.replay
        self.speed = speed if replay is None else replay.speed

    def set_theme(self, theme: Theme) -> None:
        """Change all colours."""
        self.theme = theme
        self.theme_changed.emit(theme)
