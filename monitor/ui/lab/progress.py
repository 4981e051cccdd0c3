"""What a learner has done of the course, kept for the next start."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from monitor.ui.pages.settings import Settings

KEY = "lab_course"

AS_PREDICTED, SURPRISED = "as predicted", "surprised"


class Progress(QObject):
    """Which steps are done, and whether they went as predicted.

    Parameters
    ----------
    settings : Settings or None
        Where it is kept; None keeps it as long as the window is open.
    """

    changed = Signal()

    def __init__(self, settings: Settings | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._done: dict[str, bool] = {}
        for entry in settings.names(KEY) if settings is not None else ():
            step, _, how = entry.partition("=")
            if how in (AS_PREDICTED, SURPRISED):
                self._done[step] = how == AS_PREDICTED

    def done(self, step: str) -> bool:
        """Whether a step, named ``lesson/step``, is done."""
        return step in self._done

    def as_predicted(self, step: str) -> bool:
        """Whether a step is done and went as the learner had predicted, the last time."""
        return self._done.get(step, False)

    def keep(self, step: str, as_predicted: bool) -> None:
        """Keep that a step is done."""
        self._done[step] = as_predicted
        self._write()

    def reset(self) -> None:
        """Forget everything."""
        self._done.clear()
        self._write()

    def _write(self) -> None:
        if self._settings is not None:
            kept = [f"{step}={AS_PREDICTED if how else SURPRISED}" for step, how in self._done.items()]
            self._settings.remember(**{KEY: kept})
        self.changed.emit()
