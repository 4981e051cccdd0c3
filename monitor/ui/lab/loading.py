"""torch for the lab, where nothing is watched whose analysis would load it."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Signal

from assets.causes import words_of
from monitor.mishaps.log import note
from monitor.ui.kit.work.background import BackgroundThread


class TorchLoader(BackgroundThread):
    """Imports torch beside the window; that it is there can be seen in ``sys.modules``."""

    failed = Signal(str)
    """Why it could not be imported."""

    def run(self) -> None:
        """Import it. Any error is told, and ends nothing else."""
        try:
            import_module("torch")
        except Exception as error:
            note("torch could not be loaded", error)
            self.failed.emit(words_of(error))
