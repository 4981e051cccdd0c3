"""What all panes share that have work done on MNIST: they bring it first, and leave nothing running."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from models.contract.messages import Command, Message
from monitor.ui.kit.parts import button, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.job import Job
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState

STARTING = "starting: it loads in a process of its own…"


class WorkPane(Pane):
    """Base of panes with a piece of work that a button begins and another one ends.

    Attributes
    ----------
    job : Job or None
        The work under way, paused or not.
    where : QLabel
        How far it has come, in words.
    """

    work = "The work"

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.job: Job | None = None
        self.where = small("not started")
        self.start_button = QPushButton("Start")
        self.start_button.setObjectName("primary")
        self.start_button.clicked.connect(self.start)
        self.stop_button = button("Stop", self.stop)
        self.stop_button.setEnabled(False)
        self._wanted = False
        self._at = ""
        state.mnist_changed.connect(self._on_mnist)

    @property
    def running(self) -> bool:
        """Whether work is under way, paused or not."""
        return self.job is not None

    def start(self) -> None:
        """Begin from scratch; where MNIST is not at hand, bring it first."""
        self.say("")
        if self.state.mnist_folder is None:
            self._wanted = True
            self.changed()
            self.state.fetch_mnist()
            return
        self.stop()
        self.began()
        job = Job(self.request(self.state.mnist_folder), self)
        job.told.connect(self._on_told)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        self.job, self._at = job, ""
        self.where.setText(STARTING)
        job.start()
        self.changed()

    def stop(self) -> None:
        """End the work, or the wait for MNIST; what has come of it so far stays on the screen."""
        self._wanted = False
        job, self.job = self.job, None
        if job is not None:
            job.stop()
            job.deleteLater()
            self.where.setText(f"stopped in {self._at}" if self._at else "stopped")
        self.changed()

    def _on_mnist(self) -> None:
        if not self._wanted:
            return
        if self.state.mnist_folder is not None:
            self.start()
        elif self.state.mnist_problem:
            self._wanted = False
            self.where.setText("not started")
            self.say(self.state.mnist_problem)
            self.changed()
        else:
            self.where.setText(f"bringing MNIST: {100 * self.state.mnist_share:.0f} %")

    def _on_told(self, message: Message) -> None:
        at = self.told(message)
        if at:
            self._at = at
            self.where.setText(at)

    def _on_failed(self, why: str) -> None:
        self.say(f"{self.work} stopped: {why}")
        self.where.setText("stopped")

    def _on_ended(self) -> None:
        job, self.job = self.job, None
        if job is not None:
            job.deleteLater()
        self.changed()

    # What the panes add ---------------------------------------------------------------------------

    @abstractmethod
    def request(self, mnist: Path) -> Command:
        """Give what shall be done, on the MNIST files in a folder."""

    def began(self) -> None:
        """Make room for new results."""

    @abstractmethod
    def told(self, message: Message) -> str:
        """Show what the work tells; give how far it has come in words, or nothing."""

    def changed(self) -> None:
        """Show whether work is under way."""
        self.stop_button.setEnabled(self.running or self._wanted)
