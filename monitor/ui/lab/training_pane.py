"""What the tug-of-war and the lesson share: a training that needs MNIST, and its map."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from monitor.ui.lab.map_view import MapView
from monitor.ui.lab.pane import Pane, small
from monitor.ui.lab.pictures import grey
from monitor.ui.lab.state import LabState
from monitor.ui.lab.training import Progress, VaeTraining
from monitor.ui.theme import Theme

STARTING = "starting: the training loads in a process of its own…"


class TrainingPane(Pane):
    """Base of panes that train: brings MNIST first, and leaves nothing running."""

    epochs: int | None = None

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.training: VaeTraining | None = None
        self.map = MapView(theme, "The map while it is learned")
        self.map.invite("The map appears here as soon as the training begins.")
        self.where = small("not started")
        self.start_button = QPushButton("Start")
        self.start_button.setObjectName("primary")
        self.start_button.clicked.connect(self.start)
        self._wanted = False
        self._at: str | None = None
        state.mnist_changed.connect(self._on_mnist)

    @property
    def running(self) -> bool:
        """Whether a training is under way, paused or not."""
        return self.training is not None

    @property
    def beta(self) -> float:
        """Weight of the KL divergence."""
        return 1.0

    def start(self) -> None:
        """Begin a training from scratch; where MNIST is not at hand, bring it first."""
        self.say("")
        if self.state.mnist_folder is None:
            self._wanted = True
            self.state.fetch_mnist()
            return
        self.stop()
        self.began()
        training = VaeTraining(self.state.mnist_folder, beta=self.beta, epochs=self.epochs, parent=self)
        training.told.connect(self._on_told)
        training.drawn.connect(lambda tiles: self.map.show_ground(grey(tiles)))
        training.failed.connect(self._on_failed)
        training.ended.connect(self.stop)
        self.training, self._at = training, None
        self.where.setText(STARTING)
        training.start()
        self.changed()

    def stop(self) -> None:
        """End the training; what has been learned so far stays on the screen."""
        self._wanted = False
        training, self.training = self.training, None
        if training is not None:
            if training.job.running:
                training.stop()
                self.where.setText("stopped" if self._at is None else f"stopped in {self._at}")
            training.deleteLater()
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
        else:
            self.where.setText(f"bringing MNIST: {100 * self.state.mnist_share:.0f} %")

    def _on_failed(self, why: str) -> None:
        self.say(f"The training stopped: {why}")
        self.where.setText("stopped")

    def _on_told(self, progress: Progress) -> None:
        self._at = f"epoch {progress.epoch}, batch {progress.step} of {progress.steps}"
        self.where.setText(self._at)
        self.told(progress)

    # What the panes add ---------------------------------------------------------------------------

    def began(self) -> None:
        """Make room for a new training."""

    def changed(self) -> None:
        """Show whether a training runs."""

    def told(self, progress: Progress) -> None:
        """Show how far it has come."""
