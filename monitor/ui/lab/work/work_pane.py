"""What all panes share that have work done on MNIST: they bring it first, and leave nothing running."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from models.contract.messages.commands import Command
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.state import LabState
from monitor.ui.lab.work.job_pane import STARTING, JobPane

__all__ = ["STARTING", "WorkPane"]


class WorkPane(JobPane):
    """Base of panes whose work needs MNIST."""

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self._wanted = False
        state.mnist_changed.connect(self._on_mnist)

    def start(self) -> None:
        """Begin from scratch; where MNIST is not at hand, bring it first."""
        if self.state.mnist_folder is None:
            self.say("")
            self._wanted = True
            self.changed()
            self.state.fetch_mnist()
            return
        super().start()

    def stop(self) -> None:
        """End the work, or the wait for MNIST; what has come of it so far stays on the screen."""
        self._wanted = False
        super().stop()

    def _on_mnist(self) -> None:
        if not self._wanted:
            return
        if self.state.mnist_folder is not None:
            self.start()
        elif self.state.mnist_problem:
            self._wanted = False
            self.where.setText(tr("not started"))
            self.say(tr(self.state.mnist_problem))
            self.changed()
        else:
            self.where.setText(
                tr("bringing MNIST: {percent:.0f} %").format(percent=100 * self.state.mnist_share)
            )

    def command(self) -> Command:
        """Give what shall be done, now that MNIST is there."""
        assert self.state.mnist_folder is not None
        return self.request(self.state.mnist_folder)

    def changed(self) -> None:
        """Show whether work is under way."""
        self.stop_button.setEnabled(self.running or self._wanted)

    @abstractmethod
    def request(self, mnist: Path) -> Command:
        """Give what shall be done, on the MNIST files in a folder."""
