"""What all panes of the lab share: the input picture, and MNIST where it is at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from assets.databases.fetch import fetch_mnist, mnist_at_hand
from assets.errors import AssetError, DownloadCancelled
from monitor.ui.kit.background import BackgroundThread
from monitor.ui.lab.progress import Progress
from monitor.ui.pages.settings import Settings

if TYPE_CHECKING:
    from assets.databases.mnist import Mnist
    from monitor.ui.session.session import Session

Picture = npt.NDArray[np.float32]


class LabState(QObject):
    """The input that every pane looks at, and the images that some of them need.

    Parameters
    ----------
    data_dir : Path or None
        Local mirror, looked in before anything is downloaded.
    settings : Settings or None
        Where a learner's progress is kept; None keeps it as long as the window is open.
    session : Session or None
        What the monitor watches.

    Attributes
    ----------
    progress : Progress
        What is done of the course.
    """

    input_changed = Signal()
    mnist_changed = Signal()

    pane_asked = Signal(str)
    """A pane asks the page to show another one, by its name."""

    lesson_asked = Signal(str)
    """A pane asks the page to begin a lesson of the course, by its name."""

    def __init__(
        self,
        data_dir: Path | None,
        parent: QObject | None = None,
        settings: Settings | None = None,
        session: Session | None = None,
    ) -> None:
        super().__init__(parent)
        self.data_dir = data_dir
        self.session = session
        self.progress = Progress(settings, self)
        self.picture: Picture | None = None
        self.source = ""
        self.mnist: Mnist | None = None
        self.mnist_folder: Path | None = None
        self.mnist_problem = ""
        self.mnist_share = 0.0
        self._loader: MnistLoader | None = None

    def show(self, picture: Picture | None, source: str) -> None:
        """Make a picture (shape (28, 28), ink from 0 to 1) the input; `source` says in words what it is."""
        self.picture, self.source = picture, source
        self.input_changed.emit()

    # MNIST ----------------------------------------------------------------------------------------

    @property
    def loading_mnist(self) -> bool:
        """Whether MNIST is on its way."""
        return self._loader is not None

    @property
    def mnist_at_hand(self) -> bool:
        """Whether MNIST is on this computer, so that nothing has to be downloaded."""
        return self.mnist is not None or mnist_at_hand(data_dir=self.data_dir)

    def fetch_mnist(self) -> None:
        """Bring MNIST, from the mirror or by download; `mnist_changed` tells of every step."""
        if self._loader is not None or self.mnist is not None:
            return
        loader = MnistLoader(self.data_dir)
        loader.progressed.connect(self._on_progress)
        loader.loaded.connect(self._on_loaded)
        loader.failed.connect(self._on_failed)
        self._loader, self.mnist_problem, self.mnist_share = loader, "", 0.0
        loader.start()
        self.mnist_changed.emit()

    def cancel_mnist(self) -> None:
        """Stop bringing MNIST."""
        if self._loader is not None:
            self._loader.ask_to_stop()

    def _on_progress(self, done: int, total: int) -> None:
        self.mnist_share = done / max(total, 1)
        self.mnist_changed.emit()

    def _on_loaded(self, folder: Path, mnist: Mnist) -> None:
        self.mnist_folder, self.mnist = folder, mnist
        self._end_loader()

    def _on_failed(self, why: str) -> None:
        self.mnist_problem = why
        self._end_loader()

    def _end_loader(self) -> None:
        self._loader = None
        self.mnist_changed.emit()

    def stop(self) -> None:
        """End what runs in the background."""
        loader, self._loader = self._loader, None
        if loader is not None:
            loader.stop()


class MnistLoader(BackgroundThread):
    """Bring and read MNIST.

    Parameters
    ----------
    data_dir : Path or None
        Local mirror.
    """

    progressed = Signal(object, object)
    loaded = Signal(object, object)
    failed = Signal(str)

    def __init__(self, data_dir: Path | None) -> None:
        super().__init__()
        self._data_dir = data_dir

    def run(self) -> None:
        """Bring and read the four files."""
        from assets.databases.mnist import load_mnist

        try:
            folder = fetch_mnist(
                data_dir=self._data_dir,
                progress=lambda done, total: self.progressed.emit(done, total),
                cancelled=lambda: self.stopping,
            )
            mnist = load_mnist(folder)
        except DownloadCancelled:
            self.failed.emit("Cancelled.")
        except AssetError as error:
            self.failed.emit(str(error))
        else:
            self.loaded.emit(folder, mnist)
