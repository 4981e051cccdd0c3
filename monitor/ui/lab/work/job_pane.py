"""What all panes share that have work done in a process of its own: a button begins it, another ends it."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtWidgets import QPushButton

from assets.phrase import phrase
from models.contract.messages.commands import Command
from models.contract.messages.message import Message
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.work.doing import in_words
from monitor.ui.lab.work.job import Job

STARTING = phrase("starting: it loads in a process of its own…")


class JobPane(Pane):
    """Base of panes with a piece of work that a button begins and another one ends.

    Attributes
    ----------
    job : Job or None
        The work under way, paused or not.
    where : QLabel
        How far it has come, in words.
    """

    work = phrase("The work")

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.job: Job | None = None
        self.where = small(tr("not started"))
        self.start_button = QPushButton(tr("Start"))
        self.start_button.setObjectName("primary")
        self.start_button.clicked.connect(self.start)
        self.stop_button = button(tr("Stop"), self.stop)
        self.stop_button.setEnabled(False)
        self._at = ""

    @property
    def running(self) -> bool:
        """Whether work is under way, paused or not."""
        return self.job is not None

    def start(self) -> None:
        """Begin from scratch."""
        self.say("")
        self.stop()
        self.began()
        job = Job(self.command(), self)
        job.told.connect(self._on_told)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        self.job, self._at = job, ""
        self.where.setText(tr(STARTING))
        job.start()
        self.changed()

    def stop(self) -> None:
        """End the work; what has come of it so far stays on the screen."""
        job, self.job = self.job, None
        if job is not None:
            job.stop()
            job.deleteLater()
            self.where.setText(tr("stopped in {at}").format(at=self._at) if self._at else tr("stopped"))
        self.changed()

    def _on_told(self, message: Message) -> None:
        at = in_words(self.told(message))
        if at:
            self._at = at
            self.where.setText(at)

    def _on_failed(self, why: str) -> None:
        self.say(tr("{work} stopped: {why}").format(work=tr(self.work), why=tr(why)))
        self.where.setText(tr("stopped"))

    def _on_ended(self) -> None:
        job, self.job = self.job, None
        if job is not None:
            job.deleteLater()
        self.changed()

    # What the panes add ---------------------------------------------------------------------------

    @abstractmethod
    def command(self) -> Command:
        """Give what shall be done."""

    def began(self) -> None:
        """Make room for new results."""

    @abstractmethod
    def told(self, message: Message) -> str:
        """Show what the work tells; give how far it has come in words, or nothing."""

    def changed(self) -> None:
        """Show whether work is under way."""
        self.stop_button.setEnabled(self.running)
