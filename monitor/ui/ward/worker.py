"""The one thread of a ward: it opens the beds, reads and analyses them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from assets.errors import AssetError
from assets.text.remembered import Remembered
from models.scenario.conducted import open_conducted
from monitor.bedside.ward.steps import StreamMaker
from monitor.bedside.ward.ward import Ward
from monitor.mishaps.log import note
from monitor.stream.texts import as_before
from monitor.ui.kit.language import complaint
from monitor.ui.kit.work.background import BackgroundThread

REST_S = 0.1
"""Where nothing goes on, the thread looks for orders so often, s."""


class WardWorker(BackgroundThread):
    """Opens a ward's beds and analyses them until it is told to stop.

    Parameters
    ----------
    ward : Ward
        Its beds are nobody else's to open or to read.
    make : callable
        Makes what scores beds in step; it may import torch.
    data_dir : Path or None
        Local mirror, looked in before anything is downloaded.
    after : WardWorker, optional
        One that was let go of and may still run: this one begins when it has ended.
    texts : Remembered, optional
        How text files were read before.
    """

    # Each names its worker: one that was let go of may still speak.
    running = Signal(object)
    failed = Signal(object, str)
    told = Signal(object, object)

    def __init__(
        self,
        ward: Ward,
        make: StreamMaker,
        data_dir: Path | None,
        after: WardWorker | None = None,
        texts: Remembered | None = None,
    ) -> None:
        super().__init__()
        self._after = after
        self.ward = ward
        self.begun, self.problem = False, ""
        """What ``running`` and ``failed`` have told, for who begins to listen later."""
        self._make, self._data_dir, self._texts = make, data_dir, texts

    def run(self) -> None:
        """Open, begin, and go on until stopped. An error ends the ward and is told, never the program."""
        try:
            self._run()
        except AssetError as error:
            self._fail(complaint(error))
        except Exception as error:
            note("The ward stopped", error)
            self._fail(f"{type(error).__name__}: {error}")
        finally:
            self.ward.close()

    def _fail(self, why: str) -> None:
        self.problem = why
        self.failed.emit(self, why)

    def _run(self) -> None:
        while self._after is not None and self._after.isRunning() and not self.stopping:
            self.pause(REST_S)
        self._after = None
        if self.stopping:
            return
        import torch

        # Inside this thread, as in `monitor.ui.session.worker`: the setting belongs to the thread.
        torch.set_num_threads(1)
        opened = as_before(
            lambda name: open_conducted(name, data_dir=self._data_dir, cancelled=lambda: self.stopping),
            self._texts,
            lambda said: self.told.emit(self, said),
        )
        self.ward.open(opened, lambda: self.stopping)
        if self.stopping:
            return
        self.ward.begin(self._make)
        self.begun = True
        self.running.emit(self)
        while not self.stopping:
            if not self.ward.step():
                self.pause(REST_S)
