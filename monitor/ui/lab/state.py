"""What all panes of the lab share: the input picture, and MNIST where it is at hand."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from assets.databases.fetch import fetch_mnist, mnist_at_hand
from assets.errors import AssetError, DownloadCancelled
from assets.phrase import phrase
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.work.background import BackgroundThread
from monitor.ui.lab.progress import Progress
from monitor.ui.pages.settings import Settings

if TYPE_CHECKING:
    from assets.databases.mnist import Mnist
    from models.digits.entry import Entry
    from models.digits.model import DigitModel
    from models.digits.own import OwnNet
    from models.digits.space.codes import ShippedCodes
    from monitor.ui.session.session import Session

Picture = npt.NDArray[np.float32]


class LabState(QObject):
    """The input that every pane looks at, the images that some of them need, and the learner's own nets.

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
    own : dict of str to OwnNet
        Nets that the learner has trained, by name; `own_changed` tells of a new one.
    own_names : int
        How many names of nets were given.
    """

    input_changed = Signal()
    mnist_changed = Signal()
    own_changed = Signal()

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
        self.drawn = False
        self.mnist: Mnist | None = None
        self.mnist_folder: Path | None = None
        self.mnist_problem = ""
        self.mnist_share = 0.0
        self._loader: MnistLoader | None = None
        self.own: dict[str, OwnNet] = {}
        self._own_folder: tempfile.TemporaryDirectory[str] | None = None
        self.own_names = 0

    def show(self, picture: Picture | None, source: str, *, drawn: bool = False) -> None:
        """Make a picture (shape (28, 28), ink from 0 to 1) the input.

        `source` says in words what it is, `drawn` whether the learner has drawn it.
        """
        self.picture, self.source, self.drawn = picture, source, drawn
        self.input_changed.emit()

    # The learner's own nets -----------------------------------------------------------------------

    @property
    def own_folder(self) -> Path:
        """Where they are kept, until the program ends."""
        if self._own_folder is None:
            self._own_folder = tempfile.TemporaryDirectory(prefix="ecg-monitor-nets-")
        return Path(self._own_folder.name)

    def new_own_name(self) -> str:
        """Give a name that no net has had."""
        self.own_names += 1
        return f"own-{self.own_names}"

    def take_own(self, name: str, what: str) -> None:
        """Read a net that was kept in `own_folder`, and offer it to all panes; `what` tells it from others.

        Raises
        ------
        AssetError
            If it cannot be read.
        """
        from models.digits.own import read_own

        self.own[name] = read_own(self.own_folder, name, phrase("yours: {what}", what=what))
        self.own_changed.emit()

    def entry(self, name: str) -> Entry:
        """Give the entry of a shipped model or of one of the learner's nets.

        Raises
        ------
        ValueError
            If there is none.
        """
        from models.digits import catalogue

        return self.own[name].model.entry if name in self.own else catalogue.entry(name)

    def model(self, name: str) -> DigitModel:
        """Give a shipped model or one of the learner's nets.

        Raises
        ------
        ValueError
            If there is none.
        AssetError
            If its file cannot be read.
        """
        from models.digits import catalogue

        return self.own[name].model if name in self.own else catalogue.load(name)

    def codes(self, name: str) -> ShippedCodes:
        """Give the codes of the test digits of a model, as for `model`."""
        from models.digits.space.codes import load_codes

        return self.own[name].codes if name in self.own else load_codes(name)

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
        folder, self._own_folder = self._own_folder, None
        if folder is not None:
            folder.cleanup()


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
            self.failed.emit(tr("Cancelled."))
        except AssetError as error:
            self.failed.emit(complaint(error))
        else:
            self.loaded.emit(folder, mnist)
